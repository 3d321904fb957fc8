/// A matrix of remainders with its rows exchanged, as the product of a lower triangular matrix with ones on the diagonal
/// and one in echelon form.
///
/// Both are found column by column, each entry as a dot product (after Crout), for which remainders are taken once.
struct WordElimination {
  private let modulus: WordModulus
  private let rows: Int
  private let columns: Int
  /// Row after row: the lower factor below its diagonal, and the upper factor in the columns with a pivot.
  private var entries: [UInt64]
  /// Which row of the matrix stands at a place.
  private var origins: [Int]
  /// The reciprocals of the pivots.
  private var inverses: [UInt64] = []
  /// The product of the pivots, with the sign of the exchanges.
  private var product: UInt64

  /// The number of pivots.
  var rank: Int { inverses.count }

  /// The remainder of the determinant of a square matrix.
  var determinant: UInt64 { rank == rows ? product : 0 }

  /// Nil when a pivot has no inverse.
  ///
  /// - Parameter entries: Numbers below the modulus, row after row.
  init?(_ entries: [UInt64], rows: Int, columns: Int, modulo modulus: WordModulus) {
    precondition(entries.count == rows * columns, "as many numbers in each row as columns")
    (self.modulus, self.rows, self.columns, self.entries) = (modulus, rows, columns, entries)
    origins = Array(0..<rows)
    product = modulus.residue(1)
    var column = [UInt64](repeating: 0, count: rows)
    for place in 0..<columns where rank < rows {
      let step = rank
      reduce(place, into: &column)
      guard let pivot = (step..<rows).first(where: { column[$0] != 0 }) else { continue }
      if pivot != step {
        column.swapAt(pivot, step)
        exchange(pivot, step)
      }
      guard let inverse = modulus.inverse(column[step]) else { return nil }
      product = modulus.product(product, column[step])
      inverses.append(inverse)
      // No column up to this one is read any more on its own.
      for row in 0..<step { self.entries[row * columns + place] = column[row] }
      for row in (step + 1)..<max(rows, step + 1) {
        self.entries[row * columns + step] = modulus.product(column[row], inverse)
      }
    }
  }

  /// A column without what the pivots so far make of it: the upper factor as far as there are pivots, and what is left
  /// below.
  private func reduce(_ place: Int, into column: inout [UInt64]) {
    entries.withUnsafeBufferPointer { entries in
      column.withUnsafeMutableBufferPointer { column in
        guard let entries = entries.baseAddress, let column = column.baseAddress else { return }
        for row in 0..<rows {
          let lower = entries + row * columns
          let sum = modulus.dotProduct(lower, column, count: min(row, rank))
          column[row] = modulus.difference(lower[place], sum)
        }
      }
    }
  }

  private mutating func exchange(_ i: Int, _ j: Int) {
    for k in 0..<columns { entries.swapAt(i * columns + k, j * columns + k) }
    origins.swapAt(i, j)
    product = modulus.difference(0, product)
  }

  /// The one solution of a system of linear equations, by substitution in the triangular factors.
  ///
  /// - Precondition: The matrix is square with as many pivots as rows.
  /// - Parameter right: Numbers below the modulus, one for each row.
  func solution(_ right: [UInt64]) -> [UInt64] {
    precondition(rank == rows && rows == columns && right.count == rows, "one solution")
    var values = origins.map { right[$0] }
    entries.withUnsafeBufferPointer { entries in
      values.withUnsafeMutableBufferPointer { values in
        guard let entries = entries.baseAddress, let values = values.baseAddress else { return }
        for row in 0..<rows {
          let sum = modulus.dotProduct(entries + row * columns, values, count: row)
          values[row] = modulus.difference(values[row], sum)
        }
        for row in (0..<rows).reversed() {
          let next = row + 1
          let sum = modulus.dotProduct(
            entries + row * columns + next, values + next, count: rows - next)
          values[row] = modulus.product(modulus.difference(values[row], sum), inverses[row])
        }
      }
    }
    return values
  }
}
