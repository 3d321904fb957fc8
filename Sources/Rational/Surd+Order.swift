extension Surd {
  /// -1, 0 or 1, decided without rounding.
  ///
  /// Zero is structural. Two terms are compared by their squares; for more, the enclosure is
  /// refined until it leaves out zero, which it does since the value is not zero.
  public var sign: Int {
    let terms = allTerms
    switch terms.count {
    case 0: return 0
    case 1: return terms[0].coefficient.sign
    case 2:
      let (a, b) = (terms[0], terms[1])
      let (x, y) = (a.coefficient.sign, b.coefficient.sign)
      if x == y { return x }
      let first = a.coefficient * a.coefficient * Rational(a.radicand)
      let second = b.coefficient * b.coefficient * Rational(b.radicand)
      // The squares differ: their quotient is not a square times the other radicand.
      return first > second ? x : y
    default:
      var bits = 64
      while true {
        let (lower, upper) = bounds(bits)
        if lower.sign > 0 { return 1 }
        if upper.sign < 0 { return -1 }
        bits *= 2
      }
    }
  }

  /// Bounds from square roots that are known to 2^-bits.
  private func bounds(_ bits: Int) -> (lower: Rational, upper: Rational) {
    let unit = Rational(1, Integer(1) << bits)
    var (lower, upper) = (Rational.zero, Rational.zero)
    for term in allTerms {
      if term.radicand == 1 {
        lower += term.coefficient
        upper += term.coefficient
        continue
      }
      // √d lies strictly between floor and floor + 1 units.
      let floor = (term.radicand << (2 * bits)).squareRootFloor()
      let (low, high) = (Rational(floor) * unit, Rational(floor + 1) * unit)
      let isPositive = term.coefficient.sign > 0
      lower += term.coefficient * (isPositive ? low : high)
      upper += term.coefficient * (isPositive ? high : low)
    }
    return (lower, upper)
  }

  /// Rational bounds of the value at most 2^-`bits` apart; equal when the value is rational.
  public func enclosure(bits: Int) -> (lower: Rational, upper: Rational) {
    let weight = allTerms.reduce(Rational(0)) { $0 + $1.coefficient.magnitude }
    return bounds(max(1, bits + weight.ceiling.bitWidth))
  }

  @inlinable
  public static func < (left: Surd, right: Surd) -> Bool {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage { return a < b }
    return (left - right).sign < 0
  }
}

extension Surd: CustomStringConvertible {
  /// The exact value as it would be written: `14 + 4√6`, `1/2 - √5/2`.
  public var description: String {
    var text = ""
    for term in allTerms {
      let size = term.coefficient.magnitude
      var shown = ""
      if term.radicand == 1 {
        shown = "\(size)"
      } else {
        shown = (size.numerator == 1 ? "" : "\(size.numerator)") + "√\(term.radicand)"
        if !size.isInteger { shown += "/\(size.denominator)" }
      }
      let isNegative = term.coefficient.sign < 0
      text += text.isEmpty ? (isNegative ? "-" : "") : (isNegative ? " - " : " + ")
      text += shown
    }
    return text.isEmpty ? "0" : text
  }

  /// The value rounded to `digits` significant decimal digits, in the layout of
  /// `Rational.decimal(digits:)`.
  ///
  /// - Precondition: `digits` is positive.
  public func decimal(digits: Int) -> String {
    if let value = rational { return value.decimal(digits: digits) }
    var bits = 64 + 4 * digits
    while true {
      let (lower, upper) = enclosure(bits: bits)
      let text = lower.decimal(digits: digits)
      // An irrational value is never half way between two decimals, so the bounds come to agree.
      if lower.sign == upper.sign, text == upper.decimal(digits: digits) { return text }
      bits *= 2
    }
  }
}
