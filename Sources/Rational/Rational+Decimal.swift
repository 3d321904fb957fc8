extension Rational {
  /// The value rounded to `digits` significant decimal digits: the nearest, halves to even, or as
  /// asked for; a bound is rounded to the side where it stays one.
  ///
  /// Written without an exponent where that takes at most six zeros between the digits and the
  /// point: `0.004`, `36/7` to six digits is `5.14286`; otherwise as `1.5e-20`. Zeros at the end of
  /// a fraction are left out.
  ///
  /// - Precondition: `digits` is positive.
  public func decimal(
    digits: Int, rounding rule: FloatingPointRoundingRule = .toNearestOrEven
  ) -> String {
    precondition(digits > 0, "at least one digit")
    guard !isZero else { return "0" }
    let (top, bottom) = (numerator.magnitude, denominator)
    var places = digits - 1 - Self.decimalExponent(top, bottom)
    var rounded = Self.rounded(top, bottom, places, rule, isNegative: sign < 0)
    // Rounding up to the next power of ten has one digit more, a zero.
    if rounded == Integer(10).power(digits) {
      rounded = rounded / 10
      places -= 1
    }
    return (sign < 0 ? "-" : "") + Self.layout(rounded.description, pointFromRight: places)
  }

  /// An irrational number rounded to `digits` significant decimal digits, from bounds of it.
  ///
  /// - Parameter enclosure: Bounds of the number at most 2^-`bits` apart.
  /// - Precondition: `digits` is positive, and the number irrational.
  package static func decimal(
    digits: Int, ofIrrational enclosure: (_ bits: Int) -> (lower: Rational, upper: Rational)
  ) -> String {
    var bits = 64 + 4 * digits
    while true {
      let (lower, upper) = enclosure(bits)
      let text = lower.decimal(digits: digits)
      // An irrational value is never half way between two decimals, so the bounds come to agree.
      if lower.sign == upper.sign, text == upper.decimal(digits: digits) { return text }
      bits *= 2
    }
  }

  /// The k with 10^k <= top/bottom < 10^(k+1): an estimate from the number of bits, made exact.
  private static func decimalExponent(_ top: Integer, _ bottom: Integer) -> Int {
    // log₁₀ 2 is about 0.30103.
    var exponent = (top.bitLength - bottom.bitLength) * 30103 / 100_000
    while isBelowPower(top, bottom, exponent) { exponent -= 1 }
    while !isBelowPower(top, bottom, exponent + 1) { exponent += 1 }
    return exponent
  }

  /// Whether top/bottom < 10^exponent.
  private static func isBelowPower(_ top: Integer, _ bottom: Integer, _ exponent: Int) -> Bool {
    let scale = Integer(10).power(abs(exponent))
    return exponent >= 0 ? top < bottom * scale : top * scale < bottom
  }

  /// top/bottom · 10^exponent, the magnitude of a number, rounded to an integer.
  private static func rounded(
    _ top: Integer, _ bottom: Integer, _ exponent: Int, _ rule: FloatingPointRoundingRule,
    isNegative: Bool
  ) -> Integer {
    let scale = Integer(10).power(abs(exponent))
    let a = exponent >= 0 ? top * scale : top
    let b = exponent >= 0 ? bottom : bottom * scale
    let rounded = (isNegative ? -a : a).divided(by: b, rounding: rule)
    return rounded.magnitude
  }

  /// Digits with a decimal point, trailing zeros after the point left out.
  private static func layout(_ digits: String, pointFromRight places: Int) -> String {
    let leading = digits.count - places
    if leading < -6 || leading > digits.count + 6 {
      let rest = digits.dropFirst().trimmingTrailingZeros
      return "\(digits.prefix(1))\(rest.isEmpty ? "" : "." + rest)e\(leading - 1)"
    }
    if places <= 0 { return digits + String(repeating: "0", count: -places) }
    let padded = String(repeating: "0", count: max(0, 1 - leading)) + digits
    let fraction = padded.suffix(places).trimmingTrailingZeros
    return String(padded.dropLast(places)) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension Substring {
  fileprivate var trimmingTrailingZeros: Substring {
    var view = self
    while view.last == "0" { view = view.dropLast() }
    return view
  }
}
