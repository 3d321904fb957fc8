import Rational

extension Polynomial where F: OrderedExactField {
  /// Whether the value is positive at `bound` and everywhere above it.
  ///
  /// With x = bound + u, coefficients without a sign change decide most cases; otherwise roots are
  /// counted.
  public func isPositive(onAndAbove bound: F) -> Bool {
    let shifted = shifted(by: bound)
    guard let constant = shifted.coefficients.first, constant.sign > 0, leading.sign > 0 else {
      return false
    }
    if shifted.coefficients.allSatisfy({ $0.sign >= 0 }) { return true }
    return SturmSequence(shifted).rootCount(above: .zero) == 0
  }

  /// Whether the value is nowhere negative from `bound` on.
  ///
  /// Negative values above the bound mean a sign change there, which happens at the roots of odd
  /// multiplicity and at no others; the value at infinity has the sign of the leading coefficient.
  public func isNonNegative(onAndAbove bound: F) -> Bool {
    if isZero { return true }
    let shifted = shifted(by: bound)
    if shifted.coefficients.allSatisfy({ $0.sign >= 0 }) { return true }
    guard leading.sign > 0 else { return false }
    return SturmSequence(shifted.oddPart).rootCount(above: .zero) == 0
  }
}

extension Polynomial {
  /// The product of the distinct irreducible factors of odd multiplicity, up to a constant.
  var oddPart: Polynomial {
    squareFreeFactors.reduce(Polynomial(constant: .one)) { odd, factor in
      factor.multiplicity % 2 == 1 ? odd * factor.polynomial : odd
    }
  }
}
