import Rational

/// A product of powers of at most 16 variables, each with an exponent of at most 127.
///
/// One byte for each variable, the first variable in the highest one, so monomials are multiplied by
/// an addition and ordered lexicographically as numbers.
struct Monomial: Hashable, Comparable, Sendable {
  static let variableLimit = 16
  static let one = Monomial(packed: 0)

  private(set) var packed: UInt128

  private static func shift(_ variable: Int) -> UInt128 {
    UInt128(8 * (variableLimit - 1 - variable))
  }

  /// The power of one variable. Precondition: `variable` < 16 and `exponent` ≤ 127.
  init(_ variable: Int, exponent: Int = 1) {
    packed = UInt128(exponent) << Self.shift(variable)
  }

  private init(packed: UInt128) { self.packed = packed }

  func exponent(of variable: Int) -> Int { Int((packed >> Self.shift(variable)) & 0x7f) }

  /// Without one variable.
  func dropping(_ variable: Int) -> Monomial {
    Monomial(packed: packed & ~(0xff << Self.shift(variable)))
  }

  /// The product, nil when an exponent would be above 127.
  func times(_ other: Monomial) -> Monomial? {
    // No lane carries into the next one: both are at most 127.
    let sum = packed + other.packed
    let tops: UInt128 = 0x8080_8080_8080_8080_8080_8080_8080_8080
    return sum & tops == 0 ? Monomial(packed: sum) : nil
  }

  static func < (left: Monomial, right: Monomial) -> Bool { left.packed < right.packed }
}

/// A polynomial with integer coefficients in the sizes, symbols and roots of a uniform proof.
///
/// Sums only; products and everything that knows what a root is are in `RadicalRing`.
struct KernelPolynomial: Hashable, Sendable {
  /// No coefficient is zero.
  private(set) var terms: [Monomial: Integer]

  init(_ terms: [Monomial: Integer] = [:]) { self.terms = terms.filter { !$0.value.isZero } }

  init(_ constant: Integer) { self.init([.one: constant]) }

  static let one = KernelPolynomial(1)

  var isZero: Bool { terms.isEmpty }

  /// The value of a constant polynomial, nil for any other.
  var constant: Integer? {
    terms.isEmpty ? 0 : terms.count == 1 ? terms[.one] : nil
  }

  mutating func add(_ coefficient: Integer, _ monomial: Monomial) {
    let sum = terms[monomial, default: 0] + coefficient
    terms[monomial] = sum.isZero ? nil : sum
  }

  static func + (left: KernelPolynomial, right: KernelPolynomial) -> KernelPolynomial {
    var sum = left
    for (monomial, coefficient) in right.terms { sum.add(coefficient, monomial) }
    return sum
  }

  static prefix func - (value: KernelPolynomial) -> KernelPolynomial {
    KernelPolynomial(value.terms.mapValues { -$0 })
  }

  static func - (left: KernelPolynomial, right: KernelPolynomial) -> KernelPolynomial {
    left + (-right)
  }

  func scaled(by factor: Integer) -> KernelPolynomial {
    KernelPolynomial(terms.mapValues { $0 * factor })
  }

  /// The most bits of a coefficient.
  var bitLength: Int { terms.values.reduce(0) { max($0, $1.bitLength) } }

  /// Whether a variable occurs.
  func contains(_ variable: Int) -> Bool {
    terms.keys.contains { $0.exponent(of: variable) > 0 }
  }

  /// The coefficients of the powers of one variable.
  func coefficients(of variable: Int) -> [Int: KernelPolynomial] {
    var result: [Int: KernelPolynomial] = [:]
    for (monomial, coefficient) in terms {
      result[monomial.exponent(of: variable), default: KernelPolynomial()]
        .add(coefficient, monomial.dropping(variable))
    }
    return result
  }

  /// With an integer in place of a variable.
  func replacing(_ variable: Int, by value: Integer) -> KernelPolynomial {
    coefficients(of: variable).reduce(KernelPolynomial()) { sum, entry in
      sum + entry.value.scaled(by: value.power(entry.key))
    }
  }
}
