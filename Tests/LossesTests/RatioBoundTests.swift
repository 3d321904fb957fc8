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

  /// The ratio at a Λ below the critical one, enclosed, to the power L+1.
  private func ratio(
    _ block: Construction, _ layers: Int, atMinimiser place: Rational
  ) throws -> (lower: Rational, upper: Rational) {
    let problem = LossProblem(
      classes: block.classes, layers: layers,
      regularisation: Collapse.regularisation(
        atMinimiser: place, classes: block.classes, layers: layers))
    let loss = try #require(problem.minimalLoss(of: [block], digits: 12))
    let collapse = Collapse.loss(atMinimiser: place, layers: layers)
    return ((loss.lower / collapse).power(layers + 1), (loss.upper / collapse).power(layers + 1))
  }

  @Test(arguments: 3...6)
  func `the ratio tends to its limit, and is not below where that is decided`(
    _ layers: Int
  ) throws {
    for r in [4, 5, 6, 7, 8, 9, 20] {
      let block = triangular(r)
      let bound = try #require(RatioBound(of: block, layers: layers))
      // L = 3 has its infimum elsewhere, and so have the smallest r > 4.
      let first = [4: 9, 5: 7, 6: 7][layers] ?? .max
      #expect(
        bound.limitIsInfimum == (r >= first || r == 4 && layers > 3), "r = \(r), L = \(layers)")
      let places = [1, 2, 9, 100].map { Rational(layers - 1) * Rational($0) }
      for place in places where bound.limitIsInfimum {
        #expect(Surd(try ratio(block, layers, atMinimiser: place).upper) >= bound.limit)
      }
      let far = try ratio(block, layers, atMinimiser: Rational(10_000_000))
      #expect(Surd(far.lower) < bound.limit * Surd(Rational(1001, 1000)))
      #expect(Surd(far.upper) > bound.limit * Surd(Rational(999, 1000)))
    }
  }

  @Test func `below the criterion the ratio can fall below its limit`() throws {
    let bound = try #require(RatioBound(of: triangular(5), layers: 4))
    #expect(Surd(try ratio(triangular(5), 4, atMinimiser: 4).upper) < bound.limit)
  }

  /// For every Λ at least the share of the least eigenvalue times Ψ^(L/(L+1)), where Ψ ≤ 1; for L = 3
  /// below H^(2/9), which is below 1.
  @Test(arguments: 3...6) func `the bounds of the note on the order hold`(_ layers: Int) throws {
    for r in [5, 6, 9, 20] {
      let block = triangular(r)
      let bound = try #require(RatioBound(of: block, layers: layers))
      let least = try #require(block.rates(layers: layers).min { $0.rate < $1.rate })
      for place in [1, 2, 9, 100].map({ Rational(layers - 1) * Rational($0) }) {
        let found = try ratio(block, layers, atMinimiser: place)
        if layers > 3 {
          #expect(Surd(found.lower) > Surd(least.share.power(layers + 1)) / least.rate)
        } else {
          // Both sides to the power 9 = L².
          #expect(Surd(found.upper.power(9)) < bound.limit.power(2 * (layers + 1)))
        }
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
