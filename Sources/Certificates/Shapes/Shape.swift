import Rational

/// A network without its last weights and without regularisation: rational H_1 and W_1, …, W_{L-1}.
///
/// Its features are M_2 = σ(W_1 H_1), …, M_L = σ(W_{L-1} M_{L-1}), one column for each of the K
/// classes, σ the positive part. All that its losses depend on are the numbers L, K and
///
///     D = ‖H_1‖² ‖W_1‖² ⋯ ‖W_{L-1}‖²          G = M_Lᵀ M_L   (K × K).
///
/// **Claim.** Let n, λ_H, λ_1, …, λ_L be those of a problem with K classes and L layers, and Λ =
/// n·λ_H·λ_1⋯λ_L. Multiplied by suitable positive numbers, with suitable W_L, the shape is a point
/// of that problem's objective with twice the loss
///
///     L t + tr (K I + t^L G/(D Λ))⁻¹      for any t > 0 that is chosen.
///
/// *Proof.* Let each column of H_1 stand n times; then the residual is 1/(2K) ‖W_L M_L - I‖² and the
/// term of H_1 is n λ_H/2 ‖H_1‖². Multiply the L matrices by positive numbers: as σ(a z) = a σ(z)
/// for a > 0, M_L is multiplied by their product s. Choose them such that the L terms of the
/// regularisation are equal: each is half of the L-th root of their product n λ_H λ_1⋯λ_{L-1} D s² =
/// Λ D s²/λ_L, and s such that this root is t. Together they are L t/2. Last, W_L = M_Lᵀ (M_L M_Lᵀ +
/// K λ_L I)⁻¹ leaves λ_L/2 tr (M_LᵀM_L + K λ_L I)⁻¹, and M_LᵀM_L = s² G = t^L λ_L G/(D Λ). ∎
public struct Shape: Hashable, Sendable {
  /// H_1
  public var features: PointMatrix
  /// W_1, …, W_{L-1}
  public var weights: [PointMatrix]

  /// The shape with these matrices; whether they fit together is checked by `validate`.
  public init(features: PointMatrix, weights: [PointMatrix]) {
    (self.features, self.weights) = (features, weights)
  }

  /// K, one column of H_1 for each class.
  public var classes: Int { features.columns }
  /// L
  public var layers: Int { weights.count + 1 }
  /// How many numbers H_1 and the weights have.
  public var entries: Int { weights.reduce(features.numerators.count) { $0 + $1.numerators.count } }
  /// How many rows more than K the largest of H_1, M_2, …, M_L has; 0 when none has more.
  public var widthExcess: Int {
    weights.reduce(max(0, features.rows - classes)) { max($0, $1.rows - classes) }
  }
  /// The least number of rows of M_2, …, M_L.
  public var leastWidth: Int { weights.map(\.rows).min() ?? 0 }

  /// Checks that the matrices fit together, that none is zero, and that they are not too large.
  public func validate() throws(Rejection) {
    func require(
      _ holds: Bool, _ place: String, _ expected: String, _ found: String
    ) throws(Rejection) {
      if !holds { throw Rejection(.statement, place, expected: expected, found: found) }
    }
    func limit(_ number: Int, _ bound: Int, _ place: String) throws(Rejection) {
      guard number <= bound else {
        throw Rejection(.limit, place, expected: "at most \(bound)", found: "\(number)")
      }
    }
    try require(weights.count >= 1, "the weights", "at least one matrix", "none")
    try limit(classes, ShapeLimit.classes, "the columns of H_1")
    try limit(layers, ShapeLimit.layers, "the number of layers")
    var height = features.rows
    for (index, weight) in weights.enumerated() {
      let name = "W_\(index + 1)"
      try require(weight.columns == height, name, "\(height) columns", "\(weight.columns)")
      height = weight.rows
    }
    var bits = 0
    for (index, matrix) in ([features] + weights).enumerated() {
      let name = index == 0 ? "H_1" : "W_\(index)"
      try limit(matrix.rows, ShapeLimit.width, "the rows of \(name)")
      try require(matrix.numerators.contains { !$0.isZero }, name, "a number other than 0", "none")
      bits += matrix.denominator.bitLength + matrix.numerators.reduce(0) { max($0, $1.bitLength) }
    }
    try limit(bits, ShapeLimit.bits / classes, "the bits of all layers")
  }

  /// D, which is positive.
  ///
  /// - Precondition: `validate` finds nothing.
  package var normProduct: Rational { weights.reduce(features.squaredNorm) { $0 * $1.squaredNorm } }

  /// M_L, by one pass through the layers.
  ///
  /// - Precondition: `validate` finds nothing.
  /// - Complexity: One integer product for each weight and column.
  package var lastFeatures: PointMatrix {
    weights.reduce(features) { ($1 * $0).positivePart }
  }
}

/// Sizes beyond which the kernel declines.
enum ShapeLimit {
  static let classes = 64
  static let layers = 64
  static let width = 256
  /// Bits of the determinant of G, roughly.
  static let bits = 1 << 16
  /// How many pieces of one interval may be looked at.
  static let pieces = 1024
}
