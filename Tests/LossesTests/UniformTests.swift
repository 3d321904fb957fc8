import Losses
import Rational
import TestSupport
import Testing

@Suite struct `comparison for every regularisation` {
  /// Λ with the collapse minimiser at x = L-1+…, from just below the threshold to far below it.
  private static func samples(_ classes: Int, _ layers: Int) -> [LossProblem] {
    [Rational(1, 1000), Rational(1), 5, 100, 1_000_000].map {
      LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.regularisation(
          atMinimiser: Rational(layers - 1) + $0, classes: classes, layers: layers))
    }
  }

  @Test func `r = 4, L = 3 always loses more than collapse, as concrete regularisations show`()
    throws
  {
    let construction = triangular(4)
    #expect(CollapseComparison([construction], layers: 3).verdict == .alwaysGreater)
    for problem in Self.samples(6, 3) {
      #expect(problem.collapseIsNonzero)
      let found = try #require(problem.compare([construction], [.collapse(classes: 6)]))
      #expect(found.order == .greater, "\(problem)")
    }
  }

  @Test(arguments: 4...12)
  func `from four layers on the triangular construction always loses less`(_ r: Int) throws {
    let construction = triangular(r)
    for layers in 4...10 {
      guard case .alwaysLess = CollapseComparison([construction], layers: layers).verdict else {
        Issue.record("r = \(r), L = \(layers)")
        continue
      }
      for problem in Self.samples(construction.classes, layers) {
        let found = try #require(
          problem.compare([construction], [.collapse(classes: construction.classes)]))
        #expect(found.order == .less, "r = \(r), \(problem)")
      }
    }
  }

  @Test(arguments: 5...12)
  func `with three layers it does from r = 5 on, with more classes in collapse as well`(
    _ r: Int
  ) throws {
    let construction = triangular(r)
    for rest in [0, 1, 9] {
      let blocks = [construction] + (rest == 0 ? [] : [Construction.collapse(classes: rest)])
      let classes = construction.classes + rest
      guard case .alwaysLess = CollapseComparison(blocks, layers: 3).verdict else {
        Issue.record("r = \(r), \(rest) more classes")
        continue
      }
      for problem in Self.samples(classes, 3) {
        let found = try #require(problem.compare(blocks, [.collapse(classes: classes)]))
        #expect(found.order == .less, "r = \(r), \(problem)")
      }
    }
  }

  @Test func `the criterion with the smallest eigenvalue alone fails for r = 5, L = 3`() {
    // r = 5: s² = 4, κ = 400/32 = 25/2, D = ν² κ = (√2 + √12)² · 25/2 = 175 + 50√6, about 297.5,
    // and μ_min = 1/4, so D/μ_min is above 10³: only all the eigenvalues together decide.
    #expect(
      CollapseComparison([triangular(5)], layers: 3).verdict == .alwaysLess(.allEigenvalues))
    // L = 4: D = 5 · 297.5, below 10⁴/4.
    #expect(
      CollapseComparison([triangular(5)], layers: 4).verdict == .alwaysLess(.smallestEigenvalue))
  }

  @Test func `collapse against collapse is equal, in one piece and in several`() {
    #expect(
      CollapseComparison([.collapse(classes: 6)], layers: 3).verdict == .alwaysEqual)
    #expect(
      CollapseComparison([.collapse(classes: 2), .collapse(classes: 5)], layers: 7).verdict
        == .alwaysEqual)
  }

  @Test func `a counterexample is found where only some Λ favour the construction`() throws {
    // Half of the classes with the rate 64, half with 0: the loss stays above 1/4, while that of
    // collapse goes to 0. But it is below 1/2 up to 64/2³ times the threshold of collapse.
    let mixed = Construction(
      classes: 8, nuclearNorm: 1, rank: 1, lastLayerNorm: 8,
      gramSpectrum: [.init(1, multiplicity: 4), .init(0, multiplicity: 4)])
    guard
      case .counterexample(let regularisation, let order) =
        CollapseComparison([mixed], layers: 3).verdict
    else {
      Issue.record("no counterexample")
      return
    }
    #expect(order != .less)
    let problem = LossProblem(classes: 8, layers: 3, regularisation: regularisation)
    #expect(problem.collapseIsNonzero)
    #expect(try #require(problem.compare([mixed], [.collapse(classes: 8)])).order == order)
    let near = LossProblem(
      classes: 8, layers: 3,
      regularisation: Collapse.threshold(classes: 8, layers: 3) * Rational(99, 100))
    #expect(try #require(near.compare([mixed], [.collapse(classes: 8)])).order == .less)
  }

  @Test(arguments: Seeds.all)
  func `a verdict holds at concrete regularisations`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<30 {
      let layers = random.int(in: 3...6)
      let sizes = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...6) }
      let blocks = sizes.map { random.nearCollapse(classes: $0, layers: layers) }
      let classes = sizes.reduce(0, +)
      let verdict = CollapseComparison(blocks, layers: layers).verdict
      for problem in Self.samples(classes, layers) {
        let comment: Comment = "\(blocks), \(problem), \(verdict)"
        let found = try #require(
          problem.compare(blocks, [.collapse(classes: classes)]), comment)
        switch verdict {
        case .alwaysLess: #expect(found.order == .less, comment)
        case .alwaysGreater: #expect(found.order == .greater, comment)
        case .alwaysEqual: #expect(found.order == .equal, comment)
        case .counterexample, .undecided: break
        }
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `for one block the sum of 1/μ decides: D Σ 1/μ_i against K^(L+1)`(_ seed: UInt64) throws {
    // With u_i = 1/c_i, 1/(1 + c_i x) = u_i/(u_i + x) is concave in u_i. So when the mean of the
    // u_i is at most 1 the block is ahead for every x > 0. When it is above 1 the block is behind
    // as Λ tends to zero, where 2·loss tends to the least value of L t + D Λ Σ (1/μ_i)/t^L.
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let layers = random.int(in: 3...7)
      let classes = random.int(in: 1...9)
      let block = random.construction(classes: classes, layers: layers)
      let verdict = CollapseComparison([block], layers: layers).verdict
      let comment: Comment = "\(block), L = \(layers), \(verdict)"
      guard block.gramSpectrum.allSatisfy({ !$0.value.isZero }) else {
        #expect(!verdict.isAlwaysLess, comment)
        continue
      }
      let depth =
        block.nuclearNorm * block.nuclearNorm * block.lastLayerNorm
        * Surd(Integer(block.rank).power(layers - 3))
      let sum = block.gramSpectrum.reduce(Surd.zero) {
        $0 + Surd($1.multiplicity) * $1.value.inverse
      }
      let bound = Surd(Integer(classes).power(layers + 1))
      if verdict == .alwaysEqual {
        #expect(depth * sum == bound, comment)
      } else {
        #expect(verdict.isAlwaysLess == (depth * sum <= bound), comment)
      }
    }
  }

  @Test func `at the tie both losses are 1/2`() throws {
    for blocks in [[triangular(5)], [triangular(9)], [triangular(6), .collapse(classes: 2)]] {
      let classes = blocks.reduce(0) { $0 + $1.classes }
      let tie = try #require(CollapseComparison(blocks, layers: 4).tie)
      let problem = LossProblem(classes: classes, layers: 4, regularisation: tie)
      let found = try #require(problem.compare(blocks, [.collapse(classes: classes)]))
      #expect(found.order == .equal && found.left.isZero && found.right.isZero)
      #expect(Oracle.minimalLoss(blocks, problem) >= 0.5 - 1e-12)
    }
  }
}

extension SplitMix64 {
  /// Collapse with κ made a little larger or smaller, or anything.
  fileprivate mutating func nearCollapse(classes: Int, layers: Int) -> Construction {
    let free = construction(classes: classes, layers: layers)
    let factor = Rational(int(in: 7...13), 10)
    if int(in: 0...3) == 0 { return free }
    return Construction(
      classes: classes, nuclearNorm: Surd(classes), rank: classes,
      lastLayerNorm: Surd(Rational(classes) * factor),
      gramSpectrum: [.init(1, multiplicity: classes)])
  }
}

extension CollapseVerdict {
  fileprivate var isAlwaysLess: Bool {
    if case .alwaysLess = self { true } else { false }
  }
}
