extension Integer {
  /// The coefficients of det(x I - A) for a square matrix A, of x⁰ first, from their remainders.
  ///
  /// The coefficient of x^(n-k) is a sum of principal minors of k rows, up to sign. By Hadamard each is
  /// at most the product of the lengths of its rows, and by Maclaurin their sum at most `binom(n, k)`
  /// times the k-th power of the mean length, which is at most the root of s/n with s the sum of the
  /// squares of all entries.
  ///
  /// - Precondition: There are as many columns as rows.
  /// - Complexity: About n³ products of words for each sixty binary digits of the bound.
  public static func characteristicPolynomial(_ rows: [[Integer]]) -> [Integer] {
    precondition(rows.allSatisfy { $0.count == rows.count }, "only a square matrix has one")
    return ChineseRemainders.integers(
      count: rows.count + 1, squaredBound: squaredBound(rows)
    ) { modulus in
      modulus.characteristicPolynomial(rows.map { $0.map(modulus.residue) })
    }
  }

  /// No coefficient has a larger square.
  private static func squaredBound(_ rows: [[Integer]]) -> Integer {
    let order = rows.count
    let squares = rows.joined().reduce(Integer(0)) { $0 + $1 * $1 }
    var (bound, power, orders) = (Integer(1), Integer(1), Integer(1))
    for k in 0..<order {
      power *= squares
      orders *= Integer(order)
      let count = binomial(order, k + 1)
      bound = Swift.max(bound, count * count * power / orders + 1)
    }
    return bound
  }
}
