import Rational
import Testing

@Suite("Fractions over a common denominator")
struct CommonDenominatorTests {
  @Test("None have the denominator 1")
  func empty() {
    #expect([Rational]().commonDenominator == 1)
    #expect([Rational]().overCommonDenominator.numerators.isEmpty)
  }

  @Test("The least common multiple, beyond a word as well")
  func known() {
    let values = [Rational(1, 4), Rational(-5, 6), 0, 7]
    #expect(values.commonDenominator == 12)
    #expect(values.overCommonDenominator.numerators == [3, -10, 0, 84])
    let (large, other) = (Integer(1) << 70, Integer(3) << 69)
    let long = [Rational(1, large), Rational(-1, other)]
    #expect(long.commonDenominator == Integer(3) << 70)
    #expect(long.overCommonDenominator.numerators == [3, -2])
  }

  @Test("The quotients are the fractions, and no factor is common to all")
  func laws() {
    for seed in 1...50 {
      let values = (1...8).map { Rational((seed * 37 * $0) % 101 - 50, (seed * $0) % 60 + 1) }
      let (numerators, denominator) = values.overCommonDenominator
      #expect(numerators.map { Rational($0, denominator) } == values)
      #expect(numerators.reduce(denominator) { Integer.gcd($0, $1) } == 1)
    }
  }
}
