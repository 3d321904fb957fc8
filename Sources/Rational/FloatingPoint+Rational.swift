extension Rational {
  /// The exact value of a number in floating point; nil for an infinity and what is no number.
  public init?(exactly source: some BinaryFloatingPoint) {
    guard source.isFinite else { return nil }
    if source.isZero {
      self.init(0)
      return
    }
    // The significand has so many binary digits behind the point, at most 63 for the types that there are.
    let places = source.significandWidth
    let digits = UInt64(source.magnitude.significand.scaled(by: places))
    let size = Integer(digits)
    let shift = Int(source.exponent) - places
    let value =
      shift < 0 ? Rational(size, Integer(1) << -shift) : Rational(size << shift)
    self = source.sign == .minus ? -value : value
  }
}

extension BinaryFloatingPoint {
  /// The number of this type nearest to a rational number, of two that are as near the even one, as IEEE 754
  /// rounds; infinite beyond the numbers of this type.
  ///
  /// - Complexity: A division of integers as long as the numerator and the denominator.
  public init(_ value: Rational) {
    let (top, bottom) = (value.numerator.magnitude, value.denominator)
    if top.isZero {
      self = 0
      return
    }
    let sign: FloatingPointSign = value.sign < 0 ? .minus : .plus
    // 2^e is at most the magnitude: so it is for the difference of the lengths, or for one less.
    let estimate = top.bitLength - bottom.bitLength
    let isBelow = estimate >= 0 ? top < bottom << estimate : top << -estimate < bottom
    let exponent = isBelow ? estimate - 1 : estimate
    guard exponent <= Int(Self.greatestFiniteMagnitude.exponent) else {
      self = sign == .minus ? -.infinity : .infinity
      return
    }
    // The numbers of this type near to the value are the multiples of 2^unit.
    let unit = max(
      exponent - Self.significandBitCount, Int(Self.leastNonzeroMagnitude.exponent))
    var digits =
      unit >= 0
      ? top.divided(by: bottom << unit, rounding: .toNearestOrEven)
      : (top << -unit).divided(by: bottom, rounding: .toNearestOrEven)
    var carry = 0
    // Rounded up to the next power of two, whose digits are one more.
    if digits.bitLength > Self.significandBitCount + 1 { (digits, carry) = (digits >> 1, 1) }
    // Both steps are exact, and an infinity where the power of two is too large.
    let magnitude = Self(UInt64(digits)).scaled(by: unit + carry)
    self = sign == .minus ? -magnitude : magnitude
  }

  /// The number of this type that is equal to a rational number; nil where there is none.
  public init?(exactly value: Rational) {
    let nearest = Self(value)
    guard Rational(exactly: nearest) == value else { return nil }
    self = nearest
  }

  /// The number times a power of two.
  fileprivate func scaled(by exponent: Int) -> Self {
    Self(sign: .plus, exponent: Exponent(exponent), significand: self)
  }
}
