import Rational
import TestSupport
import Testing

@Suite struct RationalDecimalTests {
  @Test(arguments: Seeds.all)
  func `decimals are those of long division`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.nonzeroRational()
      let count = random.int(in: 1...12)
      expectLongDivision(value, count)
    }
  }

  @Test(arguments: Seeds.all)
  func `values next to a power of ten are rounded once`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      // 10^k (1 - m/(1000 q)) for small m: nines, a tail, and a denominator of any width.
      let q = random.int(in: 1...100_000)
      let m = random.int(in: -30...30)
      let k = random.int(in: -12...12)
      let value = Rational(10).power(k) * (1 - Rational(m, 1000 * q))
      let count = random.int(in: 1...7)
      expectLongDivision(value, count)
    }
    // 9.99940625, whose numerator and denominator suggest a value above 10.
    #expect(Rational(319_981, 32_000).decimal(digits: 4) == "9.999")
  }

  @Test func `all small fractions to few digits`() {
    for denominator in 1...40 {
      for numerator in 1...80 {
        for count in 1...3 { expectLongDivision(Rational(numerator, denominator), count) }
      }
    }
  }

  private func expectLongDivision(_ value: Rational, _ count: Int) {
    let (top, bottom) = (value.numerator.magnitude.description, value.denominator.description)
    let expected = RoundedDigits(top, over: bottom, count: count)
    let text = value.magnitude.decimal(digits: count)
    #expect(
      RoundedDigits(printed: text, count: count) == expected,
      "\(value) to \(count) digits: \(text)")
    #expect((-value.magnitude).decimal(digits: count) == "-" + text)
  }

  @Test(arguments: [
    // Halves go to the even neighbour.
    ("0.5", 1, "0.5"), ("1.5", 1, "2"), ("2.5", 1, "2"), ("3.5", 1, "4"), ("-2.5", 1, "-2"),
    ("0.125", 2, "0.12"), ("0.375", 2, "0.38"), ("12345/10", 4, "1234"), ("12355/10", 4, "1236"),
    ("2.5000001", 1, "3"), ("2.4999999", 1, "2"), ("1.25", 2, "1.2"), ("1.35", 2, "1.4"),
    // Carries.
    ("9.9996", 4, "10"), ("9.9994", 4, "9.999"), ("9.5", 1, "10"), ("8.5", 1, "8"),
    ("0.99999", 3, "1"), ("999.5", 3, "1000"), ("99.5", 2, "100"), ("0.0099999", 2, "0.01"),
    ("-9.9996", 4, "-10"),
    // Layout.
    ("0", 5, "0"), ("1", 5, "1"), ("36/7", 6, "5.14286"), ("1/250", 3, "0.004"),
    ("-1/3", 3, "-0.333"), ("100", 1, "100"), ("123456", 2, "120000"), ("2/3", 1, "0.7"),
    ("1.5e-20", 5, "1.5e-20"), ("1/1000000", 3, "0.000001"),
    // Six zeros are written, seven are not; a carry counts.
    ("1e-7", 3, "0.0000001"), ("1e-8", 3, "1e-8"), ("1.25e-8", 3, "1.25e-8"),
    ("1234e6", 4, "1234000000"), ("1234e7", 4, "1.234e10"), ("-1234e7", 4, "-1.234e10"),
    ("9999400000", 4, "9999000000"), ("9999600000", 4, "1e10"), ("99996e-12", 4, "0.0000001"),
    ("99996e-13", 4, "1e-8"),
  ])
  func `decimals are written plainly`(text: String, digits: Int, expected: String) throws {
    #expect(try #require(Rational(text)).decimal(digits: digits) == expected)
  }
}
