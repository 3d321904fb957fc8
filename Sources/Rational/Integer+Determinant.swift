extension Integer {
  /// The determinant of a square matrix of words, 1 for no rows, from its remainders.
  ///
  /// Hadamard's bound says how many are needed.
  ///
  /// - Precondition: There are as many columns as rows.
  /// - Complexity: Cubic in the number of rows for each sixty binary digits of the bound.
  public static func determinant(_ rows: [[Int]]) -> Integer {
    precondition(rows.allSatisfy { $0.count == rows.count }, "only a square matrix has one")
    // The square of the determinant is at most the product of the squares of the rows' lengths.
    let bound = rows.reduce(Integer(1)) { product, row in
      product * row.reduce(Integer(0)) { $0 + Integer($1) * Integer($1) }
    }
    return ChineseRemainders.integers(count: 1, squaredBound: bound) { modulus in
      modulus.determinant(rows).map { [$0] }
    }[0]
  }
}
