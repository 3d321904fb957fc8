import Rational

extension Matrix {
  /// The reduced row echelon form with the columns of its leading ones.
  ///
  /// Each leading one is the only non-zero entry of its column and stands to the right of the one
  /// above; zero rows come last. The form is unique.
  ///
  /// - Complexity: `rows · columns · rank` operations.
  public func reducedRowEchelonForm() -> (matrix: Matrix, pivots: [Int]) {
    var matrix = self
    var pivots: [Int] = []
    for column in 0..<columns {
      let top = pivots.count
      guard let pivot = (top..<rows).first(where: { !matrix[$0, column].isZero }) else { continue }
      matrix.swapRows(top, pivot)
      matrix.scaleRow(top, by: matrix[top, column].inverse)
      for row in 0..<rows where row != top && !matrix[row, column].isZero {
        matrix.subtract(row: top, times: matrix[row, column], from: row, startingAt: column)
      }
      pivots.append(column)
      if pivots.count == rows { break }
    }
    return (matrix, pivots)
  }

  /// The dimension of the row space.
  public var rank: Int { reducedRowEchelonForm().pivots.count }

  mutating func swapRows(_ i: Int, _ j: Int) {
    if i == j { return }
    for column in 0..<columns { entries.swapAt(i * columns + column, j * columns + column) }
  }

  mutating func scaleRow(_ row: Int, by factor: Scalar) {
    for column in 0..<columns where !self[row, column].isZero { self[row, column] *= factor }
  }

  /// Subtracts a multiple of one row from another, from a column on.
  mutating func subtract(
    row source: Int, times factor: Scalar, from target: Int, startingAt start: Int
  ) {
    for column in start..<columns where !self[source, column].isZero {
      self[target, column] -= factor * self[source, column]
    }
  }

  /// The sub-matrix on the given rows and columns, in that order.
  func selecting(rows chosenRows: some Sequence<Int>, columns chosenColumns: some Sequence<Int>)
    -> Matrix
  {
    let (chosenRows, chosenColumns) = (Array(chosenRows), Array(chosenColumns))
    return Matrix(rows: chosenRows.count, columns: chosenColumns.count) {
      self[chosenRows[$0], chosenColumns[$1]]
    }
  }
}
