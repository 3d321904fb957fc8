import Rational

/// Features and weights of an L-layer deep unconstrained features model (L-DUFM), all rational.
///
/// The objective is (1) of the paper, Definition 2: with N = K n and σ the positive part,
///
///     1/(2N) ‖W_L σ(W_{L-1} σ(… W_2 σ(W_1 H_1) …)) - Y‖² + Σ_l λ_l/2 ‖W_l‖² + λ_H/2 ‖H_1‖²,
///
/// so σ comes after W_1, …, W_{L-1}, not after H_1 and not after W_L. The columns of H_1 stand
/// class after class, and Y = I_K ⊗ 1_nᵀ.
///
/// H_1 may be given by one column for each class, which then stands n times: with H_1 = M ⊗ 1_nᵀ
/// every norm over the columns of H_1 is n times the one over those of M, so the residual is 1/(2K)
/// ‖… - I‖² and the last term is n λ_H/2 ‖M‖².
public struct NetworkPoint: Hashable, Sendable {
  /// K, the number of classes.
  public var classes: Int
  /// n, the samples of each class.
  public var samples: Int
  /// The columns of H_1 for each class: 1, each of which stands n times, or n.
  public var columnsPerClass: Int
  /// λ_H
  public var featureDecay: Rational
  /// λ_1, …, λ_L
  public var weightDecays: [Rational]
  /// H_1
  public var features: PointMatrix
  /// W_1, …, W_L
  public var weights: [PointMatrix]

  /// A point; whether its parts fit together is checked by `validate`.
  public init(
    classes: Int, samples: Int, columnsPerClass: Int, featureDecay: Rational,
    weightDecays: [Rational], features: PointMatrix, weights: [PointMatrix]
  ) {
    self.classes = classes
    self.samples = samples
    self.columnsPerClass = columnsPerClass
    self.featureDecay = featureDecay
    self.weightDecays = weightDecays
    self.features = features
    self.weights = weights
  }

  /// L
  public var layers: Int { weightDecays.count }

  /// Λ = n·λ_H·λ_1⋯λ_L.
  public var regularisation: Rational {
    weightDecays.reduce(Rational(samples) * featureDecay, *)
  }

  /// Checks that the shapes fit together and the λ's are positive.
  public func validate() throws(Rejection) {
    func require(
      _ holds: Bool, _ place: String, _ expected: String, _ found: String
    ) throws(Rejection) {
      if !holds { throw Rejection(.statement, place, expected: expected, found: found) }
    }
    try require((1...PointLimit.classes).contains(classes), "K", "1 to 100000", "\(classes)")
    try require((2...PointLimit.layers).contains(layers), "L", "2 to 1000", "\(layers)")
    try require((1...PointLimit.samples).contains(samples), "n", "1 to 10^9", "\(samples)")
    try require(
      columnsPerClass == 1 || columnsPerClass == samples, "the columns of a class",
      "1 or \(samples)", "\(columnsPerClass)")
    for decay in [featureDecay] + weightDecays {
      try require(decay.sign > 0, "a weight decay", "a positive number", "\(decay)")
    }
    let (columns, overflows) = classes.multipliedReportingOverflow(by: columnsPerClass)
    try require(
      !overflows && features.columns == columns, "H_1", "K times the columns of a class",
      "\(features.columns) columns")
    try require(weights.count == layers, "the weights", "\(layers) matrices", "\(weights.count)")
    var height = features.rows
    for (index, weight) in weights.enumerated() {
      try require(
        weight.columns == height, "W_\(index + 1)", "\(height) columns", "\(weight.columns)")
      height = weight.rows
    }
    try require(height == classes, "W_\(layers)", "\(classes) rows", "\(height)")
  }

  /// W_1 H_1, W_2 σ(W_1 H_1), …: what each layer computes, before σ.
  ///
  /// - Precondition: `validate` finds nothing.
  /// - Complexity: One integer product for each weight and column.
  public func preactivations() -> [PointMatrix] { features.preactivations(weights) }

  /// The terms of the objective at this point, exactly.
  ///
  /// - Precondition: `validate` finds nothing.
  public func terms() -> Terms { terms(of: preactivations()) }

  /// The same, when the layers have been computed.
  public func terms(of layers: [PointMatrix]) -> Terms {
    let output = layers[layers.count - 1]
    // The residual over the denominator of the output.
    var sum = Integer(0)
    for row in 0..<output.rows {
      for column in 0..<output.columns {
        let value = output.numerators[row * output.columns + column]
        let rest = column / columnsPerClass == row ? value - output.denominator : value
        sum += rest * rest
      }
    }
    let scale = Integer(2) * Integer(output.columns)
    let half = Rational(1, 2)
    return Terms(
      fit: Rational(sum, scale * output.denominator * output.denominator),
      weights: zip(weightDecays, weights).map { $0 * half * $1.squaredNorm },
      features: featureDecay * half * features.squaredNorm * Rational(samples / columnsPerClass))
  }

  /// The parts of the objective.
  public struct Terms: Hashable, Sendable {
    /// 1/(2N) ‖… - Y‖²
    public let fit: Rational
    /// λ_l/2 ‖W_l‖² for l = 1, …, L
    public let weights: [Rational]
    /// λ_H/2 ‖H_1‖²
    public let features: Rational

    /// The value of the objective.
    public var loss: Rational { weights.reduce(fit + features, +) }
  }
}

/// Sizes beyond which the kernel declines.
enum PointLimit {
  static let classes = 100_000
  static let layers = 1000
  static let samples = 1_000_000_000
  /// Bits of x^(2L).
  static let powerBits = 1 << 22
}
