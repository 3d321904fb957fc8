import Rational

/// The cheapest factorisation of C: minimise `(λ_A/2) ‖A‖² + (λ_B/2) ‖B‖²` over `A B = C`.
///
/// Some A, B with `A B = C`, `A Aᵀ = P'` and `Bᵀ B = Q'` exist if and only if the block matrix
/// `[P' C; Cᵀ Q']` is positive semidefinite (the inner dimension being its rank), so the problem
/// is to minimise `(λ_A/2) tr P' + (λ_B/2) tr Q'` over such blocks.
///
/// *From above.* With ρ = √(λ_B/λ_A) take `P' = ρ (CCᵀ)^{1/2}` and `Q' = (CᵀC)^{1/2} / ρ`. The
/// block is positive semidefinite: Q' is a non-negative combination of orthogonal projectors, the
/// rows of C are in its row space (`C Q'⁺ Q' = C`), and the Schur complement `P' - C Q'⁺ Cᵀ` is
/// zero.
///
/// *From below.* For any Z with `‖Z‖_op ≤ 1`, `tr(ZᵀA B) ≤ ‖A‖ ‖B‖`, hence by the inequality of
/// the means the objective is at least `√(λ_A λ_B) tr(ZᵀC)`. Z is the dual matrix of the nuclear
/// norm.
///
/// - Note: Lemma 15 of the paper.
public struct MinimalFactorisation<M: ExactMatrix>: Sendable {
  /// `A Aᵀ` for the factorisation found.
  public let leftGram: M
  /// `Bᵀ B` for the factorisation found.
  public let rightGram: M
  /// The objective of a factorisation that exists.
  public let upperBound: M.Scalar
  /// A value that no factorisation falls below.
  public let lowerBound: M.Scalar

  /// The least value; the two bounds agree.
  public var value: M.Scalar { upperBound }

  /// Solves the problem for the matrix of a nuclear norm.
  ///
  /// `ratioRoot` is √(λ_B/λ_A); its square is compared.
  ///
  /// - Precondition: The caller knows both weights and `ratioRoot` to be positive.
  /// - Throws: `noSquareRoot` when the square of `ratioRoot` is not λ_B/λ_A;
  ///   `internalCheckFailed` when an identity of the certificate fails or the bounds differ.
  public init(
    _ norm: NuclearNorm<M>, lambdaA: M.Scalar, lambdaB: M.Scalar,
    assumingPositive ratioRoot: M.Scalar
  ) throws(MatrixError) {
    guard !ratioRoot.isZero, ratioRoot * ratioRoot * lambdaA == lambdaB else {
      throw .noSquareRoot("\(lambdaB)/\(lambdaA)")
    }
    let c = norm.matrix
    leftGram = norm.leftRoot.scaled(by: ratioRoot)
    // The combination Σ (σ/ρ) E_σ, non-negative on projectors that were checked.
    rightGram = norm.rightRoot.scaled(by: ratioRoot.inverse)
    let inverse = norm.rightRootInverse.scaled(by: ratioRoot)
    guard inverse.isPseudoInverse(of: rightGram), c * inverse * rightGram == c,
      c * inverse * c.transposed == leftGram
    else { throw .internalCheckFailed("positive semidefinite block") }
    let half = M.Scalar(2).inverse
    upperBound = half * (lambdaA * leftGram.trace + lambdaB * rightGram.trace)
    // λ_A ρ is the positive number with the square λ_A λ_B.
    lowerBound = lambdaA * ratioRoot * norm.lowerBound
    guard upperBound == lowerBound else {
      throw .internalCheckFailed("bounds of the factorisation")
    }
  }
}

extension MinimalFactorisation where M.Scalar: RootField {
  /// Solves the problem for a matrix and two positive weights.
  ///
  /// - Throws: `notPositive` when a weight is not; `spectrumNotInField` or `noSquareRoot` when a
  ///   singular value or √(λ_B/λ_A) was not found in the field; `internalCheckFailed` when a
  ///   check fails.
  public init(_ matrix: M, lambdaA: M.Scalar, lambdaB: M.Scalar) throws(MatrixError) {
    try self.init(try NuclearNorm(matrix), lambdaA: lambdaA, lambdaB: lambdaB)
  }

  /// Solves the problem for the matrix of a nuclear norm and two positive weights.
  ///
  /// - Throws: `notPositive` when a weight is not; `noSquareRoot` when √(λ_B/λ_A) was not found
  ///   in the field; `internalCheckFailed` when a check fails.
  public init(
    _ norm: NuclearNorm<M>, lambdaA: M.Scalar, lambdaB: M.Scalar
  ) throws(MatrixError) {
    for lambda in [lambdaA, lambdaB] where lambda.sign <= 0 {
      throw .notPositive(lambda.description)
    }
    let ratio = lambdaB / lambdaA
    guard let root = ratio.squareRootInField, root.sign > 0 else {
      throw ratio.withoutSquareRoot
    }
    try self.init(norm, lambdaA: lambdaA, lambdaB: lambdaB, assumingPositive: root)
  }
}
