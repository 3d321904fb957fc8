import Rational

extension ExactMatrix {
  /// Each row divided by its Euclidean norm.
  ///
  /// - Parameter squareRoot: The non-negative square root of a non-zero sum of squares, or nil
  ///   when it is not in the field. What it returns is squared and compared.
  /// - Throws: `zeroRow` for a row without a direction, `noSquareRoot` when a norm is not in the
  ///   field.
  public func unitRows(
    squareRoot: (Scalar) -> Scalar?
  ) throws(MatrixError) -> Self {
    var factors: [Scalar] = []
    for (row, square) in rowSquaredNorms.enumerated() {
      if square.isZero { throw .zeroRow(row) }
      guard let norm = squareRoot(square), norm * norm == square else {
        throw .noSquareRoot(square.description)
      }
      factors.append(norm.inverse)
    }
    return rowsScaled(by: factors)
  }
}

extension ExactMatrix where Scalar: RootField {
  /// Each row divided by its Euclidean norm.
  ///
  /// - Throws: `zeroRow` for a row without a direction, `noSquareRoot` when a norm is not in the
  ///   field.
  public func unitRows() throws(MatrixError) -> Self {
    var missing: MatrixError?
    do throws(MatrixError) {
      return try unitRows(squareRoot: { square in
        let root = square.squareRootInField
        if root == nil { missing = square.withoutSquareRoot }
        return root
      })
    } catch { throw missing ?? error }
  }
}
