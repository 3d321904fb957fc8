import Rational

/// A rounded number with any number of bits.
struct BigFloat: RoundedNumber {
  /// At most `precision` bits, not negative.
  private let mantissa: Integer
  /// The value is mantissa · 2^exponent.
  private let exponent: Int
  let precision: Int

  /// Cuts a mantissa down to the precision.
  private init(_ mantissa: Integer, _ exponent: Int, _ precision: Int, _ rounding: Rounding) {
    let excess = mantissa.bitLength - precision
    self.precision = precision
    if excess > 0 {
      // One bit more may come of rounding up, which does no harm.
      self.mantissa = rounding == .down ? mantissa >> excess : -((-mantissa) >> excess)
      self.exponent = exponent + excess
    } else {
      self.mantissa = mantissa
      self.exponent = exponent
    }
  }

  init(_ value: Integer, _ rounding: Rounding, precision: Int) {
    self.init(value, 0, precision, rounding)
  }

  /// The same value as a number of another kind.
  init(_ number: some RoundedNumber) {
    let (mantissa, exponent) = number.parts
    self.init(mantissa, exponent, max(1, mantissa.bitLength), .down)
  }

  /// The same value with another precision, which is at least that of the value.
  func with(precision: Int) -> BigFloat { BigFloat(mantissa, exponent, precision, .down) }

  static func zero(precision: Int) -> BigFloat { BigFloat(0, 0, precision, .down) }

  var isZero: Bool { mantissa.isZero }

  static func product(_ left: BigFloat, _ right: BigFloat, _ rounding: Rounding) -> BigFloat {
    BigFloat(
      left.mantissa * right.mantissa, left.exponent + right.exponent, left.precision, rounding)
  }

  static func sum(_ left: BigFloat, _ right: BigFloat, _ rounding: Rounding) -> BigFloat {
    if right.isZero { return left }
    if left.isZero { return right }
    let place = commonPlace(left, right)
    let total = left.integer(at: place, rounding) + right.integer(at: place, rounding)
    return BigFloat(total, place, left.precision, rounding)
  }

  static func difference(_ left: BigFloat, _ right: BigFloat, _ rounding: Rounding) -> BigFloat {
    guard left > right else { return zero(precision: left.precision) }
    if right.isZero { return left }
    let place = commonPlace(left, right)
    let rest =
      left.integer(at: place, rounding) - right.integer(at: place, rounding.opposite)
    return BigFloat(rest, place, left.precision, rounding)
  }

  /// The lower of the last places, or a place so low that a number below it hardly matters.
  private static func commonPlace(_ left: BigFloat, _ right: BigFloat) -> Int {
    let top = max(
      left.exponent + left.mantissa.bitLength, right.exponent + right.mantissa.bitLength)
    let reach = 2 * max(left.precision, right.precision) + 4
    return max(top - reach, min(left.exponent, right.exponent))
  }

  /// The value in units of 2^`place`.
  private func integer(at place: Int, _ rounding: Rounding) -> Integer {
    let shift = exponent - place
    if shift >= 0 { return mantissa << shift }
    return rounding == .down ? mantissa >> -shift : -((-mantissa) >> -shift)
  }

  static func quotient(_ left: BigFloat, _ right: BigFloat, _ rounding: Rounding) -> BigFloat {
    precondition(!right.isZero, "division by zero")
    let shift = max(0, left.precision + 1 + right.mantissa.bitLength - left.mantissa.bitLength)
    let (quotient, remainder) = (left.mantissa << shift)
      .quotientAndRemainder(dividingBy: right.mantissa)
    let rounded = rounding == .up && !remainder.isZero ? quotient + 1 : quotient
    return BigFloat(rounded, left.exponent - right.exponent - shift, left.precision, rounding)
  }

  func scaled(byPowerOfTwo count: Int) -> BigFloat {
    BigFloat(mantissa, exponent + count, precision, .down)
  }

  var parts: (mantissa: Integer, exponent: Int) { (mantissa, exponent) }

  var leading: (exponent: Int, fraction: Int) {
    let bits = mantissa.bitLength
    let top = bits > 17 ? mantissa >> (bits - 17) : mantissa << (17 - bits)
    return (exponent + bits - 1, (top.word ?? 0) & 0xFFFF)
  }

  static func == (left: BigFloat, right: BigFloat) -> Bool { !(left < right) && !(right < left) }

  static func < (left: BigFloat, right: BigFloat) -> Bool {
    if left.isZero || right.isZero { return left.isZero && !right.isZero }
    let tops = (left.exponent + left.mantissa.bitLength, right.exponent + right.mantissa.bitLength)
    if tops.0 != tops.1 { return tops.0 < tops.1 }
    // The same top, so the shift is at most the number of bits.
    let distance = left.exponent - right.exponent
    return distance >= 0
      ? left.mantissa << distance < right.mantissa
      : left.mantissa < right.mantissa << -distance
  }
}
