import Rational

extension CongruentDiagonal {
  /// Whether as many independent vectors as `kernel` has are in the kernel of a matrix: those with the
  /// simplest fractions near to the approximate ones as entries, which are multiplied exactly.
  ///
  /// They are independent because each has an entry that is not zero where the others have zeros. False
  /// says nothing.
  ///
  /// - Parameter integers: The rows of the symmetric matrix that this was made of.
  /// - Complexity: A product of integers for each entry of the matrix and each vector; with more than a
  ///   few vectors nothing is tried.
  func hasKernel(of integers: [[Integer]]) -> Bool {
    guard kernel.count <= 8 else { return false }
    let places = kernel.map(\.place)
    return kernel.allSatisfy { place, approximation in
      guard let vector = rational(approximation, dividedAt: place) else { return false }
      let isIndependent = places.allSatisfy { vector[$0].isZero == ($0 != place) }
      return isIndependent
        && integers.allSatisfy { row in
          zip(row, vector).reduce(Integer(0)) { $1.0.isZero ? $0 : $0 + $1.0 * $1.1 }.isZero
        }
    }
  }

  /// An integer multiple of the vector of the simplest fractions near to quotients of entries, as they
  /// are without the powers of two; nil where they are too large.
  private func rational(_ approximation: [Double], dividedAt place: Int) -> [Integer]? {
    var fractions: [Rational] = []
    let tolerance = Rational(1, 1 << 28)
    for (index, entry) in approximation.enumerated() {
      let quotient = Double(
        sign: .plus, exponent: halves[place] - halves[index], significand: entry)
      guard abs(quotient) < 0x1p20, let word = Int(exactly: (quotient * 0x1p40).rounded()) else {
        return nil
      }
      let near = Rational(word, 1 << 40)
      fractions.append(.simplest(between: near - tolerance, and: near + tolerance))
    }
    return fractions.overCommonDenominator.numerators
  }
}
