import Rational
import TestSupport
import Testing

@Suite struct SurdSignTests {
  @Test(arguments: Seeds.all)
  func `signs are those found by squaring down the tower`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<80 {
      let value = random.surd()
      #expect(try value.sign == #require(Tower(value)).sign, "\(value)")
    }
  }

  @Test(arguments: Seeds.all)
  func `differences from close rational numbers keep their sign`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let value = random.surd()
      for bits in [1, 63, 64, 200] {
        let (lower, upper) = value.enclosure(bits: bits)
        for bound in [lower, upper] {
          let difference = value - Surd(bound)
          #expect(try difference.sign == #require(Tower(difference)).sign, "\(value), \(bits)")
        }
      }
    }
  }

  @Test func `the convergents of √2 alternate around it`() {
    // p² - 2q² = ±1 decides, with p/q = 1/1, 3/2, 7/5, 17/12, …
    var (p, q) = (Integer(1), Integer(1))
    for step in 0..<400 {
      let difference = Surd(p) - Surd(q) * root(2)
      let expected = p * p > 2 * q * q ? 1 : -1
      #expect(expected == (step % 2 == 0 ? -1 : 1))
      #expect(difference.sign == expected, "\(p) - \(q)√2")
      #expect((Surd(Rational(p, q)) < root(2)) == (expected < 0))
      #expect((-difference).sign == -expected)
      (p, q) = (p + 2 * q, p + q)
    }
  }

  @Test func `numbers close to √2 + √3 are on the right side of it`() {
    // √2 + √3 is the largest zero of x⁴ - 10x² + 1, and Newton's method comes down on it.
    let sum = root(2) + root(3)
    func polynomial(_ x: Rational) -> Rational { x.power(4) - 10 * x * x + 1 }
    var x = Rational(7, 2)
    for _ in 0..<8 {
      let derivative = 4 * x.power(3) - 20 * x
      let step = polynomial(x) / derivative
      for close in [x, x - 2 * step] {
        let expected = polynomial(close).sign
        #expect((Surd(close) - sum).sign == expected)
        #expect((sum < Surd(close)) == (expected > 0))
      }
      x -= step
    }
    #expect(polynomial(x).magnitude < Rational(1, Integer(10).power(100)))
  }

  @Test func `products of small positive units are positive, however much cancels`() {
    // (√2-1)^n (√3-√2)^(n+1) has integer coefficients of about 2.9 n bits and is about 2^(-2.9 n).
    let (first, second) = (root(2) - 1, root(3) - root(2))
    var value = second
    for step in 0..<100 {
      #expect(value.terms.count == (step == 0 ? 2 : 4))
      #expect(value.terms.allSatisfy { $0.coefficient.isInteger })
      #expect(value.sign == 1, "step \(step)")
      #expect((-value).sign == -1, "step \(step)")
      #expect(value > 0 && -value < 0)
      value *= first * second
    }
  }

  @Test func `sums of three roots that nearly agree are told apart`() throws {
    // Three terms are beyond comparing two squares; the search finds small differences.
    var closest: Surd?
    for a in 1...12 {
      for b in 1...12 {
        for c in 1...12 {
          let value = Surd(a) * root(2) + Surd(b) * root(3) - Surd(c) * root(5)
          #expect(try value.sign == #require(Tower(value)).sign)
          let size = value.sign < 0 ? -value : value
          if closest.map({ size < $0 }) ?? true { closest = size }
        }
      }
    }
    let least = try #require(closest)
    #expect(least.sign == 1 && least < Surd(Rational(1, 100)))
  }

  @Test func `zero is zero however it is written`() throws {
    let nested = try (5 + 2 * root(6)).squareRoot()
    #expect((root(2) + root(3) - nested).sign == 0)
    #expect((root(2) + root(3) - nested).isZero)
    #expect(!(root(2) + root(3) < nested) && !(nested < root(2) + root(3)))
    #expect((root(2) * root(3) - root(6)).sign == 0)
  }

  @Test(arguments: Seeds.all)
  func `enclosures contain the value and are narrow`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let value = random.surd()
      for bits in [0, 1, 10, 64, 150] {
        let (lower, upper) = value.enclosure(bits: bits)
        #expect(upper - lower <= Rational(1, Integer(1) << bits), "\(value), \(bits)")
        #expect(try #require(Tower(value - Surd(lower))).sign >= 0, "\(value), \(bits)")
        #expect(try #require(Tower(Surd(upper) - value)).sign >= 0, "\(value), \(bits)")
        if let rational = value.rational { #expect(lower == rational && upper == rational) }
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `floor and ceiling are the integers next to a value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let value = random.surd()
      let (floor, ceiling) = (Surd(value.floor), Surd(value.ceiling))
      #expect(floor <= value && value < floor + 1, "\(value)")
      #expect(ceiling - 1 < value && value <= ceiling, "\(value)")
    }
    // √(n² + 1) - n is small, and the floor needs its digits.
    let n = Integer(10).power(12)
    if let near = try? Surd.squareRoot(of: Rational(n * n + 1)) {
      #expect(near.floor == n && near.ceiling == n + 1)
    }
  }
}
