import TestSupport
import Testing

@testable import Rational

/// Results are made in room that a thread keeps: what was there before is not seen, nor what other
/// threads do.
@Suite struct IntegerRoomTests {
  @Test func `large results leave nothing to small ones`() {
    // Longer than what is kept, a little shorter, and short.
    for bits in [1_200_000, 520_000, 200, 64] {
      let large = (Integer(1) << bits) + 1
      #expect((large * large - 1) / large == large - 1)
      #expect((large * large) % large == 0)
      let (quotient, remainder) = (large * large + 5).quotientAndRemainder(dividingBy: large)
      #expect(quotient == large && remainder == 5)
      #expect(IntegerRow([4, -6, 0]).divideByContent(from: 0) == 2)
      #expect(IntegerRow([large * 4, large * 6]).divideByContent(from: 0) == large * 2)
      #expect(IntegerRow([0, 0]).divideByContent(from: 0) == 0)
      let third = Rational(large, 3 * large + 3)
      #expect(third * 3 - Rational(large, large + 1) == 0)
      #expect(third.inverse.floor == 3 && third < Rational(1, 3))
      #expect((Integer(1) << 64) - (Integer(1) << 64) == 0)
      #expect(Integer.gcd(large, large - 1) == 1)
    }
  }

  #if DEBUG
    /// Where code is optimised across modules, this one may get the outer result's code, and with it room of
    /// its own: then nothing is shared, and nothing has to be refused.
    @Test func `a result is not made while another one is`() async {
      await #expect(processExitsWith: .failure) { _ = Integer { _ in _ = Integer(1) << 70 } }
      await #expect(processExitsWith: .failure) {
        _ = Rational(lowestTerms: { _ in _ = Rational(lowestTerms: { _ in }) })
      }
    }
  #endif

  @Test func `threads do not see the room of others`() async {
    @Sendable func digest(_ seed: UInt64) -> [Rational] {
      var random = SplitMix64(seed: seed)
      return (0..<300).map { _ in
        let (a, b) = (random.rational(), random.nonzeroRational())
        let (c, d) = (random.integer(), random.nonzeroInteger())
        let (quotient, remainder) = c.quotientAndRemainder(dividingBy: d)
        return a * b + a / b - Rational(quotient * remainder) + Rational(Integer.gcd(c, d))
      }
    }
    let expected = (0..<8).map { digest(UInt64($0)) }
    await withTaskGroup(of: (Int, [Rational]).self) { group in
      for index in 0..<32 { group.addTask { (index % 8, digest(UInt64(index % 8))) } }
      for await (index, result) in group { #expect(result == expected[index]) }
    }
  }
}
