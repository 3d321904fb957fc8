extension Integer {
  /// The determinant of a square matrix of words, 1 for no rows, from its remainders.
  ///
  /// The remainders modulo coprime numbers give the one modulo their product. Where that is more than
  /// twice Hadamard's bound, one value is left. Nothing depends on the moduli being primes: with
  /// others an elimination may meet a pivot without an inverse, and then the modulus is left out.
  ///
  /// - Precondition: There are as many columns as rows.
  /// - Complexity: Cubic in the number of rows for each sixty binary digits of the bound.
  public static func determinant(_ rows: [[Int]]) -> Integer {
    precondition(rows.allSatisfy { $0.count == rows.count }, "only a square matrix has one")
    // The square of the determinant is at most the product of the squares of the rows' lengths.
    let bound = rows.reduce(Integer(1)) { product, row in
      product * row.reduce(Integer(0)) { $0 + Integer($1) * Integer($1) }
    }
    var (value, product) = (Integer(0), Integer(1))
    var moduli = WordModuli()
    while product * product <= 4 * bound {
      let modulus = moduli.next()
      guard let inverse = modulus.inverse(modulus.residue(product)),
        let determinant = modulus.determinant(rows)
      else { continue }
      let difference = modulus.difference(determinant, modulus.residue(value))
      value += product * Integer(Int(modulus.product(difference, inverse)))
      product *= Integer(Int(modulus.modulus))
    }
    return value + value > product ? value - product : value
  }
}

/// Numbers below 2^60 that are probably primes, from the greatest on.
private struct WordModuli {
  /// What most determinants need is looked for once.
  private static let first: [WordModulus] = {
    var (result, last) = ([WordModulus](), UInt64(1) << 60)
    for _ in 0..<64 {
      result.append(following(last))
      last = result[result.count - 1].modulus
    }
    return result
  }()

  private var count = 0
  private var last = WordModulus(modulus: 1)

  /// The greatest below another one, of which there are more than a computer can use up.
  private static func following(_ last: UInt64) -> WordModulus {
    var next = WordModulus(modulus: last - 1)
    while next.modulus % 2 == 0 || !next.isProbablyPrime {
      next = WordModulus(modulus: next.modulus - 1)
    }
    return next
  }

  mutating func next() -> WordModulus {
    last = count < Self.first.count ? Self.first[count] : Self.following(last.modulus)
    count += 1
    return last
  }
}
