extension DenseMatrix {
  /// The product of two matrices whose shapes fit.
  public static func * (left: DenseMatrix, right: DenseMatrix) -> DenseMatrix {
    var result = DenseMatrix.zero(left.rows, right.columns)
    let (inner, columns) = (left.columns, right.columns)
    result.entries.withUnsafeMutableBufferPointer { result in
      right.entries.withUnsafeBufferPointer { right in
        for row in 0..<left.rows {
          for index in 0..<inner {
            let factor = left.entries[row * inner + index]
            if factor == 0 { continue }
            for column in 0..<columns {
              result[row * columns + column] += factor * right[index * columns + column]
            }
          }
        }
      }
    }
    return result
  }

  static func zero(_ rows: Int, _ columns: Int) -> DenseMatrix {
    DenseMatrix(rows: rows, columns: columns, entries: Array(repeating: 0, count: rows * columns))
  }

  static func identity(_ size: Int) -> DenseMatrix {
    DenseMatrix(rows: size, columns: size) { $0 == $1 ? 1 : 0 }
  }

  /// The transpose.
  public var transposed: DenseMatrix {
    DenseMatrix(rows: columns, columns: rows) { self[$1, $0] }
  }

  /// σ of every entry.
  public var positivePart: DenseMatrix {
    DenseMatrix(rows: rows, columns: columns, entries: entries.map { $0 > 0 ? $0 : 0 })
  }

  /// The inverse of a positive definite matrix, by Cholesky's factor; nil when a pivot is as good as zero.
  var inverseOfPositive: DenseMatrix? {
    let size = rows
    var factor = entries  // L below and on the diagonal
    let scale = (0..<size).reduce(0.0) { max($0, entries[$1 * size + $1]) }
    for j in 0..<size {
      for k in 0..<j {
        let value = factor[j * size + k]
        if value == 0 { continue }
        for i in j..<size { factor[i * size + j] -= factor[i * size + k] * value }
      }
      let pivot = factor[j * size + j]
      guard pivot > scale * 1e-13 else { return nil }
      let root = pivot.squareRoot()
      for i in j..<size { factor[i * size + j] /= root }
    }
    // X = L⁻¹, and then Xᵀ X.
    var inverse = DenseMatrix.zero(size, size)
    for column in 0..<size {
      for row in column..<size {
        var sum = row == column ? 1.0 : 0
        for k in column..<row { sum -= factor[row * size + k] * inverse[k, column] }
        inverse[row, column] = sum / factor[row * size + row]
      }
    }
    return inverse.transposed * inverse
  }
}
