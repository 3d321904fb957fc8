extension Integer {
  /// Whether a matrix has at most a given rank.
  ///
  /// Where the remainders modulo a number are brought to echelon form with so many rows, all larger minors
  /// are multiples of the number. Where they are multiples of more than Hadamard's bound, they are zero.
  ///
  /// - Precondition: All rows have the same length; `rank` is not negative.
  /// - Complexity: A product of words for each row, column and unit of the rank, for each sixty binary
  ///   digits of the bound.
  package static func hasRank(_ rows: [[Integer]], atMost rank: Int) -> Bool {
    guard let columns = rows.first?.count, rank < Swift.min(rows.count, columns) else {
      return true
    }
    let squares = rows.map { $0.reduce(Integer(0)) { $0 + $1 * $1 } }.sorted(by: >)
    let bound = squares.prefix(rank + 1).reduce(Integer(1), *)
    var (product, moduli) = (Integer(1), WordModuli())
    while product * product <= bound {
      let modulus = moduli.next(coprimeTo: product)
      guard let found = modulus.rank(rows.map { $0.map(modulus.residue) }) else { continue }
      if found > rank { return false }
      product *= Integer(Int(modulus.modulus))
    }
    return true
  }
}
