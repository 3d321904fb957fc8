import Rational
import TestSupport
import Testing

@Suite struct RationalDoubleTests {
  @Test func `numbers that are known`() {
    #expect(Rational(exactly: 0.0) == 0)
    #expect(Rational(exactly: -0.0) == 0)
    #expect(Rational(exactly: -0.375) == Rational(-3, 8))
    #expect(Rational(exactly: 0.1) == Rational(3_602_879_701_896_397, 36_028_797_018_963_968))
    #expect(Rational(exactly: 0x1p100) == Rational(Integer(1) << 100))
    #expect(Rational(exactly: Double.leastNonzeroMagnitude) == Rational(1, Integer(1) << 1074))
    #expect(
      Rational(exactly: -Double.greatestFiniteMagnitude)
        == Rational(-(((Integer(1) << 53) - 1) << 971)))
  }

  @Test func `what is no number has no fraction`() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(Rational(exactly: value) == nil) }
  }

  /// Powers of two, 2^k with small k, have no rounding: sums of parts are exact.
  @Test(arguments: 1...50)
  func `a number is the sum of its upper and lower half`(_ seed: UInt64) throws {
    var source = SplitMix64(seed: seed)
    let (high, low) = (source.int(in: 1...(1 << 26)), source.int(in: 0...((1 << 26) - 1)))
    let exponent = source.int(in: -200...200)
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    let value = (Double(high) * 0x1p26 + Double(low)) * scale
    let upper = try #require(Rational(exactly: Double(high) * scale))
    let lower = try #require(Rational(exactly: Double(low) * scale))
    #expect(Rational(exactly: value) == upper * Rational(1 << 26) + lower)
  }
}
