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

  /// The sign of the difference: a/b < c/d when ad < cb. Leading digits mostly decide; GMP multiplies
  /// where they do not.
  ///
  /// Nothing is released that a caller can see. Callers that know it need not count references to
  /// the operands, which takes longer than the comparison.
  @usableFromInline @_effects(releasenone)
  static func bigOrder(_ left: Rational, _ right: Rational) -> Int {
    left.read { x in
      right.read { y in
        let (a, b) = (verify_mpq_numerator(x), verify_mpq_denominator(x))
        let (c, d) = (verify_mpq_numerator(y), verify_mpq_denominator(y))
        let sign = Int(verify_mpz_sign(a))
        let otherSign = Int(verify_mpz_sign(c))
        if sign != otherSign { return sign - otherSign }
        if sign == 0 { return 0 }
        let (first, second) = (LeadingDigits(a, d), LeadingDigits(c, b))
        if first.isSurelyBelow(second) { return -sign }
        if second.isSurelyBelow(first) { return sign }
        return Int(__gmpq_cmp(x, y))
      }
    }
  }
}

/// Bounds of a product of positive integers, from the 63 leading binary digits of each factor.
struct LeadingDigits {
  /// The product is at least `lower` and below `upper` times 2^`exponent`.
  ///
  /// The bounds lie between 2^124 and 2^126.
  private let lower: UInt128
  private let upper: UInt128
  private let exponent: Int

  /// A factor z with leading digits h is at least h and below h + 1 times its power of two.
  @inline(__always)
  init(_ first: UnsafePointer<GMPInteger>, _ second: UnsafePointer<GMPInteger>) {
    let (h, i) = Self.leading(first)
    let (k, j) = Self.leading(second)
    lower = UInt128(h) * UInt128(k)
    upper = UInt128(h + 1) * UInt128(k + 1)
    exponent = i + j
  }

  /// 63 binary digits and the power of two that they count; exact for a short number.
  @inline(__always)
  private static func leading(_ z: UnsafePointer<GMPInteger>) -> (digits: UInt64, exponent: Int) {
    let last = verify_mpz_limbs(z) - 1
    let limb = verify_mpz_limb(z, last)
    let zeros = limb.leadingZeroBitCount
    let below = last > 0 ? verify_mpz_limb(z, last - 1) : 0
    // A shift by 64 gives 0.
    let digits = (limb << zeros | below >> (64 - zeros)) >> 1
    return (digits, 64 * Int(last) + 1 - zeros)
  }

  /// Whether the bounds show that the product is below the other one.
  func isSurelyBelow(_ other: LeadingDigits) -> Bool {
    let shift = other.exponent - exponent
    return shift >= 0
      ? shift >= 2 || upper <= other.lower << shift : shift == -1 && upper << 1 <= other.lower
  }
}
