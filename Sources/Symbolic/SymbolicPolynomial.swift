import Polynomials
import Rational

/// A polynomial with rational coefficients in symbolic variables.
///
/// Every root occurs at most once in a monomial: its square is a polynomial without roots.
public struct SymbolicPolynomial: Hashable, Sendable {
  /// No coefficient is zero.
  public private(set) var terms: [SymbolicMonomial: Rational]

  init(_ terms: [SymbolicMonomial: Rational] = [:]) { self.terms = terms }

  public init(_ constant: Rational) { terms = constant.isZero ? [:] : [.one: constant] }

  /// The variable itself.
  public init(_ variable: SymbolicVariable) { terms = [SymbolicMonomial(variable): 1] }

  static let zero = SymbolicPolynomial()
  static let one = SymbolicPolynomial(1)

  public var isZero: Bool { terms.isEmpty }

  /// The value of a constant polynomial, nil for any other.
  public var constant: Rational? {
    terms.isEmpty ? 0 : terms.count == 1 ? terms[.one] : nil
  }

  /// The variables that occur, in order.
  public var variables: [SymbolicVariable] {
    Set(terms.keys.flatMap { $0.powers.map(\.variable) }).sorted()
  }

  /// The greatest exponent of a variable.
  public var greatestExponent: Int {
    terms.keys.reduce(0) { max($0, $1.powers.map(\.exponent).max() ?? 0) }
  }

  /// At most how many bits the longest numerator or denominator of a coefficient has.
  public var bitsAtMost: Int { terms.values.reduce(0) { max($0, Surd($1).bitsAtMost) } }

  var roots: [SymbolicVariable] { variables.filter { $0.square != nil } }

  /// The highest monomial and its coefficient; nil for zero.
  var leading: (monomial: SymbolicMonomial, coefficient: Rational)? {
    terms.max { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  mutating func add(_ coefficient: Rational, _ monomial: SymbolicMonomial) {
    let sum = terms[monomial, default: 0] + coefficient
    terms[monomial] = sum.isZero ? nil : sum
  }

  static func + (left: SymbolicPolynomial, right: SymbolicPolynomial) -> SymbolicPolynomial {
    var sum = left
    for (monomial, coefficient) in right.terms { sum.add(coefficient, monomial) }
    return sum
  }

  static func - (left: SymbolicPolynomial, right: SymbolicPolynomial) -> SymbolicPolynomial {
    left + right.scaled(by: -1)
  }

  func scaled(by factor: Rational) -> SymbolicPolynomial {
    factor.isZero ? .zero : SymbolicPolynomial(terms.mapValues { $0 * factor })
  }

  static func * (left: SymbolicPolynomial, right: SymbolicPolynomial) -> SymbolicPolynomial {
    if let constant = left.constant { return right.scaled(by: constant) }
    if let constant = right.constant { return left.scaled(by: constant) }
    var product = SymbolicPolynomial()
    for (m, a) in left.terms {
      for (n, b) in right.terms { product.add(a * b, m * n) }
    }
    return product.reduced
  }

  /// With the squares of roots replaced.
  private var reduced: SymbolicPolynomial {
    guard
      let root = roots.first(where: { root in terms.keys.contains { $0.exponent(of: root) > 1 } }),
      let square = root.square
    else { return self }
    var result = SymbolicPolynomial()
    for (exponent, coefficient) in coefficients(of: root) {
      var term = coefficient
      for _ in 0..<(exponent / 2) { term = term * square }
      if exponent % 2 == 1 { term = term * SymbolicPolynomial(root) }
      result = result + term
    }
    return result.reduced
  }

  func power(_ exponent: Int) -> SymbolicPolynomial {
    (0..<exponent).reduce(.one) { product, _ in product * self }
  }

  /// The coefficients of the powers of one variable.
  func coefficients(of variable: SymbolicVariable) -> [Int: SymbolicPolynomial] {
    var result: [Int: SymbolicPolynomial] = [:]
    for (monomial, coefficient) in terms {
      result[monomial.exponent(of: variable), default: .zero]
        .add(coefficient, monomial.dropping(variable))
    }
    return result
  }

  /// The quotient of a division by a polynomial without roots that leaves no remainder, or nil.
  func dividedExactly(by divisor: SymbolicPolynomial) -> SymbolicPolynomial? {
    guard let (monomial, scale) = divisor.leading else { return nil }
    var (rest, quotient) = (self, SymbolicPolynomial())
    while let (top, coefficient) = rest.leading {
      guard let step = top.divided(by: monomial) else { return nil }
      let factor = coefficient / scale
      quotient.add(factor, step)
      for (other, value) in divisor.terms { rest.add(-(factor * value), other * step) }
    }
    return quotient
  }

  /// A polynomial without roots whose square this is, or nil.
  var squareRoot: SymbolicPolynomial? {
    guard let (top, coefficient) = leading else { return .zero }
    var halves = SymbolicMonomial.one
    for power in top.powers {
      guard power.exponent % 2 == 0 else { return nil }
      halves = halves * SymbolicMonomial(power.variable, exponent: power.exponent / 2)
    }
    guard roots.isEmpty, let scale = coefficient.exactSquareRoot() else { return nil }
    var root = SymbolicPolynomial([halves: scale])
    var rest = self - root * root
    while let (monomial, coefficient) = rest.leading {
      // The next term t of the root has 2 · (first term) · t as its leading product.
      guard let next = monomial.divided(by: halves), let last = root.terms.keys.min(),
        next < last
      else { return nil }
      let term = SymbolicPolynomial([next: coefficient / (scale * 2)])
      rest = rest - (root.scaled(by: 2) + term) * term
      root = root + term
    }
    return root
  }

  /// The value as a polynomial in r, nil when other variables occur.
  var univariate: Polynomial<Rational>? {
    guard variables.allSatisfy({ $0 == .vertices }) else { return nil }
    let degree = terms.keys.map { $0.exponent(of: .vertices) }.max() ?? 0
    return Polynomial(
      (0...degree).map { terms[SymbolicMonomial(.vertices, exponent: $0)] ?? 0 })
  }

  init(_ univariate: Polynomial<Rational>) {
    self.init()
    for (exponent, coefficient) in univariate.coefficients.enumerated() {
      add(coefficient, SymbolicMonomial(.vertices, exponent: exponent))
    }
  }
}
