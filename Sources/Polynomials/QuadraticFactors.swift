import Rational

extension Polynomial where F == Rational {
  /// Monic polynomials with integer coefficients whose product this one is, when it is such a one itself:
  /// of degree 2, for pairs of roots whose sum and product seem to be integers, and what is left.
  ///
  /// Each is divided by exactly, so that approximations decide only which are tried.
  ///
  /// - Complexity: A few operations in floating point for each pair of approximations, a division for
  ///   each that is tried.
  func splittingQuadratics(near approximations: [Double]) -> [Polynomial] {
    var rest = IntegerPolynomial(monic)
    var found: [IntegerPolynomial] = []
    let irrational = approximations.filter { !Self.isNearInteger($0) }
    for (place, a) in irrational.enumerated() {
      for b in irrational[(place + 1)...] where rest.degree > 2 {
        guard Self.isNearInteger(a + b), Self.isNearInteger(a * b) else { continue }
        let quadratic = IntegerPolynomial([
          Integer(Int((a * b).rounded())), Integer(Int(-(a + b).rounded())), 1,
        ])
        guard let quotient = rest.quotient(dividingBy: quadratic) else { continue }
        found.append(quadratic)
        rest = quotient
      }
    }
    return (found + [rest]).map(\.rational)
  }

  private static func isNearInteger(_ value: Double) -> Bool {
    abs(value) < 0x1p40 && abs(value - value.rounded()) < 0x1p-20
  }
}
