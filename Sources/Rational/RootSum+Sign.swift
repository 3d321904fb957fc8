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
  ///
  /// Each root is rounded down to a multiple of 2^-f, f so large that the largest is below 2^63:
  /// r < √d 2^f < r + 1, since d is no square. With S the sum of all c r, the value times 2^f is
  /// above S less the negative coefficients of roots, and below S plus the positive ones; the
  /// bounds are strict, so that the value may be taken to be positive where the lower is zero.
  ///
  /// - Precondition: The value is not rational.
  var signInWords: Int? {
    let digits = (62 + terms[terms.count - 1].radicand.leadingZeroBitCount) / 2
    var (lower, upper) = (Int128(0), Int128(0))
    for term in terms {
      let (radicand, coefficient) = (term.radicand, Int128(term.coefficient))
      let isRoot = radicand != 1
      let root = isRoot ? Integer.squareRoot(radicand, digits: digits) : 1 << digits
      // Below 2^126.
      let product = coefficient * Int128(root)
      let (low, lowOverflows) = lower.addingReportingOverflow(
        isRoot && coefficient < 0 ? product + coefficient : product)
      let (high, highOverflows) = upper.addingReportingOverflow(
        isRoot && coefficient > 0 ? product + coefficient : product)
      if lowOverflows || highOverflows { return nil }
      (lower, upper) = (low, high)
    }
    return lower >= 0 ? 1 : upper <= 0 ? -1 : nil
  }
}
