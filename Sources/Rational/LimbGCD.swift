import CGMP

/// Greatest common divisors of integers of some limbs.
///
/// Stein's binary algorithm runs on a word for each number, and what 31 of its halvings do to the pair is then done to
/// all limbs at once (Pornin, Optimized Binary GCD for Modular Inversion, 2020, section 2). GMP takes quotients instead;
/// at four limbs this needs some 0.6 of its time.
enum LimbGCD {
  private typealias Limbs = UnsafeMutablePointer<mp_limb_t>

  /// Of longer numbers GMP finds it sooner.
  private static let limit = 40
  /// How many halvings a word sees: it has so many of the lowest bits, and 33 of the highest.
  private static let batch = 31

  /// Sets `result`, which may be one of the two, to their greatest common divisor, not negative; that of 0 and 0 is 0.
  static func set(
    _ result: UnsafeMutablePointer<GMPInteger>, _ left: UnsafePointer<GMPInteger>,
    _ right: UnsafePointer<GMPInteger>
  ) {
    let (longer, shorter) = (
      max(verify_mpz_limbs(left), verify_mpz_limbs(right)),
      min(verify_mpz_limbs(left), verify_mpz_limbs(right))
    )
    // A number much longer than the other is divided by it first.
    guard shorter > 1, longer <= limit, longer - shorter < 2 else {
      __gmpz_gcd(result, left, right)
      return
    }
    withUnsafeTemporaryAllocation(of: mp_limb_t.self, capacity: 2 * longer) { room in
      let a = room.baseAddress!
      let b = a + longer
      let twos = min(
        copyOddPart(of: left.pointee, to: a, longer), copyOddPart(of: right.pointee, to: b, longer))
      let count = reduce(a, b, longer)
      __gmpz_limbs_write(result, count).update(from: a, count: count)
      __gmpz_limbs_finish(result, count)
      if twos > 0 { __gmpz_mul_2exp(result, result, twos) }
    }
  }

  /// Writes the largest odd divisor of an integer, which is not 0, to `count` limbs; the result is how often two
  /// divides it.
  private static func copyOddPart(of z: GMPInteger, to limbs: Limbs, _ count: Int) -> UInt {
    let length = Int(z._mp_size.magnitude)
    let source = z._mp_d!
    var zeros = 0
    while source[zeros] == 0 { zeros += 1 }
    let shift = UInt32(truncatingIfNeeded: source[zeros].trailingZeroBitCount)
    let rest = length - zeros
    if shift == 0 {
      limbs.update(from: source + zeros, count: rest)
    } else {
      __gmpn_rshift(limbs, source + zeros, rest, shift)
    }
    (limbs + rest).update(repeating: 0, count: count - rest)
    return UInt(zeros) * 64 + UInt(shift)
  }

  /// The greatest common divisor of two odd numbers, left in the first one; the result is how many limbs it has.
  private static func reduce(_ a: Limbs, _ b: Limbs, _ count: Int) -> Int {
    var count = count
    while true {
      while a[count - 1] | b[count - 1] == 0 { count -= 1 }
      if count == 1 {
        a[0] = greatestCommonDivisor(a[0], b[0])
        return 1
      }
      let step = halvings(a, b, count)
      if apply(step, a, b, count) { continue }
      a.update(from: b, count: count)
      while a[count - 1] == 0 { count -= 1 }
      return count
    }
  }

  /// What a batch does to a pair a, b: a becomes |fa + gb| / 2³¹ with the one pair of factors, b with the other. The
  /// factors are between -2³¹ and 2³¹.
  private struct Step {
    let first: (f: Int, g: Int)
    let second: (f: Int, g: Int)

    /// The factors as f + 2³² g.
    init(_ first: UInt, _ second: UInt) {
      (self.first, self.second) = (Self.unpacked(first), Self.unpacked(second))
    }

    private static func unpacked(_ packed: UInt) -> (f: Int, g: Int) {
      // f > -2³¹, and a negative one has taken 1 from what is above it.
      let bias = UInt(0x7FFF_FFFF)
      let shifted = packed &+ (bias << 32 | bias)
      return (
        Int(bitPattern: shifted & 0xFFFF_FFFF) &- Int(bias),
        Int(bitPattern: shifted >> 32) &- Int(bias)
      )
    }
  }

  /// 31 halvings of the first number, from which the second is subtracted when it is odd, the smaller from the
  /// larger. The second is odd. Which of them is larger is read off the highest bits, and can be wrong: the factors
  /// have the wrong signs then.
  private static func halvings(_ a: Limbs, _ b: Limbs, _ count: Int) -> Step {
    let low = UInt(1) << UInt(batch) - 1
    let zeros = UInt((a[count - 1] | b[count - 1]).leadingZeroBitCount)
    func ends(_ x: Limbs) -> UInt {
      let high = x[count - 1] &<< zeros | (x[count - 2] &>> 1) &>> (63 &- zeros)
      return high & ~low | x[0] & low
    }
    var (x, y) = (ends(a), ends(b))
    var (first, second) = (UInt(1), UInt(1) << 32)
    var left = UInt(batch)
    // The lowest bits that are still exact, `left` of them, are all that is asked for zeros.
    func zerosAtEnd(_ word: UInt) -> UInt { UInt((word | 1 &<< left).trailingZeroBitCount) }
    let even = zerosAtEnd(x)
    x = x &>> even
    second = second &<< even
    left &-= even
    while left > 0 {
      let difference = x &- y
      let isLess = x < y
      let halvings = zerosAtEnd(difference)
      y = isLess ? x : y
      x = (isLess ? 0 &- difference : difference) &>> halvings
      let factors = first &- second
      second = (isLess ? first : second) &<< halvings
      first = isLess ? 0 &- factors : factors
      left &-= halvings
    }
    return Step(first, second)
  }

  /// Does to all limbs what a batch does; the result is whether the first number is not 0 then.
  private static func apply(_ step: Step, _ a: Limbs, _ b: Limbs, _ count: Int) -> Bool {
    let (shift, rest) = (UInt(batch), UInt(64 - batch))
    var (sumA, sumB) = (Int128(0), Int128(0))
    var (lowA, lowB) = (UInt(0), UInt(0))
    for index in 0..<count {
      let (x, y) = (a[index], b[index])
      sumA = sumA &+ product(x, step.first.f) &+ product(y, step.first.g)
      sumB = sumB &+ product(x, step.second.f) &+ product(y, step.second.g)
      let (nextA, nextB) = (UInt(truncatingIfNeeded: sumA), UInt(truncatingIfNeeded: sumB))
      if index > 0 {
        a[index - 1] = lowA &>> shift | nextA &<< rest
        b[index - 1] = lowB &>> shift | nextB &<< rest
      }
      (lowA, lowB) = (nextA, nextB)
      (sumA, sumB) = (sumA &>> 64, sumB &>> 64)
    }
    a[count - 1] = lowA &>> shift | UInt(truncatingIfNeeded: sumA) &<< rest
    b[count - 1] = lowB &>> shift | UInt(truncatingIfNeeded: sumB) &<< rest
    if sumA < 0 { negate(a, count) }
    if sumB < 0 { negate(b, count) }
    return __gmpn_zero_p(a, count) == 0
  }

  @inline(__always)
  private static func product(_ limb: UInt, _ factor: Int) -> Int128 {
    Int128(truncatingIfNeeded: limb) &* Int128(truncatingIfNeeded: factor)
  }

  /// Two's complement.
  private static func negate(_ limbs: Limbs, _ count: Int) {
    var carries = true
    for index in 0..<count {
      let (value, overflow) = (~limbs[index]).addingReportingOverflow(carries ? 1 : 0)
      limbs[index] = value
      carries = overflow
    }
  }
}
