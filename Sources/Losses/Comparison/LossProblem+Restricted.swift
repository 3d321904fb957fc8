import Rational

extension LossProblem {
  /// Compares the loss of a restricted construction with a minimal loss, exactly.
  ///
  /// - Returns: The order; nil when the precision limit does not suffice, as for two equal numbers
  ///   that are not both 1/2.
  public func compare(
    _ left: RestrictedConstruction, _ right: [Construction]
  ) -> LossOrder? {
    var digits = 15
    while digits <= 960 {
      guard let a = solution(of: left, digits: digits),
        let b = minimalLoss(of: right, digits: digits)
      else { return nil }
      if a.isZero && b.isZero { return .equal }
      if a.loss.upper < b.lower { return .less }
      if a.loss.lower > b.upper { return .greater }
      digits *= 4
    }
    return nil
  }
}
