import Losses
import Rational
import TestSupport
import Testing

/// The enclosure is narrow, what double precision finds is inside as far as it can tell, and the
/// points give at most the upper bound, exactly.
private func expectEnclosed(
  _ blocks: [Construction], _ problem: LossProblem, _ comment: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let found = problem.minimalLoss(of: blocks, digits: 14) else {
    Issue.record("no enclosure: \(comment)", sourceLocation: sourceLocation)
    return
  }
  let expected = Oracle.minimalLoss(blocks, problem)
  #expect(found.lower <= found.upper, comment, sourceLocation: sourceLocation)
  let width = found.lower / Rational(Integer(10).power(14))
  #expect(found.upper - found.lower <= width, comment, sourceLocation: sourceLocation)
  #expect(found.lower.double <= expected + 1e-12, comment, sourceLocation: sourceLocation)
  #expect(expected <= found.upper.double + 1e-12, comment, sourceLocation: sourceLocation)
  #expect(found.points.count == blocks.count, comment, sourceLocation: sourceLocation)
  #expect(
    NormalForm.value(of: blocks, at: found.points, problem) <= Surd(2 * found.upper),
    comment, sourceLocation: sourceLocation)
  if found.isZero {
    #expect(
      found.lower == Rational(1, 2) && found.upper == Rational(1, 2), comment,
      sourceLocation: sourceLocation)
    #expect(expected >= 0.5 - 1e-12, comment, sourceLocation: sourceLocation)
  } else {
    #expect(found.lower < Rational(1, 2), comment, sourceLocation: sourceLocation)
  }
}

@Suite struct `enclosures of minimal losses` {
  @Test(arguments: 4...12)
  func `the triangular construction, against minimisation in double precision`(_ r: Int) {
    let construction = triangular(r)
    for layers in 3...8 {
      for denominator in [100, 1000, 10_000] {
        let problem = problem(
          construction.classes, layers, allEqualTo: Rational(1, denominator))
        let comment: Comment = "r = \(r), L = \(layers), λ = 1/\(denominator)"
        expectEnclosed([construction], problem, comment)
        expectEnclosed([.collapse(classes: construction.classes)], problem, comment)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `constructions drawn at random`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let layers = random.int(in: 3...9)
      let sizes = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...12) }
      let blocks = sizes.map { random.construction(classes: $0, layers: layers) }
      let classes = sizes.reduce(0, +)
      // Around the threshold of collapse, on both sides.
      let factor = Rational(random.int(in: 1...40), random.element(of: [10, 1000, 100_000]))
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.threshold(classes: classes, layers: layers) * factor)
      expectEnclosed(blocks, problem, "\(blocks) in \(problem)")
    }
  }

  @Test func `collapse next to a construction, as a block sum`() {
    let blocks = [triangular(5), .collapse(classes: 4)]
    for denominator in [50, 100, 1000, 10_000] {
      expectEnclosed(
        blocks, problem(14, 4, allEqualTo: Rational(1, denominator)), "1/\(denominator)")
    }
  }

  @Test func `an eigenvalue 0 leaves its share of the classes at their value for t = 0`() {
    // Half of the classes see nothing: 2·loss = L t + (K/2)/(K + t^L/(DΛ)) + 1/2.
    let half = Construction(
      classes: 4, nuclearNorm: 4, rank: 4, lastLayerNorm: 4,
      gramSpectrum: [.init(1, multiplicity: 2), .init(0, multiplicity: 2)])
    let none = Construction(
      classes: 4, nuclearNorm: 4, rank: 4, lastLayerNorm: 4,
      gramSpectrum: [.init(0, multiplicity: 4)])
    for denominator in [20, 100, 1000] {
      let problem = problem(4, 3, allEqualTo: Rational(1, denominator))
      expectEnclosed([half], problem, "half, 1/\(denominator)")
      expectEnclosed([none], problem, "none, 1/\(denominator)")
      #expect(problem.minimalLoss(of: [none], digits: 3)?.isZero == true)
    }
  }

  @Test(arguments: [10, 40, 200])
  func `as many digits as asked, of one number`(_ digits: Int) throws {
    let construction = triangular(7)
    let problem = problem(21, 5, allEqualTo: Rational(1, 1000))
    let fine = try #require(problem.minimalLoss(of: [construction], digits: digits))
    let coarse = try #require(problem.minimalLoss(of: [construction], digits: 3))
    #expect(fine.upper - fine.lower <= fine.lower / Rational(Integer(10).power(digits)))
    // Two enclosures of one number meet.
    #expect(fine.lower <= coarse.upper && coarse.lower <= fine.upper)
  }
}
