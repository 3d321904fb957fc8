import Rational
import TestSupport
import Testing

@Suite struct RationalLawTests {
  @Test(arguments: Seeds.all)
  func `the field laws hold`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let a = random.rational()
      let b = random.rational()
      let c = random.rational()
      let divisor = random.nonzeroRational()
      #expect(Laws.brokenRing(a, b, c) == [], "\(a), \(b), \(c)")
      #expect(Laws.brokenDivision(a, by: divisor) == [], "\(a), \(divisor)")
    }
  }

  @Test(arguments: Seeds.all)
  func `the order laws hold`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let a = random.rational()
      let b = random.int(in: 0...3) == 0 ? a : random.rational()
      let c = random.rational()
      #expect(Laws.brokenOrder(a, b, c) == [], "\(a), \(b), \(c)")
    }
  }

  /// Fractions whose sums and products leave the word path at every place where they can.
  static let edges: [Rational] = {
    let parts = EdgeIntegers.words.map { Integer($0) } + [Integer(1) << 63, Integer(1) << 64]
    let denominators: [Integer] = [1, 2, 3, Integer(Int.max), Integer(Int.max) - 1, 1 << 62]
    return parts.flatMap { top in denominators.map { Rational(top, $0) } }
  }()

  @Test func `results at the limits of words are those of integers`() {
    for a in Self.edges {
      for b in Self.edges where a.denominator == b.denominator || b.numerator.word != nil {
        let (p, q, r, s) = (a.numerator, a.denominator, b.numerator, b.denominator)
        #expect(isQuotient(a + b, p * s + r * q, q * s), "\(a) + \(b)")
        #expect(isQuotient(a - b, p * s - r * q, q * s), "\(a) - \(b)")
        #expect(isQuotient(a * b, p * r, q * s), "\(a) * \(b)")
        if !b.isZero { #expect(isQuotient(a / b, p * s, q * r), "\(a) / \(b)") }
        #expect((a < b) == (p * s < r * q), "\(a) < \(b)")
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `results are those of cross-multiplied integers, in lowest terms`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let a = random.rational()
      let b = random.nonzeroRational()
      let (p, q, r, s) = (a.numerator, a.denominator, b.numerator, b.denominator)
      #expect(isQuotient(a + b, p * s + r * q, q * s), "\(a) + \(b)")
      #expect(isQuotient(a - b, p * s - r * q, q * s), "\(a) - \(b)")
      #expect(isQuotient(a * b, p * r, q * s), "\(a) * \(b)")
      #expect(isQuotient(a / b, p * s, q * r), "\(a) / \(b)")
      #expect(isQuotient(-a, -p, q))
      #expect((a < b) == (p * s < r * q), "\(a) < \(b)")
    }
  }

  /// Whether a value is top/bottom, in lowest terms with a positive denominator, and held as any
  /// other with that value.
  private func isQuotient(_ value: Rational, _ top: Integer, _ bottom: Integer) -> Bool {
    value.numerator * bottom == top * value.denominator
      && value == Rational(top, bottom)
      && value.denominator > 0
      && Integer.gcd(value.numerator, value.denominator) == 1
  }

  @Test(arguments: Seeds.all)
  func `every common factor cancels, and signs move to the numerator`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.rational()
      let factor = random.nonzeroInteger()
      let same = Rational(value.numerator * factor, value.denominator * factor)
      #expect(same == value, "\(value) with \(factor)")
      #expect(same.denominator > 0)
      #expect(Integer.gcd(same.numerator, same.denominator) == 1)
    }
    #expect(Rational(6, -4) == Rational(-3, 2))
    #expect(Rational(0, -7) == Rational(0))
    #expect(Rational(0, Int.min).denominator == 1)
    #expect(Rational(Int.min, Int.min) == 1)
    #expect(Rational(Int.min, 2).numerator.word == -(1 << 62))
    #expect(Rational(1, Int.min).denominator == Integer(1) << 63)
    #expect(Rational(Int.min, -1).numerator == Integer(1) << 63)
  }

  @Test func `equality and hashing do not see the road to a value`() {
    let large = Rational(Integer(1) << 100)
    let third = Rational(1, 3)
    let classes: [[Rational]] = [
      [0, third - third, Rational(0, 5), large - large, third * 0],
      [third, Rational(2, 6), third + large - large, third * large / large, 1 / (1 / third)],
      [-third, Rational(1, -3), 0 - third],
      [Rational(Int.min), Rational(Integer(Int.min)), Rational(Int.min + 1) - 1],
      [Rational(Int.max), Rational(Integer(Int.max)), Rational(Int.min) * -1 - 1],
      [large, large + third - third, Rational(Integer(1) << 101, 2)],
      [1 / large, Rational(1, Integer(1) << 100)],
    ]
    #expect(Laws.brokenEquality(classes: classes) == [])
  }
}
