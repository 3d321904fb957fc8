import Rational
import Testing

/// Fractions whose sums, products and quotients end next to the ends of a word.
@Suite struct RationalWordTests {
  private static let words: [Int] = [
    0, 1, 2, 3, (1 << 32) - 1, 1 << 61, (1 << 62) - 1, 1 << 62, .max / 3, .max - 1, .max,
  ]

  private static let values: [Rational] = {
    var values: [Rational] = [Rational(Int.min), Rational(Int.min, 3), Rational(1, Int.min)]
    for top in words {
      for bottom in [1, 2, 3, 1 << 62, Int.max] {
        values += [Rational(top, bottom), Rational(-top, bottom)]
      }
    }
    return values
  }()

  /// A fraction over integers of any size, reduced from its definition.
  private func expect(
    _ value: Rational, is top: Integer, over bottom: Integer, _ text: @autoclosure () -> String
  ) {
    #expect(
      value.numerator * bottom == top * value.denominator
        && value.denominator > 0 && Integer.gcd(value.numerator, value.denominator) == 1
        // The same number is held in the same way, whichever road led to it.
        && value == Rational(top, bottom) && value.hashValue == Rational(top, bottom).hashValue,
      "\(text())")
  }

  @Test func `results next to the end of a word are canonical`() {
    for x in Self.values {
      let (a, b) = (x.numerator, x.denominator)
      expect(-x, is: -a, over: b, "-(\(x))")
      for y in Self.values {
        let (c, d) = (y.numerator, y.denominator)
        expect(x + y, is: a * d + c * b, over: b * d, "\(x) + \(y)")
        expect(x - y, is: a * d - c * b, over: b * d, "\(x) - \(y)")
        expect(x * y, is: a * c, over: b * d, "\(x) * \(y)")
        if !y.isZero { expect(x / y, is: a * d, over: b * c, "\(x) / (\(y))") }
        #expect((x < y) == (a * d < c * b), "\(x) < \(y)")
      }
    }
  }

  @Test func `the least word is reached from both sides`() {
    let least = Rational(Integer(Int.min))
    #expect(Rational(-(1 << 62)) + Rational(-(1 << 62)) == least)
    #expect(Rational(-(1 << 62)) * 2 == least)
    #expect(Rational(-(1 << 62), 3) + Rational(-(1 << 62), 3) == least / 3)
    #expect(Rational(-(1 << 62), 3) * Rational(2, 5) == least / 15)
    #expect(Rational(Int.min, 3) == least / 3)
    #expect(-least == Rational(Integer(1) << 63))
    #expect((-least).numerator.word == nil)
    #expect(-(-least) == least)
  }
}
