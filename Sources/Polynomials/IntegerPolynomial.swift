import Rational

/// A polynomial with coprime integer coefficients, standing for its multiples by positive rationals.
///
/// Sturm sequences and greatest common divisors over Q only need polynomials up to positive factors.
/// On primitive integer representatives no fraction is ever reduced, and coefficients grow about
/// linearly along a remainder sequence (Knuth, The Art of Computer Programming, 4.6.1).
struct IntegerPolynomial: Hashable, Sendable {
  /// Of x⁰ first; the last is not zero and the greatest common divisor of all is 1.
  let coefficients: [Integer]

  /// The primitive representative of a polynomial with these coefficients.
  init(_ values: [Integer]) {
    let used = values.lastIndex { !$0.isZero }.map { $0 + 1 } ?? 0
    var content: Integer = 0
    for value in values.prefix(used) where content != 1 {
      content = Integer.gcd(content, value)
    }
    coefficients =
      content == 1 || content.isZero
      ? Array(values.prefix(used)) : values.prefix(used).map { $0 / content }
  }

  /// The representative of a rational polynomial.
  init(_ polynomial: Polynomial<Rational>) {
    self.init(polynomial.coefficients.overCommonDenominator.numerators)
  }

  /// The degree; -1 for the zero polynomial.
  var degree: Int { coefficients.count - 1 }

  var isZero: Bool { coefficients.isEmpty }

  /// The sign of the leading coefficient.
  var leadingSign: Int { coefficients.last?.sign ?? 0 }

  var derivative: IntegerPolynomial {
    IntegerPolynomial(coefficients.indices.dropFirst().map { coefficients[$0] * Integer($0) })
  }

  var negated: IntegerPolynomial { IntegerPolynomial(coefficients.map { -$0 }) }

  /// The same values with rational coefficients.
  var rational: Polynomial<Rational> { Polynomial(coefficients.map { Rational($0) }) }

  /// The sign at p/q: that of Σ c_i p^i q^(n-i), since q > 0.
  func sign(at point: Rational) -> Int {
    let (p, q) = (point.numerator, point.denominator)
    var value: Integer = 0
    var power: Integer = 1
    for coefficient in coefficients.reversed() {
      value = value * p + coefficient * power
      power *= q
    }
    return value.sign
  }

  /// A positive multiple of the remainder: each step multiplies by the magnitude of the divisor's
  /// leading coefficient before it subtracts.
  ///
  /// - Precondition: `divisor` is not zero.
  func remainder(dividingBy divisor: IntegerPolynomial) -> IntegerPolynomial {
    precondition(!divisor.isZero, "division by the zero polynomial")
    let lead = divisor.coefficients[divisor.degree]
    var rest = coefficients
    while rest.count > divisor.degree {
      guard let top = rest.popLast(), !top.isZero else { continue }
      // lead/common · rest - top/common · divisor, with the sign of lead kept out of the first factor.
      let common = Integer.gcd(lead, top)
      let scale = (lead / common).magnitude
      let factor = (lead.sign < 0 ? -top : top) / common
      if scale != 1 { for index in rest.indices { rest[index] *= scale } }
      let offset = rest.count - divisor.degree
      for index in 0..<divisor.degree {
        rest[offset + index] -= factor * divisor.coefficients[index]
      }
    }
    return IntegerPolynomial(rest)
  }
}
