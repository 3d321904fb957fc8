import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct `polynomials as a ring` {
  @Test(arguments: Seeds.all)
  func `over Q the ring laws hold`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = random.polynomial(degree: random.int(in: 0...5))
      let b = random.polynomial(degree: random.int(in: 0...3))
      let c = random.int(in: 0...5) == 0 ? .zero : random.polynomial(degree: 2)
      #expect(Laws.brokenRing(a, b, c) == [], "\(a), \(b), \(c)")
    }
  }

  @Test(arguments: Seeds.all)
  func `over a square-root field the ring laws hold`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let a = random.surdPolynomial(degree: 2)
      let b = random.surdPolynomial(degree: 1)
      let c = random.surdPolynomial(degree: 1)
      #expect(Laws.brokenRing(a, b, c) == [], "\(a), \(b), \(c)")
    }
  }

  @Test(arguments: Seeds.all)
  func `evaluation, shift and scaling are the homomorphisms they should be`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let p = random.polynomial(degree: random.int(in: 0...6))
      let q = random.polynomial(degree: random.int(in: 0...6))
      let point = random.smallRational()
      let offset = random.smallRational()
      // The definition of the value, power by power.
      let terms = p.coefficients.enumerated().map { $1 * point.power($0) }
      #expect(p.evaluate(at: point) == terms.reduce(0, +))
      #expect((p * q).evaluate(at: point) == p.evaluate(at: point) * q.evaluate(at: point))
      #expect(p.shifted(by: offset).evaluate(at: point) == p.evaluate(at: point + offset))
      #expect(p.scalingArgument(by: offset).evaluate(at: point) == p.evaluate(at: point * offset))
      #expect(p.scaled(by: offset).evaluate(at: point) == offset * p.evaluate(at: point))
      // Leibniz.
      #expect((p * q).derivative == p.derivative * q + p * q.derivative)
    }
  }

  @Test func `zeros at the end are dropped, and the zero polynomial has degree -1`() {
    let p = Polynomial<Rational>([1, 2, 0, 0])
    #expect(p == Polynomial([1, 2]))
    #expect(p.degree == 1 && p.leading == 2)
    let zero = Polynomial<Rational>([0, 0])
    #expect(zero.isZero && zero.degree == -1 && zero.leading == 0 && zero == .zero)
    #expect(zero.derivative.isZero && zero.monic.isZero && zero.evaluate(at: 7) == 0)
    #expect(Polynomial<Rational>(constant: 3).derivative.isZero)
    #expect(Polynomial<Rational>.x.coefficients == [0, 1])
  }

  @Test func `the derivative of x³ - 2x is 3x² - 2`() {
    #expect(Polynomial<Rational>([0, -2, 0, 1]).derivative == Polynomial([-2, 0, 3]))
  }

  @Test func `a polynomial is written from the highest power down`() {
    #expect(Polynomial<Rational>([Rational(1, 2), -3, 1]).description == "x^2 + (-3)x + (1/2)")
    #expect(Polynomial<Rational>.zero.description == "0")
    #expect(Polynomial<Rational>(constant: 1).description == "(1)")
  }
}
