import Losses
import Rational
import TestSupport
import Testing

@Suite struct `witnesses of a strict order` {
  private struct Case {
    let problem: LossProblem
    let smaller: [Construction]
    let larger: [Construction]
    let witness: LossProblem.Witness
  }

  /// Compares, and takes the witness when the order is strict.
  private func witnessed(
    _ left: [Construction], _ right: [Construction], _ problem: LossProblem, _ comment: Comment
  ) throws -> Case? {
    let found = try #require(problem.compare(left, right), comment)
    guard found.order != .equal else {
      #expect(problem.certificate(for: found) == nil, comment)
      return nil
    }
    let isLess = found.order == .less
    return Case(
      problem: problem, smaller: isLess ? left : right, larger: isLess ? right : left,
      witness: try #require(problem.certificate(for: found), comment))
  }

  /// Both inequalities, decided exactly: 2·loss(t) < v in a square-root field, and for one larger
  /// block the sign of a polynomial.
  private func expectProof(_ it: Case, _ comment: Comment) {
    #expect(it.witness.points.count == it.smaller.count, comment)
    #expect(it.witness.points.allSatisfy { $0.sign >= 0 }, comment)
    let value = NormalForm.value(of: it.smaller, at: it.witness.points, it.problem)
    #expect(value < Surd(it.witness.value), comment)
    // Below the value at t = 0, since v is below a minimal loss.
    #expect(it.witness.value < 1, comment)
    if let block = it.larger.first, it.larger.count == 1 {
      #expect(NormalForm.isAlwaysAbove(it.witness.value, block, it.problem), comment)
    }
  }

  @Test(arguments: 4...12)
  func `they prove the order of the triangular construction and collapse`(_ r: Int) throws {
    let construction = triangular(r)
    let collapse = Construction.collapse(classes: construction.classes)
    for layers in 3...8 {
      for denominator in [100, 1000, 10_000] {
        let problem = problem(
          construction.classes, layers, allEqualTo: Rational(1, denominator))
        let comment: Comment = "r = \(r), L = \(layers), λ = 1/\(denominator)"
        guard let it = try witnessed([construction], [collapse], problem, comment) else {
          continue
        }
        expectProof(it, comment)
        // The other way round is the same proof.
        let found = try #require(problem.compare([collapse], [construction]))
        #expect(problem.certificate(for: found) == it.witness, comment)
      }
    }
  }

  @Test(arguments: 5...9)
  func `no fraction with a much smaller denominator will do`(_ r: Int) throws {
    let construction = triangular(r)
    let collapse = Construction.collapse(classes: construction.classes)
    for layers in 3...6 {
      for denominator in [100, 1000] {
        let problem = problem(
          construction.classes, layers, allEqualTo: Rational(1, denominator))
        let comment: Comment = "r = \(r), L = \(layers), λ = 1/\(denominator)"
        guard let it = try witnessed([construction], [collapse], problem, comment) else {
          continue
        }
        let point = try #require(it.witness.points.first)
        // Where the loss is below v is an interval around t. If it has a fraction n/d, it has one
        // of the two next to t.
        let limit = Surd(it.witness.value)
        let size = try #require(Int(exactly: point.denominator), comment)
        let shorter = (1...max(1, size / 2)).contains { d in
          let nearest = (point * Rational(d)).floor
          return [nearest, nearest + 1].contains { n in
            n > 0
              && NormalForm.value(of: [construction], at: [Rational(n, Integer(d))], problem)
                < limit
          }
        }
        #expect(size == 1 || !shorter, comment)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `they prove the order of block sums drawn at random`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let layers = random.int(in: 3...6)
      let sizes = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...6) }
      let left = sizes.map { random.construction(classes: $0, layers: layers) }
      let classes = sizes.reduce(0, +)
      let right = [Construction.collapse(classes: classes)]
      let factor = Rational(random.int(in: 1...60), random.element(of: [10, 1000]))
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.threshold(classes: classes, layers: layers) * factor)
      let comment: Comment = "\(left), \(problem)"
      guard let it = try witnessed(left, right, problem, comment) else { continue }
      // The polynomial of collapse only: over a field with three roots the sign would take long.
      if it.smaller == left {
        expectProof(it, comment)
      } else {
        let value = NormalForm.value(of: right, at: it.witness.points, problem)
        #expect(value < Surd(it.witness.value), comment)
        #expect(it.witness.value.double < 2 * Oracle.minimalLoss(left, problem), comment)
      }
    }
  }

  @Test(arguments: [5, 10, 20, 40])
  func `they get longer only as the losses get closer`(_ digits: Int) throws {
    // κ of collapse times 1 - 10^-digits.
    let epsilon = Rational(10).power(-digits)
    let nearly = Construction(
      classes: 6, nuclearNorm: 6, rank: 6, lastLayerNorm: Surd(6 * (1 - epsilon)),
      gramSpectrum: [.init(1, multiplicity: 6)])
    let problem = problem(6, 4, allEqualTo: Rational(1, 1000))
    let it = try #require(
      try witnessed([nearly], [.collapse(classes: 6)], problem, "10^-\(digits)"))
    #expect(it.smaller == [nearly])
    expectProof(it, "10^-\(digits)")
    // t may miss the minimiser by the root of the gap, and v by the gap.
    let point = try #require(it.witness.points.first)
    #expect(point.denominator < Integer(10).power(digits / 2 + 5))
    #expect(it.witness.value.denominator < Integer(10).power(digits + 5))
  }

  @Test func `a block whose minimiser is zero has t = 0`() throws {
    // Collapse on three of six classes is at zero above the threshold; larger rates are not.
    let threshold = Collapse.threshold(classes: 6, layers: 4)
    let strong = Construction(
      classes: 3, nuclearNorm: 3, rank: 3, lastLayerNorm: 3,
      gramSpectrum: [.init(1000, multiplicity: 3)])
    let problem = LossProblem(classes: 6, layers: 4, regularisation: threshold * 2)
    let it = try #require(
      try witnessed([strong, .collapse(classes: 3)], [.collapse(classes: 6)], problem, "joined"))
    expectProof(it, "joined")
    #expect(it.smaller.count == 2)
    #expect(it.witness.points.last == 0 && it.witness.points.first != 0)
  }
}
