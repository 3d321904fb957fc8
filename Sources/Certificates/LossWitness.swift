import Rational

/// What convinces the kernel of a `LossStatement`.
public enum LossWitness: Hashable, Sendable {
  /// For `<` and `>`: the smaller side is below `value` at the `points`, one for each of its blocks;
  /// each block of the larger side is at least its bound everywhere, and the bounds add up to `value`
  /// or more.
  case strict(value: Rational, points: [Rational], bounds: [LowerBound])
  /// For `=`: on both sides every block with K₀ classes is at least K₀/K everywhere, the value that it
  /// has at t = 0. So both minimal losses are 1/2.
  case tie(left: [LowerBound], right: [LowerBound])
  /// For `=`: both sides have the same functions, up to the scale of t, so the minimal losses are
  /// equal for every Λ.
  case same

  /// A lower bound of the function of one block, with the points that prove it.
  public struct LowerBound: Hashable, Sendable {
    /// The bound.
    public var value: Rational
    /// For each eigenvalue a rational number to be used in place of μ_i/(D Λ).
    public var rates: [Rate]
    /// Positive and increasing: [0, ∞) is cut into cells here.
    public var cuts: [Rational]

    /// The bound with these parts; nothing is checked.
    public init(value: Rational, rates: [Rate], cuts: [Rational]) {
      self.value = value
      self.rates = rates
      self.cuts = cuts
    }
  }

  /// A rational rate in place of μ/(D Λ).
  public enum Rate: Hashable, Sendable {
    /// The number itself, which has to be rational.
    case exact
    /// An upper bound. The function of a block falls as a rate grows.
    case atMost(Rational)
  }
}
