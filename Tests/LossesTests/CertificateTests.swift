import Certificates
import Losses
import Rational
import TestSupport
import Testing

/// The certificate of the order that was found, replayed for the statement that was asked for.
private func expectCertified(
  _ left: [Construction], _ right: [Construction], _ problem: LossProblem, _ comment: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) -> LossCertificate? {
  guard let found = problem.compare(left, right) else {
    Issue.record("no order: \(comment)", sourceLocation: sourceLocation)
    return nil
  }
  guard let certificate = problem.certificate(left, right, for: found) else {
    Issue.record("no certificate: \(comment)", sourceLocation: sourceLocation)
    return nil
  }
  let statement = problem.statement(left, found.order, right)
  #expect(certificate.statement == statement, comment, sourceLocation: sourceLocation)
  #expect(throws: Never.self, comment, sourceLocation: sourceLocation) {
    _ = try certificate.replay(expecting: statement)
    #expect(try LossCertificate(text: certificate.text) == certificate)
  }
  // The claim is the order, no other.
  for order in [LossOrder.less, .equal, .greater] where order != found.order {
    let other = problem.statement(left, order, right)
    #expect(throws: Rejection.self, comment, sourceLocation: sourceLocation) {
      try certificate.replay(expecting: other)
    }
    #expect(throws: Rejection.self, comment, sourceLocation: sourceLocation) {
      try LossComparison.replay(other, certificate.witness)
    }
  }
  return certificate
}

@Suite struct `certificates for what was found` {
  @Test(arguments: 4...12)
  func `the triangular construction and collapse, in both directions`(_ r: Int) throws {
    let construction = triangular(r)
    let collapse = Construction.collapse(classes: construction.classes)
    for layers in [3, 4, 8] {
      for denominator in [20, 100, 1000, 10_000] {
        let problem = problem(construction.classes, layers, allEqualTo: Rational(1, denominator))
        let comment: Comment = "r = \(r), L = \(layers), λ = 1/\(denominator)"
        let certificate = expectCertified([construction], [collapse], problem, comment)
        // Short enough to be read.
        #expect((certificate?.text.utf8.count ?? 0) < 1200, comment)
        _ = expectCertified([collapse], [construction], problem, comment)
      }
    }
  }

  @Test(arguments: [(5, 3), (5, 4), (9, 6), (30, 8), (200, 64)])
  func `at the critical Λ, between it and the tie, and at the tie`(_ r: Int, _ layers: Int) throws {
    let construction = triangular(r)
    let classes = construction.classes
    let collapse = [Construction.collapse(classes: classes)]
    let tie = try #require(CollapseComparison([construction], layers: layers).tie)
    let critical = Collapse.threshold(classes: classes, layers: layers)
    for (value, order) in [
      (critical, "<"), (tie * Rational(1, 2), "<"), (tie, "="), (2 * tie, "="),
    ] {
      let problem = LossProblem(classes: classes, layers: layers, regularisation: value)
      let certificate = expectCertified(
        [construction], collapse, problem, "\(r), \(layers), \(order)")
      #expect(certificate?.statement.order.rawValue == order)
      // Collapse by itself ties with itself, and touches 1/2 away from zero at the critical Λ.
      #expect(expectCertified(collapse, collapse, problem, "collapse")?.statement.order == .equal)
    }
  }

  @Test func `far out: many layers, many classes, tiny regularisation`() {
    for (r, layers, exponent) in [
      (200, 64, 30), (200, 3, 30), (5, 64, 30), (40, 64, 4), (200, 64, 2),
    ] {
      let construction = triangular(r)
      _ = expectCertified(
        [construction], [.collapse(classes: construction.classes)],
        problem(construction.classes, layers, allEqualTo: Rational(10).power(-exponent)),
        "\(r), \(layers), 10^-\(exponent)")
    }
  }

  @Test func `losses that agree to many digits`() {
    // κ differs by one part in 10^n.
    for digits in [6, 12, 25, 60] {
      let base = triangular(5)
      let other = Construction(
        classes: 10, nuclearNorm: base.nuclearNorm, rank: 5,
        lastLayerNorm: base.lastLayerNorm * Surd(1 + Rational(10).power(-digits)),
        gramSpectrum: base.gramSpectrum)
      let problem = problem(10, 4, allEqualTo: Rational(1, 1000))
      let certificate = expectCertified([base], [other], problem, "10^-\(digits)")
      #expect(certificate?.statement.order == .less)
    }
  }

  @Test func `equal functions need no numbers`() {
    let problem = problem(16, 5, allEqualTo: Rational(1, 100))
    let certificate = expectCertified(
      [.collapse(classes: 2), triangular(5), .collapse(classes: 4)],
      [.collapse(classes: 6), triangular(5)], problem, "regrouped")
    #expect(certificate?.witness == .same)
  }

  @Test func `a block with a small loss beside one with a large loss, far above the other side`() {
    // Four classes of six have the eigenvalue 0, so the larger side stays above 4/6; its other
    // block has less than the slack.
    let idle = Construction(
      classes: 5, nuclearNorm: 5, rank: 5, lastLayerNorm: 5,
      gramSpectrum: [.init(20, multiplicity: 1), .init(0, multiplicity: 4)])
    let problem = problem(6, 3, allEqualTo: Rational(1, 1000))
    let certificate = expectCertified(
      [idle, .collapse(classes: 1)], [.collapse(classes: 6)], problem, "idle classes")
    #expect(certificate?.statement.order == .greater)
  }

  @Test(arguments: Seeds.all)
  func `block sums drawn at random`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let layers = random.int(in: 3...7)
      let classes = random.int(in: 2...9)
      func side() -> [Construction] {
        let first = random.int(in: 1...(classes - 1))
        return [
          random.construction(classes: first, layers: layers),
          random.construction(classes: classes - first, layers: layers),
        ]
      }
      let (left, right) = (side(), side())
      let factor = Rational(random.int(in: 1...40), random.element(of: [10, 1000, 100_000]))
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.threshold(classes: classes, layers: layers) * factor)
      _ = expectCertified(left, right, problem, "\(left) \(right) \(problem)")
    }
  }
}

@Suite struct `the numbers behind a verdict` {
  @Test(arguments: 4...10)
  func `margins are D, μ_min and K^L`(_ r: Int) throws {
    for layers in 3...6 {
      let margins = CollapseComparison([triangular(r), .collapse(classes: 3)], layers: layers)
        .margins
      try #require(margins.count == 2)
      // D = ν² r^(L-3) κ with κ = r²(r-1)²/(4((r-2)(r-3)+2)), multiplied out.
      let square = Surd((r - 1) * (r - 2) + 2) + 2 * root(2 * (r - 1) * (r - 2))
      let power = Rational(Integer(r).power(layers - 1) * Integer((r - 1) * (r - 1)))
      let depth = square * Surd(power / Rational(4 * ((r - 2) * (r - 3) + 2)))
      #expect(margins[0].depthFactor == depth)
      #expect(margins[0].leastEigenvalue == Surd(Rational(2, (r - 2) * (r - 3) + 2)))
      #expect(margins[0].collapseFactor == Integer(r * (r - 1) / 2).power(layers))
      #expect(margins[1].depthFactor == Surd(Integer(3).power(layers)))
      #expect(!margins[1].isEnough && margins[1].leastEigenvalue == 1)
      // D/μ_min < K^L is r(r-1)^(L-2) > 2^(L-3) (√2 + √((r-1)(r-2)))².
      let printed =
        Surd(Integer(r) * Integer(r - 1).power(layers - 2))
        > Surd(Rational(2).power(layers - 3)) * square
      #expect(margins[0].isEnough == printed)
    }
  }
}
