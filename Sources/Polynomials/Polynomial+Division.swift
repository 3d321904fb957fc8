import Rational

extension Polynomial {
  /// Quotient and remainder; the remainder has a lower degree than the divisor.
  ///
  /// - Precondition: `divisor` is not zero.
  /// - Complexity: The product of the degrees of quotient and divisor.
  public func divided(by divisor: Polynomial) -> (quotient: Polynomial, remainder: Polynomial) {
    precondition(!divisor.isZero, "division by the zero polynomial")
    guard degree >= divisor.degree else { return (.zero, self) }
    let scale = divisor.leading.inverse
    var rest = coefficients
    var quotient = Array(repeating: F.zero, count: degree - divisor.degree + 1)
    for place in quotient.indices.reversed() {
      let factor = rest[place + divisor.degree] * scale
      quotient[place] = factor
      guard !factor.isZero else { continue }
      for (index, coefficient) in divisor.coefficients.enumerated() {
        rest[place + index] -= factor * coefficient
      }
    }
    return (Polynomial(quotient), Polynomial(Array(rest.prefix(divisor.degree))))
  }

  /// The monic greatest common divisor; zero when both are zero.
  ///
  /// Over Q by primitive integer remainders, over other fields by Euclid's algorithm.
  public static func gcd(_ left: Polynomial, _ right: Polynomial) -> Polynomial {
    if let a = left as? Polynomial<Rational>, let b = right as? Polynomial<Rational> {
      let common = IntegerPolynomial.gcd(IntegerPolynomial(a), IntegerPolynomial(b))
      if let result = common.rational.monic as? Polynomial { return result }
    }
    var (a, b) = (left, right)
    while !b.isZero { (a, b) = (b, a.divided(by: b).remainder.monic) }
    return a.monic
  }

  /// The product of the distinct irreducible factors, up to a constant.
  public var squareFreePart: Polynomial {
    guard degree > 0 else { return self }
    return divided(by: .gcd(self, derivative)).quotient
  }

  /// Square-free polynomials, coprime to each other, whose powers with the multiplicities give the
  /// polynomial up to a constant, by Yun's algorithm; by increasing multiplicity, and constant ones
  /// may be among them. None for a constant.
  ///
  /// - Complexity: The greatest common divisor with the derivative, and for each multiplicity up to the
  ///   largest one of polynomials whose degree is at most the number of distinct roots.
  public var squareFreeFactors: [(polynomial: Polynomial, multiplicity: Int)] {
    var factors: [(polynomial: Polynomial, multiplicity: Int)] = []
    let common = Polynomial.gcd(self, derivative)
    guard !common.isZero else { return [] }
    // With the distinct factors in b, d / b is the sum of (m - k) f'/f over those of multiplicity m.
    var b = divided(by: common).quotient
    var d = derivative.divided(by: common).quotient - b.derivative
    while b.degree > 0 {
      let factor = Polynomial.gcd(b, d)
      factors.append((factor, factors.count + 1))
      b = b.divided(by: factor).quotient
      d = d.divided(by: factor).quotient - b.derivative
    }
    return factors
  }
}

extension Polynomial where F == Rational {
  /// The multiple with coprime integer coefficients and a positive leading one.
  ///
  /// - Precondition: Not the zero polynomial.
  public var primitivePart: Polynomial {
    precondition(!isZero, "the zero polynomial has no primitive part")
    let integral = IntegerPolynomial(self)
    return (integral.leadingSign < 0 ? integral.negated : integral).rational
  }
}
