import Rational

/// A symmetric matrix as a combination of orthogonal projectors, `M = Σ v_i E_i`.
///
/// The values are distinct, the projectors are symmetric, `E_i E_j` is `E_i` for i = j and zero
/// otherwise, and they add up to the identity. All of this is checked, so a combination of the
/// projectors with non-negative coefficients is positive semidefinite beyond doubt.
public struct SpectralDecomposition<M: ExactMatrix>: Sendable {
  /// The distinct eigenvalues.
  public let values: [M.Scalar]
  /// The projector to the eigenspace of each value; none is zero.
  public let projectors: [M]
  /// The identity matrix on the rows of the matrix.
  private let identity: M

  /// The decomposition of a symmetric matrix whose distinct eigenvalues are among the given values.
  ///
  /// Values that are not eigenvalues are left out.
  ///
  /// - Throws: `notSymmetric`; `spectrumNotInField` when a value is missing.
  public init(_ matrix: M, values: some Sequence<M.Scalar>) throws(MatrixError) {
    guard matrix.isSymmetric else { throw .notSymmetric }
    let identity = matrix.identityOnRows
    var distinct: [M.Scalar] = []
    for value in values where !distinct.contains(value) { distinct.append(value) }
    let annihilated = distinct.reduce(identity) { $0 * (matrix - identity.scaled(by: $1)) }
    guard annihilated.isZero else { throw .spectrumNotInField }
    let pairs = zip(distinct, lagrangeCoefficients(distinct))
      .map { ($0, matrix.value(ofPolynomial: $1)) }
      .filter { !$0.1.isZero }
    self.identity = identity
    self.values = pairs.map(\.0)
    projectors = pairs.map(\.1)
    guard isDecomposition(of: matrix) else { throw .internalCheckFailed("projectors") }
  }

  private func isDecomposition(of matrix: M) -> Bool {
    guard map({ $0 }) == matrix, map({ _ in .one }) == identity else { return false }
    for (i, left) in projectors.enumerated() {
      guard left.isSymmetric, left * left == left else { return false }
      for right in projectors[(i + 1)...] where !(left * right).isZero { return false }
    }
    return true
  }

  /// `Σ f(v_i) E_i`, the matrix function f at M.
  public func map(_ function: (M.Scalar) -> M.Scalar) -> M {
    zip(values, projectors).reduce(identity.scaled(by: .zero)) {
      $0 + $1.1.scaled(by: function($1.0))
    }
  }
}
