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

  /// Whether a text would be a number but for a decimal exponent beyond `exponentLimit`.
  package static func isBeyondExponentLimit(_ text: String) -> Bool {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return false }
    let (mantissa, exponent) = (text[..<mark], text[text.index(after: mark)...])
    guard let size = Integer(String(exponent)), !mantissa.contains("/") else { return false }
    return size.magnitude > Integer(exponentLimit) && Rational(String(mantissa)) != nil
  }
}
