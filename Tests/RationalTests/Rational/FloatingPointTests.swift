import Rational
import TestSupport
import Testing

/// Numbers in floating point as fractions and back, by the definition of their binary digits.
@Suite struct FloatingPointTests {
  /// The value of a finite number, from the fields of its encoding.
  private func decoded<F: BinaryFloatingPoint>(_ value: F) -> Rational {
    let bias = (1 << (F.exponentBitCount - 1)) - 1
    let field = Int(value.exponentBitPattern)
    // Subnormal numbers have the exponent of the least normal ones and no hidden digit.
    var digits = Integer(value.significandBitPattern)
    if field > 0, F.significandBitCount < 63 { digits += Integer(2).power(F.significandBitCount) }
    let exponent = max(field, 1) - bias - F.significandBitCount
    let size = Rational(digits) * Rational(2).power(exponent)
    return value.sign == .minus ? -size : size
  }

  private func check<F: BinaryFloatingPoint>(_ value: F) {
    guard value.isFinite else {
      #expect(Rational(exactly: value) == nil)
      return
    }
    let exact = decoded(value)
    #expect(Rational(exactly: value) == exact, "\(value)")
    #expect(F(exact) == value && F(exactly: exact) == value, "\(value)")
    // Half way to the next number the one with an even last digit is taken, nearer than that the nearer.
    let next = value.nextUp
    guard next.isFinite else { return }
    let middle = (exact + decoded(next)) / 2
    let tiny = (decoded(next) - exact) / Rational(Integer(2).power(80))
    let even = value.significandBitPattern & 1 == 0 ? value : next
    #expect(F(middle) == even, "\(value)")
    #expect(F(middle - tiny) == value && F(middle + tiny) == next, "\(value)")
    #expect(F(exactly: middle) == nil, "\(value)")
  }

  @Test(arguments: Seeds.all)
  func `numbers of all sizes are read and rounded`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      check(Double(bitPattern: random.next()))
      check(Float(bitPattern: UInt32(truncatingIfNeeded: random.next())))
      // Subnormal numbers are rare among random bits.
      check(Double(bitPattern: random.next() >> UInt64(random.int(in: 12...63))))
      check(Float(bitPattern: UInt32(truncatingIfNeeded: random.next() >> 41)))
    }
    let limits: [Double] = [
      0, 1, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity,
      .nan,
      0.1, 0x1p52, 0x1p53, 0x1.fffffffffffffp52,
    ]
    for value in limits + limits.map({ -$0 }) + limits.map(\.nextDown) { check(value) }
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func `so are all of sixteen bits`() {
      for pattern in stride(from: UInt16(0), through: .max, by: 11) {
        check(Float16(bitPattern: pattern))
      }
    }
  #endif

  #if arch(x86_64) && os(Linux)
    @Test(arguments: Seeds.all)
    func `so are those of eighty bits`(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      for _ in 0..<100 {
        let digits = Float80(random.next()) * (random.int(in: 0...1) == 0 ? 1 : -1)
        let value = Float80(
          sign: .plus, exponent: random.int(in: -16445...16319), significand: digits)
        guard value.isFinite, let exact = Rational(exactly: value) else { continue }
        #expect(Float80(exact) == value, "\(value)")
        #expect(Float80(exact * (1 + Rational(1, Integer(2).power(70)))) == value, "\(value)")
      }
      #expect(Rational(exactly: Float80(1) / 4) == Rational(1, 4))
      #expect(Float80(Rational(Integer(2).power(65) - 1)) == 0x1p65)
    }
  #endif

  @Test func `beyond the largest number there is infinity`() {
    let largest = decoded(Double.greatestFiniteMagnitude)
    let half = (largest - decoded(Double.greatestFiniteMagnitude.nextDown)) / 2
    #expect(Double(largest + half) == .infinity)
    #expect(Double(-largest - half) == -.infinity)
    #expect(Double(largest + half - 1) == .greatestFiniteMagnitude)
    #expect(Double(Rational(10).power(400)) == .infinity)
    #expect(Double(Rational(10).power(-400)) == 0)
    #expect(Double(exactly: Rational(10).power(400)) == nil)
    #expect(Double(decoded(Double.leastNonzeroMagnitude) / 2) == 0)
  }

  @Test func `integers are read where they are`() {
    #expect(Integer(exactly: 0x1p100) == Integer(2).power(100))
    #expect(Integer(exactly: -3.0) == -3)
    #expect(Integer(exactly: 0.5) == nil && Integer(exactly: Double.nan) == nil)
    #expect(
      Integer(-2.75) == -2 && Integer(2.75) == 2
        && Integer(Float(1e20)) == 100_000_002_004_087_734_272)
    #expect(Integer(exactly: Rational(6, 3)) == 2 && Integer(exactly: Rational(1, 2)) == nil)
    #expect(Int(exactly: Rational(-6, 3)) == -2 && Int(exactly: Rational(1, 2)) == nil)
    #expect(Int(exactly: Rational(Integer(2).power(63))) == nil)
    #expect(Int(exactly: Rational(-Integer(2).power(63))) == Int.min)
  }
}
