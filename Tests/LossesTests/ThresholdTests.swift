import Losses
import Rational
import TestSupport
import Testing

@Suite struct `the threshold of collapse` {
  static let sizes = [1, 2, 3, 6, 10, 45, 780]

  @Test(arguments: sizes)
  func `at it and above the loss is exactly 1/2, just below it is less`(_ classes: Int) throws {
    for layers in [3, 4, 5, 8, 17] {
      let threshold = Collapse.threshold(classes: classes, layers: layers)
      // K^(L+1) L^(2L) Λ = (L-1)^(L-1), one factor after the other.
      let left = Rational(layers).power(2 * layers) * Rational(classes).power(layers + 1)
      #expect(left * threshold == Rational(layers - 1).power(layers - 1))
      for (factor, isNonzero) in [
        (Rational(1), false), (Rational(1_000_001, 1_000_000), false), (1000, false),
        (1 - Rational(1, 1_000_000), true), (1 - Rational(10).power(-12), true),
        (Rational(1, 1000), true),
      ] {
        let problem = LossProblem(
          classes: classes, layers: layers, regularisation: threshold * factor)
        let comment: Comment = "K = \(classes), L = \(layers), \(factor) of the threshold"
        #expect(problem.collapseIsNonzero == isNonzero, comment)
        let loss = try #require(
          problem.minimalLoss(of: [.collapse(classes: classes)], digits: 20), comment)
        if isNonzero {
          #expect(!loss.isZero && loss.upper < Rational(1, 2), comment)
        } else {
          #expect(loss.isZero && loss.points == [0], comment)
          #expect(loss.lower == Rational(1, 2) && loss.upper == Rational(1, 2), comment)
        }
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `the loss at a rational minimiser is a known rational number`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let layers = random.int(in: 3...12)
      let classes = random.int(in: 1...60)
      let numerator = random.int(in: 0...90)
      let denominator = random.int(in: 1...9)
      let x = Rational(layers - 1) + Rational(numerator, denominator)
      let regularisation = Collapse.regularisation(
        atMinimiser: x, classes: classes, layers: layers)
      let problem = LossProblem(
        classes: classes, layers: layers, regularisation: regularisation)
      let loss = try #require(
        problem.minimalLoss(of: [.collapse(classes: classes)], digits: 25))
      // 2·loss = (1 + (L+1) x)/(1+x)²
      let expected = (1 + Rational(layers + 1) * x) / ((1 + x) * (1 + x)) * Rational(1, 2)
      let comment: Comment = "K = \(classes), L = \(layers), x = \(x)"
      #expect(loss.lower <= expected && expected <= loss.upper, comment)
      #expect(loss.isZero == (x == Rational(layers - 1)), comment)
    }
  }

  @Test func `the minimiser at the threshold is x = L-1, and a larger x needs a smaller Λ`() {
    for layers in 3...10 {
      var last = Collapse.threshold(classes: 6, layers: layers)
      #expect(
        Collapse.regularisation(
          atMinimiser: Rational(layers - 1), classes: 6, layers: layers) == last)
      for step in 1...10 {
        let next = Collapse.regularisation(
          atMinimiser: Rational(layers - 1) + Rational(step, 3), classes: 6, layers: layers)
        #expect(next < last)
        last = next
      }
    }
  }
}

@Suite struct `constructions whose minimiser is zero` {
  /// Invariants with D = 1, so that the rates are μ/Λ.
  private static func simple(_ spectrum: [(Surd, Int)]) -> Construction {
    Construction(
      classes: spectrum.reduce(0) { $0 + $1.1 }, nuclearNorm: 1, rank: 1, lastLayerNorm: 1,
      gramSpectrum: spectrum.map { .init($0.0, multiplicity: $0.1) })
  }

  @Test func `with one rate the exact threshold is Λ = μ K₀^L (L-1)^(L-1) / (D K^(L+1) L^(2L))`()
    throws
  {
    for (classes, rest) in [(3, 0), (3, 4), (6, 1)] {
      for layers in 3...6 {
        let total = classes + rest
        // An irrational eigenvalue has no rational threshold, a rational one has.
        for value in [Surd(Rational(5, 7)), root(2)] {
          let block = Self.simple([(value, classes)])
          let factor =
            Rational(Integer(classes).power(layers) * Integer(layers - 1).power(layers - 1))
            / Rational(Integer(total).power(layers + 1) * Integer(layers).power(2 * layers))
          let (lower, upper) = (value * Surd(factor)).enclosure(bits: 100 + 8 * layers)
          let isExact = lower == upper
          let step = lower * Rational(10).power(-9)
          for (regularisation, isZero) in [
            (lower - step, false), (isExact ? upper : upper + step, true), (upper * 2, true),
          ] {
            let problem = LossProblem(
              classes: total, layers: layers, regularisation: regularisation)
            // The rest of the classes is out of play: an eigenvalue 0.
            let blocks = [block] + (rest == 0 ? [] : [Self.simple([(0, rest)])])
            let loss = try #require(problem.minimalLoss(of: blocks, digits: 15))
            #expect(loss.isZero == isZero, "\(classes) of \(total), L = \(layers), \(value)")
            #expect((loss.upper < Rational(1, 2)) == !isZero)
          }
        }
      }
    }
  }

  @Test func `two rates that touch 1/2 exactly, found on a circle`() throws {
    // K = 2, L = 3, D = 1: 2·loss = 3t + Σ 1/(2 + a_i t³). With u_i = 1/(1 + a_i t³/2) the value
    // is 1 and the slope 0 where 6t = Σ(1-u_i) and Σ (1-u_i)(1-3u_i) = 0: (u_1 - 2/3, u_2 - 2/3) is
    // on the circle of radius √2/3. So is (1/5 - 2/3, 3/5 - 2/3), with a_i t³ = 8 and 4/3.
    let t = Rational(6, 5) / 6
    let touching = t.power(3).inverse
    let block = Self.simple([(8, 1), (Surd(Rational(4, 3)), 1)])
    let steps = [15, 100, 300].map { Rational(10).power(-$0) }
    let cases = [(Rational(1), true)] + steps.flatMap { [(1 + $0, true), (1 - $0, false)] }
    for (factor, isZero) in cases {
      let problem = LossProblem(
        classes: 2, layers: 3, regularisation: factor / touching)
      let comment: Comment = "\(factor)"
      #expect(NormalForm.value(of: [block], at: [0], problem) == 1, comment)
      let value = NormalForm.value(of: [block], at: [t], problem)
      #expect((value == 1) == (factor == 1) && (value < 1) == !isZero, comment)
      let loss = try #require(problem.minimalLoss(of: [block], digits: 20), comment)
      #expect(loss.isZero == isZero, comment)
      #expect((loss.upper < Rational(1, 2)) == !isZero, comment)
    }
  }
}
