import Losses
import Rational
import TestSupport
import Testing

// The time limit is there for a minimisation that does not end.
@Suite(.timeLimit(.minutes(5))) struct `problems at the edges` {
  /// r and L.
  static let sizes = [(4, 3), (10, 64), (200, 4), (40, 8), (5, 500)]

  /// The order that double precision finds, where it is sure.
  private func expectOrder(
    _ problem: LossProblem, _ construction: Construction, _ comment: Comment
  ) throws {
    let collapse = Construction.collapse(classes: problem.classes)
    let found = try #require(problem.compare([construction], [collapse]), comment)
    #expect(found.right.isZero == !problem.collapseIsNonzero, comment)
    let left = Oracle.minimalLoss([construction], problem)
    let right = Oracle.minimalLoss([collapse], problem)
    #expect(found.left.lower.double <= left + 1e-12, comment)
    #expect(left <= found.left.upper.double + 1e-12, comment)
    if found.order == .equal { #expect(found.left.isZero && found.right.isZero, comment) }
    if left < right - 1e-11 { #expect(found.order == .less, comment) }
    if left > right + 1e-11 { #expect(found.order == .greater, comment) }
  }

  @Test(arguments: sizes)
  func `Λ exactly critical, and one part in 10³⁰ away from it`(_ r: Int, _ layers: Int) throws {
    let construction = triangular(r)
    let critical = Collapse.threshold(classes: construction.classes, layers: layers)
    for offset in [Rational(0), Rational(10).power(-30), -Rational(10).power(-30)] {
      try expectOrder(
        LossProblem(
          classes: construction.classes, layers: layers,
          regularisation: critical * (1 + offset)),
        construction, "r = \(r), L = \(layers), 1 + \(offset)")
    }
  }

  @Test(arguments: sizes)
  func `huge and tiny Λ`(_ r: Int, _ layers: Int) throws {
    let construction = triangular(r)
    for exponent in [300, 30, 0, -30, -300] {
      try expectOrder(
        LossProblem(
          classes: construction.classes, layers: layers,
          regularisation: Rational(10).power(exponent)),
        construction, "r = \(r), L = \(layers), 10^\(exponent)")
    }
  }

  @Test(arguments: sizes)
  func `every λ equal to 10⁻³⁰`(_ r: Int, _ layers: Int) throws {
    let construction = triangular(r)
    let problem = problem(construction.classes, layers, allEqualTo: Rational(10).power(-30))
    let found = try #require(
      problem.compare([construction], [.collapse(classes: construction.classes)]))
    // Only the triangular construction on four vertices with three layers loses more.
    #expect(found.order == (r == 4 ? .greater : .less))
    // All x are large: 2·loss is nearly L t + Σ m/(a t^L), so for collapse least near
    // t = K τ with τ^(L+1) = Λ, where it is (L+1) K τ.
    let size = Double(layers + 1) * Double(construction.classes) * 1e-30 / 2
    let loss = try #require(
      problem.minimalLoss(of: [.collapse(classes: construction.classes)], digits: 12))
    #expect(abs(loss.lower.double / size - 1) < 1e-9)
  }

  @Test func `one class, and a million of them`() throws {
    for classes in [1, 1_000_000] {
      let critical = Collapse.threshold(classes: classes, layers: 3)
      for (factor, isZero) in [(Rational(1, 2), false), (1, true), (2, true)] {
        let problem = LossProblem(
          classes: classes, layers: 3, regularisation: critical * factor)
        let loss = try #require(
          problem.minimalLoss(of: [.collapse(classes: classes)], digits: 12))
        #expect(loss.isZero == isZero)
      }
    }
  }

  @Test func `rates that differ by a factor 10²⁰ give two valleys`() throws {
    // Λ of the order at which both the fast half of the classes and all of them can win.
    let construction = Construction(
      classes: 4, nuclearNorm: 4, rank: 4, lastLayerNorm: 4,
      gramSpectrum: [
        .init(Surd(Rational(10).power(10)), multiplicity: 2),
        .init(Surd(Rational(10).power(-10)), multiplicity: 2),
      ])
    for exponent in stride(from: 6, through: -24, by: -1) {
      let problem = LossProblem(
        classes: 4, layers: 3, regularisation: Rational(10).power(exponent))
      try expectOrder(problem, construction, "10^\(exponent)")
    }
  }
}
