import Rational

/// The nuclear norm of a matrix C, the sum of its singular values, with its certificate.
///
/// The singular values σ are the non-negative square roots of the eigenvalues of `CᵀC`. With E_σ
/// the projectors to the eigenspaces,
///
///     Q = Σ σ E_σ = (CᵀC)^{1/2},   P = C Q⁺ Cᵀ = (CCᵀ)^{1/2},   Z = C Q⁺.
///
/// The value is `tr Q = tr P`. From below it is certified by the dual matrix Z: `Z Zᵀ Z = Z`, so
/// Z is a partial isometry and `‖Z‖_op ≤ 1`, and `tr(ZᵀC) = tr Q`.
public struct NuclearNorm<M: ExactMatrix>: Sendable {
  /// The matrix.
  public let matrix: M
  /// The distinct singular values, zero included where it occurs, each with its multiplicity as a
  /// root of an eigenvalue of `CᵀC`.
  public let singularValues: [Eigenvalue<M.Scalar>]
  /// The projectors E_σ, in the order of the singular values.
  public let projectors: [M]
  /// `(CCᵀ)^{1/2}`.
  public let leftRoot: M
  /// `(CᵀC)^{1/2}`.
  public let rightRoot: M
  /// `((CᵀC)^{1/2})⁺`.
  let rightRootInverse: M
  /// The dual matrix: `‖Z‖_op ≤ 1` and `tr(ZᵀC)` is the value.
  public let dual: M

  /// The nuclear norm.
  public var value: M.Scalar { rightRoot.trace }

  /// The lower bound that the dual matrix certifies, `tr(ZᵀC)`.
  public var lowerBound: M.Scalar { (dual.transposed * matrix).trace }

  /// The nuclear norm of a matrix, given a list that contains every distinct singular value, all of
  /// which the caller knows to be non-negative.
  ///
  /// The list may contain other non-negative values and repetitions; that no value is missing is
  /// checked.
  ///
  /// - Throws: `spectrumNotInField` when a singular value is missing; `internalCheckFailed` when an
  ///   identity of the certificate fails.
  public init(
    _ matrix: M, assumingNonNegative singularValues: [M.Scalar]
  ) throws(MatrixError) {
    self.matrix = matrix
    let gram = matrix.gram
    let squares = try SpectralDecomposition(gram, values: singularValues.map { $0 * $0 })
    // The values were among the squares, and distinct ones have distinct non-negative roots.
    let root = { square in singularValues.first { $0 * $0 == square } ?? .zero }
    projectors = squares.projectors
    self.singularValues = zip(squares.values, squares.projectors).map {
      Eigenvalue(root($0), multiplicity: $1.trace)
    }
    rightRoot = squares.map(root)
    rightRootInverse = squares.map { $0.isZero ? .zero : root($0).inverse }
    dual = matrix * rightRootInverse
    leftRoot = dual * matrix.transposed
    guard rightRoot * rightRoot == gram, leftRoot.isSymmetric,
      leftRoot * leftRoot == matrix * matrix.transposed, leftRoot.trace == value,
      dual * dual.transposed * dual == dual, lowerBound == value
    else { throw .internalCheckFailed("nuclear norm") }
  }
}

extension NuclearNorm where M.Scalar: RootField {
  /// The nuclear norm of a matrix whose singular values lie in the field.
  ///
  /// - Throws: `spectrumNotInField` or `noSquareRoot` when they do not, or were not found there;
  ///   `internalCheckFailed` when an identity of the certificate fails.
  public init(_ matrix: M) throws(MatrixError) {
    var singularValues: [M.Scalar] = []
    for eigenvalue in try matrix.gram.spectrum() {
      guard let root = eigenvalue.value.squareRootInField,
        root * root == eigenvalue.value, root.sign >= 0
      else { throw eigenvalue.value.withoutSquareRoot }
      singularValues.append(root)
    }
    try self.init(matrix, assumingNonNegative: singularValues)
  }
}
