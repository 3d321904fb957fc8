import Rational

extension LossProblem {
  /// The minimal loss with that many certified significant digits, and a few more.
  ///
  /// - Returns: nil when the precision limit does not suffice.
  public func minimalLoss(of blocks: [Construction], digits: Int) -> MinimalLoss? {
    // A decimal digit is less than 3.33 bits.
    minimalLoss(of: blocks, tolerance: 10 + digits * 10 / 3)
  }
}

extension MinimalLoss {
  /// `1/2` when that is the exact value, otherwise the certified decimal digits.
  ///
  /// Fewer digits are shown where the two bounds round differently; zeros at the end are digits too.
  public func shown(digits: Int) -> String {
    isZero ? "1/2" : CertifiedNumber(lower: lower, upper: upper).shown(digits: digits)
  }
}
