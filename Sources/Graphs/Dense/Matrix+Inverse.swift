import Rational

extension Matrix {
  /// The inverse by elimination on `[M | I]`, or nil when the matrix is not square or is singular.
  public var inverse: Matrix? {
    guard rows == columns else { return nil }
    let size = rows
    let extended = Matrix(rows: size, columns: 2 * size) {
      $1 < size ? self[$0, $1] : ($1 - size == $0 ? .one : .zero)
    }
    let (reduced, pivots) = extended.reducedRowEchelonForm()
    guard pivots == Array(0..<size) else { return nil }
    return reduced.selecting(rows: 0..<size, columns: size..<(2 * size))
  }

  /// The Moore–Penrose inverse from a full-rank factorisation, checked.
  ///
  /// With F the pivot columns and R the non-zero rows of the reduced echelon form, `X = F R` and
  /// `X⁺ = Rᵀ (R Rᵀ)⁻¹ (Fᵀ F)⁻¹ Fᵀ`. Over a formally real field both Gram matrices are invertible.
  ///
  /// - Throws: `internalCheckFailed` when one of the Penrose equations fails.
  public func pseudoInverse() throws(MatrixError) -> Matrix {
    let (reduced, pivots) = reducedRowEchelonForm()
    let f = selecting(rows: 0..<rows, columns: pivots)
    let r = reduced.selecting(rows: 0..<pivots.count, columns: 0..<columns)
    guard let right = (r * r.transposed).inverse, let left = f.gram.inverse else {
      throw .internalCheckFailed("full-rank factorisation")
    }
    return try (r.transposed * right * left * f.transposed).checked(asPseudoInverseOf: self)
  }
}
