import Losses
import Rational
import TestSupport
import Testing

/// The explicit form of (3).
@Suite struct RatioBoundTests {
  @Test(arguments: 3...6) func `the ratio is below the bound at many regularisations`(
    _ layers: Int
  ) throws {
    for r in [4, 5, 9, 20] {
      let block = triangular(r)
      let bound = try #require(RatioBound(of: block, layers: layers)).value(digits: 12)
      for step in [1, 2, 3, 5, 9, 17, 40] {
        let place = Rational(layers - 1) * Rational(step * step, 1)
        let problem = LossProblem(
          classes: block.classes, layers: layers,
          regularisation: Collapse.regularisation(
            atMinimiser: place, classes: block.classes, layers: layers))
        let loss = try #require(problem.minimalLoss(of: [block], digits: 12))
        let collapse = Collapse.loss(atMinimiser: place, layers: layers)
        #expect(loss.upper / collapse < bound.lower)
      }
    }
  }

  @Test func `the bound of collapse itself is φ to the power -1/(L+1)`() throws {
    let bound = try #require(RatioBound(of: .collapse(classes: 7), layers: 3))
    // φ = 3^6/(4^4 2^2)
    #expect(bound.power == Surd(Rational(1024, 729)))
    let value = bound.value(digits: 20)
    #expect(value.lower.power(4) <= Rational(1024, 729))
    #expect(value.upper.power(4) >= Rational(1024, 729))
    #expect(value.shown(digits: 12) == "1.08866210790…")
  }

  @Test func `an eigenvalue zero leaves no bound`() {
    let dead = Construction(
      classes: 3, nuclearNorm: 3, rank: 3, lastLayerNorm: 3,
      gramSpectrum: [.init(0, multiplicity: 3)])
    #expect(RatioBound(of: dead, layers: 3) == nil)
  }
}
