import Losses
import Rational
import TestSupport
import Testing

/// Minimal losses, minimisers and parts of one problem.
@Suite struct SolutionTests {
  /// A regularisation with different numbers everywhere; Λ is a part of the critical one of collapse.
  private func regularisation(
    _ random: inout SplitMix64, classes: Int, layers: Int
  ) -> Regularisation {
    let decays = (0..<layers).map { _ in Rational(random.int(in: 1...9), random.int(in: 40...90)) }
    let samples = Rational(random.int(in: 1...50))
    let part = Rational(1, random.int(in: 2...1000))
    return Regularisation(
      samples: samples,
      features: Collapse.threshold(classes: classes, layers: layers) * part
        / decays.reduce(samples, *),
      weights: decays)
  }

  @Test(arguments: 1...20)
  func `the α-form has the same minimum to 12 digits`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let r = random.int(in: 4...8)
    let layers = random.int(in: 3...6)
    let values = regularisation(&random, classes: r * (r - 1) / 2, layers: layers)
    for block in [triangular(r), .collapse(classes: r * (r - 1) / 2)] {
      let problem = LossProblem(
        classes: block.classes, layers: layers, regularisation: values.product)
      let solution = try #require(problem.solution(of: [block], digits: 20))
      let form = ScaleForm(block: block, classes: block.classes, regularisation: values)
      let loss = solution.loss.lower.double
      #expect(abs(loss - form.minimum) < 1e-12 * loss)
    }
  }

  @Test(arguments: [2, 3, 4, 64]) func `the parts add up to the loss`(_ layers: Int) throws {
    for lambda in [Rational(1, 1000), Rational(1, Integer(10).power(30))] {
      let blocks = [layers == 2 ? twoLayered : triangular(6), .collapse(classes: 3)]
      let problem = LossProblem(
        classes: 18, layers: layers, regularisation: lambda.power(layers + 1))
      let solution = try #require(problem.solution(of: blocks, digits: 30))
      let earlier = Rational(layers - 1)
      let low =
        solution.fit.lower + solution.lastWeights.lower + solution.features.lower
        + earlier * solution.earlierWeights.lower
      let high =
        solution.fit.upper + solution.lastWeights.upper + solution.features.upper
        + earlier * solution.earlierWeights.upper
      #expect(low <= solution.loss.upper && solution.loss.lower <= high)
      #expect((high - low) / low < Rational(1, Integer(10).power(28)))
    }
  }

  /// What a construction for T(6) is with two layers: ‖N‖_* = (5 + 20)/√7.
  private var twoLayered: Construction {
    .twoLayers(
      classes: 15, nuclearNormOfLastLayer: Surd(Rational(25, 7)) * root(7),
      gramSpectrum: triangular(6).gramSpectrum)
  }

  @Test(arguments: [50_000, 54_000, 60_000, 65_000])
  func `a minimiser is found where one of the fractions is concave`(_ part: Int) throws {
    // The fraction of the least eigenvalue turns beyond the minimiser, and their sum is convex there.
    let problem = LossProblem(
      classes: 15, layers: 2, regularisation: Rational(1, Integer(part)))
    let solution = try #require(problem.solution(of: [twoLayered], digits: 30))
    #expect(solution.isZero == (part == 50_000))
    let minimal = try #require(problem.minimalLoss(of: [twoLayered], digits: 40))
    #expect(solution.loss.lower <= minimal.upper && minimal.lower <= solution.loss.upper)
    guard !solution.isZero else { return }
    let t = solution.blocks[0].minimiser
    #expect(t.lower.sign > 0)
    #expect(t.upper - t.lower < t.lower / Rational(Integer(10).power(30)))
    // The parts add up to the loss only at the minimiser, where all terms are balanced.
    let sum = solution.fit + solution.lastWeights + solution.earlierWeights + solution.features
    #expect(sum.lower <= solution.loss.upper && solution.loss.lower <= sum.upper)
    #expect(sum.upper - sum.lower < Rational(1, Integer(10).power(25)))
  }

  @Test func `the minimiser of collapse is exact where it is rational`() throws {
    // x = 8 = 2^3 with K = 10 and L = 4: t = K (K Λ x)^(1/4) for a Λ that makes it rational.
    let (classes, layers) = (10, 3)
    let x = Rational(8)
    let problem = LossProblem(
      classes: classes, layers: layers,
      regularisation: Collapse.regularisation(atMinimiser: x, classes: classes, layers: layers))
    let solution = try #require(
      problem.solution(of: [.collapse(classes: classes)], digits: 40))
    let block = solution.blocks[0]
    #expect(block.place.lower <= x && x <= block.place.upper)
    #expect(block.place.upper - block.place.lower < Rational(1, Integer(10).power(40)))
    #expect(solution.loss.lower <= Collapse.loss(atMinimiser: x, layers: layers))
    #expect(Collapse.loss(atMinimiser: x, layers: layers) <= solution.loss.upper)
  }

  @Test func `a restriction to all classes is the construction itself`() throws {
    let whole = triangular(5)
    let overlaps = whole.gramSpectrum.indices.map { i in
      whole.gramSpectrum.indices.map { $0 == i ? Surd(whole.gramSpectrum[i].multiplicity) : 0 }
    }
    let restricted = RestrictedConstruction(whole, classes: 10, overlaps: overlaps)
    let problem = problem(10, 4, allEqualTo: Rational(1, 250))
    let minimal = try #require(problem.solution(of: [whole], digits: 25))
    let same = try #require(problem.solution(of: restricted, digits: 25))
    #expect(same.loss.shown(digits: 20) == minimal.loss.shown(digits: 20))
    #expect(same.fit.shown(digits: 20) == minimal.fit.shown(digits: 20))
    #expect(problem.compare(restricted, [.collapse(classes: 10)]) == .less)
    let tied = self.tied
    #expect(tied.compare(restricted, [.collapse(classes: 10)]) == .equal)
    #expect(try #require(tied.solution(of: restricted, digits: 5)).isZero)
  }

  private var tied: LossProblem { problem(10, 4, allEqualTo: 2) }

  @Test(arguments: [(4, 2, LossOrder.equal), (5, 2, .greater), (6, 2, .greater)])
  func `two layers are compared and certified`(_ r: Int, _ layers: Int, _ order: LossOrder) throws {
    let h = (r - 2) * (r - 3) / 2
    let square = try Surd.squareRoot(of: Rational(h + 1))
    let norm = Surd(h - 1 + (r - 1) * (r - 2)) / square
    let block = Construction.twoLayers(
      classes: r * (r - 1) / 2, nuclearNormOfLastLayer: norm,
      gramSpectrum: triangular(r).gramSpectrum)
    let problem = problem(block.classes, layers, allEqualTo: Rational(1, 1000))
    let collapse = [Construction.collapse(classes: block.classes)]
    let found = try #require(problem.compare([block], collapse))
    #expect(found.order == order)
    let certificate = try #require(problem.certificate([block], collapse, for: found))
    let expected = problem.statement([block], order, collapse)
    #expect(throws: Never.self) { _ = try certificate.replay(expecting: expected) }
  }
}
