import Rational
import TestSupport
import Testing

@Suite struct ContinuedFractionTests {
  /// a₀ + 1/(a₁ + 1/(a₂ + …)) from the end.
  private func folded(_ quotients: ArraySlice<Integer>) -> Rational? {
    quotients.reversed().reduce(nil as Rational?) { value, quotient in
      Rational(quotient) + (value.map { 1 / $0 } ?? 0)
    }
  }

  @Test(arguments: Seeds.all)
  func `fractions and their continued fractions make up each other`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let value = random.rational()
      let quotients = value.continuedFraction
      #expect(folded(quotients[...]) == value, "\(value)")
      #expect(Rational(continuedFraction: quotients) == value)
      #expect(quotients.dropFirst().allSatisfy { $0.sign > 0 })
      if quotients.count > 1 { #expect(quotients.last != 1, "\(value)") }
      let convergents = quotients.indices.map { folded(quotients[...$0]) }
      #expect(value.convergents == convergents)
    }
    // Knuth, The Art of Computer Programming, 4.5.3.
    #expect(Rational(8, 29).continuedFraction == [0, 3, 1, 1, 1, 2])
    #expect(Rational(-8, 29).continuedFraction == [-1, 1, 2, 1, 1, 1, 2])
    #expect(Rational(7).continuedFraction == [7] && Rational(0).continuedFraction == [0])
    // One with a last quotient of 1 is another form of the same number.
    #expect(Rational(continuedFraction: [0, 3, 1, 1, 1, 1, 1]) == Rational(8, 29))
  }

  @Test(arguments: Seeds.all)
  func `no fraction with so small a denominator is nearer`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let value = random.int(in: 0...1) == 0 ? random.rational() : random.smallRational() / 7
      let limit = random.int(in: 1...40)
      // For each denominator the two integers around, the denominators ascending.
      let all = (1...limit).flatMap { denominator in
        let floor = (value * Rational(denominator)).floor
        return [floor, floor + 1].map { Rational($0, Integer(denominator)) }
      }
      let least = all.map { ($0 - value).magnitude }.min()
      let nearest = all.filter { ($0 - value).magnitude == least }
      let found = value.bestApproximation(denominatorAtMost: Integer(limit))
      #expect(nearest.contains(found), "\(value) up to \(limit)")
      #expect(nearest.allSatisfy { found.denominator <= $0.denominator }, "\(value) up to \(limit)")
    }
  }

  @Test func `well-known approximations are found`() throws {
    let pi = try #require(Rational("3.14159265358979323846"))
    #expect(pi.bestApproximation(denominatorAtMost: 10) == Rational(22, 7))
    #expect(pi.bestApproximation(denominatorAtMost: 100) == Rational(311, 99))
    #expect(pi.bestApproximation(denominatorAtMost: 1000) == Rational(355, 113))
    #expect(
      Array(pi.convergents.prefix(4)) == [
        3, Rational(22, 7), Rational(333, 106), Rational(355, 113),
      ])
    // Half way between two fractions with the denominator 1, and between 0 and 1/2.
    #expect(Rational(1, 2).bestApproximation(denominatorAtMost: 1) == 0)
    #expect(Rational(1, 4).bestApproximation(denominatorAtMost: 2) == 0)
  }
}
