import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct MinimalPolynomialTests {
  @Test func `they are those of textbooks`() throws {
    let (two, three) = (try Surd.squareRoot(of: 2), try Surd.squareRoot(of: 3))
    let golden = try (1 + Surd.squareRoot(of: 5)) / 2
    #expect(Surd(Rational(3, 4)).minimalPolynomial == Polynomial([Rational(-3, 4), 1]))
    #expect(Surd(0).minimalPolynomial == Polynomial([0, 1]))
    #expect(golden.minimalPolynomial == Polynomial([-1, -1, 1]))
    #expect((two + three).minimalPolynomial == Polynomial([1, 0, -10, 0, 1]))
    // √6 lies in Q(√2, √3), and 1 + √6 in Q(√6) alone.
    #expect((1 + two * three).minimalPolynomial == Polynomial([-5, -2, 1]))
    #expect((two + three + two * three).minimalPolynomial.degree == 4)
  }

  /// For each set of changes of signs of √2, √3, √5 and √7 one image of the value.
  private func images(of value: Surd) throws -> Set<Surd> {
    let primes = [2, 3, 5, 7]
    return Set(
      try (0..<1 << primes.count).map { changes in
        try value.terms.reduce(into: Surd(0)) { sum, term in
          let flips = primes.indices.filter {
            changes >> $0 & 1 == 1 && (term.radicand % Integer(primes[$0])).isZero
          }
          let root = try Surd.squareRoot(of: Rational(term.radicand))
          sum += Surd(flips.count % 2 == 0 ? term.coefficient : -term.coefficient) * root
        }
      })
  }

  @Test(arguments: Seeds.all)
  func `the roots are the images under all changes of signs`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let value = random.surd()
      let images = try images(of: value)
      let polynomial = value.minimalPolynomial
      #expect(polynomial.leading == 1 && polynomial.degree == images.count, "\(value)")
      let lifted = Polynomial(polynomial.coefficients.map { Surd($0) })
      for image in images { #expect(lifted.evaluate(at: image).isZero, "\(value)") }
    }
  }
}
