/// Integers that are found from their remainders modulo words.
package struct ChineseRemainders {
  /// Between 0 and the product of the moduli.
  private var values: [Integer]
  /// The product of the moduli.
  package private(set) var product = Integer(1)

  /// So many integers of which nothing is known yet.
  package init(count: Int) { values = Array(repeating: 0, count: count) }

  /// Takes their remainders modulo a number that is coprime to those before.
  package mutating func insert(_ remainders: [UInt64], modulo modulus: WordModulus) {
    guard let inverse = modulus.inverse(modulus.residue(product)) else {
      preconditionFailure("a modulus that is coprime to those before")
    }
    for index in values.indices {
      let difference = modulus.difference(remainders[index], modulus.residue(values[index]))
      values[index] += product * Integer(Int(modulus.product(difference, inverse)))
    }
    product *= Integer(Int(modulus.modulus))
  }

  /// Those with the least magnitudes.
  package var integers: [Integer] { values.map { $0 + $0 > product ? $0 - product : $0 } }

  /// The integers whose squares are at most `squaredBound` and that leave given remainders.
  ///
  /// The remainders modulo coprime numbers give those modulo their product. Where that is more than
  /// twice the bound, one value is left. Nothing depends on the moduli being primes: one for which an
  /// elimination has no answer, having met a pivot without an inverse, is left out.
  ///
  /// - Parameter remainders: As many numbers below a modulus as `count`, or nil to leave it out.
  package static func integers(
    count: Int, squaredBound: Integer, remainders: (WordModulus) -> [UInt64]?
  ) -> [Integer] {
    var known = ChineseRemainders(count: count)
    var moduli = WordModuli()
    while known.product * known.product <= 4 * squaredBound {
      let modulus = moduli.next(coprimeTo: known.product)
      if let found = remainders(modulus) { known.insert(found, modulo: modulus) }
    }
    return known.integers
  }
}

/// Numbers below 2^60 that are probably primes, from the greatest on.
package struct WordModuli {
  /// What most determinants need is looked for once.
  private static let first: [WordModulus] = {
    var (result, last) = ([WordModulus](), UInt64(1) << 60)
    for _ in 0..<64 {
      result.append(following(last))
      last = result[result.count - 1].modulus
    }
    return result
  }()

  /// The one that comes first.
  static var greatest: WordModulus { first[0] }

  private var count = 0
  private var last = WordModulus(modulus: 1)

  package init() {}

  /// The greatest below another one, of which there are more than a computer can use up.
  private static func following(_ last: UInt64) -> WordModulus {
    var next = WordModulus(modulus: last - 1)
    while next.modulus % 2 == 0 || !next.isProbablyPrime {
      next = WordModulus(modulus: next.modulus - 1)
    }
    return next
  }

  /// The next one that is coprime to a product of others.
  package mutating func next(coprimeTo product: Integer) -> WordModulus {
    while true {
      let modulus = next()
      if modulus.inverse(modulus.residue(product)) != nil { return modulus }
    }
  }

  private mutating func next() -> WordModulus {
    last = count < Self.first.count ? Self.first[count] : Self.following(last.modulus)
    count += 1
    return last
  }
}
