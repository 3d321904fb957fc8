import Rational

extension LossProblem {
  /// The order of a minimal loss and a rational number; `blocks` are the constructions on the diagonal.
  ///
  /// - Precondition: The classes of the blocks add up to those of the problem.
  /// - Returns: nil when the precision limit does not suffice; so it is when they are equal, unless
  ///   zero is a minimiser and both are 1/2.
  public func order(of blocks: [Construction], against value: Rational) -> LossOrder? {
    var tolerance = Self.coarseTolerance
    while tolerance <= Self.precisionLimit / 2 {
      guard let loss = minimalLoss(of: blocks, tolerance: tolerance) else { return nil }
      if loss.isZero {
        let half = Rational(1, 2)
        return half < value ? .less : half == value ? .equal : .greater
      }
      if loss.upper < value { return .less }
      if loss.lower > value { return .greater }
      tolerance *= 2
    }
    return nil
  }
}
