import Rational

extension LossProblem {
  /// A short witness of a strict order, for people to look at: t for each block of the smaller side
  /// with `2·loss(t) < v`, while the other side is above v for all t ≥ 0.
  ///
  /// `LossProblem.certificate` has the proof of both parts as well.
  public struct Witness: Hashable, Sendable {
    /// A t for each block of the smaller side.
    public let points: [Rational]
    /// v
    public let value: Rational
  }

  /// The witness for a result of `compare`; nil for a tie.
  public func certificate(
    for found: (order: LossOrder, left: MinimalLoss, right: MinimalLoss)
  ) -> Witness? {
    switch found.order {
    case .equal: return nil
    case .less: return Self.witness(smaller: found.left, larger: found.right)
    case .greater: return Self.witness(smaller: found.right, larger: found.left)
    }
  }

  private static func witness(smaller: MinimalLoss, larger: MinimalLoss) -> Witness {
    // Strictly between the two enclosures.
    let (low, high) = (2 * smaller.upper, 2 * larger.lower)
    let third = (high - low) * Rational(1, 3)
    return Witness(
      points: smaller.points, value: .simplest(between: low + third, and: high - third))
  }
}
