import Rational

/// A rounded number with 64 bits.
struct WordFloat: RoundedNumber {
  /// The top bit is set, or this is zero.
  private var mantissa: UInt64
  /// The value is mantissa · 2^exponent; 0 for zero.
  private var exponent: Int

  private init(_ mantissa: UInt64, _ exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  static func zero(precision: Int) -> WordFloat { WordFloat(0, 0) }

  var isZero: Bool { mantissa == 0 }
  var precision: Int { 64 }

  init(_ value: Integer, _ rounding: Rounding, precision: Int) {
    if let word = value.word {
      let magnitude = word.magnitude
      let shift = magnitude.leadingZeroBitCount
      self.init(word == 0 ? 0 : UInt64(magnitude) << shift, word == 0 ? 0 : -shift)
      return
    }
    // The top 63 bits fit a signed word; a unit of their last place covers what is dropped.
    let shift = value.bitLength - 63
    let top = UInt64((value >> shift).word ?? 0)
    let (mantissa, overflows) =
      (top << 1).addingReportingOverflow(rounding == .up ? 2 : 0)
    self = overflows ? WordFloat(1 << 63, shift) : WordFloat(mantissa, shift - 1)
  }

  /// A mantissa with its top bit set, one unit higher when something was cut off on the way up.
  @inline(__always)
  private static func rounded(
    _ mantissa: UInt64, _ exponent: Int, isInexact: Bool, _ rounding: Rounding
  ) -> WordFloat {
    guard isInexact, rounding == .up else { return WordFloat(mantissa, exponent) }
    let (next, overflows) = mantissa.addingReportingOverflow(1)
    return overflows ? WordFloat(1 << 63, exponent + 1) : WordFloat(next, exponent)
  }

  @inline(__always)
  static func product(_ left: WordFloat, _ right: WordFloat, _ rounding: Rounding) -> WordFloat {
    if left.isZero || right.isZero { return WordFloat(0, 0) }
    let (high, low) = left.mantissa.multipliedFullWidth(by: right.mantissa)
    let exponent = left.exponent + right.exponent
    return high >> 63 == 1
      ? rounded(high, exponent + 64, isInexact: low != 0, rounding)
      : rounded(high << 1 | low >> 63, exponent + 63, isInexact: low << 1 != 0, rounding)
  }

  @inline(__always)
  static func sum(_ left: WordFloat, _ right: WordFloat, _ rounding: Rounding) -> WordFloat {
    if left.isZero { return right }
    if right.isZero { return left }
    let (a, b) = left.exponent >= right.exponent ? (left, right) : (right, left)
    let distance = a.exponent - b.exponent
    let shifted = distance < 64 ? b.mantissa >> UInt64(distance) : 0
    let isCut = distance < 64 ? shifted << UInt64(distance) != b.mantissa : true
    let (total, carries) = a.mantissa.addingReportingOverflow(shifted)
    return carries
      ? rounded(
        total >> 1 | 1 << 63, a.exponent + 1, isInexact: isCut || total & 1 == 1, rounding)
      : rounded(total, a.exponent, isInexact: isCut, rounding)
  }

  static func difference(
    _ left: WordFloat, _ right: WordFloat, _ rounding: Rounding
  ) -> WordFloat {
    if right.isZero { return left }
    guard left > right else { return WordFloat(0, 0) }
    // left · 2^64 in two words, minus right in the same scale.
    let distance = left.exponent - right.exponent
    var (high, low, isCut): (UInt64, UInt64, Bool)
    switch distance {
    case 0: (high, low, isCut) = (right.mantissa, 0, false)
    case 1..<64:
      let shift = UInt64(distance)
      (high, low, isCut) = (right.mantissa >> shift, right.mantissa << (64 - shift), false)
    case 64..<128:
      low = right.mantissa >> UInt64(distance - 64)
      (high, isCut) = (0, low << UInt64(distance - 64) != right.mantissa)
    default: (high, low, isCut) = (0, 0, true)
    }
    // What was cut off makes the exact difference smaller: subtract one unit more.
    var borrow = false
    (low, borrow) = UInt64(0).subtractingReportingOverflow(low)
    high = left.mantissa - high - (borrow ? 1 : 0)
    if isCut {
      if low == 0 { high -= 1 }
      low &-= 1
    }
    // Not zero: left is above right, and a cut happens only far below the top.
    let zeros = high == 0 ? 64 + low.leadingZeroBitCount : high.leadingZeroBitCount
    if zeros >= 64 {
      return WordFloat(low << UInt64(zeros - 64), left.exponent - zeros)
    }
    let shift = UInt64(zeros)
    let top = zeros == 0 ? high : high << shift | low >> (64 - shift)
    return rounded(
      top, left.exponent - zeros, isInexact: low << shift != 0 || isCut, rounding)
  }

  @inline(__always)
  static func quotient(_ left: WordFloat, _ right: WordFloat, _ rounding: Rounding) -> WordFloat {
    precondition(!right.isZero, "division by zero")
    if left.isZero { return left }
    let isBelow = left.mantissa < right.mantissa
    let (high, low) = isBelow ? (left.mantissa, 0) : (left.mantissa >> 1, left.mantissa << 63)
    let (quotient, remainder) = right.mantissa.dividingFullWidth((high, low))
    return rounded(
      quotient, left.exponent - right.exponent - (isBelow ? 64 : 63), isInexact: remainder != 0,
      rounding)
  }

  func scaled(byPowerOfTwo count: Int) -> WordFloat {
    isZero ? self : WordFloat(mantissa, exponent + count)
  }

  var parts: (mantissa: Integer, exponent: Int) {
    if isZero { return (0, 0) }
    // Two halves, since a word has a sign.
    let (high, low) = (Int(mantissa >> 32), Int(mantissa & 0xFFFF_FFFF))
    return (Integer(high) << 32 + Integer(low), exponent)
  }

  var leading: (exponent: Int, fraction: Int) {
    (exponent + 63, Int((mantissa << 1) >> 48))
  }

  static func < (left: WordFloat, right: WordFloat) -> Bool {
    if left.isZero || right.isZero { return left.isZero && !right.isZero }
    return left.exponent == right.exponent
      ? left.mantissa < right.mantissa : left.exponent < right.exponent
  }
}
