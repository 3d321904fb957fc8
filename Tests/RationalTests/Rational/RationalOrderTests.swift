import TestSupport
import Testing

@testable import Rational

/// Comparisons of fractions that are close to each other, by the signs of cross-multiplied
/// integers.
@Suite struct RationalOrderTests {
  private func expectOrder(_ x: Rational, _ y: Rational) {
    let difference = x.numerator * y.denominator - y.numerator * x.denominator
    #expect((x < y) == (difference.sign < 0), "\(x) < \(y)")
    #expect((y < x) == (difference.sign > 0), "\(y) < \(x)")
    #expect((x == y) == difference.isZero, "\(x) == \(y)")
    #expect((-x < -y) == (difference.sign > 0), "\(-x) < \(-y)")
    #expect((-x < y) == (x.numerator * y.denominator + y.numerator * x.denominator).isPositive)
  }

  /// Neighbours p/q and r/s with ps - qr = ±1: no fractions of their size are closer.
  @Test(arguments: Seeds.all)
  func `convergents are on their sides`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for largest in [1, 2, 9, 1 << 20, Int.max - 1] {
      var (p, q, r, s) = (Integer(1), Integer(0), Integer(random.int(in: 0...5)), Integer(1))
      while s.bitLength < 400 {
        let quotient = Integer(random.int(in: 1...largest))
        (p, q, r, s) = (r, s, quotient * r + p, quotient * s + q)
        if q.isZero || p.isZero { continue }
        let (x, y) = (Rational(p, q), Rational(r, s))
        expectOrder(x, y)
        expectOrder(x, x)
        expectOrder(x.inverse, y.inverse)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `values next to each other at the limits of limbs`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = EdgeIntegers.all.filter { $0.sign > 0 }
    for _ in 0..<1500 {
      let (top, bottom) = (random.element(of: parts), random.element(of: parts))
      let step = random.element(of: [0, 1, 1, 2] as [Integer])
      let scale = random.element(of: [1, 1, 3, Integer(1) << 70])
      expectOrder(Rational(top, bottom), Rational(top * scale + step, bottom * scale))
      expectOrder(Rational(top, bottom), Rational(top * scale, bottom * scale + step))
      expectOrder(Rational(top, bottom), Rational(random.element(of: parts), bottom + step))
    }
  }

  /// What leading digits show is so, and they show it where factors differ by a few digits.
  @Test func `leading digits bound a product`() {
    func digits(_ first: Integer, _ second: Integer) -> LeadingDigits {
      first.read { x in second.read { LeadingDigits(x, $0) } }
    }
    let parts = EdgeIntegers.all.filter { $0.sign > 0 }
    for (index, a) in parts.enumerated() {
      for b in parts {
        let (c, d) = (parts[(7 * index + 3) % parts.count], b + 1)
        let (first, second) = (digits(a, b), digits(c, d))
        if first.isSurelyBelow(second) { #expect(a * b < c * d, "\(a), \(b), \(c), \(d)") }
        if second.isSurelyBelow(first) { #expect(c * d < a * b, "\(a), \(b), \(c), \(d)") }
        if a * b * 5 < c * d * 4 { #expect(first.isSurelyBelow(second)) }
        #expect(!first.isSurelyBelow(first))
      }
    }
  }
}

extension Integer {
  fileprivate var isPositive: Bool { sign > 0 }
}
