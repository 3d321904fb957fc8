import Rational

/// Bounds of a real number by integer multiples of 2^-bits, the same `bits` for all numbers of a
/// computation. Every operation rounds outwards.
struct Bounds: Hashable, Sendable {
  var lower: Integer
  var upper: Integer
}

/// Arithmetic of non-negative bounds at one precision.
struct FixedPoint: Sendable {
  let bits: Int
  let unit: Integer

  init(bits: Int) {
    self.bits = bits
    unit = Integer(1) << bits
  }

  func bounds(_ value: Rational) -> Bounds {
    let scaled = value.numerator << bits
    let floor = scaled.floorDivided(by: value.denominator)
    return Bounds(
      lower: floor, upper: floor * value.denominator == scaled ? floor : floor + 1)
  }

  func bounds(_ value: Surd) -> Bounds {
    let (lower, upper) = value.enclosure(bits: bits)
    return Bounds(lower: bounds(lower).lower, upper: bounds(upper).upper)
  }

  func rational(_ value: Integer) -> Rational { Rational(value, unit) }

  /// Product of non-negative numbers.
  func product(_ a: Bounds, _ b: Bounds) -> Bounds {
    Bounds(lower: (a.lower * b.lower) >> bits, upper: shiftedUp(a.upper * b.upper))
  }

  /// Power of a non-negative number.
  func power(_ base: Bounds, _ exponent: Int) -> Bounds {
    var (result, square, rest) = (Bounds(lower: unit, upper: unit), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, square) }
      rest >>= 1
      if rest > 0 { square = product(square, square) }
    }
    return result
  }

  /// Quotient of a non-negative and a positive number.
  func quotient(_ a: Bounds, _ b: Bounds) -> Bounds {
    Bounds(
      lower: (a.lower << bits).floorDivided(by: b.upper),
      upper: (a.upper << bits).floorDivided(by: b.lower) + 1)
  }

  private func shiftedUp(_ value: Integer) -> Integer { -((-value) >> bits) }
}

extension Bounds {
  static func + (a: Bounds, b: Bounds) -> Bounds {
    Bounds(lower: a.lower + b.lower, upper: a.upper + b.upper)
  }

  static func - (a: Bounds, b: Bounds) -> Bounds {
    Bounds(lower: a.lower - b.upper, upper: a.upper - b.lower)
  }
}
