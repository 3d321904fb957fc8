import Polynomials
import Rational

extension Matrix: ExactMatrix {
  /// Rows are labelled by their numbers, so only how many there are matters.
  public var rowSet: Int { rows }
  /// Columns are labelled by their numbers, so only how many there are matters.
  public var columnSet: Int { columns }

  /// The number of rows as an element of the field.
  public var rowCount: Scalar { Scalar(rows) }
  /// The number of columns as an element of the field.
  public var columnCount: Scalar { Scalar(columns) }

  /// The identity matrix with as many rows.
  public var identityOnRows: Matrix { .identity(rows) }

  /// All entries.
  public var coordinates: [Scalar] { entries }

  /// The sum of the squares of all entries.
  public var squaredNorm: Scalar {
    entries.reduce(into: .zero) { $0 += $1 * $1 }
  }

  /// The squared norm of each row.
  public var rowSquaredNorms: [Scalar] {
    (0..<rows).map { row(Int($0)).reduce(into: .zero) { $0 += $1 * $1 } }
  }

  /// The matrix with each row multiplied by its factor. Precondition: one factor for each row.
  public func rowsScaled(by factors: [Scalar]) -> Matrix {
    precondition(factors.count == rows, "one factor for each row")
    return Matrix(rows: rows, columns: columns) { factors[$0] * self[$0, $1] }
  }

  /// `x - s` when every row has the sum `s`: the vector of ones is an eigenvector. Otherwise
  /// nothing.
  public var partialCharacteristicPolynomials: [Polynomial<Scalar>] {
    guard rows == columns, rows > 0 else { return [] }
    let sums = (0..<rows).map { row($0).reduce(.zero, +) }
    guard sums.allSatisfy({ $0 == sums[0] }) else { return [] }
    return [Polynomial([-sums[0], .one])]
  }
}
