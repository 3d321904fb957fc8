import Rational
import TestSupport
import Testing

@Suite struct SurdLawTests {
  @Test(arguments: Seeds.all)
  func `the field laws hold`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = random.surd()
      let b = random.surd()
      let c = random.surd()
      let divisor = random.nonzeroSurd()
      #expect(Laws.brokenRing(a, b, c) == [], "\(a); \(b); \(c)")
      #expect(Laws.brokenDivision(a, by: divisor) == [], "\(a); \(divisor)")
    }
  }

  @Test(arguments: Seeds.all)
  func `the order laws hold`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = random.surd()
      let b = random.int(in: 0...3) == 0 ? a : random.surd()
      let c = random.surd()
      #expect(Laws.brokenOrder(a, b, c) == [], "\(a); \(b); \(c)")
    }
  }

  @Test(arguments: Seeds.all)
  func `sums and products are those of the dense tower`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let a = random.surd()
      let b = random.surd()
      let (x, y) = try (#require(Tower(a)), #require(Tower(b)))
      #expect(Tower(a + b) == x + y, "\(a); \(b)")
      #expect(Tower(a - b) == x - y, "\(a); \(b)")
      #expect(Tower(a * b) == x * y, "\(a); \(b)")
      expectCanonical(a + b)
      expectCanonical(a * b)
    }
  }

  /// Radicands ascend, each once and square-free, and no coefficient is zero.
  private func expectCanonical(_ value: Surd) {
    let radicands = value.terms.map(\.radicand)
    #expect(radicands == Set(radicands).sorted())
    #expect(radicands.allSatisfy { d in [4, 9, 25, 49].allSatisfy { d % $0 != 0 } && d > 0 })
    #expect(value.terms.allSatisfy { !$0.coefficient.isZero })
    #expect(value.isRational == radicands.allSatisfy { $0 == 1 })
  }

  @Test(arguments: Seeds.all)
  func `rational numbers keep their arithmetic`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = random.rational()
      let b = random.nonzeroRational()
      #expect((Surd(a) + Surd(b)).rational == a + b)
      #expect((Surd(a) - Surd(b)).rational == a - b)
      #expect((Surd(a) * Surd(b)).rational == a * b)
      #expect((Surd(a) / Surd(b)).rational == a / b)
      #expect((Surd(a) < Surd(b)) == (a < b))
      #expect(Surd(a).sign == a.sign)
      #expect(Surd(a).hashValue == Surd(a + b - b).hashValue)
    }
    #expect(Surd(0).terms.isEmpty)
    #expect(Surd(3).terms.map(\.radicand) == [1])
    #expect(root(2).rational == nil)
  }

  @Test func `products of roots are roots of products`() {
    for a in 1...40 {
      for b in 1...40 { #expect(root(a) * root(b) == root(a * b), "\(a), \(b)") }
    }
  }

  @Test func `roots that share factors are inverted`() {
    // 6, 10 and 15 are pairwise not coprime, and √6 √10 = 2√15.
    let values = [
      root(6) + root(10) + root(15), 1 + root(6) - root(10), root(30) + root(42) + root(70),
      root(2) + root(3) + root(5) + root(7), 1 + root(2) + root(3) + root(6),
      root(1_000_000_007) + root(1_000_000_007) * root(1_000_000_009),
    ]
    for value in values {
      #expect(value * value.inverse == 1, "\(value)")
      #expect(value.inverse.inverse == value)
    }
    // 1/(√3 - √2) = √3 + √2
    #expect((root(3) - root(2)).inverse == root(3) + root(2))
    // (1+√2)(√2-1) = 1
    #expect((1 + root(2)).inverse == root(2) - 1)
  }

  @Test(arguments: Seeds.all)
  func `powers are repeated products, or those of the reciprocal`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let value = random.nonzeroSurd()
      var (product, quotient) = (Surd(1), Surd(1))
      for exponent in 0...5 {
        #expect(value.power(exponent) == product, "(\(value))^\(exponent)")
        #expect(value.power(-exponent) == quotient, "(\(value))^-\(exponent)")
        product *= value
        quotient *= value.inverse
      }
    }
  }

  @Test func `equality and hashing do not see the road to a value`() throws {
    let (two, three) = (root(2), root(3))
    let nested = try (5 + 2 * root(6)).squareRoot()
    let half = try Surd.squareRoot(of: Rational(1, 2))
    let classes: [[Surd]] = [
      [0, two - two, two * 0, root(8) - two - two, root(0)],
      [2, two * two, root(4), root(6) / three * two],
      [root(8), two + two, 2 * two, 4 / two, root(200) / 5],
      [two + three, nested, three + two, 1 / (three - two)],
      [half, two / 2, 1 / two],
      [-two, two - root(8)],
      [two, half * 2],
    ]
    #expect(Laws.brokenEquality(classes: classes) == [])
  }
}
