import Rational

extension Matrix {
  /// The determinant, 1 for no rows: the product of the pivots of an elimination, with the sign of
  /// its exchanges of rows.
  ///
  /// - Precondition: The matrix is square.
  /// - Complexity: Cubic in the number of rows, counted in field operations.
  public var determinant: Scalar {
    precondition(rows == columns, "only a square matrix has a determinant")
    var matrix = self
    var product = Scalar.one
    for column in 0..<columns {
      guard let pivot = (column..<rows).first(where: { !matrix[$0, column].isZero }) else {
        return .zero
      }
      if pivot != column {
        matrix.swapRows(pivot, column)
        product = -product
      }
      product *= matrix[column, column]
      let scale = matrix[column, column].inverse
      for row in (column + 1)..<max(rows, column + 1) where !matrix[row, column].isZero {
        matrix.subtract(
          row: column, times: matrix[row, column] * scale, from: row, startingAt: column)
      }
    }
    return product
  }
}

extension Matrix where Scalar == Rational {
  /// The determinant, 1 for no rows, by that of integers: each row is multiplied by a common
  /// denominator.
  ///
  /// - Precondition: The matrix is square.
  /// - Complexity: Where the integers are words, that of `Integer.determinant`; else as
  ///   `determinantByElimination`.
  public var determinant: Rational {
    precondition(rows == columns, "only a square matrix has a determinant")
    let cleared = (0..<rows).map { row($0).overCommonDenominator }
    let integers = cleared.map(\.numerators)
    let words = integers.map { $0.compactMap(\.word) }
    let fit = words.allSatisfy { $0.count == columns }
    let determinant =
      fit ? Rational(Integer.determinant(words)) : Self.determinantByElimination(integers)
    return determinant / Rational(cleared.reduce(1) { $0 * $1.denominator })
  }

  /// The determinant of integers by an elimination of integers.
  ///
  /// Each row is a rational factor times integers without a factor in common. That keeps them as
  /// short as the determinants of Bareiss' elimination, of which they are divisors, and shorter where
  /// the matrix has a structure.
  ///
  /// - Precondition: There are as many columns as rows.
  /// - Complexity: Cubic in the number of rows, counted in products of such integers.
  /// - Note: Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination",
  ///   1968.
  static func determinantByElimination(_ integers: [[Integer]]) -> Rational {
    let rows = integers.count
    var table = integers.map { IntegerRow($0) }
    var factors = table.map { Rational($0.divideByContent(from: 0)) }
    var product = Rational.one
    for step in 0..<rows {
      guard let pivot = (step..<rows).first(where: { !table[$0].isZero(at: step) }) else {
        return 0
      }
      if pivot != step {
        // The factors stay where they are: only the product of all of them counts.
        table.swapAt(pivot, step)
        product = -product
      }
      let top = table[step][step]
      product *= factors[step] * Rational(top)
      for row in (step + 1)..<max(rows, step + 1) where !table[row].isZero(at: step) {
        let entry = table[row][step]
        let common = Integer.gcd(top, entry)
        let factor = top / common
        table[row].combine(
          times: factor, minus: entry / common, times: table[step], from: step + 1)
        let content = table[row].divideByContent(from: step + 1)
        factors[row] *= Rational(content, factor)
      }
    }
    return product
  }
}
