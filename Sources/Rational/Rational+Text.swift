extension Rational: LosslessStringConvertible {
  /// `p/q` in lowest terms, or `p` for an integer.
  public var description: String {
    isInteger ? numerator.description : "\(numerator)/\(denominator)"
  }

  /// The greatest magnitude of a decimal exponent that is read.
  public static var exponentLimit: Int { 100_000 }

  /// The exact value of `7`, `-1/250`, `0.004` or `4e-3`; nil for any other text.
  ///
  /// A decimal exponent may have a magnitude of at most `exponentLimit`; a fraction has integers on
  /// both sides and no zero below.
  public init?(_ text: String) {
    if let slash = text.firstIndex(of: "/") {
      guard let top = Integer(String(text[..<slash])),
        let bottom = Integer(String(text[text.index(after: slash)...])),
        bottom.sign > 0, text[text.index(after: slash)] != "+"
      else { return nil }
      self.init(top, bottom)
      return
    }
    var mantissa = text[...]
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let value = Int(text[text.index(after: mark)...]),
        value.magnitude <= Self.exponentLimit
      else { return nil }
      exponent = value
      mantissa = text[..<mark]
    }
    var digits = String(mantissa)
    if let point = mantissa.firstIndex(of: ".") {
      let fraction = mantissa[mantissa.index(after: point)...]
      guard !fraction.isEmpty, fraction.utf8.allSatisfy({ (48...57).contains($0) }),
        let last = mantissa[..<point].utf8.last, (48...57).contains(last)
      else { return nil }
      digits = String(mantissa[..<point] + fraction)
      exponent -= fraction.utf8.count
    }
    guard let value = Integer(digits) else { return nil }
    let scale = Integer(10).power(abs(exponent))
    self = exponent < 0 ? Rational(value, scale) : Rational(value * scale)
  }

  /// The value rounded to `digits` significant decimal digits, halves to even.
  ///
  /// Written without an exponent where that takes few zeros: `0.004`, `36/7` to six digits is
  /// `5.14286`; otherwise as `1.5e-20`.
  ///
  /// - Precondition: `digits` is positive.
  public func decimal(digits: Int) -> String {
    precondition(digits > 0, "at least one digit")
    guard !isZero else { return "0" }
    // Find e with 10^(digits-1) <= round(|x| · 10^e) < 10^digits, from an estimate by bits.
    let top = numerator.magnitude
    let bits = top.bitWidth - denominator.bitWidth
    var exponent = digits - 1 - bits * 30103 / 100000
    let limit = Integer(10).power(digits)
    var rounded = Self.rounded(top, denominator, exponent)
    while rounded >= limit {
      exponent -= 1
      rounded = Self.rounded(top, denominator, exponent)
    }
    while rounded * 10 < limit {
      exponent += 1
      rounded = Self.rounded(top, denominator, exponent)
      // Rounding up to the next power of ten has one digit more, a zero.
      if rounded == limit {
        rounded = rounded / 10
        exponent -= 1
        break
      }
    }
    return (sign < 0 ? "-" : "") + Self.layout(rounded.description, pointFromRight: exponent)
  }

  /// top/bottom · 10^exponent rounded to an integer, halves to even.
  private static func rounded(_ top: Integer, _ bottom: Integer, _ exponent: Int) -> Integer {
    let scale = Integer(10).power(abs(exponent))
    let a = exponent >= 0 ? top * scale : top
    let b = exponent >= 0 ? bottom : bottom * scale
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    let twice = remainder + remainder
    let roundsUp = twice > b || twice == b && !quotient.isEven
    return roundsUp ? quotient + 1 : quotient
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
