import Rational
import TestSupport
import Testing

@Suite struct RoundingTests {
  static let rules: [FloatingPointRoundingRule] = [
    .toNearestOrAwayFromZero, .toNearestOrEven, .up, .down, .towardZero, .awayFromZero,
  ]

  @Test(arguments: rules)
  func `eighths are rounded as those of the standard library`(rule: FloatingPointRoundingRule) {
    for eighths in -100...100 {
      let expected = (Double(eighths) / 8).rounded(rule)
      #expect(Rational(eighths, 8).rounded(rule) == Integer(expected), "\(eighths)/8")
    }
    #expect(Rational(5, 2).rounded() == 3 && Rational(-5, 2).rounded() == -3)
  }

  @Test(arguments: Seeds.all)
  func `no integer is nearer, and rules choose the side`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.rational()
      let (floor, ceiling) = (value.floor, value.ceiling)
      #expect(value.rounded(.down) == floor && value.rounded(.up) == ceiling, "\(value)")
      #expect(value.rounded(.towardZero) == (value < 0 ? ceiling : floor), "\(value)")
      #expect(value.rounded(.awayFromZero) == (value < 0 ? floor : ceiling), "\(value)")
      for rule in [FloatingPointRoundingRule.toNearestOrEven, .toNearestOrAwayFromZero] {
        let distance = (value - Rational(value.rounded(rule))).magnitude
        #expect(distance <= value - Rational(floor) && distance <= Rational(ceiling) - value)
      }
      let half = Rational(floor) + Rational(1, 2)
      #expect(half.rounded(.toNearestOrEven).isEven, "\(half)")
      #expect(half.rounded() == half.rounded(.awayFromZero), "\(half)")
    }
  }
}
