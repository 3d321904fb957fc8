extension Integer {
  /// The determinant of a square matrix of words, 1 for no rows, from its remainders.
  ///
  /// Hadamard's bound says how many are needed. For a large matrix a divisor is found first, and only the cofactor
  /// from remainders: its bound is that of the determinant over the divisor.
  ///
  /// - Precondition: There are as many columns as rows.
  /// - Complexity: Cubic in the number of rows for each sixty binary digits of the bound of the cofactor, quadratic for
  ///   each sixty of that of the determinant. A matrix whose determinant has no large divisor that is found, as
  ///   a singular one, or with entries next to the ends of `Int`, takes cubic time for the latter as well.
  public static func determinant(_ rows: [[Int]]) -> Integer {
    precondition(rows.allSatisfy { $0.count == rows.count }, "only a square matrix has one")
    let squaredLengths = rows.map { $0.reduce(Integer(0)) { $0 + Integer($1) * Integer($1) } }
    // The square of the determinant is at most the product of the squares of the rows' lengths.
    let bound = squaredLengths.reduce(1, *)
    let first = WordModuli.greatest
    let elimination = first.elimination(rows)
    var divisor = Integer(1)
    let search = DeterminantDivisor(rows: rows, squaredLengths: squaredLengths)
    if search.isWorthwhile(moduli: bound.bitLength / 120), let elimination,
      elimination.rank == rows.count
    {
      divisor = search.value(elimination: elimination, modulo: first) ?? 1
    }
    let cofactor = ChineseRemainders.integers(
      count: 1, squaredBound: bound / (divisor * divisor)
    ) { modulus in
      let known = modulus.modulus == first.modulus ? elimination : modulus.elimination(rows)
      guard let known, let inverse = modulus.inverse(modulus.residue(divisor)) else { return nil }
      return [modulus.product(known.determinant, inverse)]
    }[0]
    return divisor * cofactor
  }
}
