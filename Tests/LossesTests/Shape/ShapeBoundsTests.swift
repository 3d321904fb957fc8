import Certificates
import Polynomials
import Rational
import TestSupport
import Testing

@testable import Losses

/// Shapes beside collapse, constructions and one another, by their bounds.
@Suite(.timeLimit(.minutes(5))) struct ShapeBoundsTests {
  private func matrix(_ columns: Int, _ entries: [Rational]) -> PointMatrix {
    PointMatrix(rows: entries.count / columns, columns: columns, entries: entries)
  }

  /// H_1 = W_l = I: the shape of collapse, whose least loss is that of collapse.
  private func collapse(_ classes: Int, _ layers: Int) -> Shape {
    let unit = matrix(
      classes, (0..<classes * classes).map { $0 % (classes + 1) == 0 ? 1 : 0 })
    return Shape(features: unit, weights: Array(repeating: unit, count: layers - 1))
  }

  /// Three classes on two points; nothing is balanced, so it wins in part.
  private var threeClasses: Shape {
    Shape(
      features: matrix(3, [1, 1, 0, 0, 1, 1]),
      weights: [
        matrix(2, [1, 0, 0, 1]), matrix(2, [1, 0, 0, 1]), matrix(2, [1, -1, -1, 1, 1, 1]),
      ])
  }

  @Test(arguments: [(2, 2), (3, 3), (4, 5)])
  func `collapse loses what collapse loses`(_ classes: Int, _ layers: Int) throws {
    let bounds = ConstructionBounds(collapse(classes, layers))
    let standard = ConstructionBounds(exactly: .collapse(classes: classes))
    #expect(CollapseOrder(bounds, layers: layers, digits: 8) == .equal)
    let change = try #require(OrderChange([bounds], [standard], layers: layers, digits: 8))
    #expect(change.before == .equal && change.place == nil)
    for x in [Rational(layers - 1), Rational(layers), 20, Rational(401, 3)] {
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.regularisation(
          atMinimiser: x, classes: classes, layers: layers))
      let loss = try #require(problem.minimalLoss(of: [bounds], digits: 12))
      let expected = Collapse.loss(atMinimiser: x, layers: layers)
      #expect(loss.lower <= expected && expected <= loss.upper)
      #expect(loss.upper - loss.lower < Rational(1, Integer(10).power(12)))
    }
  }

  @Test func `a certified interval ends where the shape no longer wins`() throws {
    let shape = threeClasses
    let summary = try #require(ShapeCertificate.certificate(of: shape)).replay()
    guard
      case .change(let place) = CollapseOrder(
        ConstructionBounds(shape), layers: shape.layers, digits: 12)
    else {
      Issue.record("the order does not change")
      return
    }
    // What the kernel has seen is on the one side, and nearly all of it.
    let region = try #require(summary.regions.last)
    func value(_ x: Rational) -> Rational {
      Collapse.regularisation(atMinimiser: x, classes: shape.classes, layers: shape.layers)
    }
    let end = try #require(region.to)
    #expect(place.upper < value(end))
    #expect(value(end * Rational(101, 100)) < place.lower)
    #expect(place.upper - place.lower < place.lower / Rational(Integer(10).power(12)))
  }

  /// By the kernel's function of the shape: at the minimiser of neither, on a grid of τ.
  @Test func `the least loss is below every loss by a τ, and near to one of them`() throws {
    let shape = threeClasses
    let bounds = ConstructionBounds(shape)
    for x in [Rational(3), 5, 40, 700] {
      let problem = LossProblem(
        classes: 3, layers: shape.layers,
        regularisation: Collapse.regularisation(atMinimiser: x, classes: 3, layers: shape.layers))
      let collapse = Collapse.loss(atMinimiser: x, layers: shape.layers)
      let loss = try #require(problem.minimalLoss(of: [bounds], digits: 12))
      let losses = (100...500).map { collapse * (1 - shape.margin(x: x, tau: Rational($0, 300))) }
      let least = try #require(losses.min())
      #expect(loss.lower <= least)
      // Scales from a third to five thirds, in steps of a third of a percent.
      #expect(least <= loss.upper * Rational(10_001, 10_000))
    }
  }

  @Test func `a shape with rational eigenvalues is the construction that has them`() throws {
    // G = M_3ᵀ M_3 = diag(1, 4, 9), D = 14 · 3 · 3.
    let unit = matrix(3, [1, 0, 0, 0, 1, 0, 0, 0, 1])
    let shape = Shape(features: matrix(3, [1, 0, 0, 0, 2, 0, 0, 0, 3]), weights: [unit, unit])
    let bounds = ConstructionBounds(shape)
    let same = Construction(
      classes: 3, nuclearNorm: 3, rank: 3, lastLayerNorm: 14,
      gramSpectrum: [1, 4, 9].map { .init($0, multiplicity: 1) })
    let exact = try #require(bounds.exact)
    #expect(
      Set(exact.rates(layers: 3).map(\.rate)) == Set(same.rates(layers: 3).map(\.rate)))
    #expect(
      OrderChange(
        [bounds], [ConstructionBounds(exactly: same)], layers: 3, digits: 8)?.before
        == .equal)
  }

  @Test func `two shapes that cross are in the two orders on either side`() throws {
    // The one has a small eigenvalue and a large one, so it is ahead for large Λ only.
    let (one, other) = (threeClasses, collapse(3, 4))
    let (a, b) = (ConstructionBounds(one), ConstructionBounds(other))
    let change = try #require(OrderChange([a], [b], layers: 4, digits: 10))
    #expect(change.before == .greater)
    let place = try #require(change.place)
    for (value, order) in [(place.lower, LossOrder.greater), (place.upper, .less)] {
      let problem = LossProblem(classes: 3, layers: 4, regularisation: value)
      #expect(ConstructionBounds.order([a], [b], in: problem) == order)
    }
    let turned = try #require(OrderChange([b], [a], layers: 4, digits: 10))
    #expect(turned.before == .less)
    // By the other way, which knows of collapse.
    guard case .change(let found) = CollapseOrder(a, layers: 4, digits: 10) else {
      Issue.record("the order does not change")
      return
    }
    #expect(found.lower <= place.upper && place.lower <= found.upper)
  }

  /// Numbers of one digit, drawn until none of the matrices takes all away.
  private func drawn(_ random: inout SplitMix64, classes: Int, layers: Int) -> Shape {
    while true {
      var matrices: [PointMatrix] = []
      for number in 0..<layers {
        let columns = number == 0 ? classes : classes - 1
        matrices.append(
          matrix(
            columns, (0..<columns * (classes - 1)).map { _ in Rational(random.int(in: -4...9)) }))
      }
      let shape = Shape(features: matrices[0], weights: Array(matrices.dropFirst()))
      if (try? shape.validate()) != nil { return shape }
    }
  }

  @Test(arguments: 1...12)
  func `orders for all Λ are those at single Λ`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (classes, layers) = (random.int(in: 2...4), random.int(in: 2...4))
    let shapes = (0..<2).map { _ in
      ConstructionBounds(drawn(&random, classes: classes, layers: layers))
    }
    let other = ConstructionBounds(exactly: .collapse(classes: classes))
    let end = Collapse.threshold(classes: classes, layers: layers)
    for (a, b) in [(shapes[0], shapes[1]), (shapes[0], other), (other, shapes[1])] {
      guard let change = OrderChange([a], [b], layers: layers, digits: 8) else { continue }
      for part in [Rational(1, 100_000_000), Rational(1, 10_000), Rational(1, 30), 1, 3, 40] {
        let problem = LossProblem(
          classes: classes, layers: layers, regularisation: end * part)
        guard let order = ConstructionBounds.order([a], [b], in: problem), order != .equal else {
          continue
        }
        if change.place.map({ problem.regularisation <= $0.lower }) ?? true {
          #expect(order == change.before)
        } else if let place = change.place, problem.regularisation >= place.upper {
          #expect(order != change.before)
        }
      }
    }
  }

  @Test func `blocks of a shape and collapse are between the two`() throws {
    let (shape, standard) = (
      ConstructionBounds(threeClasses), ConstructionBounds(exactly: .collapse(classes: 2))
    )
    // Just below the critical Λ, where the shape is ahead.
    let problem = LossProblem(
      classes: 5, layers: 4,
      regularisation: Collapse.threshold(classes: 5, layers: 4) * Rational(99, 100))
    let whole = [ConstructionBounds(exactly: .collapse(classes: 5))]
    #expect(ConstructionBounds.order([shape, standard], whole, in: problem) == .less)
  }
}
