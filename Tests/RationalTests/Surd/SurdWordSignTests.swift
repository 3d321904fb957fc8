import TestSupport
import Testing

@testable import Rational

/// Signs of sums in words that nearly cancel: the bounds of a word must be right or give up.
@Suite struct SurdWordSignTests {
  private func sum(_ terms: [(Int, Int)]) -> RootSum<Int> {
    RootSum(
      canonical: terms.map { .init(radicand: $0.0, coefficient: $0.1) }, over: 1)
  }

  /// The best integers around b√d tell its sign, next to the end of a word as well.
  @Test func `integers around a multiple of a root are on their sides of it`() {
    for radicand in [2, 3, 5, 30, 999_983, (1 << 31) - 1, (1 << 61) - 1, Int.max - 1] {
      for shift in 0..<62 {
        for factor in [1 << shift, (1 << shift) + 1, 3 << max(0, shift - 2)] {
          let square = Integer(factor) * Integer(factor) * Integer(radicand)
          guard let floor = square.squareRootFloor().word, floor < .max - 1 else { continue }
          for (whole, expected) in [(floor, -1), (floor + 1, 1)] {
            for sign in [1, -1] {
              let value = sum([(1, sign * whole), (radicand, -sign * factor)])
              #expect([nil, sign * expected].contains(value.signInWords))
              #expect(Surd(value).sign == sign * expected, "\(whole) - \(factor)√\(radicand)")
            }
          }
        }
      }
    }
  }

  @Test func `convergents are left open where the bounds of a word cannot tell`() {
    var (p, q) = (1, 1)
    var (decided, open) = (0, 0)
    while q < 1 << 60 {
      let expected = Integer(p) * Integer(p) > 2 * Integer(q) * Integer(q) ? 1 : -1
      for sign in [1, -1] {
        let found = sum([(1, sign * p), (2, -sign * q)]).signInWords
        #expect(found == nil || found == sign * expected, "\(p) - \(q)√2")
        if found == nil { open += 1 } else { decided += 1 }
      }
      (p, q) = (p + 2 * q, p + q)
    }
    // |p - q√2| is about 1/(2.8 q), and the bounds are q 2^-62 apart: half of them are decided.
    #expect(decided > 40 && open > 40)
  }

  @Test(arguments: Seeds.all)
  func `sums of several roots close to an integer keep their sign`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bits = random.int(in: 1...58)
      func coefficient() -> Int { Int(exactly: random.integer(bits: bits)) ?? 1 }
      let terms = [2, 3, 6, 35].map { ($0, coefficient()) }.filter { $0.1 != 0 }
      if terms.isEmpty { continue }
      let roots = Surd(sum(terms))
      let floor = roots.enclosure(bits: 80).lower.floor
      for whole in [floor, floor + 1] {
        guard let word = Int(exactly: whole), word != 0 else { continue }
        let value = sum([(1, -word)] + terms)
        let expected = try #require(Tower(Surd(value))).sign
        #expect(expected == (whole == floor ? 1 : -1))
        #expect([nil, expected].contains(value.signInWords))
        #expect(Surd(value).sign == expected)
        // The same as an order, over other denominators as well.
        for factor in [Rational(1), Rational(-1, 12), Rational(5, 7)] {
          let (x, y) = (roots * Surd(factor), Surd(whole) * Surd(factor))
          #expect((y < x) == (expected * factor.sign > 0), "\(y) < \(x)")
          #expect((x < y) == (expected * factor.sign < 0), "\(x) < \(y)")
          #expect((x - root(5) < y - root(5)) == (x < y))
          #expect(!(x < x) && !(y < y))
        }
      }
    }
  }

  @Test func `sums beyond 128 bits are left open`() throws {
    // Six terms that cancel but for a few units, the positive ones first.
    let parts = [(10, 1), (11, 1), (13, 1), (14, -1), (15, -1)].map { ($0.0, $0.1 * Int.max) }
    let quotient = Surd(sum(parts)) / root(17)
    let last = try #require(Int(exactly: quotient.enclosure(bits: 80).lower.floor))
    for (coefficient, expected) in [(last, 1), (last + 1, -1)] {
      for sign in [1, -1] {
        let terms = (parts + [(17, -coefficient)]).map { ($0.0, sign * $0.1) }
        let value = sum(terms)
        #expect(value.signInWords == nil)
        #expect(Surd(value).sign == sign * expected)
        #expect(
          (Surd(sum(Array(terms.dropFirst(3)))) < -Surd(sum(Array(terms.prefix(3)))))
            == (sign * expected < 0))
      }
    }
  }

  @Test func `sums of the greatest words have their sign`() {
    let radicands = [2, 3, 5, 6, 7, 10, 14, 15]
    for sign in [1, -1] {
      let value = sum(radicands.map { ($0, sign * Int.max) })
      #expect([nil, sign].contains(value.signInWords))
      #expect(Surd(value).sign == sign)
      let mixed = sum(radicands.map { ($0, $0 > 7 ? sign * Int.max : -sign * Int.max) })
      #expect([nil, sign].contains(mixed.signInWords))
      #expect(Surd(mixed).sign == sign)
    }
  }
}
