extension Rational {
  /// The fraction that a binary floating-point number is; nil for an infinity and for what is no number.
  ///
  /// No digit is lost: the denominator is a power of two.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self = 0
      return
    }
    // |value| = m 2^(e - 52) with an integer m
    let magnitude = Int(value.significand * 0x1p52)
    let numerator = Integer(value < 0 ? -magnitude : magnitude)
    let exponent = Int(value.exponent) - 52
    let power = Integer(1) << abs(exponent)
    self = exponent >= 0 ? Rational(numerator * power) : Rational(numerator, power)
  }
}
