/// The objective (1) with one column for each class, in floating point.
///
/// With H_1 = M ⊗ 1_nᵀ the objective is that of n = 1 with n λ_H in place of λ_H, so nothing is
/// lost by one column for each class; `NetworkPoint` has the argument. Nothing here decides
/// anything: what training finds is rounded to rationals and evaluated exactly.
public struct TrainingProblem: Hashable, Sendable {
  /// K
  public let classes: Int
  /// d_1, …, d_L, the lengths of the features that W_1, …, W_L are applied to.
  public let widths: [Int]
  /// n λ_H, λ_1, …, λ_L
  public let decays: [Double]

  /// The problem with these numbers.
  ///
  /// - Precondition: A decay for H_1 and one for each of the L ≥ 2 widths; all are positive.
  public init(classes: Int, widths: [Int], decays: [Double]) {
    precondition(classes > 0 && widths.count >= 2 && decays.count == widths.count + 1)
    precondition(widths.allSatisfy { $0 > 0 } && decays.allSatisfy { $0 > 0 })
    self.classes = classes
    self.widths = widths
    self.decays = decays
  }

  /// L
  public var layers: Int { widths.count }

  /// The rows and columns of H_1, W_1, …, W_L.
  public var shapes: [(rows: Int, columns: Int)] {
    let heights = widths.dropFirst() + [classes]
    return [(widths[0], classes)] + zip(heights, widths).map { ($0, $1) }
  }
}

/// A matrix of floating-point numbers, row after row.
public struct DenseMatrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The entries, row after row.
  public var entries: [Double]

  /// The matrix with these entries, row after row.
  public init(rows: Int, columns: Int, entries: [Double]) {
    precondition(entries.count == rows * columns)
    (self.rows, self.columns, self.entries) = (rows, columns, entries)
  }

  /// The matrix with `entry(i, j)` in row i and column j.
  init(rows: Int, columns: Int, entry: (Int, Int) -> Double) {
    self.init(
      rows: rows, columns: columns,
      entries: (0..<rows * columns).map { entry($0 / columns, $0 % columns) })
  }

  /// The entry in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { entries[row * columns + column] }
    set { entries[row * columns + column] = newValue }
  }

  var squaredNorm: Double { entries.reduce(0) { $0 + $1 * $1 } }
}
