extension Rational {
  /// The fraction y/d that leaves a residue modulo a number, d times the residue being y, with bounds for y and d; nil
  /// when there is none.
  ///
  /// Twice the product of the bounds is less than the modulus, so there is at most one: y d' - y' d is a multiple of the
  /// modulus and less than it. Euclid's algorithm for the modulus and the residue comes to it with the first
  /// remainder that is no greater than the bound of y.
  ///
  /// - Parameters:
  ///   - residue: From 0 up to the modulus.
  ///   - numeratorBound: A positive bound of the magnitude of y.
  ///   - denominatorBound: A positive bound of d.
  /// - Complexity: Quadratic in the number of digits.
  /// - Note: Wang, "A p-adic algorithm for univariate partial fractions", 1981; Lehmer's quotients from leading digits
  ///   after Knuth, The Art of Computer Programming, 4.5.2, algorithm L.
  init?(
    residue: Integer, modulo modulus: Integer, numeratorAtMost numeratorBound: Integer,
    denominatorAtMost denominatorBound: Integer
  ) {
    precondition(2 * numeratorBound * denominatorBound < modulus, "one fraction at most")
    var (older, newer) = (modulus, residue)
    // What the residue is multiplied by, to leave these modulo the modulus.
    var (olderFactor, newerFactor) = (Integer(0), Integer(1))
    while newer > numeratorBound {
      // Steps that are taken together make the greater number shorter by less than 34 digits: they do not
      // skip the remainder that is looked for.
      if older.bitLength > numeratorBound.bitLength + 34,
        let steps = EuclideanSteps(older, newer)
      {
        (older, newer) = steps.applied(older, newer)
        (olderFactor, newerFactor) = steps.applied(olderFactor, newerFactor)
      } else {
        let (quotient, rest) = older.quotientAndRemainder(dividingBy: newer)
        (older, newer) = (newer, rest)
        (olderFactor, newerFactor) = (newerFactor, olderFactor - quotient * newerFactor)
      }
    }
    guard !newerFactor.isZero, newerFactor.magnitude <= denominatorBound else { return nil }
    self.init(newer, newerFactor)
  }
}

/// Some steps of Euclid's algorithm, as a matrix of words with the determinant ±1.
private struct EuclideanSteps {
  // The rows of the matrix.
  private var (a, b) = (1, 0)
  private var (c, d) = (0, 1)

  /// The steps that the leading digits of two numbers are enough for, the first one being the greater; nil when these do
  /// not show one quotient.
  init?(_ older: Integer, _ newer: Integer) {
    let shift = Swift.max(0, older.bitLength - 62)
    guard var x = (older >> shift).word, var y = (newer >> shift).word else { return nil }
    // The quotients of the least and of the greatest numbers with these digits agree.
    while y + c != 0, y + d != 0 {
      let quotient = (x + a) / (y + c)
      let (nextC, nextD) = (a - quotient * c, b - quotient * d)
      if quotient != (x + b) / (y + d) || max(nextC.magnitude, nextD.magnitude) >= 1 << 32 { break }
      (a, b, c, d) = (c, d, nextC, nextD)
      (x, y) = (y, x - quotient * y)
    }
    if b == 0 { return nil }
  }

  func applied(_ older: Integer, _ newer: Integer) -> (Integer, Integer) {
    (
      Integer(a) * older + Integer(b) * newer, Integer(c) * older + Integer(d) * newer
    )
  }
}
