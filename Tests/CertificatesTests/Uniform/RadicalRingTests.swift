import Rational
import TestSupport
import Testing

@testable import Certificates

/// Polynomials in r, x and the roots s = √(r - 4), t = √3, u = √(3 x), with their exact values.
private struct Sample {
  let ring = RadicalRing(
    names: ["r", "x", "s", "t", "u"], firstRoot: 2,
    squares: [
      KernelPolynomial([Monomial(0): 1, .one: -4]), KernelPolynomial(3),
      KernelPolynomial([Monomial(1): 3]),
    ])
  var random: SplitMix64

  init(_ seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func polynomial(terms: Int = 4) -> KernelPolynomial {
    var result = KernelPolynomial()
    for _ in 0..<random.int(in: 0...terms) {
      var monomial = Monomial.one
      for variable in 0..<5 where random.int(in: 0...2) == 0 {
        let exponent = variable < 2 ? random.int(in: 1...2) : 1
        monomial = monomial.times(Monomial(variable, exponent: exponent)) ?? monomial
      }
      result.add(Integer(random.int(in: -5...5)), monomial)
    }
    return result
  }

  /// The value at a place, by square roots of numbers.
  static func value(_ polynomial: KernelPolynomial, r: Int, x: Rational) throws -> Surd {
    let roots = [
      try Surd.squareRoot(of: Rational(r - 4)), try Surd.squareRoot(of: 3),
      try Surd.squareRoot(of: 3 * x),
    ]
    let values = [Surd(Rational(r)), Surd(x)] + roots
    var sum: Surd = 0
    for (monomial, coefficient) in polynomial.terms {
      var product = Surd(coefficient)
      for (variable, value) in values.enumerated() {
        for _ in 0..<monomial.exponent(of: variable) { product *= value }
      }
      sum += product
    }
    return sum
  }
}

@Suite struct `numbers of a uniform proof` {
  @Test(arguments: Seeds.all)
  func `laws of a ring, and values`(_ seed: UInt64) throws {
    var sample = Sample(seed)
    let ring = sample.ring
    for _ in 0..<40 {
      let (a, b, c) = (sample.polynomial(), sample.polynomial(), sample.polynomial())
      let product = try ring.product(a, b)
      #expect(try product == ring.product(b, a))
      #expect(try ring.product(product, c) == ring.product(a, ring.product(b, c)))
      #expect(try ring.product(a, b + c) == product + ring.product(a, c))
      #expect((a + b) - b == a)
      #expect((a - a).isZero)
      #expect(try ring.product(a, .one) == a)
      #expect(try ring.product(a, KernelPolynomial()).isZero)
      #expect(try ring.power(a, 3) == ring.product(a, ring.product(a, a)))
      for root in ring.roots {
        #expect(product.terms.keys.allSatisfy { $0.exponent(of: root) <= 1 })
      }
      let x = Rational(sample.random.int(in: 1...9), sample.random.int(in: 1...9))
      let r = sample.random.int(in: 4...30)
      let values = try [a, b].map { try Sample.value($0, r: r, x: x) }
      #expect(try Sample.value(product, r: r, x: x) == values[0] * values[1])
      #expect(try Sample.value(a + b, r: r, x: x) == values[0] + values[1])
      // r in its place.
      let fixed = a.replacing(0, by: Integer(r))
      #expect(!fixed.contains(0))
      #expect(try Sample.value(fixed, r: r, x: x) == values[0])
      let parts = a.coefficients(of: 0)
      let whole = try parts.reduce(KernelPolynomial()) { sum, part in
        try sum + ring.product(part.value, ring.power(KernelPolynomial([Monomial(0): 1]), part.key))
      }
      #expect(whole == a)
    }
  }

  @Test(arguments: Seeds.all)
  func `texts are read back`(_ seed: UInt64) throws {
    var sample = Sample(seed)
    for _ in 0..<100 {
      let value = sample.polynomial(terms: 6)
      let text = sample.ring.text(value)
      #expect(sample.ring.polynomial(Substring(text), []) == value, "\(text)")
      #expect(sample.ring.polynomial(Substring(text), [.single(7)]) == value.replacing(0, by: 7))
    }
  }

  /// What is said about a sign holds at every place that is tried, strict where it is strict.
  @Test(arguments: Seeds.all)
  func `signs are never wrong`(_ seed: UInt64) throws {
    var sample = Sample(seed)
    let ring = sample.ring
    var found: [UniformSign: Int] = [:]
    for round in 0..<120 {
      var value = sample.polynomial(terms: 3)
      if round % 3 == 0 { value = try ring.product(value, value) }
      if round % 3 == 1 { value = try ring.product(value, sample.polynomial(terms: 2)) }
      let first = sample.random.int(in: 4...6)
      guard let sign = try ring.sign(value, on: [.from(first)]) else { continue }
      found[sign, default: 0] += 1
      for r in [first, first + 1, first + 2, first + 5, 20, 53, 1004] {
        for x in [Rational(1, 100), Rational(1, 3), 1, 3, Rational(50)] {
          let actual = try Sample.value(value, r: r, x: x).sign
          let isRight =
            switch sign {
            case .positive: actual > 0
            case .nonnegative: actual >= 0
            case .zero: actual == 0
            case .nonpositive: actual <= 0
            case .negative: actual < 0
            }
          #expect(isRight, "\(ring.text(value)) at r = \(r), x = \(x): \(actual), not \(sign)")
        }
      }
      // For one r as well.
      let here = try ring.fixing(0, at: 9).sign(value.replacing(0, by: 9), on: [.single(9)])
      if let here, here == .positive {
        #expect(try Sample.value(value, r: 9, x: Rational(2, 7)).sign > 0)
      }
    }
    #expect(found.count >= 4, "\(found)")
  }

  @Test func `signs that take turns with squares`() throws {
    let ring = Sample(1).ring
    func sign(_ text: String, from first: Int) throws -> UniformSign? {
      let value = try #require(ring.polynomial(Substring(text), []))
      return try ring.sign(value, on: [.from(first)])
    }
    #expect(try sign("s", from: 4) == .nonnegative)
    #expect(try sign("s", from: 5) == .positive)
    #expect(try sign("s + t", from: 4) == .positive)
    #expect(try sign("s - t", from: 4) == nil)
    #expect(try sign("s - t", from: 7) == .nonnegative)
    #expect(try sign("s - t", from: 8) == .positive)
    #expect(try sign("t - u", from: 4) == nil)
    #expect(try sign("7 - 4*t", from: 4) == .positive)
    #expect(try sign("12 - 7*t", from: 4) == .negative)
    #expect(try sign("x - u + 1", from: 4) == nil)
    #expect(try sign("r - 2*s", from: 4) == .positive)
    #expect(try sign("r - 4*s", from: 4) == .nonnegative)
    #expect(try sign("r^2 - 16*r + 64", from: 4) == .nonnegative)
    #expect(try sign("-r^2 + 16*r - 64", from: 4) == .nonpositive)
    #expect(try sign("r^2 - 16*r + 64", from: 9) == .positive)
  }

  @Test func `monomials within their limits`() {
    let high = Monomial(3, exponent: 127)
    #expect(high.times(Monomial(3)) == nil)
    #expect(high.times(Monomial(2, exponent: 127))?.exponent(of: 3) == 127)
    #expect(Monomial(0, exponent: 127).times(Monomial(0, exponent: 127)) == nil)
    #expect(Monomial(15, exponent: 64).times(Monomial(15, exponent: 63))?.exponent(of: 15) == 127)
  }
}
