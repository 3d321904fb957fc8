import Rational

/// A matrix of rational numbers: integers over one positive denominator, row after row.
///
/// Canonical form: no number but 1 divides the denominator and all entries. `init` keeps it;
/// products and sums need it not, and are not compared.
public struct PointMatrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The common denominator, positive.
  public let denominator: Integer
  /// The numerators, row after row.
  public let numerators: [Integer]

  init(rows: Int, columns: Int, denominator: Integer, numerators: [Integer]) {
    precondition(numerators.count == rows * columns && denominator.sign > 0)
    (self.rows, self.columns) = (rows, columns)
    (self.denominator, self.numerators) = (denominator, numerators)
  }

  /// The matrix with these entries, row after row, over the least common denominator.
  ///
  /// - Precondition: One entry for each place.
  public init(rows: Int, columns: Int, entries: [Rational]) {
    precondition(rows >= 0 && columns >= 0 && entries.count == rows * columns)
    let (numerators, denominator) = entries.overCommonDenominator
    self.init(rows: rows, columns: columns, denominator: denominator, numerators: numerators)
  }

  /// The entry in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Rational {
    precondition((0..<rows).contains(row) && (0..<columns).contains(column))
    return Rational(numerators[row * columns + column], denominator)
  }

  /// The product of two matrices; the denominators are multiplied.
  ///
  /// - Precondition: As many columns as the right one has rows.
  /// - Complexity: One integer product for each row, column and term that is not zero.
  package static func * (left: PointMatrix, right: PointMatrix) -> PointMatrix {
    precondition(left.columns == right.rows, "shapes that fit")
    var result = Array(repeating: Integer(0), count: left.rows * right.columns)
    for row in 0..<left.rows {
      for inner in 0..<left.columns {
        let factor = left.numerators[row * left.columns + inner]
        if factor.isZero { continue }
        for column in 0..<right.columns {
          let other = right.numerators[inner * right.columns + column]
          if !other.isZero { result[row * right.columns + column] += factor * other }
        }
      }
    }
    return PointMatrix(
      rows: left.rows, columns: right.columns,
      denominator: left.denominator * right.denominator, numerators: result)
  }

  /// σ of every entry: a negative one becomes zero.
  public var positivePart: PointMatrix {
    PointMatrix(
      rows: rows, columns: columns, denominator: denominator,
      numerators: numerators.map { $0.sign < 0 ? 0 : $0 })
  }

  /// W_1 H, W_2 σ(W_1 H), … for this matrix H and the weights: what each layer computes, before σ.
  ///
  /// - Complexity: One integer product for each weight and column.
  public func preactivations(_ weights: [PointMatrix]) -> [PointMatrix] {
    var result: [PointMatrix] = []
    for weight in weights { result.append(weight * (result.last?.positivePart ?? self)) }
    return result
  }

  /// The sum of the squares of all entries.
  package var squaredNorm: Rational {
    let sum = numerators.reduce(Integer(0)) { $0 + $1 * $1 }
    return Rational(sum, denominator * denominator)
  }
}
