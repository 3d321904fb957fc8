import CGMP

extension Rational: Comparable {
  /// Whether the left value is the smaller one.
  @inlinable
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage {
      let first = a.multipliedFullWidth(by: d)
      let second = c.multipliedFullWidth(by: b)
      return first.high == second.high ? first.low < second.low : first.high < second.high
    }
    return bigOrder(left, right) < 0
  }

  /// A number with the sign of the difference: a/b < c/d when ad < cb. Leading digits mostly decide; GMP multiplies
  /// where they do not.
  ///
  /// Nothing is released that a caller can see. Callers that know it need not count references to
  /// the operands, which takes longer than the comparison.
  @usableFromInline @_effects(releasenone)
  static func bigOrder(_ left: Rational, _ right: Rational) -> Int {
    // What is common is read where it is.
    if case .big(let x) = left.storage, case .big(let y) = right.storage {
      return withExtendedLifetime((x, y)) { order(x.q, y.q) }
    }
    return left.read { x in right.read { order(x.pointee, $0.pointee) } }
  }

  @inline(__always)
  private static func order(_ x: GMPRational, _ y: GMPRational) -> Int {
    let sign = x._mp_num._mp_size.signum()
    let otherSign = y._mp_num._mp_size.signum()
    if sign == 0 || otherSign == 0 { return Int(sign - otherSign) }
    // Signs and orders at random would be foreseen by no processor: there is one decision, which hardly ever comes to be
    // true.
    let difference = LeadingDigits(x._mp_num, y._mp_den).difference(
      from: LeadingDigits(y._mp_num, x._mp_den))
    let order = sign == otherSign ? difference : .max
    if order.magnitude < LeadingDigits.certainDifference {
      return withUnsafePointer(to: x) { x in withUnsafePointer(to: y) { Int(__gmpq_cmp(x, $0)) } }
    }
    return Int(sign) * order
  }
}

/// The leading binary digits of a product of positive integers, as those of a logarithm.
///
/// The product is 2^e (1 + f) with 0 ≤ f < 1, and e + f grows with it: it is the logarithm where that is an integer,
/// and linear between (Mitchell, "Computer multiplication and division using binary logarithms", 1962).
struct LeadingDigits {
  /// e, up to a number that is the same for all products.
  private let exponent: Int
  /// 1 + f in units of 2^-63, from 2^63 up to 2^64: at most the true value and less than 6 units below it.
  private let mantissa: UInt64

  /// A factor with the leading digits h is at least h and below h + 1 times its power of two.
  ///
  /// The product of the leading digits h and i of two factors is rounded down, and (h + 1) (i + 1) is less than
  /// 3 · 2^64 above the multiple of 2^64. Making its first digit 1 doubles that at most.
  @inline(__always)
  init(_ first: GMPInteger, _ second: GMPInteger) {
    let (h, i) = Self.leading(first)
    let (k, j) = Self.leading(second)
    let high = h.multipliedFullWidth(by: k).high
    let missing = 1 - high >> 63
    mantissa = high &<< missing
    exponent = i + j - Int(missing)
  }

  /// 64 binary digits, the first of which is 1, and the number of all digits.
  @inline(__always)
  private static func leading(_ z: GMPInteger) -> (digits: UInt64, count: Int) {
    let last = Int(z._mp_size.magnitude) - 1
    let limb = UInt64(z._mp_d[last])
    let zeros = UInt64(truncatingIfNeeded: limb.leadingZeroBitCount)
    let below = last > 0 ? UInt64(z._mp_d[last - 1]) : 0
    return (limb &<< zeros | (below >> 1) &>> (63 - zeros), 64 * last - Int(zeros))
  }

  /// Where the magnitude of a difference is so great, its sign is that of the difference of the products.
  ///
  /// In units of 2^-61 the values are rounded down by less than 6/4 and 3/4.
  static let certainDifference = 3

  /// The difference of the values e + f in units of 2^-61, or of their bounds where it is greater than 1.
  @inline(__always)
  func difference(from other: LeadingDigits) -> Int {
    let steps = max(-2, min(2, exponent - other.exponent))
    return steps &<< 61 &+ Int(mantissa >> 2) &- Int(other.mantissa >> 2)
  }
}
