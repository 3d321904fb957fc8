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
      first.read { x in second.read { LeadingDigits(x.pointee, $0.pointee) } }
    }
    let parts = EdgeIntegers.all.filter { $0.sign > 0 }
    for (index, a) in parts.enumerated() {
      for b in parts {
        let (c, d) = (parts[(7 * index + 3) % parts.count], b + 1)
        let (first, second) = (digits(a, b), digits(c, d))
        let difference = first.difference(from: second)
        if difference <= -LeadingDigits.certainDifference {
          #expect(a * b < c * d, "\(a), \(b), \(c), \(d)")
        }
        if difference >= LeadingDigits.certainDifference {
          #expect(c * d < a * b, "\(a), \(b), \(c), \(d)")
        }
        if a * b * 5 < c * d * 4 { #expect(difference <= -LeadingDigits.certainDifference) }
        #expect(difference == -second.difference(from: first))
        #expect(first.difference(from: first) == 0)
      }
    }
  }

  /// Products that differ by about as much as their leading digits do not show: a p and b q with long factors, where p/q is
  /// the quotient of b and a up to one in 2^64.
  @Test(arguments: Seeds.all)
  func `leading digits do not show more than is so`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func long() -> Integer {
      let digits = random.int(in: 60...200)
      return (Integer(1) << digits) + random.integer(bits: digits).magnitude
    }
    var undecided = 0
    for _ in 0..<2000 {
      let (a, b, c) = (long(), long(), long())
      // c d is next to a b.
      let shift = random.int(in: 0...3)
      let d = (a * b << shift) / c + Integer(random.int(in: -1...1))
      if d.sign <= 0 { continue }
      let scaled = a << shift
      let difference = scaled.read { x in
        b.read { y in
          c.read { z in
            d.read {
              LeadingDigits(x.pointee, y.pointee).difference(
                from: LeadingDigits(z.pointee, $0.pointee))
            }
          }
        }
      }
      if difference.magnitude < LeadingDigits.certainDifference {
        undecided += 1
      } else {
        #expect((difference < 0) == (scaled * b < c * d), "\(a), \(b), \(c), \(d)")
      }
      expectOrder(Rational(scaled, c), Rational(d, b))
    }
    #expect(undecided > 500)
  }
}

extension Integer {
  fileprivate var isPositive: Bool { sign > 0 }
}
