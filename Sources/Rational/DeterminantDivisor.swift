/// A divisor of the determinant of a square matrix A of words, which is the determinant itself up to a few digits as a rule.
///
/// By Cramer's rule the unknowns of A x = b are integers over the determinant, so that the denominator of a sum of
/// multiples of them divides it. Where b and the multiples have no relation to A, hardly a prime cancels that divides
/// the determinant.
///
/// - Note: Abbott, Bronstein and Mulders, "Fast deterministic computation of determinants of dense matrices", 1999.
struct DeterminantDivisor {
  let rows: [[Int]]
  /// The squares of the lengths of the rows.
  let squaredLengths: [Integer]

  /// Whether a determinant from so many remainders is found faster with a divisor.
  ///
  /// As measured, it takes less than two thirds of the time from there on; and where no divisor is found, at most a third
  /// more.
  func isWorthwhile(moduli: Int) -> Bool { rows.count * moduli >= 120 }

  /// A positive divisor of the determinant, which is not 0; nil where the entries are too long for the steps of words.
  ///
  /// The modulus need not be a prime. Where its elimination has all pivots, the determinant is coprime to it, and the
  /// equations have one solution modulo each of its powers.
  ///
  /// - Precondition: The modulus is odd, and the elimination one of the matrix with as many pivots as rows.
  func value(elimination: WordElimination, modulo modulus: WordModulus) -> Integer? {
    let order = Integer(rows.count)
    // The sum of n magnitudes is at most √n times the length.
    let longest = squaredLengths.reduce(Integer(0)) { Swift.max($0, $1) }
    guard order * longest < Integer(1) << 126 else { return nil }
    let right = rows.indices.map { Self.digit($0) }
    let weights = rows.indices.map { Self.digit(rows.count + $0) }
    // Hadamard's bounds of the determinant, and of those with a column replaced by the right side.
    let denominatorBound = squaredLengths.reduce(1, *).squareRootFloor()
    let numeratorBound =
      2 * order
      * zip(squaredLengths, right).reduce(Integer(1)) { $0 * ($1.0 + Integer($1.1 * $1.1)) }
      .squareRootFloor()
    let solution = AdicSolution(
      rows, right, elimination: elimination, modulo: modulus,
      powerAbove: 2 * numeratorBound * denominatorBound)
    let sum = Rational(
      residue: solution.sum(weights: weights.map { UInt64($0) }), modulo: solution.power,
      numeratorAtMost: numeratorBound, denominatorAtMost: denominatorBound)
    return sum?.denominator
  }

  /// 1 or 2, without a pattern that a matrix would have: digits of the multiples of the squares by the golden ratio.
  static func digit(_ place: Int) -> Int {
    let square = UInt64(truncatingIfNeeded: place) &* UInt64(truncatingIfNeeded: place)
    return 1 + Int((square &* 0x9E37_79B9_7F4A_7C15) >> 63)
  }
}
