import Rational

/// What the loss of a family of solutions depends on: four invariants of a pair of matrices (B, N).
///
/// The solutions have the features `M̃_l = A_l B` for 2 ≤ l < L and `M̃_L = A_L N`, with
/// `A_lᵀ A_l = α_l I`, and everything else is optimal. B has non-negative entries, and the rows of N
/// lie in the row space of B. With t the balanced term of the weighted AM-GM inequality,
///
///     2·loss(t) = L t + Σ_i 1/(K + μ_i t^L / (D Λ)),   D = ν² ρ^(L-3) κ,   Λ = n·λ_H·λ_1⋯λ_L.
public struct Construction: Hashable, Sendable {
  /// The number of classes, the columns of B and of N.
  public let classes: Int
  /// ν, the sum of the singular values of B.
  public let nuclearNorm: Surd
  /// ρ, the rank of B.
  public let rank: Int
  /// κ, the least `‖W‖²` with `W B = N`.
  public let lastLayerNorm: Surd
  /// μ, the eigenvalues of `relu(N)ᵀ relu(N)` with their multiplicities, which add up to `classes`.
  public let gramSpectrum: [Eigenvalue]

  /// An eigenvalue with its multiplicity.
  public struct Eigenvalue: Hashable, Sendable {
    /// μ
    public let value: Surd
    /// How often it occurs.
    public let multiplicity: Int

    /// An eigenvalue that occurs so many times.
    public init(_ value: Surd, multiplicity: Int) {
      self.value = value
      self.multiplicity = multiplicity
    }
  }

  /// The construction with these invariants.
  ///
  /// - Precondition: At least one class; ν, ρ and κ are positive; no eigenvalue is negative and their
  ///   multiplicities add up to the number of classes.
  public init(
    classes: Int, nuclearNorm: Surd, rank: Int, lastLayerNorm: Surd, gramSpectrum: [Eigenvalue]
  ) {
    precondition(classes > 0 && rank > 0 && nuclearNorm.sign > 0 && lastLayerNorm.sign > 0)
    precondition(gramSpectrum.allSatisfy { $0.value.sign >= 0 && $0.multiplicity > 0 })
    precondition(gramSpectrum.reduce(0) { $0 + $1.multiplicity } == classes)
    self.classes = classes
    self.nuclearNorm = nuclearNorm
    self.rank = rank
    self.lastLayerNorm = lastLayerNorm
    self.gramSpectrum = gramSpectrum
  }

  /// Deep neural collapse: B = N = I.
  public static func collapse(classes: Int) -> Construction {
    Construction(
      classes: classes, nuclearNorm: Surd(classes), rank: classes, lastLayerNorm: Surd(classes),
      gramSpectrum: [Eigenvalue(1, multiplicity: classes)])
  }

  /// What the loss depends on when there are two layers and so no B: `M̃_2 = A_2 N = W_1 H_1`, and
  /// D is the square of the nuclear norm of N.
  ///
  /// Its ν is that norm and ρ = κ = 1, so that D = ν² ρ^(L-3) κ holds for L = 2 as well.
  public static func twoLayers(
    classes: Int, nuclearNormOfLastLayer: Surd, gramSpectrum: [Eigenvalue]
  ) -> Construction {
    Construction(
      classes: classes, nuclearNorm: nuclearNormOfLastLayer, rank: 1, lastLayerNorm: 1,
      gramSpectrum: gramSpectrum)
  }

  /// A construction with relu(N) = 0: the last features are zero, and the loss is 1/2 for every Λ.
  ///
  /// With all μ zero the loss is L t + 1 for any D; ν, ρ and κ are 1 here, whatever those of the matrices
  /// are.
  public static func vanishing(classes: Int) -> Construction {
    Construction(
      classes: classes, nuclearNorm: 1, rank: 1, lastLayerNorm: 1,
      gramSpectrum: [Eigenvalue(0, multiplicity: classes)])
  }

  /// D = ν² ρ^(L-3) κ.
  ///
  /// - Precondition: At least two layers. With two there is no B, and ρ = κ, as for `twoLayers` and
  ///   for collapse, which has B = N.
  public func depthFactor(layers: Int) -> Surd {
    let square = nuclearNorm * nuclearNorm
    if layers == 2 {
      precondition(lastLayerNorm == Surd(rank), "with two layers ν is the nuclear norm of N")
      return square
    }
    return square * Surd(Integer(rank).power(layers - 3)) * lastLayerNorm
  }

  /// c_i = μ_i K₀^L / D with K₀ the number of classes, and the share of classes that have it.
  ///
  /// In these numbers the loss is (K₀/K) times the mean over the classes of L K τ + 1/(1 + c_i x),
  /// where x = τ^L / (K Λ); all c_i are 1 for deep neural collapse.
  public func rates(layers: Int) -> [(rate: Surd, share: Rational)] {
    let scale = Surd(Integer(classes).power(layers)) / depthFactor(layers: layers)
    return gramSpectrum.map { ($0.value * scale, Rational($0.multiplicity, classes)) }
  }
}
