import CGMP

/// The solution of a system of linear equations A x = b in integers modulo a power of an odd number m, digit by digit to
/// the base m.
///
/// With A invertible modulo m, the lowest digits x_0 solve the equations modulo m; what is left of b, (b - A x_0) / m, is
/// the right side for the next ones. Its entries are at most as great as the sums of the magnitudes in the rows of A, or
/// as those of b, so that each step takes arithmetic on words.
///
/// - Note: Dixon, "Exact solution of linear equations using p-adic expansions", 1982.
struct AdicSolution {
  private let modulus: WordModulus
  /// The digits of all unknowns, the lowest first.
  private var digits: [[UInt64]] = []
  /// The power of the modulus up to which the solution is known.
  private(set) var power = Integer(1)

  /// As many digits as make the power greater than a bound.
  ///
  /// - Precondition: The modulus is odd and the elimination one of A with all pivots; the magnitudes in each row of A add
  ///   up to less than 2^63, and b has entries of less than that.
  init(
    _ matrix: [[Int]], _ right: [Int], elimination: WordElimination, modulo modulus: WordModulus,
    powerAbove bound: Integer
  ) {
    self.modulus = modulus
    let entries = Array(matrix.joined())
    let factor = Integer(Int(modulus.modulus))
    var rest = right
    while power <= bound {
      let digit = elimination.solution(rest.map(modulus.residue))
      digits.append(digit)
      power *= factor
      // The quotient fits a word and the division is exact: the lowest word of the dividend determines it.
      let inverse = Int(truncatingIfNeeded: modulus.inverseModuloWord)
      entries.withUnsafeBufferPointer { entries in
        digit.withUnsafeBufferPointer { digit in
          for row in rest.indices {
            var sum = 0
            for column in digit.indices {
              sum &+= entries[row * digit.count + column] &* Int(truncatingIfNeeded: digit[column])
            }
            rest[row] = (rest[row] &- sum) &* inverse
          }
        }
      }
    }
  }

  /// A sum of multiples of the unknowns modulo the power.
  ///
  /// - Parameter weights: Numbers from 0 to 15, one for each unknown.
  func sum(weights: [UInt64]) -> Integer {
    let sum = Integer { sum in
      for digit in digits.reversed() {
        __gmpz_mul_ui(sum, sum, UInt(modulus.modulus))
        for (value, weight) in zip(digit, weights) { __gmpz_add_ui(sum, sum, UInt(value * weight)) }
      }
    }
    return sum % power
  }
}
