import TestSupport
import Testing

@testable import Rational

/// Sums that are reduced once, beside sums that are reduced after every step.
@Suite struct RationalSumTests {
  private func expect(_ left: [Rational], _ right: [Rational]) {
    #expect(Rational.sum(left) == left.reduce(0, +))
    #expect(Rational.dotProduct(left, right) == zip(left, right).reduce(0) { $0 + $1.0 * $1.1 })
  }

  @Test(arguments: Seeds.all)
  func `sums and dot products are those of single steps`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in [0, 1, 2, 3, 7, 8, 33, 100] {
      for _ in 0..<5 {
        expect(
          (0..<count).map { _ in random.rational() }, (0..<count).map { _ in random.rational() })
        expect(
          (0..<count).map { _ in random.smallRational() },
          (0..<count).map { _ in random.smallRational() })
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `sums leave the words at every place where they can`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = EdgeIntegers.words.map { Rational($0) }
    for _ in 0..<200 {
      let count = random.int(in: 1...6)
      func values() -> [Rational] {
        (0..<count).map { _ in
          let bottom = random.element(of: [1, 2, 3, 1 << 31, (1 << 31) - 1, 1 << 62, Int.max])
          return random.element(of: words) / Rational(bottom)
        }
      }
      expect(values(), values())
    }
  }

  @Test func `what cancels leaves nothing`() {
    let values = (1...400).map { Rational(1, $0) }
    #expect(Rational.sum(values + values.map { -$0 }) == 0)
    #expect(
      Rational.sum(values + values.reversed().map { -$0 } + [Rational(1, 7)]) == Rational(1, 7))
    #expect(Rational.dotProduct(values, values) == values.reduce(0) { $0 + $1 * $1 })
    let large = values.map { $0 / Rational(Integer(1) << 1100) }
    #expect(Rational.sum(large + large.map { -$0 }) == 0)
    #expect(Rational.sum(large) * Rational(Integer(1) << 1100) == Rational.sum(values))
  }

  @Test func `a sum telescopes`() {
    // 1/(n(n+1)) = 1/n - 1/(n+1)
    #expect(Rational.sum((1...5000).map { Rational(1, $0 * ($0 + 1)) }) == Rational(5000, 5001))
  }

  /// Denominators beyond the length up to which they are only multiplied, equal, related or not,
  /// between fractions of words.
  @Test(arguments: Seeds.all)
  func `long denominators`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let long = (0..<4).map { _ in (random.integer(bits: 6000).magnitude << 100) + 1 }
    for count in [2, 3, 5, 16, 21] {
      let values = (0..<count).map { _ in
        switch random.int(in: 0...5) {
        case 0: random.smallRational()
        case 1: Rational(random.integer(bits: 5000), random.element(of: long) * 6)
        case 2: Rational(random.integer(bits: 6200), random.element(of: long) * long[0])
        default: Rational(random.integer(bits: 6100), random.element(of: long))
        }
      }
      expect(values, values)
      expect(values, values.map { -$0 })
      #expect(Rational.sum(values + values.map { -$0 }) == 0)
      #expect(
        Rational.sum(values + values.reversed() + values.map { -$0 } + values) == 2
          * Rational.sum(values))
    }
  }
}
