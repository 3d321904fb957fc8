import Rational

/// The least-norm problem: minimise `‖W‖²` over the W with `W X = Y`, for given X and Y.
///
/// The problem falls apart into one for each row of Y. A row y can be reached if and only if it
/// lies in the row space of X, that is `y X⁺ X = y`, and the shortest w that reaches it is `y
/// X⁺`: it is the only solution in the column space of X, and every other solution differs by a
/// vector orthogonal to that. For a row that cannot be reached, `y X⁺` is the shortest w that
/// comes closest.
public struct LeastNorm<M: ExactMatrix>: Sendable {
  /// Which rows of Y can be reached.
  public enum Feasibility: Hashable, Sendable {
    /// All of them: the problem has a solution.
    case everyRow
    /// None of them.
    case noRow
    /// Some but not all. The numbers of those that can be reached, counting rows, or orbits of
    /// rows, from 0.
    case someRows([Int])
  }

  /// Which rows of Y can be reached.
  public let feasibility: Feasibility
  /// `Y X⁺`, whose rows are the shortest solutions.
  public let weights: M
  /// The inner products of those rows, `Y X⁺ (Y X⁺)ᵀ = Y (XᵀX)⁺ Yᵀ`.
  public var gramOfRows: M { weights * weights.transposed }

  /// The least value `‖Y X⁺‖² = tr(YᵀY (XᵀX)⁺)`, or nil when there is no solution.
  public var value: M.Scalar? {
    feasibility == .everyRow ? weights.squaredNorm : nil
  }

  /// Solves the problem for X and Y.
  ///
  /// `X⁺ = Xᵀ (X Xᵀ)⁺` by the Gram matrix of the rows, which are few in the problems of the paper. The
  /// result is checked: the weights lie in the column space of X, and a solution solves.
  ///
  /// - Precondition: X and Y have the same columns.
  /// - Throws: `internalCheckFailed` when the identity fails.
  public init(_ x: M, _ y: M) throws(MatrixError) {
    precondition(x.columnSet == y.columnSet, "X and Y need the same columns")
    let pseudoInverse = try x.transposed * (x * x.transposed).pseudoInverse()
    weights = y * pseudoInverse
    let image = weights * x
    guard image * pseudoInverse == weights else { throw .internalCheckFailed("least norm") }
    let reached = (image - y).rowSquaredNorms.enumerated().filter(\.element.isZero)
    if reached.count == y.rowSquaredNorms.count {
      feasibility = .everyRow
    } else {
      feasibility = reached.isEmpty ? .noRow : .someRows(reached.map(\.offset))
    }
  }
}
