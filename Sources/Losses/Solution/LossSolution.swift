import Rational

/// The minimal loss of a construction with the minimiser and the parts that it consists of.
///
/// At the minimiser all terms but those of the last layer are balanced: `λ_H/2 ‖H_1‖²` and each
/// `λ_l/2 ‖W_l‖²` with l < L are half the sum of the t of the blocks.
public struct LossSolution: Sendable {
  /// What the construction is: the blocks of its diagonal.
  public let blocks: [Block]
  /// The loss, which is minimal but for a restricted construction.
  public let loss: CertifiedNumber
  /// `1/(2N) ‖W_L H_L - Y‖²`
  public let fit: CertifiedNumber
  /// `λ_L/2 ‖W_L‖²`
  public let lastWeights: CertifiedNumber
  /// `λ_l/2 ‖W_l‖²`, the same for each l < L.
  public let earlierWeights: CertifiedNumber
  /// `λ_H/2 ‖H_1‖²`
  public let features: CertifiedNumber
  /// Zero is a minimiser, and the loss is exactly 1/2.
  public let isZero: Bool

  /// One block with the place of its minimum.
  public struct Block: Sendable {
    /// The invariants of the block.
    public let construction: Construction
    /// t, the balanced term.
    public let minimiser: CertifiedNumber
    /// x = (t/K₀)^L/(KΛ), in which all constructions can be compared.
    public let place: CertifiedNumber
    let bounds: Bounds<BigFloat>

    /// α_2, …, α_L: `A_lᵀ A_l = α_l I` at the minimiser.
    ///
    /// With t the balanced term, α_2 = t²/(ν² n λ_H λ_1), α_{l+1} = α_l t/(ρ λ_l) and
    /// α_L = α_{L-1} t/(κ λ_{L-1}).
    public func scales(_ regularisation: Regularisation) -> [CertifiedNumber] {
      let precision = bounds.upper.precision
      func known(_ value: Rational) -> Bounds<BigFloat> { Bounds(value, precision: precision) }
      let weights = regularisation.weights
      let norm = Bounds<BigFloat>(construction.nuclearNorm, precision: precision)
      var scale =
        bounds * bounds
        / (norm * norm
          * known(regularisation.samples * regularisation.features * weights[0]))
      var scales = [scale]
      for (index, decay) in weights.enumerated().dropFirst().dropLast() {
        let cost =
          index == weights.count - 2
          ? Bounds<BigFloat>(construction.lastLayerNorm, precision: precision)
          : known(Rational(construction.rank))
        scale = scale * bounds / (cost * known(decay))
        scales.append(scale)
      }
      return scales.map { CertifiedNumber($0) }
    }
  }
}
