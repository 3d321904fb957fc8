import TestSupport
import Testing

@testable import Rational

/// Fractions at the limits of words and limbs, beside integers that are multiplied crosswise.
@Suite struct RationalLimbTests {
  /// Numerators and denominators around 2^63, 2^64, 2^127, 2^128 and the ends of `Int`.
  private static func value(_ random: inout SplitMix64) -> Rational {
    let isEdge = random.int(in: 0...3) > 0
    let top = isEdge ? random.element(of: EdgeIntegers.all) : random.integer(bits: 200)
    let bottom = random.element(of: EdgeIntegers.all + [1, 1, 3, 12, 27_720])
    return Rational(top, bottom.isZero ? 1 : bottom)
  }

  /// A value is top/bottom and held in the one way that there is.
  private func expect(
    _ value: Rational, is top: Integer, over bottom: Integer, _ text: @autoclosure () -> String
  ) {
    let common = Euclid.gcd(top, bottom) * Integer(bottom.sign)
    let (p, q) = (top / common, bottom / common)
    let fits = p.word != nil && p.word != .min && q.word != nil
    #expect(value.numerator == p && value.denominator == q, "\(text())")
    #expect(value.isInWords == fits, "\(text())")
    #expect(value.sign == p.sign && value.isInteger == (q == 1), "\(text())")
    #expect(value.isZero == p.isZero, "\(text())")
    // The other road to the value.
    let same = Rational(top, bottom)
    #expect(value == same && value.hashValue == same.hashValue, "\(text())")
    #expect(!(value < same) && !(same < value), "\(text())")
  }

  @Test(arguments: Seeds.all)
  func `results are those of integers`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1500 {
      let x = Self.value(&random)
      let y = random.int(in: 0...9) == 0 ? x : Self.value(&random)
      let (a, b, c, d) = (x.numerator, x.denominator, y.numerator, y.denominator)
      expect(x + y, is: a * d + c * b, over: b * d, "\(x) + \(y)")
      expect(x - y, is: a * d - c * b, over: b * d, "\(x) - \(y)")
      expect(x * y, is: a * c, over: b * d, "\(x) * \(y)")
      if !y.isZero { expect(x / y, is: a * d, over: b * c, "\(x) / (\(y))") }
      #expect((x < y) == (a * d < c * b), "\(x) < \(y)")
      #expect((x == y) == (a * d == c * b), "\(x) == \(y)")
      // Results that become small again.
      #expect(x + y - y == x && (x + y - y).isInWords == x.isInWords, "\(x), \(y)")
      if !y.isZero {
        #expect(x * y / y == x && (x / y * y).isInWords == x.isInWords, "\(x), \(y)")
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `one value on both sides`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<800 {
      let x = Self.value(&random)
      let (a, b) = (x.numerator, x.denominator)
      expect(x + x, is: a + a, over: b, "\(x) + itself")
      expect(x - x, is: 0, over: 1, "\(x) - itself")
      expect(x * x, is: a * a, over: b * b, "\(x) * itself")
      expect(-x, is: -a, over: b, "-(\(x))")
      expect(x.magnitude, is: a.magnitude, over: b, "|\(x)|")
      expect(x.power(3), is: a * a * a, over: b * b * b, "(\(x))³")
      if !x.isZero {
        expect(x / x, is: 1, over: 1, "\(x) / itself")
        expect(x.inverse, is: b, over: a, "1 / (\(x))")
      }
      #expect(x.floor == a.floorDivided(by: b), "\(x)")
      #expect(x.ceiling == -(-a).floorDivided(by: b), "\(x)")
      #expect(!(x < x) && x == x)
      #expect((x * x).exactSquareRoot() == x.magnitude)
      #expect(Rational(x.description) == x)
    }
  }

  /// Values are shared by tasks that read them at the same time.
  @Test func `tasks share values`() async {
    var random = SplitMix64(seed: 1)
    let values = (0..<200).map { _ in Self.value(&random) }
    @Sendable func digest() -> [Rational] {
      zip(values, values.dropFirst()).map { x, y in
        let hashes = x.hashValue == (x + y - y).hashValue
        return x < y && hashes ? x * y - y : (x + y) * x.numerator.rational
      }
    }
    let expected = digest()
    await withTaskGroup(of: [Rational].self) { group in
      for _ in 0..<16 {
        group.addTask { (0..<20).reduce(into: digest()) { last, _ in last = digest() } }
      }
      for await result in group { #expect(result == expected) }
    }
  }
}

extension Rational {
  /// Whether both numbers are held as words.
  fileprivate var isInWords: Bool { if case .words = storage { true } else { false } }
}

extension Integer {
  fileprivate var rational: Rational { Rational(self) }
}
