import Losses
import Rational
import TestSupport
import Testing

/// Critical regularisations, crossings and ranges, against the exact order at single Λ.
@Suite struct PhaseTests {
  @Test(arguments: 2...9) func `collapse has its closed form`(_ layers: Int) {
    for classes in [1, 2, 10, 435] {
      let found = CriticalRegularisation(
        of: .collapse(classes: classes), layers: layers, digits: 20)
      let exact = Collapse.threshold(classes: classes, layers: layers)
      #expect(found.value.lower <= exact && exact <= found.value.upper)
      #expect(found.value.upper - found.value.lower < exact / Rational(Integer(10).power(20)))
      #expect(found.roots.count == 1)
    }
  }

  @Test(arguments: [(4, 3), (5, 3), (5, 4), (9, 7), (30, 5)])
  func `zero is a minimiser from the critical value on`(_ r: Int, _ layers: Int) throws {
    let block = triangular(r)
    let value = CriticalRegularisation(of: block, layers: layers, digits: 15).value
    #expect((value.upper - value.lower) / value.lower < Rational(1, Integer(10).power(15)))
    for (regularisation, isZero) in [(value.lower, false), (value.upper, true)] {
      let nudged = regularisation * (1 + Rational(isZero ? 1 : -1, Integer(10).power(18)))
      let problem = LossProblem(classes: block.classes, layers: layers, regularisation: nudged)
      #expect(try #require(problem.minimalLoss(of: [block], tolerance: 80)).isZero == isZero)
    }
  }

  @Test func `eigenvalues that are all zero leave the loss at one half`() {
    let dead = Construction(
      classes: 3, nuclearNorm: 3, rank: 3, lastLayerNorm: 3,
      gramSpectrum: [.init(0, multiplicity: 3)])
    let diagram = PhaseDiagram(dead, layers: 3, digits: 10)
    #expect(diagram.construction.value == CertifiedNumber(exactly: 0))
    #expect(diagram.ranges.map(\.order) == [.greater, .equal])
    #expect(diagram.ranges.map(\.collapseIsNonzero) == [true, false])
    #expect(diagram.ranges.allSatisfy { !$0.constructionIsNonzero })
  }

  @Test func `the known cases`() {
    func orders(_ block: Construction, _ layers: Int) -> [LossOrder?] {
      PhaseDiagram(block, layers: layers, digits: 12).ranges.map(\.order)
    }
    #expect(orders(triangular(5), 4) == [.less, .less, .equal])
    #expect(orders(triangular(4), 3) == [.greater, .greater, .equal])
    #expect(orders(.collapse(classes: 5), 3) == [.equal, .equal])
    #expect(orders(twoLayers(4), 2) == [.equal, .equal])
    #expect(orders(twoLayers(5), 2) == [.greater, .less, .less, .equal])
    #expect(orders(twoLayers(6), 2) == [.greater, .less, .less, .equal])
    #expect(orders(twoLayers(7), 2) == [.greater, .greater, .equal])
  }

  /// ‖N‖_* = (h - 1 + (r-1)(r-2))/√(h+1) for h = (r-2)(r-3)/2.
  private func twoLayers(_ r: Int) -> Construction {
    let h = (r - 2) * (r - 3) / 2
    let norm = Surd(Rational(h - 1 + (r - 1) * (r - 2), h + 1)) * root(h + 1)
    return .twoLayers(
      classes: r * (r - 1) / 2, nuclearNormOfLastLayer: norm,
      gramSpectrum: triangular(r).gramSpectrum)
  }

  @Test func `the crossing for K = 10 and two layers`() throws {
    let diagram = PhaseDiagram(twoLayers(5), layers: 2, digits: 20)
    let crossing = try #require(diagram.ranges[0].upper.value)
    #expect(crossing.shown(digits: 12) == "0.0000254979463408…")
    for (regularisation, order) in [(crossing.lower, LossOrder.greater), (crossing.upper, .less)] {
      let problem = LossProblem(classes: 10, layers: 2, regularisation: regularisation)
      let found = problem.compare([twoLayers(5)], [.collapse(classes: 10)])
      #expect(found?.order == order)
    }
  }

  /// Invariants drawn freely with rational eigenvalues, as the diagram asks for.
  private func drawn(_ random: inout SplitMix64, layers: Int) -> Construction {
    let drawn = random.construction(classes: random.int(in: 2...12), layers: layers)
    return Construction(
      classes: drawn.classes, nuclearNorm: drawn.nuclearNorm, rank: drawn.rank,
      lastLayerNorm: drawn.lastLayerNorm,
      gramSpectrum: drawn.gramSpectrum.map {
        .init(Surd($0.value.rational ?? 2), multiplicity: $0.multiplicity)
      })
  }

  @Test func `some of the constructions that are drawn cross collapse`() {
    let count = (1...240).count { seed in
      var random = SplitMix64(seed: UInt64(seed))
      let layers = random.int(in: 3...5)
      let block = drawn(&random, layers: layers)
      let first = PhaseDiagram(block, layers: layers, digits: 3).ranges.first
      if case .crossing? = first?.upper { return first?.order == .greater }
      return false
    }
    #expect(count >= 4)
  }

  @Test(arguments: 1...240)
  func `the order at single values is that of their range`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let layers = random.int(in: 3...5)
    let block = drawn(&random, layers: layers)
    let diagram = PhaseDiagram(block, layers: layers, digits: 8)
    let collapse = [Construction.collapse(classes: block.classes)]
    for _ in 0..<25 {
      let part = Rational(random.int(in: 1...4000), random.int(in: 500...2000))
      let value = diagram.collapse * part
      // Cuts are known by bounds; a value within them is in no range for sure.
      let place = diagram.ranges.first { range in
        (range.lower.value?.upper ?? 0) < value
          && (range.upper.value.map { value < $0.lower } ?? true)
      }
      guard let place, let order = place.order else { continue }
      let problem = LossProblem(
        classes: block.classes, layers: layers, regularisation: value)
      let found = try #require(problem.compare([block], collapse))
      #expect(found.order == order)
      #expect(found.left.isZero == !place.constructionIsNonzero)
      #expect(found.right.isZero == !place.collapseIsNonzero)
    }
  }
}
