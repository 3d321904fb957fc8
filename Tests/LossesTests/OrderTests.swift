import Losses
import Rational
import TestSupport
import Testing

// The time limit is there for a comparison that does not end.
@Suite(.timeLimit(.minutes(5))) struct `the order of minimal losses` {
  /// r = 5 … 40, L = 3 … 8, all λ equal to 1/100, 1/1000 and 1/10000.
  @Test func `of 648 triangular constructions 388 win and 260 tie with collapse at 1/2`() throws {
    var (wins, ties) = (0, 0)
    for r in 5...40 {
      let construction = triangular(r)
      let collapse = Construction.collapse(classes: construction.classes)
      for layers in 3...8 {
        for denominator in [100, 1000, 10_000] {
          let problem = problem(
            construction.classes, layers, allEqualTo: Rational(1, denominator))
          let found = try #require(problem.compare([construction], [collapse]))
          switch found.order {
          case .less:
            wins += 1
            #expect(found.left.upper < found.right.lower)
          case .equal:
            ties += 1
            #expect(found.left.isZero && found.right.isZero && !problem.collapseIsNonzero)
          case .greater: Issue.record("r = \(r), L = \(layers), 1/\(denominator)")
          }
        }
      }
    }
    #expect(wins == 388 && ties == 260)
  }

  @Test(arguments: Seeds.all)
  func `agrees with double precision where that can tell, and turns round with the sides`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let layers = random.int(in: 3...8)
      let classes = random.int(in: 2...12)
      let left = [random.construction(classes: classes, layers: layers)]
      let split = random.int(in: 1...(classes - 1))
      let right = [
        random.construction(classes: split, layers: layers),
        .collapse(classes: classes - split),
      ]
      let factor = Rational(random.int(in: 1...30), random.element(of: [10, 1000]))
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.threshold(classes: classes, layers: layers) * factor)
      let comment: Comment = "\(left), \(right), \(problem)"
      let found = try #require(problem.compare(left, right), comment)
      let turned = try #require(problem.compare(right, left), comment)
      let opposite: [LossOrder: LossOrder] = [.less: .greater, .equal: .equal, .greater: .less]
      #expect(turned.order == opposite[found.order], comment)
      switch found.order {
      case .less: #expect(found.left.upper < found.right.lower, comment)
      case .greater: #expect(found.right.upper < found.left.lower, comment)
      case .equal: #expect(found.left.isZero && found.right.isZero, comment)
      }
      let difference = Oracle.minimalLoss(left, problem) - Oracle.minimalLoss(right, problem)
      if difference < -1e-11 { #expect(found.order == .less, comment) }
      if difference > 1e-11 { #expect(found.order == .greater, comment) }
    }
  }

  @Test func `a construction ties with itself, on both sides of the threshold`() throws {
    for blocks in [
      [Construction.collapse(classes: 6)], [triangular(4)], [triangular(5)],
      [triangular(5), .collapse(classes: 3)],
    ] {
      let classes = blocks.reduce(0) { $0 + $1.classes }
      for denominator in [10, 100, 1000, 10_000] {
        let problem = problem(classes, 4, allEqualTo: Rational(1, denominator))
        #expect(try #require(problem.compare(blocks, blocks)).order == .equal)
      }
    }
  }

  @Test func `invariants written differently that mean the same loss tie exactly`() throws {
    // Below the threshold, where the common loss is less than 1/2.
    let problem = problem(10, 4, allEqualTo: Rational(1, 1000))
    let collapse = Construction.collapse(classes: 10)
    // B scaled by 3 (ν by 3, κ by 1/9), and N by 2 (κ and μ by 4).
    let scaled = Construction(
      classes: 10, nuclearNorm: 30, rank: 10, lastLayerNorm: Surd(Rational(40, 9)),
      gramSpectrum: [.init(4, multiplicity: 3), .init(4, multiplicity: 7)])
    let split = [Construction.collapse(classes: 3), .collapse(classes: 7)]
    let swapped = [Construction.collapse(classes: 7), .collapse(classes: 3)]
    for (left, right) in [
      ([collapse], [scaled]), ([collapse], split), (split, swapped), ([scaled], swapped),
    ] {
      let found = try #require(problem.compare(left, right))
      #expect(found.order == .equal)
      #expect(!found.left.isZero && !found.right.isZero)
    }
    // A small change breaks the tie.
    let larger = Construction(
      classes: 10, nuclearNorm: 30, rank: 10, lastLayerNorm: Surd(Rational(40_000_001, 9_000_000)),
      gramSpectrum: [.init(4, multiplicity: 10)])
    #expect(try #require(problem.compare([collapse], [larger])).order == .less)
    #expect(try #require(problem.compare([larger], split)).order == .greater)
  }

  @Test func `one part in 10⁶⁰ is told apart`() throws {
    let problem = problem(6, 3, allEqualTo: Rational(1, 1000))
    let epsilon = Surd(Rational(10).power(-60))
    let nearly = Construction(
      classes: 6, nuclearNorm: 6, rank: 6, lastLayerNorm: 6 - epsilon,
      gramSpectrum: [.init(1, multiplicity: 6)])
    #expect(
      try #require(problem.compare([nearly], [.collapse(classes: 6)])).order == .less)
  }
}
