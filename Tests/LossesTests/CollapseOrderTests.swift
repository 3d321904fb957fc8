import Rational
import TestSupport
import Testing

@testable import Losses

/// The four cases against the exact orders at single Λ, and against the comparison by polynomials.
@Suite struct CollapseOrderTests {
  /// A construction with small rational invariants.
  private func random(_ random: inout SplitMix64) -> Construction {
    let spectrum = (0..<random.int(in: 1...4)).map { _ in
      Construction.Eigenvalue(
        Surd(Rational(random.int(in: 0...12), random.int(in: 1...6))),
        multiplicity: random.int(in: 1...3))
    }
    let classes = spectrum.reduce(0) { $0 + $1.multiplicity }
    return Construction(
      classes: classes, nuclearNorm: Surd(Rational(random.int(in: 1...2 * classes), 2)),
      rank: random.int(in: 1...classes),
      lastLayerNorm: Surd(Rational(random.int(in: 1...3 * classes), 3)), gramSpectrum: spectrum)
  }

  /// The order of the losses where collapse has its minimiser at x.
  private func order(_ construction: Construction, at x: Rational, layers: Int) -> LossOrder? {
    let problem = LossProblem(
      classes: construction.classes, layers: layers,
      regularisation: Collapse.regularisation(
        atMinimiser: x, classes: construction.classes, layers: layers))
    return problem.compare([construction], [.collapse(classes: construction.classes)])?.order
  }

  @Test(arguments: Seeds.all)
  func `it has the orders at single places`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let construction = self.random(&random)
      let layers = random.int(in: 3...5)
      let found = CollapseOrder(
        ConstructionBounds(exactly: construction), layers: layers, digits: 8)
      let least = Rational(layers - 1)
      let places = [least * Rational(1001, 1000), least * 3, least * 100]
      switch found {
      case .equal, .less, .greater:
        let expected: LossOrder = found == .less ? .less : found == .equal ? .equal : .greater
        for place in places {
          #expect(order(construction, at: place, layers: layers) == expected, "\(construction)")
        }
      case .change(let place):
        for (side, expected) in [(Rational(9, 10), LossOrder.greater), (Rational(10, 9), .less)] {
          let value = (side < 1 ? place.lower : place.upper) * side
          let problem = LossProblem(
            classes: construction.classes, layers: layers, regularisation: value)
          guard problem.collapseIsNonzero else { continue }
          #expect(
            problem.compare([construction], [.collapse(classes: construction.classes)])?.order
              == expected, "\(construction)")
        }
      case .undecided(let reason): Issue.record("\(reason): \(construction)")
      }
      let uniform = CollapseComparison([construction], layers: layers).verdict
      if case .alwaysLess = uniform { #expect(found == .less) }
      #expect((uniform == .alwaysEqual) == (found == .equal))
    }
  }

  /// Whatever lies between the bounds has the order that the bounds have.
  @Test(arguments: Seeds.all)
  func `bounds give the order of all between them, or none`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<8 {
      let middle = self.random(&random)
      let layers = random.int(in: 3...5)
      let width = Surd(Rational(1, Integer(10).power(random.int(in: 1...9))))
      func moved(_ factor: Surd, _ eigenvalue: Surd) -> Construction {
        Construction(
          classes: middle.classes, nuclearNorm: middle.nuclearNorm * factor, rank: middle.rank,
          lastLayerNorm: middle.lastLayerNorm * factor,
          gramSpectrum: middle.gramSpectrum.map {
            .init($0.value * eigenvalue, multiplicity: $0.multiplicity)
          })
      }
      let bounds = ConstructionBounds(
        lower: moved(1 - width, 1 + width), upper: moved(1 + width, 1 - width))
      let exact = CollapseOrder(ConstructionBounds(exactly: middle), layers: layers, digits: 6)
      switch (CollapseOrder(bounds, layers: layers, digits: 6), exact) {
      case (.undecided, _), (.less, .less), (.greater, .greater): break
      case (.change(let wide), .change(let narrow)):
        #expect(wide.lower <= narrow.upper && narrow.lower <= wide.upper)
      case (let first, let second): Issue.record("\(first) for \(second): \(middle)")
      }
    }
  }

  @Test func `a construction without features loses more`() {
    let bounds = ConstructionBounds(exactly: .vanishing(classes: 3))
    for layers in 2...5 {
      #expect(CollapseOrder(bounds, layers: layers, digits: 6) == .greater(.vanishes))
      let problem = LossProblem(classes: 3, layers: layers, regularisation: Rational(1, 10_000_000))
      #expect(problem.minimalLoss(of: [.vanishing(classes: 3)], tolerance: 20)?.isZero == true)
    }
  }

  /// Collapse itself, and the mean of the c_i, or of the 1/c_i, exactly 1.
  @Test func `ties are told from what is close to them`() {
    func construction(_ values: [Rational], reach: Rational) -> ConstructionBounds {
      ConstructionBounds(
        exactly: Construction(
          classes: 2, nuclearNorm: 2, rank: 2, lastLayerNorm: Surd(reach),
          gramSpectrum: values.map { .init(Surd($0), multiplicity: 1) }))
    }
    // For K = 2 and L = 3: c_i = μ_i 8/(4 κ).
    #expect(CollapseOrder(construction([1, 1], reach: 2), layers: 3, digits: 6) == .equal)
    let even = construction([Rational(1, 2), Rational(3, 2)], reach: 2)
    #expect(CollapseOrder(even, layers: 3, digits: 6) == .greater(.rateMean))
    // 1/c_i = 1/2 and 3/2.
    let reciprocal = construction([2, Rational(2, 3)], reach: 2)
    #expect(CollapseOrder(reciprocal, layers: 3, digits: 6) == .less)
  }
}
