import Rational

/// A matrix over an exact field that stores every entry.
///
/// Entries are kept row by row. Equality and hashing are structural; two matrices are equal when
/// they have the same shape and the same entries. A shape with no rows or no columns is allowed.
public struct Matrix<Scalar: ExactField>: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The entries, row after row.
  var entries: [Scalar]

  /// A matrix from its entries, row after row.
  init(rows: Int, columns: Int, entries: [Scalar]) {
    precondition(rows >= 0 && columns >= 0, "a shape is not negative")
    precondition(entries.count == rows * columns, "one entry for each place")
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  /// The matrix with `entry(i, j)` in row i and column j, both counted from 0.
  ///
  /// - Precondition: Neither number is negative.
  public init<Failure: Error>(
    rows: Int, columns: Int, entry: (_ row: Int, _ column: Int) throws(Failure) -> Scalar
  ) throws(Failure) {
    precondition(rows >= 0 && columns >= 0, "a shape is not negative")
    var entries: [Scalar] = []
    entries.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { entries.append(try entry(row, column)) }
    }
    self.init(rows: rows, columns: columns, entries: entries)
  }

  /// The matrix with the given rows.
  ///
  /// - Precondition: All rows have the same length; there are no columns when there are no rows.
  public init(_ rows: [[Scalar]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "all rows have the same length")
    self.init(rows: rows.count, columns: columns, entries: Array(rows.joined()))
  }

  /// The identity matrix.
  public static func identity(_ size: Int) -> Matrix {
    Matrix(rows: size, columns: size) { $0 == $1 ? .one : .zero }
  }

  /// The matrix of ones.
  public static func ones(rows: Int, columns: Int) -> Matrix {
    constant(.one, rows: rows, columns: columns)
  }

  /// The matrix of zeros.
  public static func zero(rows: Int, columns: Int) -> Matrix {
    constant(.zero, rows: rows, columns: columns)
  }

  private static func constant(_ value: Scalar, rows: Int, columns: Int) -> Matrix {
    precondition(rows >= 0 && columns >= 0, "a shape is not negative")
    return Matrix(
      rows: rows, columns: columns, entries: Array(repeating: value, count: rows * columns))
  }

  /// The entry in a row and a column, both counted from 0.
  ///
  /// - Precondition: Both are within the shape.
  public subscript(row: Int, column: Int) -> Scalar {
    get { entries[offset(row, column)] }
    set { entries[offset(row, column)] = newValue }
  }

  /// The entries of one row.
  ///
  /// - Precondition: The row is within the shape.
  public func row(_ row: Int) -> [Scalar] {
    precondition(row >= 0 && row < rows, "not a row of the matrix")
    return Array(entries[(row * columns)..<((row + 1) * columns)])
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns, "not a place of the matrix")
    return row * columns + column
  }
}

extension Matrix: CustomStringConvertible {
  /// The rows in brackets, as in `[[1, 2], [3, 4]]`.
  public var description: String {
    let lines = (0..<rows).map { "[" + row($0).map(\.description).joined(separator: ", ") + "]" }
    return "[" + lines.joined(separator: ", ") + "]"
  }
}
