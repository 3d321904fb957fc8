import Rational
import TestSupport
import Testing

/// The examples in the articles on `Rational`, line by line.
@Suite struct ArticleTests: ArticleExamples {
  @Test func `the examples of the articles are here`() throws {
    #expect(try Articles.examples(in: "Rational").count >= 10)
    #expect(try Articles.examples(in: "Rational", missingFrom: #filePath).map(\.lines) == [])
  }

  @Test func `canonical form`() throws {
    let half = Rational(-3, -6)
    assert(half == Rational(1, 2))
    assert(half.numerator == 1 && half.denominator == 2)
    assert(Set([half, Rational(2, 4), Rational(50, 100)]).count == 1)
    let huge = Integer(10).power(30)
    assert(huge.word == nil)
    assert((huge + 1 - huge).word == 1)
    let sum = try Surd.squareRoot(of: 8) + Surd.squareRoot(of: 18) - Surd.squareRoot(of: 50)
    assert(sum.isZero)
    let quotient = try Surd.squareRoot(of: Rational(12, 5))
    assert(quotient.description == "2√15/5")
  }

  @Test func `the landing page`() throws {
    let third = Rational(1, 3)
    let root = try Surd.squareRoot(of: 2)
    assert(third + third + third == 1)
    assert((1 + root) * (1 - root) == -1)
    assert((1 + root).inverse.description == "-1 + √2")
    assert(root.decimal(digits: 20) == "1.4142135623730950488")
  }

  @Test func `numbers of the standard library`() {
    let mersenne: Integer = 170_141_183_460_469_231_731_687_303_715_884_105_727
    assert(mersenne == (1 << 127) - 1)
    assert(String(mersenne, radix: 16) == "7" + String(repeating: "f", count: 31))
    assert(~mersenne >> 127 == -1)
    assert(UInt8(truncatingIfNeeded: mersenne) == 255)
    let double = Rational(exactly: 0.1)!
    let text = Rational("0.1")!
    assert(double != text && Double(text) == 0.1)
    assert(double.bestApproximation(denominatorAtMost: 1000) == text)
    assert(Float(exactly: text) == nil)
    let quotient = Rational(355, 113)
    assert(quotient.continuedFraction == [3, 7, 16])
    assert(quotient.rounded() == 3 && quotient.rounded(.up) == 4)
    assert(quotient.decimal(digits: 8) == "3.1415929")
  }

  @Test func `signs of sums of square roots`() throws {
    let small = try Surd.squareRoot(of: 5) - Surd.squareRoot(of: 3) - Surd(Rational(1, 2))
    let power = small.power(12)
    assert(power.rootCount == 4)
    assert(power.sign == 1)
    assert(power.decimal(digits: 3) == "1.77e-29")

    var rounded = 0.0
    for (radicand, coefficient) in power.terms {
      let root = Double(radicand.description)!.squareRoot()
      rounded += Double(coefficient.decimal(digits: 17))! * root
    }
    assert(abs(rounded) > 1e-12)
    let left = try Surd.squareRoot(of: 5) + Surd.squareRoot(of: 6) + Surd.squareRoot(of: 18)
    let right = try Surd.squareRoot(of: 4) + Surd.squareRoot(of: 12) + Surd.squareRoot(of: 12)
    assert(left < right)
    assert((right - left).decimal(digits: 3) == "0.00000482")
    let golden = try (1 + Surd.squareRoot(of: 5)) / 2
    let (lower, upper) = golden.enclosure(bits: 100)
    assert(Surd(lower) < golden && golden < Surd(upper))
    assert(upper - lower <= Rational(1, 2).power(100))
  }
}
