import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct `counting real roots` {
  @Test(arguments: Seeds.all)
  func `the count in an interval is that of the known roots`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let factored = random.factored()
      let sturm = SturmSequence(factored.polynomial)
      let general = SturmSequence(factored.surds)
      #expect(sturm.rootCount == factored.roots.count, "\(factored)")
      #expect(general.rootCount == factored.roots.count, "\(factored)")
      // Roots themselves are tried as ends.
      let ends = factored.roots.map(\.root) + [random.smallRational(), random.smallRational(), -20]
      for lower in ends {
        #expect(
          sturm.rootCount(above: lower) == factored.count(above: lower, upTo: 1000), "\(factored)")
        for upper in ends {
          let expected = factored.count(above: lower, upTo: upper)
          #expect(sturm.rootCount(above: lower, upTo: upper) == expected, "\(factored)")
          #expect(
            general.rootCount(above: Surd(lower), upTo: Surd(upper)) == expected, "\(factored)")
        }
      }
    }
  }

  @Test func `a triple root at either end counts once, and only at the upper end`() {
    // (x - 1)³ (x - 2)
    let p = Factored(roots: [(1, 3), (2, 1)], quadratics: [], scale: -5).polynomial
    let sturm = SturmSequence(p)
    #expect(sturm.rootCount(above: 1, upTo: 2) == 1)
    #expect(sturm.rootCount(above: 0, upTo: 1) == 1)
    #expect(sturm.rootCount(above: 0, upTo: 2) == 2)
    #expect(sturm.rootCount(above: 2) == 0)
    #expect(sturm.rootCount(above: 1) == 1)
  }

  @Test func `empty and reversed intervals have no roots`() {
    let sturm = SturmSequence(Polynomial<Rational>([-1, 1]))
    #expect(sturm.rootCount(above: 1, upTo: 1) == 0)
    #expect(sturm.rootCount(above: 2, upTo: 0) == 0)
  }

  @Test func `a constant has no roots`() {
    #expect(SturmSequence(Polynomial<Rational>(constant: -3)).rootCount == 0)
    #expect(SturmSequence(Polynomial<Surd>(constant: 3)).rootCount(above: 0) == 0)
  }

  @Test func `roots between close irrational numbers are told apart`() throws {
    // x² - 2 and x - √2 + 1/10¹², over the field.
    let root = try Surd.squareRoot(of: 2)
    let shift = Surd(Rational(1, Integer(10).power(12)))
    let p = Polynomial<Surd>([-2, 0, 1]) * Polynomial([shift - root, .one])
    let sturm = SturmSequence(p)
    #expect(sturm.rootCount == 3)
    #expect(sturm.rootCount(above: root - shift, upTo: root) == 1)
    #expect(sturm.rootCount(above: root - shift - shift, upTo: root) == 2)
    #expect(sturm.rootCount(above: root) == 0)
  }

  @Test func `Wilkinson's polynomial has its twenty roots one in each unit interval`() {
    let p = (1...20).reduce(Polynomial<Rational>(constant: 1)) {
      $0 * Polynomial([Rational(-$1), 1])
    }
    let sturm = SturmSequence(p)
    for k in 0..<20 {
      #expect(sturm.rootCount(above: Rational(k), upTo: Rational(k + 1)) == 1)
    }
    #expect(sturm.rootCount(above: 20) == 0)
    // The famous perturbation 2^-23 x^19 leaves ten real roots.
    let perturbed = p - Polynomial((0..<19).map { _ in 0 } + [Rational(1, 1 << 23)])
    #expect(SturmSequence(perturbed).rootCount == 10)
  }
}
