import Rational
import TestSupport
import Testing

@Suite struct RationalTextTests {
  @Test(arguments: Seeds.all)
  func `text is read back as the same value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let value = random.rational()
      #expect(Rational(value.description) == value)
      #expect(Rational("\(value.numerator)/\(value.denominator)") == value)
    }
  }

  @Test(arguments: Seeds.all)
  func `decimals are integers over powers of ten`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let digits = random.integer().magnitude.description
      let places = random.int(in: 1...40)
      let exponent = random.int(in: -60...60)
      let padded = String(repeating: "0", count: places) + digits
      let text = "\(padded.dropLast(places)).\(padded.suffix(places))"
      let value = try Rational(#require(Integer(digits)))
      let expected = value * Rational(10).power(exponent - places)
      #expect(Rational("\(text)e\(exponent)") == expected, "\(text)e\(exponent)")
      #expect(Rational("-\(text)E\(exponent)") == -expected)
      #expect(Rational(text) == value / Rational(10).power(places))
    }
  }

  @Test(arguments: [
    ("7", 7, 1), ("-1/250", -1, 250), ("0.004", 1, 250), ("4e-3", 1, 250), ("+3/6", 1, 2),
    ("-0", 0, 1), ("0/5", 0, 1), ("0.000", 0, 1), ("-0.5", -1, 2), ("1.50", 3, 2),
    ("1.5e3", 1500, 1), ("25e-1", 5, 2), ("1E+2", 100, 1), ("007.0", 7, 1), ("10/4", 5, 2),
    ("-12.5e-1", -5, 4), ("0e100000", 0, 1),
  ])
  func `texts have the value they say`(text: String, numerator: Int, denominator: Int) {
    #expect(Rational(text) == Rational(numerator, denominator))
  }

  @Test func `the limit of the exponent is included`() {
    let limit = Rational.exponentLimit
    #expect(Rational("1e\(limit)") == Rational(Integer(10).power(limit)))
    #expect(Rational("1e-\(limit)") == Rational(1, Integer(10).power(limit)))
    #expect(Rational("1e\(limit + 1)") == nil)
    #expect(Rational("1e-\(limit + 1)") == nil)
  }

  @Test func `a text that only the limit of the exponent keeps from being a number is told`() {
    let limit = Rational.exponentLimit
    for text in ["1e\(limit + 1)", "-0.5E-\(limit + 1)", "1e+99999999999999999999"] {
      #expect(Rational.isBeyondExponentLimit(text), "\(text)")
    }
    for text in [
      "1e\(limit)", "1e-\(limit)", "1", "e\(limit + 1)", "1e", "1e\(limit + 1)x", "xe\(limit + 1)",
      "1/2e\(limit + 1)", "1e1e\(limit + 1)", "1e--\(limit + 1)",
    ] {
      #expect(!Rational.isBeyondExponentLimit(text), "\(text)")
    }
  }

  @Test(arguments: Malformed.rationals)
  func `other texts are refused`(text: String) {
    #expect(Rational(text) == nil)
  }

  @Test func `integers are printed without a denominator`() {
    #expect(Rational(6, 3).description == "2")
    #expect(Rational(-6, 4).description == "-3/2")
    #expect(Rational(0).description == "0")
    #expect(Rational(1, Int.min).description == "-1/9223372036854775808")
  }
}
