import TestSupport
import Testing

@testable import Rational

/// Sums of roots whose numbers end next to the end of a word, beside arithmetic term by term.
@Suite struct SurdWordTests {
  /// Square-free numbers: of a small field, not coprime in pairs, and next to the end of a word.
  private static let families: [[Int]] = [
    [1, 2, 3, 5, 6, 10, 15, 30],
    [1, 6, 10, 15, 21, 35, 14],
    [1, 30, 42, 70, 105, 2, 210],
    [1, 2, 3, 5, 7, 11, 13, 17, 19, 23],
    [1, 2, (1 << 61) - 1, 3_037_000_493, 2 * 3_037_000_493],
    [1, (1 << 31) - 1, 4_294_967_291, 1_000_000_007, 6],
  ]

  private static func value(_ random: inout SplitMix64, of family: [Int]) -> Surd {
    let bits = random.element(of: [3, 20, 31, 62, 63, 64, 65, 130])
    var terms: [RootSum<Integer>.Term] = []
    for radicand in family.sorted() where random.int(in: 0...2) > 0 {
      let coefficient =
        random.int(in: 0...5) == 0
        ? random.element(of: EdgeIntegers.all) : random.integer(bits: bits)
      terms.append(RootSum.Term(radicand: Integer(radicand), coefficient: coefficient))
    }
    let denominators: [Integer] = [
      1, 1, 2, 12, 27_720, Integer(Int.max), Integer(1) << 62, 1 << 63,
    ]
    let denominator = random.element(of: denominators)
    return Surd(RootSum(sorted: terms, over: denominator, commonFactorIn: denominator))
  }

  @Test(arguments: Seeds.all)
  func `results are those of arithmetic term by term`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for family in Self.families {
      for _ in 0..<150 {
        let x = Self.value(&random, of: family)
        let y = random.int(in: 0...9) == 0 ? x : Self.value(&random, of: family)
        let (a, b) = (TermwiseSum(x), TermwiseSum(y))
        for (result, expected) in [(x + y, a + b), (x - y, a - b), (x * y, a * b)] {
          #expect(TermwiseSum(result) == expected, "\(x); \(y)")
          expectCanonical(result)
        }
        #expect(TermwiseSum(-x) == TermwiseSum([:]) - a)
        expectCanonical(-x)
        #expect((x + y - y) == x && (x + y - y).hashValue == x.hashValue)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `a fraction scales every term`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for family in Self.families {
      for _ in 0..<80 {
        let x = Self.value(&random, of: family)
        let factor = random.rational()
        let expected = TermwiseSum(x) * TermwiseSum([1: factor])
        for result in [x * Surd(factor), Surd(factor) * x] {
          #expect(TermwiseSum(result) == expected, "\(x); \(factor)")
          expectCanonical(result)
        }
      }
    }
  }

  /// A value is held in one way: in words where they fit, in lowest terms, sorted, without zeros.
  private func expectCanonical(_ value: Surd) {
    switch value.storage {
    case .rational: break
    case .words(let sum):
      expectCanonical(sum)
      #expect(sum.terms.allSatisfy { $0.coefficient != .min })
      #expect(sum.terms.contains { $0.radicand != 1 })
    case .big(let sum):
      expectCanonical(sum)
      #expect(RootSum<Int>(exactly: sum) == nil)
      #expect(sum.terms.contains { $0.radicand != 1 })
    }
  }

  private func expectCanonical<Number>(_ sum: RootSum<Number>) {
    #expect(sum.denominator > 0)
    #expect(sum.terms.allSatisfy { $0.coefficient != 0 })
    #expect(sum.terms.reduce(sum.denominator) { $1.coefficient.commonDivisor($0) } == 1)
    let radicands = sum.terms.map(\.radicand)
    #expect(zip(radicands, radicands.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `the least word is no coefficient of words`() {
    let half = Surd(-(1 << 62)) * root(2)
    guard case .big(let sum) = (half + half).storage else {
      Issue.record("held in words")
      return
    }
    #expect(sum.terms.map(\.coefficient) == [Integer(Int.min)])
    #expect(half + half == Surd(Int.min) * root(2))
    #expect(-(half + half) - root(2) == Surd(Int.max) * root(2))
    #expect((half + half) - half == half)
    // The same number by other roads.
    let wide = Surd(Int.min) * root(6)
    for value in [
      Surd(-(1 << 62)) * root(6) * 2, Surd(1 << 32) * root(2) * (Surd(-(1 << 31)) * root(3)),
      Surd(Rational(-(1 << 62), 3)) * root(6) * 6,
      (root(6) - 1) * Surd(Int.min) + Surd(Integer(Int.min)),
    ] {
      #expect(value == wide && value.hashValue == wide.hashValue)
      #expect(-value - root(6) == Surd(Int.max) * root(6))
    }
  }

  @Test func `radicands are taken apart where they share a part`() {
    func terms(_ radicands: [Int]) -> [RootSum<Int>.Term] {
      radicands.map { RootSum.Term(radicand: $0, coefficient: $0) }
    }
    let first = terms([6, 10, 15])
    let found: Bool? = CoprimeBase.of(first, terms([1, 30])) { places in
      let radicands = (0..<places.count).map { places.radicands[$0] }
      #expect(radicands.sorted() == [1, 2, 3, 5, 6, 10, 15, 30])
      #expect((0..<5).map { radicands[places.own[$0]] } == [6, 10, 15, 1, 30])
      for (place, radicand) in radicands.enumerated() {
        #expect(places.other[place] == ([1, 30].contains(radicand) ? radicand : 0))
      }
      return true
    }
    #expect(found == true)
    // Seven numbers are too many, and so is a product beyond a word.
    func count(_ first: [Int], _ second: [Int]) -> Int? {
      CoprimeBase.of(terms(first), terms(second)) { $0.count }
    }
    #expect(count([2, 3, 5, 7, 11], [13]) == 64)
    #expect(count([2, 3, 5, 7, 11], [13, 17]) == nil)
    #expect(count([Int.max], [2]) == nil)
    #expect(count([Int.max], [1]) == 2)
    #expect(count([], []) == 1)
    // More terms than there are places.
    #expect(count(Array(2..<67), []) == nil)
    #expect(count([], Array(2..<67)) == nil)
  }

  /// Coefficients with all digits 1, so that the sums of the products are as large as can be.
  @Test func `products at the end of a word are those term by term`() {
    let radicands = [1, 2, 3, 5, 6, 10, 15, 30]
    func value(_ bits: Int, _ sign: (Int) -> Int) -> Surd {
      Surd(
        RootSum<Int>(
          canonical: radicands.map {
            .init(radicand: $0, coefficient: sign($0) * ((1 << bits) - 1))
          }, over: 1))
    }
    for first in [1, 7, 20, 26, 27, 28, 29, 40, 50] {
      for sum in 52...62 where sum - first > 0 {
        for alternates in [false, true] {
          let x = value(first) { alternates && $0 % 2 == 1 ? -1 : 1 }
          let y = value(sum - first) { _ in -1 }
          let product = x * y
          #expect(TermwiseSum(product) == TermwiseSum(x) * TermwiseSum(y), "\(first), \(sum)")
          expectCanonical(product)
        }
      }
    }
  }
}
