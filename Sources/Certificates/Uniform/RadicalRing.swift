import Rational
import Synchronization

/// The numbers of one case of a uniform proof: polynomials in the sizes, symbols and square roots.
///
/// First come the sizes, r or several, then the symbols, then the roots; the square of a root is a
/// polynomial in those before. Products are reduced, so a root occurs at most once in a monomial.
struct RadicalRing: Sendable {
  /// The names of the variables.
  let names: [String]
  /// The number of the first root.
  let firstRoot: Int
  /// The squares of the roots.
  let squares: [KernelPolynomial]

  /// How much may still be computed.
  var work = SymbolWork()

  /// The most terms of a polynomial, and bits of a coefficient of a product.
  static let termLimit = 20_000
  static let bitLimit = 40_000

  /// Why a product has no value.
  enum Overflow: Error {
    /// A polynomial would be too large, or too much would have to be computed.
    case tooLarge
    /// A base set whose size is open, and how many elements it would need everywhere.
    case smallSet(String, Int)
  }

  var roots: Range<Int> { firstRoot..<names.count }

  /// The sum.
  func sum(
    _ left: KernelPolynomial, _ right: KernelPolynomial
  ) throws(Overflow) -> KernelPolynomial {
    let bits = max(left.bitLength, right.bitLength)
    try work.spend((1 + left.terms.count + right.terms.count) * (1 + bits / 512))
    return left + right
  }

  /// The product, with the square of each root replaced.
  func product(
    _ left: KernelPolynomial, _ right: KernelPolynomial
  ) throws(Overflow) -> KernelPolynomial {
    let bits = left.bitLength + right.bitLength
    guard bits <= Self.bitLimit else { throw .tooLarge }
    try work.spend((1 + left.terms.count * right.terms.count) * (1 + bits / 512))
    if let constant = left.constant { return right.scaled(by: constant) }
    if let constant = right.constant { return left.scaled(by: constant) }
    var result = KernelPolynomial()
    for (m, a) in left.terms {
      for (n, b) in right.terms {
        guard let monomial = m.times(n) else { throw .tooLarge }
        result.add(a * b, monomial)
      }
      guard result.terms.count <= Self.termLimit else { throw .tooLarge }
    }
    for root in roots where result.terms.keys.contains(where: { $0.exponent(of: root) > 1 }) {
      result = try reduced(result, root)
    }
    return result
  }

  private func reduced(
    _ value: KernelPolynomial, _ root: Int
  ) throws(Overflow) -> KernelPolynomial {
    var result = KernelPolynomial()
    for (exponent, coefficient) in value.coefficients(of: root) {
      var term = coefficient
      for _ in 0..<(exponent / 2) { term = try product(term, squares[root - firstRoot]) }
      if exponent % 2 == 1 { term = try product(term, KernelPolynomial([Monomial(root): 1])) }
      result = result + term
    }
    return result
  }

  func power(_ base: KernelPolynomial, _ exponent: Int) throws(Overflow) -> KernelPolynomial {
    var result = KernelPolynomial.one
    for _ in 0..<exponent { result = try product(result, base) }
    return result
  }

  /// The same numbers with a definite value of a size.
  func fixing(_ size: Int, at value: Int) -> RadicalRing {
    RadicalRing(
      names: names, firstRoot: firstRoot,
      squares: squares.map { $0.replacing(size, by: Integer(value)) }, work: work)
  }
}

/// How much may be computed in the replay of one proof, in products of coefficients.
///
/// Without a limit a short text could ask for more than a machine can do in a day. The proofs on file
/// take at most half a million.
final class SymbolWork: Sendable {
  static let limit = 5_000_000
  private let left: Atomic<Int>

  init(limit: Int = SymbolWork.limit) { left = Atomic(limit) }

  func spend(_ amount: Int) throws(RadicalRing.Overflow) {
    let rest = left.subtract(amount, ordering: .relaxed).newValue
    guard rest >= 0 else { throw .tooLarge }
  }
}

/// A quotient of a number of the ring and a polynomial without roots that is positive everywhere.
///
/// That the denominator is positive is checked when a denominator is read or divided by; sums and
/// products keep it so. Not in lowest terms.
struct KernelFraction: Hashable, Sendable {
  var numerator: KernelPolynomial
  var denominator = KernelPolynomial.one

  static let zero = KernelFraction(numerator: KernelPolynomial())
  static let one = KernelFraction(numerator: .one)

  init(numerator: KernelPolynomial, denominator: KernelPolynomial = .one) {
    self.numerator = numerator
    self.denominator = numerator.isZero ? .one : denominator
  }

  init(_ value: Rational) {
    self.init(
      numerator: KernelPolynomial(value.numerator),
      denominator: KernelPolynomial(value.denominator))
  }

  /// Whether it is formally zero. Every formal zero is zero; the converse needs independent roots,
  /// and nothing leans on it.
  var isZero: Bool { numerator.isZero }

  /// The value where it is a polynomial with integer coefficients over one number that divides them all.
  var integral: KernelPolynomial? {
    guard let divisor = denominator.constant else { return nil }
    var quotient = KernelPolynomial()
    for (monomial, coefficient) in numerator.terms {
      guard (coefficient % divisor).isZero else { return nil }
      quotient.add(coefficient / divisor, monomial)
    }
    return quotient
  }

  static prefix func - (value: KernelFraction) -> KernelFraction {
    KernelFraction(numerator: -value.numerator, denominator: value.denominator)
  }
}

extension RadicalRing {
  func sum(
    _ left: KernelFraction, _ right: KernelFraction
  ) throws(Overflow) -> KernelFraction {
    try work.spend(1)
    if left.isZero { return right }
    if right.isZero { return left }
    if left.denominator == right.denominator {
      return KernelFraction(
        numerator: try sum(left.numerator, right.numerator), denominator: left.denominator)
    }
    return KernelFraction(
      numerator: try sum(
        product(left.numerator, right.denominator), product(right.numerator, left.denominator)),
      denominator: try product(left.denominator, right.denominator))
  }

  func difference(
    _ left: KernelFraction, _ right: KernelFraction
  ) throws(Overflow) -> KernelFraction {
    try sum(left, -right)
  }

  func product(
    _ left: KernelFraction, _ right: KernelFraction
  ) throws(Overflow) -> KernelFraction {
    KernelFraction(
      numerator: try product(left.numerator, right.numerator),
      denominator: try product(left.denominator, right.denominator))
  }

  func areEqual(_ left: KernelFraction, _ right: KernelFraction) throws(Overflow) -> Bool {
    try difference(left, right).isZero
  }
}
