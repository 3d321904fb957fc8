import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct `division of polynomials` {
  @Test(arguments: Seeds.all)
  func `quotient and remainder that were put in come out`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let degree = random.int(in: 0...4)
      let divisor = random.polynomial(degree: degree)
      let quotient = random.polynomial(degree: random.int(in: 0...4))
      let remainder = Polynomial((0..<divisor.degree).map { _ in random.smallRational() })
      let result = (divisor * quotient + remainder).divided(by: divisor)
      #expect(result.quotient == quotient && result.remainder == remainder)
    }
  }

  @Test(arguments: Seeds.all)
  func `over a square-root field too`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let divisor = random.surdPolynomial(degree: 2)
      guard !divisor.isZero else { continue }
      let quotient = random.surdPolynomial(degree: 2)
      let remainder = Polynomial((0..<divisor.degree).map { _ in random.surd() })
      let result = (divisor * quotient + remainder).divided(by: divisor)
      #expect(result.quotient == quotient && result.remainder == remainder)
    }
  }

  @Test func `a divisor of higher degree leaves everything`() {
    let p = Polynomial<Rational>([1, 2])
    let result = p.divided(by: Polynomial([0, 0, 1]))
    #expect(result.quotient.isZero && result.remainder == p)
  }

  @Test(arguments: Seeds.all)
  func `the greatest common divisor has the smaller multiplicities`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let roots = Set((0..<4).map { _ in random.smallRational() }).sorted()
      let exponents = roots.map { _ in (random.int(in: 0...2), random.int(in: 0...2)) }
      func product(_ exponent: ((Int, Int)) -> Int, _ scale: Rational) -> Polynomial<Rational> {
        Factored(
          roots: zip(roots, exponents).map { ($0, exponent($1)) }, quadratics: [], scale: scale
        ).polynomial
      }
      let a = product(\.0, random.nonzeroRational())
      let b = product(\.1, random.nonzeroRational())
      let expected = product({ min($0.0, $0.1) }, 1)
      #expect(Polynomial.gcd(a, b) == expected)
      // The general algorithm, on the same numbers in the larger field.
      let inField = Polynomial<Surd>.gcd(
        Polynomial(a.coefficients.map { Surd($0) }), Polynomial(b.coefficients.map { Surd($0) }))
      #expect(inField == Polynomial(expected.coefficients.map { Surd($0) }))
    }
  }

  @Test func `the divisor common to zero and p is p, made monic`() {
    let p = Polynomial<Rational>([2, -4])
    #expect(Polynomial.gcd(p, .zero) == Polynomial([Rational(-1, 2), 1]))
    #expect(Polynomial.gcd(.zero, p) == Polynomial([Rational(-1, 2), 1]))
    #expect(Polynomial<Rational>.gcd(.zero, .zero).isZero)
  }

  @Test(arguments: Seeds.all)
  func `the square-free part has every root once`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      var factored = random.factored()
      let part = factored.polynomial.squareFreePart
      factored.roots = factored.roots.map { ($0.root, 1) }
      factored.quadratics = Set(factored.quadratics).sorted()
      #expect(part.monic == factored.polynomial.monic, "\(factored)")
    }
  }
}
