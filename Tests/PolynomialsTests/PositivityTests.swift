import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct `positivity on a half-line` {
  @Test(arguments: Seeds.all)
  func `both answers agree with the known roots`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<80 {
      let factored = random.factored()
      let isUpward = factored.scale.sign > 0
      for bound in factored.roots.map(\.root) + [random.smallRational(), -20, 20] {
        let positive = isUpward && factored.roots.allSatisfy { $0.root < bound }
        // Roots of even multiplicity only touch the axis.
        let nonNegative =
          isUpward && factored.roots.allSatisfy { $0.root <= bound || $0.multiplicity % 2 == 0 }
        let message: Comment = "\(factored) from \(bound)"
        #expect(factored.polynomial.isPositive(onAndAbove: bound) == positive, message)
        #expect(factored.polynomial.isNonNegative(onAndAbove: bound) == nonNegative, message)
        #expect(factored.surds.isPositive(onAndAbove: Surd(bound)) == positive, message)
        #expect(factored.surds.isNonNegative(onAndAbove: Surd(bound)) == nonNegative, message)
      }
    }
  }

  @Test func `a positive polynomial with coefficients of both signs is recognised`() {
    // x² - x + 1 has a negative discriminant; x² - 2x + 1 touches zero at 1.
    #expect(Polynomial<Rational>([1, -1, 1]).isPositive(onAndAbove: 0))
    #expect(!Polynomial<Rational>([1, -2, 1]).isPositive(onAndAbove: 0))
    #expect(Polynomial<Rational>([1, -2, 1]).isNonNegative(onAndAbove: 0))
    #expect(Polynomial<Rational>([1, -2, 1]).isPositive(onAndAbove: 2))
    #expect(!Polynomial<Rational>([1, -3, 1]).isNonNegative(onAndAbove: 0))
  }

  @Test func `zero is not negative and not positive, constants have their sign`() {
    #expect(!Polynomial<Rational>.zero.isPositive(onAndAbove: 0))
    #expect(Polynomial<Rational>.zero.isNonNegative(onAndAbove: 0))
    #expect(Polynomial<Rational>(constant: 2).isPositive(onAndAbove: -5))
    #expect(!Polynomial<Rational>(constant: -2).isNonNegative(onAndAbove: 5))
  }

  @Test func `a double root at an irrational place is only touched`() throws {
    // (x² - 2)², and (x - √2)² (x + 1) over the field.
    let square = Polynomial<Rational>([-2, 0, 1]) * Polynomial([-2, 0, 1])
    #expect(square.isNonNegative(onAndAbove: 0) && !square.isPositive(onAndAbove: 0))
    let factor = Polynomial<Surd>([-(try Surd.squareRoot(of: 2)), 1])
    let p = factor * factor * Polynomial([1, 1])
    #expect(p.isNonNegative(onAndAbove: 0) && !p.isPositive(onAndAbove: 0))
    #expect(!(p * factor).isNonNegative(onAndAbove: 0))
  }
}
