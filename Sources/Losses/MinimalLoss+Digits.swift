import Rational

extension LossProblem {
  /// The minimal loss with that many certified significant digits.
  ///
  /// - Returns: nil when the precision limit does not suffice.
  public func minimalLoss(of blocks: [Construction], digits: Int) -> MinimalLoss? {
    var width = Rational(1, Integer(10).power(digits + 2))
    for _ in 0..<8 {
      guard let loss = minimalLoss(of: blocks, width: width) else { return nil }
      if loss.isZero || loss.upper - loss.lower < loss.lower * Rational(1, Integer(10).power(digits))
      { return loss }
      width *= width
    }
    return nil
  }

  /// The witness of a strict order, of mathematical content only: t for each block of the smaller
  /// side with `2·loss(t) < v`, while the other side is above v for all t ≥ 0.
  public struct Witness: Hashable, Sendable {
    public let points: [Rational]
    public let value: Rational
  }

  /// A short witness for the result of `compare`; nil for a tie.
  public func certificate(
    for found: (order: LossOrder, left: MinimalLoss, right: MinimalLoss)
  ) -> Witness? {
    switch found.order {
    case .equal: return nil
    case .less: return witness(smaller: found.left, larger: found.right)
    case .greater: return witness(smaller: found.right, larger: found.left)
    }
  }

  private func witness(smaller: MinimalLoss, larger: MinimalLoss) -> Witness {
    // Strictly between the two enclosures.
    let (low, high) = (2 * smaller.upper, 2 * larger.lower)
    let third = (high - low) * Rational(1, 3)
    return Witness(
      points: smaller.points, value: .simplest(between: low + third, and: high - third))
  }
}

extension MinimalLoss {
  /// `1/2` when that is the exact value, otherwise the certified decimal digits.
  ///
  /// The last digit may be off by one where the two bounds round differently.
  public func shown(digits: Int) -> String {
    if isZero { return "1/2" }
    var count = digits
    while count > 1, lower.decimal(digits: count) != upper.decimal(digits: count) { count -= 1 }
    return lower.decimal(digits: count) + "…"
  }
}
