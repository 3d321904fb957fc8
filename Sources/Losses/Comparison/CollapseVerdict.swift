import Rational

/// The answer for all regularisations at once.
public enum CollapseVerdict: Hashable, Sendable {
  /// The minimal loss is smaller for every Λ for which the collapse minimiser is not zero.
  case alwaysLess(Criterion)
  /// The minimal loss is larger for every Λ for which the collapse minimiser is not zero.
  case alwaysGreater
  /// The minimal losses are equal for every Λ.
  case alwaysEqual
  /// A Λ for which the collapse minimiser is not zero, and the order there, which is not `<`.
  case counterexample(Rational, LossOrder)
  /// Neither a criterion nor a counterexample was found.
  case undecided

  /// Which sufficient condition holds.
  public enum Criterion: Hashable, Sendable {
    /// All c_i > 1, that is D/μ_min < K^L, in each block that is not collapse itself.
    case smallestEigenvalue
    /// The mean of 1/(1 + c_i x) is below 1/(1 + x) for all x ≥ L-1: in each block that is not
    /// collapse itself, or over the classes of all blocks together.
    case allEigenvalues
  }
}
