import Rational
import TestSupport
import Testing

/// Words, bits and shifts are those of the two's complement, by definition and beside `Int128`.
@Suite struct IntegerBitTests {
  /// The binary digit of 2^place, by divisions alone.
  private func bit(_ value: Integer, _ place: Int) -> Bool {
    !value.floorDivided(by: Integer(2).power(place)).isEven
  }

  @Test(arguments: Seeds.all)
  func `operations work on each binary digit`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let (a, b) = (random.integer(), random.integer())
      let (and, or, xor) = (a & b, a | b, a ^ b)
      for place in 0...(max(a.bitWidth, b.bitWidth) + 1) {
        let (x, y) = (bit(a, place), bit(b, place))
        #expect(bit(and, place) == (x && y), "\(a) & \(b)")
        #expect(bit(or, place) == (x || y), "\(a) | \(b)")
        #expect(bit(xor, place) == (x != y), "\(a) ^ \(b)")
        #expect(bit(~a, place) == !x, "~\(a)")
      }
      #expect(and + or == a + b && xor == or - and && ~(~a) == a)
      var (x, y, z) = (a, a, a)
      x &= b
      y |= b
      z ^= b
      #expect(x == and && y == or && z == xor)
    }
  }

  @Test func `the width is the least that holds the value with its sign`() {
    for value in EdgeIntegers.all {
      let half = Integer(2).power(value.bitWidth - 1)
      #expect(-half <= value && value < half, "\(value)")
      if value.bitWidth > 1 { #expect(!(-half / 2 <= value && value < half / 2), "\(value)") }
    }
    #expect(Integer(Int.max).bitWidth == 64 && Integer(Int.min).bitWidth == 64)
    #expect(Integer(0).bitWidth == 1 && Integer(-1).bitWidth == 1 && Integer(1).bitWidth == 2)
  }

  @Test func `words make up the value`() {
    for value in EdgeIntegers.all {
      let words = value.words
      #expect(words.count == (value.bitWidth + 63) / 64)
      var sum = words.last.map { $0 >> 63 == 1 ? Integer(-1) : 0 } ?? 0
      for word in words.reversed() { sum = sum * Integer(2).power(64) + Integer(word) }
      #expect(sum == value, "\(value)")
      #expect(Integer(truncatingIfNeeded: value) == value)
    }
  }

  @Test func `trailing zeros are counted`() {
    for value in EdgeIntegers.all where !value.isZero {
      let count = value.trailingZeroBitCount
      #expect(bit(value, count) && (0..<count).allSatisfy { !bit(value, $0) }, "\(value)")
    }
    #expect(Integer(0).trailingZeroBitCount == Integer(0).bitWidth)
  }

  @Test func `a negative count shifts the other way`() {
    for value in EdgeIntegers.all {
      for count in [0, 1, 63, 64, 65, 200] {
        #expect(value << -count == value >> count && value >> -count == value << count)
        #expect(value << Int8(clamping: count) == value << Int(Int8(clamping: count)))
        #expect(value >> UInt64(count) == value.floorDivided(by: Integer(2).power(count)))
        var (left, right) = (value, value)
        left <<= count
        right >>= UInt8(count)
        #expect(left == value * Integer(2).power(count) && right == value >> count)
      }
      #expect(value >> UInt64.max == (value.sign < 0 ? -1 : 0))
      #expect(value << Int.min == (value.sign < 0 ? -1 : 0))
    }
    #expect(Integer(0) >> Int.min == 0)
  }

  @Test(arguments: Seeds.all)
  func `results are those of numbers of 128 bits`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let shift = Int128(random.int(in: 0...127))
      let a = (Int128(truncatingIfNeeded: random.next()) << 64) >> shift
      let b = (Int128(truncatingIfNeeded: random.next()) << 32) ^ Int128(random.int(in: -9...9))
      let (x, y) = (Integer(a), Integer(b))
      #expect(Integer(a & b) == x & y && Integer(a | b) == x | y && Integer(a ^ b) == x ^ y)
      #expect(x == a && Int128(exactly: x) == a && Int128(truncatingIfNeeded: x) == a)
      #expect((x < y) == (a < b) && (x < b) == (a < b) && (a < y) == (a < b))
      #expect(Int8(truncatingIfNeeded: x) == Int8(truncatingIfNeeded: a))
      #expect(UInt64(truncatingIfNeeded: x) == UInt64(truncatingIfNeeded: a))
      #expect(UInt16(clamping: x) == UInt16(clamping: a) && Int(clamping: x) == Int(clamping: a))
      #expect(UInt64(exactly: x) == UInt64(exactly: a) && Int32(exactly: y) == Int32(exactly: b))
      #expect(Integer(UInt128(truncatingIfNeeded: a)) == UInt128(truncatingIfNeeded: a))
      #expect(Double(x) == Double(a) && Float(x) == Float(a))
      #expect(
        x.signum() == Integer(a.signum())
          && x.trailingZeroBitCount == (a == 0 ? 1 : a.trailingZeroBitCount))
      if b != 0 { #expect(x.isMultiple(of: y) == a.isMultiple(of: b)) }
      for radix in [2, 3, 10, 16, 36] {
        #expect(String(x, radix: radix) == String(a, radix: radix))
        #expect(Integer(String(a, radix: radix, uppercase: true), radix: radix) == x)
      }
    }
  }

  /// Euclid's algorithm for whatever integers there are.
  private func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T.Magnitude {
    b == 0 ? a.magnitude : gcd(b, a % b)
  }

  @Test(arguments: Seeds.all)
  func `generic code takes them`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let (a, b) = (random.integer(), random.integer())
      #expect(gcd(a, b) == Integer.gcd(a, b), "\(a), \(b)")
    }
    #expect(Array(Integer(2).power(70)..<Integer(2).power(70) + 3).count == 3)
    #expect((0..<Integer(5)).reduce(0, +) == 10)
  }

  @Test func `literals have any length`() {
    let large: Integer = 1_267_650_600_228_229_401_496_703_205_376
    #expect(large == Integer(2).power(100))
    let negative: Integer = -0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff
    #expect(negative == 1 - Integer(2).power(144))
    let edges: [Integer] = [
      9_223_372_036_854_775_807, 9_223_372_036_854_775_808, -9_223_372_036_854_775_808,
      -9_223_372_036_854_775_809, 18_446_744_073_709_551_615, 18_446_744_073_709_551_616,
    ]
    let texts = [
      "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
      "18446744073709551615", "18446744073709551616",
    ]
    #expect(edges.map(\.description) == texts)
    let (fraction, surd): (Rational, Surd) = (
      -9_223_372_036_854_775_808, 36_893_488_147_419_103_232
    )
    #expect(fraction.numerator == edges[2] && fraction.denominator == 1)
    #expect(surd.rational == Rational(Integer(2).power(65)))
  }
}
