import Rational
import TestSupport
import Testing

@Suite struct SurdTextTests {
  @Test func `values are written as they are by hand`() {
    let cases: [(Surd, String)] = [
      (0, "0"), (-3, "-3"), (Surd(Rational(-1, 2)), "-1/2"), (root(2), "√2"), (-root(2), "-√2"),
      (14 + 4 * root(6), "14 + 4√6"), ((1 - root(5)) / 2, "1/2 - √5/2"), (root(2) - 1, "-1 + √2"),
      (3 * root(2) / 4, "3√2/4"), (root(3) / 2, "√3/2"), (root(3) - root(2), "-√2 + √3"),
      (root(12), "2√3"), (-1 - 2 * root(3), "-1 - 2√3"),
    ]
    for (value, text) in cases { #expect(value.description == text) }
  }

  @Test(arguments: Seeds.all)
  func `text is read back as the same value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.surd()
      #expect(Surd(value.description) == value, "\(value)")
    }
  }

  @Test func `terms are read in any order and reduced`() {
    #expect(Surd("√8") == 2 * root(2) && Surd("-√8 + 3√2/2") == -root(2) / 2)
    #expect(Surd("√4 - 2") == 0 && Surd("√3 + √2 + 1/2 + 1/2") == 1 + root(2) + root(3))
    #expect(
      Surd("0√5") == 0 && Surd("-0") == 0 && Surd("√0/7") == 0
        && Surd("6/4") == Surd(Rational(3, 2)))
  }

  @Test(arguments: [
    "", " ", "x", "+", "-", "--1", "+1", "√", "2√", "√-2", "1 +", "1 + ", "+ 1", "1+√2", "1 √2",
    "1  + √2",
    "√2√3", "1/2√2", "√2/", "√2/0", "√2/-1", "1/2/3", "√2/2/3", "√1/2√3", "1.5", "1e3", "√2 + -√3",
    "２", "1 - ",
  ])
  func `other texts are refused`(text: String) {
    #expect(Surd(text) == nil)
  }

  @Test(arguments: Seeds.all)
  func `decimals are within half a unit of the value`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let value = random.nonzeroSurd()
      let count = random.int(in: 1...20)
      let text = value.decimal(digits: count)
      let shown = try #require(Rational(text))
      let positive = text.first == "-" ? String(text.dropFirst()) : text
      let digits = try #require(RoundedDigits(printed: positive, count: count), "\(text)")
      let half = Rational(10).power(digits.exponent - count + 1) / 2
      let above = Tower(value - Surd(shown - half))
      let below = Tower(Surd(shown + half) - value)
      #expect(try #require(above).sign >= 0, "\(value): \(text)")
      #expect(try #require(below).sign >= 0, "\(value): \(text)")
    }
  }

  @Test func `decimals of roots are bounded by squares`() throws {
    for radicand in [2, 3, 5, 6, 7, 10, 99, 101, 9_999_999] {
      for count in [1, 2, 5, 16, 17, 50] {
        let text = root(radicand).decimal(digits: count)
        let shown = try #require(Rational(text))
        let digits = try #require(RoundedDigits(printed: text, count: count))
        let half = Rational(10).power(digits.exponent - count + 1) / 2
        #expect((shown - half).power(2) < Rational(radicand), "√\(radicand) is not \(text)")
        #expect((shown + half).power(2) > Rational(radicand), "√\(radicand) is not \(text)")
      }
    }
    // √2 = 1.41421356237309504880…
    #expect(root(2).decimal(digits: 6) == "1.41421")
    #expect((-root(2)).decimal(digits: 9) == "-1.41421356")
    #expect((root(2) / Surd(Rational(10).power(30))).decimal(digits: 3) == "1.41e-30")
    // √101 - 10 = 0.04987562112…
    #expect((root(101) - 10).decimal(digits: 4) == "0.04988")
  }
}
