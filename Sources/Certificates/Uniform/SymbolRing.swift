import Rational
import Synchronization

/// The numbers of one case of a uniform proof: polynomials in r, symbols and square roots.
///
/// Variable 0 is r, then come the symbols, then the roots; the square of a root is a polynomial in r
/// and the symbols. Products are reduced, so a root occurs at most once in a monomial.
struct SymbolRing: Sendable {
  /// The names of the variables.
  let names: [String]
  /// The number of the first root.
  let firstRoot: Int
  /// The squares of the roots.
  let squares: [SymbolPolynomial]

  /// How much may still be computed.
  var work = SymbolWork()

  /// The most terms of a polynomial, and bits of a coefficient of a product.
  static let termLimit = 20_000
  static let bitLimit = 40_000

  /// A polynomial would be too large, or too much would have to be computed.
  struct Overflow: Error {}

  var roots: Range<Int> { firstRoot..<names.count }

  /// The sum.
  func sum(
    _ left: SymbolPolynomial, _ right: SymbolPolynomial
  ) throws(Overflow) -> SymbolPolynomial {
    let bits = max(left.bitWidth, right.bitWidth)
    try work.spend((1 + left.terms.count + right.terms.count) * (1 + bits / 512))
    return left + right
  }

  /// The product, with the square of each root replaced.
  func product(
    _ left: SymbolPolynomial, _ right: SymbolPolynomial
  ) throws(Overflow) -> SymbolPolynomial {
    let bits = left.bitWidth + right.bitWidth
    guard bits <= Self.bitLimit else { throw Overflow() }
    try work.spend((1 + left.terms.count * right.terms.count) * (1 + bits / 512))
    if let constant = left.constant { return right.scaled(by: constant) }
    if let constant = right.constant { return left.scaled(by: constant) }
    var result = SymbolPolynomial()
    for (m, a) in left.terms {
      for (n, b) in right.terms {
        guard let monomial = m.times(n) else { throw Overflow() }
        result.add(a * b, monomial)
      }
      guard result.terms.count <= Self.termLimit else { throw Overflow() }
    }
    for root in roots where result.terms.keys.contains(where: { $0.exponent(of: root) > 1 }) {
      result = try reduced(result, root)
    }
    return result
  }

  private func reduced(
    _ value: SymbolPolynomial, _ root: Int
  ) throws(Overflow) -> SymbolPolynomial {
    var result = SymbolPolynomial()
    for (exponent, coefficient) in value.coefficients(of: root) {
      var term = coefficient
      for _ in 0..<(exponent / 2) { term = try product(term, squares[root - firstRoot]) }
      if exponent % 2 == 1 { term = try product(term, SymbolPolynomial([Monomial(root): 1])) }
      result = result + term
    }
    return result
  }

  func power(_ base: SymbolPolynomial, _ exponent: Int) throws(Overflow) -> SymbolPolynomial {
    var result = SymbolPolynomial.one
    for _ in 0..<exponent { result = try product(result, base) }
    return result
  }

  /// The same numbers with a definite r.
  func fixing(_ r: Int) -> SymbolRing {
    SymbolRing(
      names: names, firstRoot: firstRoot,
      squares: squares.map { $0.replacing(0, by: Integer(r)) }, work: work)
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

  func spend(_ amount: Int) throws(SymbolRing.Overflow) {
    let rest = left.subtract(amount, ordering: .relaxed).newValue
    guard rest >= 0 else { throw SymbolRing.Overflow() }
  }
}

/// A quotient of a number of the ring and a polynomial without roots that is positive everywhere.
///
/// That the denominator is positive is checked when a denominator is read or divided by; sums and
/// products keep it so. Not in lowest terms.
struct SymbolFraction: Hashable, Sendable {
  var numerator: SymbolPolynomial
  var denominator = SymbolPolynomial.one

  static let zero = SymbolFraction(numerator: SymbolPolynomial())
  static let one = SymbolFraction(numerator: .one)

  init(numerator: SymbolPolynomial, denominator: SymbolPolynomial = .one) {
    self.numerator = numerator
    self.denominator = numerator.isZero ? .one : denominator
  }

  init(_ value: Rational) {
    self.init(
      numerator: SymbolPolynomial(value.numerator),
      denominator: SymbolPolynomial(value.denominator))
  }

  /// Whether it is formally zero. Every formal zero is zero; the converse needs independent roots,
  /// and nothing leans on it.
  var isZero: Bool { numerator.isZero }

  static prefix func - (value: SymbolFraction) -> SymbolFraction {
    SymbolFraction(numerator: -value.numerator, denominator: value.denominator)
  }
}

extension SymbolRing {
  func sum(
    _ left: SymbolFraction, _ right: SymbolFraction
  ) throws(Overflow) -> SymbolFraction {
    try work.spend(1)
    if left.isZero { return right }
    if right.isZero { return left }
    if left.denominator == right.denominator {
      return SymbolFraction(
        numerator: try sum(left.numerator, right.numerator), denominator: left.denominator)
    }
    return SymbolFraction(
      numerator: try sum(
        product(left.numerator, right.denominator), product(right.numerator, left.denominator)),
      denominator: try product(left.denominator, right.denominator))
  }

  func difference(
    _ left: SymbolFraction, _ right: SymbolFraction
  ) throws(Overflow) -> SymbolFraction {
    try sum(left, -right)
  }

  func product(
    _ left: SymbolFraction, _ right: SymbolFraction
  ) throws(Overflow) -> SymbolFraction {
    SymbolFraction(
      numerator: try product(left.numerator, right.numerator),
      denominator: try product(left.denominator, right.denominator))
  }

  func areEqual(_ left: SymbolFraction, _ right: SymbolFraction) throws(Overflow) -> Bool {
    try difference(left, right).isZero
  }
}
