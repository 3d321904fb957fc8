import Rational

/// Why a block loses less than deep neural collapse for every regularisation where that is not
/// degenerate, over any ordered field: also for functions of a symbol.
///
/// In the problem of its own k classes let `c_i = μ_i k^L / D` and x = t^L/(k^(L+1) Λ). The block has
/// twice the loss `L t + (1/k) Σ 1/(1 + c_i x)`, collapse `L t + 1/(1 + x)`. As `u/(u + x)` is concave
/// in u, with u_i = 1/c_i the mean is at most `ū/(ū + x)`, which is below `1/(1 + x)` for every x > 0
/// when the mean ū of the u_i is below 1:
///
///     D Σ 1/μ_i < k^(L+1),   D = ν² ρ^(L-3) κ.
///
/// Taken at the minimiser of collapse, where x > 0, this bounds the minimal loss of the block. In the
/// problem of K ≥ k classes both functions are scaled alike, by k/K in t and in value.
public struct ReciprocalCriterion<F: OrderedExactField>: Hashable, Sendable {
  /// The number k of classes of the block.
  public let classes: F
  /// ν, the nuclear norm of B.
  public let nuclearNorm: F
  /// ρ, the rank of B.
  public let rank: F
  /// κ, the squared norm of the last hidden layer's weights.
  public let lastLayerNorm: F
  /// Σ 1/μ_i, the trace of the inverse of the Gram matrix of the last features.
  public let reciprocalSum: F

  /// The invariants, all of them positive.
  public init(
    classes: F, nuclearNorm: F, rank: F, lastLayerNorm: F, reciprocalSum: F
  ) {
    self.classes = classes
    self.nuclearNorm = nuclearNorm
    self.rank = rank
    self.lastLayerNorm = lastLayerNorm
    self.reciprocalSum = reciprocalSum
  }

  /// Whether the criterion holds for L layers.
  ///
  /// - Precondition: `layers` is at least 3.
  public func holds(layers: Int) -> Bool {
    precondition(layers >= 3, "at least three layers")
    let depth = nuclearNorm * nuclearNorm * rank.raised(to: layers - 3) * lastLayerNorm
    return depth * reciprocalSum < classes.raised(to: layers + 1)
  }

  /// Whether it holds for L + 1 layers when it does for L: the left side gains ρ, the right side k.
  public var passesToMoreLayers: Bool { rank <= classes }
}

extension ReciprocalCriterion<Surd> {
  /// The criterion of a construction, nil when an eigenvalue is not positive.
  public init?(_ construction: Construction) {
    var sum: Surd = 0
    for eigenvalue in construction.gramSpectrum {
      guard eigenvalue.value.sign > 0 else { return nil }
      sum += Surd(eigenvalue.multiplicity) / eigenvalue.value
    }
    self.init(
      classes: Surd(construction.classes), nuclearNorm: construction.nuclearNorm,
      rank: Surd(construction.rank), lastLayerNorm: construction.lastLayerNorm, reciprocalSum: sum)
  }
}
