extension RootSum where Number == Integer {
  /// The sign of the value.
  ///
  /// - Precondition: The value is not rational; then bounds that are close enough leave out zero.
  var sign: Int {
    if terms.count == 1 { return terms[0].coefficient.sign }
    if terms.count == 2 {
      let (a, b) = (terms[0], terms[1])
      let (x, y) = (a.coefficient.sign, b.coefficient.sign)
      if x == y { return x }
      // The squares differ: their quotient is not a square times the other radicand.
      let first = a.coefficient * a.coefficient * a.radicand
      let second = b.coefficient * b.coefficient * b.radicand
      return first > second ? x : y
    }
    var bits = 64
    while true {
      let (lower, upper) = bounds(bits)
      if lower.sign >= 0 { return 1 }
      if upper.sign <= 0 { return -1 }
      bits *= 2
    }
  }
}

extension RootSum where Number == Int {
  /// The sign of the value, or nil when bounds of a word for each root leave it open.
  var signInWords: Int? {
    RootBounds.sign(largest: largest) { bounds in
      terms.allSatisfy { bounds.add($0.coefficient, $0.radicand) }
    }
  }

  /// The sign of the difference from another value, or nil as for the sign.
  func orderInWords(_ other: RootSum) -> Int? {
    let g = denominator.commonDivisor(other.denominator)
    let (scale, otherScale) = (other.denominator / g, denominator / g)
    return RootBounds.sign(largest: max(largest, other.largest)) { bounds in
      merge(other) { radicand, left, right in
        guard let x = left.times(scale), let y = right.times(otherScale),
          let difference = x.plus(-y)
        else { return false }
        return bounds.add(difference, radicand)
      }
    }
  }

  /// The largest radicand, 1 for none.
  private var largest: Int { terms.last?.radicand ?? 1 }
}

/// Bounds of a sum of roots times 2^f, computed in words and sums of two words.
///
/// Each root is rounded down to a multiple of 2^-f: r < √d 2^f < r + 1, since d is no square. With S
/// the sum of all c r, the value times 2^f is above S less the negative coefficients of roots, and
/// below S plus the positive ones.
struct RootBounds {
  private let digits: Int
  private var (lower, upper) = (Int128(0), Int128(0))

  /// The sign of the sum that `fill` adds, false for a number that does not fit; nil when it is left
  /// open.
  ///
  /// Roots of 31 binary digits come first, which take half the time; those of 63 are the last.
  static func sign(largest radicand: Int, _ fill: (inout RootBounds) -> Bool) -> Int? {
    for bits in [62, 126] {
      var bounds = RootBounds(digits: max(0, bits - 64 + radicand.leadingZeroBitCount) / 2)
      guard fill(&bounds) else { return nil }
      if let sign = bounds.sign { return sign }
    }
    return nil
  }

  private init(digits: Int) { self.digits = digits }

  /// Adds a multiple of a root, or returns false when it does not fit.
  mutating func add(_ coefficient: Int, _ radicand: Int) -> Bool {
    let coefficient = Int128(coefficient)
    let isRoot = radicand != 1
    let root = isRoot ? Integer.squareRoot(radicand, digits: digits) : 1 << digits
    // Below 2^126.
    let product = coefficient * Int128(root)
    let (low, lowOverflows) = lower.addingReportingOverflow(
      isRoot && coefficient < 0 ? product + coefficient : product)
    let (high, highOverflows) = upper.addingReportingOverflow(
      isRoot && coefficient > 0 ? product + coefficient : product)
    (lower, upper) = (low, high)
    return !lowOverflows && !highOverflows
  }

  private var sign: Int? {
    // With a root the bounds are apart, and strict: then 0 as one of them decides.
    if lower == upper { return Int(lower.signum()) }
    return lower >= 0 ? 1 : upper <= 0 ? -1 : nil
  }
}
