/// Fractions as words over one denominator.
struct WordsOverDenominator {
  private(set) var denominator = 1
  private(set) var numerators: [Int] = []

  /// Nil when a numerator or the denominator does not fit a word.
  init?(_ values: [Rational]) {
    for value in values {
      guard case .words(_, let bottom) = value.storage else { return nil }
      if denominator % bottom == 0 { continue }
      let rest = bottom / bottom.commonDivisor(denominator)
      guard let common = denominator.times(rest) else { return nil }
      denominator = common
    }
    numerators.reserveCapacity(values.count)
    for value in values {
      guard case .words(let top, let bottom) = value.storage,
        let numerator = top.times(denominator / bottom)
      else { return nil }
      numerators.append(numerator)
    }
  }

  /// The number of binary digits of the largest magnitude.
  private var bits: Int {
    Int.bitWidth - numerators.reduce(UInt(0)) { $0 | $1.magnitude }.leadingZeroBitCount
  }

  /// The product of matrices of the numerators, or nil when a sum might not fit a word.
  func product(_ other: WordsOverDenominator, shape: ProductShape) -> [Int]? {
    let (rows, inner, columns) = shape
    // Factors below 2^a and 2^b and at most 2^c of them make sums below 2^(a + b + c).
    guard bits + other.bits + (Int.bitWidth - inner.leadingZeroBitCount) < Int.bitWidth else {
      return nil
    }
    var result: [Int] = []
    result.reserveCapacity(rows * columns)
    for i in 0..<rows {
      var sums = [Int](repeating: 0, count: columns)
      for k in 0..<inner {
        let factor = numerators[i * inner + k]
        if factor == 0 { continue }
        let start = k * columns
        for j in 0..<columns { sums[j] &+= factor &* other.numerators[start + j] }
      }
      result += sums
    }
    return result
  }
}
