import Rational

/// The ridge problem: minimise `(1/2K) ‖W M - I‖² + (λ/2) ‖W‖²` over W, where K is the number of
/// columns of M and λ > 0.
///
/// The objective is a convex quadratic, so W is a minimiser if and only if the gradient
/// `(1/K) (W M - I) Mᵀ + λ W` is zero there.
///
/// - Note: Lemma 14 of the paper.
public struct Ridge<M: ExactMatrix>: Sendable {
  /// The minimiser.
  public let weights: M
  /// The objective at the minimiser, evaluated from its definition.
  public let value: M.Scalar

  /// Solves the problem for M and λ, which the caller knows to be positive.
  ///
  /// The stationary point is `W = Mᵀ (M Mᵀ + λ K I)⁻¹`; that the gradient vanishes there is
  /// checked.
  ///
  /// - Throws: `singular` when the inverse does not exist, which λ > 0 excludes;
  ///   `internalCheckFailed` when the gradient is not zero.
  public init(_ matrix: M, assumingPositive lambda: M.Scalar) throws(MatrixError) {
    let count = matrix.columnCount
    if count.isZero { throw .notPositive("the number of columns") }
    let shift = matrix.identityOnRows.scaled(by: lambda * count)
    guard let inverse = (matrix * matrix.transposed + shift).inverse else { throw .singular }
    let weights = matrix.transposed * inverse
    let residual = weights * matrix - matrix.identityOnColumns
    let gradient =
      (residual * matrix.transposed).scaled(by: count.inverse) + weights.scaled(by: lambda)
    guard gradient.isZero else { throw .internalCheckFailed("gradient of the ridge objective") }
    self.weights = weights
    let fit = residual.squaredNorm * count.inverse
    value = (fit + lambda * weights.squaredNorm) * M.Scalar(2).inverse
  }
}

extension Ridge where M.Scalar: OrderedExactField {
  /// Solves the problem for M and λ.
  ///
  /// - Throws: `notPositive` when λ is not; `internalCheckFailed` when the gradient is not zero.
  public init(_ matrix: M, lambda: M.Scalar) throws(MatrixError) {
    guard lambda.sign > 0 else { throw .notPositive(lambda.description) }
    try self.init(matrix, assumingPositive: lambda)
  }
}
