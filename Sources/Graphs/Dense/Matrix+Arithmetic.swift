import Rational

extension Matrix {
  /// The entrywise sum. Precondition: equal shapes.
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, +)
  }

  /// The entrywise difference. Precondition: equal shapes.
  public static func - (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, -)
  }

  private func combined(
    with other: Matrix, _ operation: (Scalar, Scalar) -> Scalar
  ) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "the shapes differ")
    return Matrix(
      rows: rows, columns: columns,
      entries: zip(entries, other.entries).map { operation($0, $1) })
  }

  /// The matrix product.
  ///
  /// - Precondition: The left matrix has as many columns as the right one has rows.
  /// - Complexity: The product of the three dimensions; in multiplications of words for small
  ///   rational entries.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "the inner dimensions differ")
    return Matrix(
      rows: left.rows, columns: right.columns,
      entries: Scalar.matrixProduct(
        left.entries, right.entries, shape: (left.rows, left.columns, right.columns)))
  }

  /// Every entry times `factor`.
  public func scaled(by factor: Scalar) -> Matrix {
    map { $0 * factor }
  }

  /// The image of every entry.
  public func map<Failure: Error>(
    _ transform: (Scalar) throws(Failure) -> Scalar
  ) throws(Failure) -> Matrix {
    Matrix(rows: rows, columns: columns, entries: try entries.map(transform))
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { self[$1, $0] }
  }

  /// The sum of the diagonal entries. Precondition: the matrix is square.
  public var trace: Scalar {
    precondition(rows == columns, "only a square matrix has a trace")
    return (0..<rows).reduce(into: .zero) { $0 += self[$1, $1] }
  }

  /// This matrix with the rows of another one under it.
  ///
  /// - Precondition: Both have the same number of columns.
  public func stacked(over other: Matrix) -> Matrix {
    precondition(columns == other.columns, "the numbers of columns differ")
    return Matrix(
      rows: rows + other.rows, columns: columns, entries: entries + other.entries)
  }
}
