import Foundation

/// A matrix of doubles: an independent way to compute what the program computes exactly.
struct DoubleMatrix {
  let rows: Int
  let columns: Int
  var entries: [Double]

  init(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Double = { _, _ in 0 }) {
    self.rows = rows
    self.columns = columns
    entries = (0..<rows).flatMap { i in (0..<columns).map { entry(i, $0) } }
  }

  static func identity(_ size: Int) -> DoubleMatrix {
    DoubleMatrix(size, size) { $0 == $1 ? 1 : 0 }
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * columns + column] }
    set { entries[row * columns + column] = newValue }
  }

  var transposed: DoubleMatrix { DoubleMatrix(columns, rows) { self[$1, $0] } }
  var rectified: DoubleMatrix { DoubleMatrix(rows, columns) { max(0, self[$0, $1]) } }
  /// The sum of the squared entries.
  var squaredNorm: Double { entries.reduce(0) { $0 + $1 * $1 } }

  static func * (left: DoubleMatrix, right: DoubleMatrix) -> DoubleMatrix {
    DoubleMatrix(left.rows, right.columns) { i, j in
      (0..<left.columns).reduce(0) { $0 + left[i, $1] * right[$1, j] }
    }
  }

  static func * (left: Double, right: DoubleMatrix) -> DoubleMatrix {
    DoubleMatrix(right.rows, right.columns) { left * right[$0, $1] }
  }

  static func + (left: DoubleMatrix, right: DoubleMatrix) -> DoubleMatrix {
    DoubleMatrix(left.rows, left.columns) { left[$0, $1] + right[$0, $1] }
  }

  static func - (left: DoubleMatrix, right: DoubleMatrix) -> DoubleMatrix { left + -1 * right }

  /// The matrix without some of its columns.
  func keeping(columns kept: [Int]) -> DoubleMatrix {
    DoubleMatrix(rows, kept.count) { self[$0, kept[$1]] }
  }

  /// Every column n times: `M ⊗ 1ᵀ`.
  func repeatingColumns(_ n: Int) -> DoubleMatrix {
    DoubleMatrix(rows, columns * n) { self[$0, $1 / n] }
  }

  /// Both on the diagonal.
  static func blocks(_ first: DoubleMatrix, _ second: DoubleMatrix) -> DoubleMatrix {
    DoubleMatrix(first.rows + second.rows, first.columns + second.columns) { i, j in
      if i < first.rows, j < first.columns { return first[i, j] }
      if i >= first.rows, j >= first.columns { return second[i - first.rows, j - first.columns] }
      return 0
    }
  }

  /// Eigenvalues and orthonormal eigenvectors, as columns, of a symmetric matrix: Jacobi rotations.
  var eigen: (values: [Double], vectors: DoubleMatrix) {
    var (a, v) = (self, DoubleMatrix.identity(rows))
    let size = squaredNorm.squareRoot()
    for _ in 0..<60 {
      var isDiagonal = true
      for p in 0..<rows {
        for q in (p + 1)..<max(rows, p + 1) where abs(a[p, q]) > 1e-18 * size {
          isDiagonal = false
          let angle = 0.5 * atan2(2 * a[p, q], a[q, q] - a[p, p])
          let (c, s) = (cos(angle), sin(angle))
          for k in 0..<rows {
            (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q])
          }
          for k in 0..<rows {
            (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k])
            (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q])
          }
        }
      }
      if isDiagonal { break }
    }
    return ((0..<rows).map { a[$0, $0] }, v)
  }

  /// A function of a positive semidefinite matrix, eigenvalue by eigenvalue. Those that are zero but
  /// for rounding count as zero.
  func map(_ function: (Double) -> Double) -> DoubleMatrix {
    let (values, vectors) = eigen
    let limit = 1e-11 * (values.max() ?? 0)
    let images = values.map { function($0 > limit ? $0 : 0) }
    let scaled = DoubleMatrix(rows, rows) { vectors[$0, $1] * images[$1] }
    return scaled * vectors.transposed
  }

  /// The Moore-Penrose inverse.
  var pseudoInverse: DoubleMatrix {
    (transposed * self).map { $0 > 0 ? 1 / $0 : 0 } * transposed
  }
}
