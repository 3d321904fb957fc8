import Rational

/// Which way a result is rounded when it does not fit.
enum Rounding: Sendable {
  case down
  case up

  var opposite: Rounding { self == .down ? .up : .down }
}

/// Binary floating-point numbers that are not negative, with directed rounding and an unlimited
/// exponent. Minimisation is written once for all precisions.
protocol RoundedNumber: Comparable, Sendable {
  /// The integer, exactly when it has few enough bits. Precondition: not negative.
  init(_ value: Integer, _ rounding: Rounding, precision: Int)
  static func zero(precision: Int) -> Self

  static func product(_ left: Self, _ right: Self, _ rounding: Rounding) -> Self
  static func sum(_ left: Self, _ right: Self, _ rounding: Rounding) -> Self
  /// The difference, or zero when it would be negative.
  static func difference(_ left: Self, _ right: Self, _ rounding: Rounding) -> Self
  /// Precondition: `right` is not zero.
  static func quotient(_ left: Self, _ right: Self, _ rounding: Rounding) -> Self
  /// The value times 2^`exponent`, exactly.
  func scaled(byPowerOfTwo exponent: Int) -> Self

  var isZero: Bool { get }
  /// Integers m and e with the value m 2^e, exactly.
  var parts: (mantissa: Integer, exponent: Int) { get }
  /// How many bits results are rounded to.
  var precision: Int { get }
  /// e and the 16 bits after the leading one: the value is near 2^e (1 + fraction/2^16).
  /// Precondition: not zero.
  var leading: (exponent: Int, fraction: Int) { get }
}

extension RoundedNumber {
  /// The exact value.
  var rational: Rational {
    let (mantissa, exponent) = parts
    return exponent >= 0
      ? Rational(mantissa << exponent) : Rational(mantissa, Integer(1) << -exponent)
  }

  init(_ value: Rational, _ rounding: Rounding, precision: Int) {
    let numerator = Self(value.numerator, rounding, precision: precision)
    if value.isInteger {
      self = numerator
    } else {
      let denominator = Self(value.denominator, rounding.opposite, precision: precision)
      self = .quotient(numerator, denominator, rounding)
    }
  }
}

/// Logarithms to the base 2 as multiples of 2^-16, good to about 2^-9. They only guide the search.
struct Logarithm: Comparable {
  var value: Int

  static func < (left: Logarithm, right: Logarithm) -> Bool { left.value < right.value }

  /// Precondition: the number is not zero.
  init(_ number: some RoundedNumber) {
    let (exponent, z) = number.leading
    // log₂(1+z) near z (1.4249 - z (0.5833 - 0.1584 z)) on [0, 1]
    let inner = 38227 - (z * 10381) >> 16
    let outer = 93382 - (z * inner) >> 16
    value = exponent << 16 + (z * outer) >> 16
  }

  init(value: Int) { self.value = value }

  /// 2 to the power of this, roughly.
  func power<N: RoundedNumber>(like number: N) -> N {
    let z = value & 0xFFFF
    // 2^z near 1 + z (0.6951 + z (0.2276 + 0.0773 z)) on [0, 1]
    let inner = 14916 + (z * 5066) >> 16
    let outer = 45554 + (z * inner) >> 16
    let mantissa = 1 << 16 + (z * outer) >> 16
    return N(Integer(mantissa), .down, precision: number.precision)
      .scaled(byPowerOfTwo: value >> 16 - 16)
  }
}
