import Losses
import Rational
import TestSupport
import Testing

/// The change of constructions that are known exactly.
private func orderChange(
  _ left: Construction, _ right: [Construction], layers: Int
) -> OrderChange? {
  OrderChange(
    [ConstructionBounds(exactly: left)], right.map { ConstructionBounds(exactly: $0) },
    layers: layers, digits: 8)
}

/// The order of two constructions for all Λ at once, against exact comparisons one by one.
@Suite(.timeLimit(.minutes(5))) struct `the order of two constructions` {
  /// Λ from far below the critical value of collapse to above it.
  private func problems(_ classes: Int, _ layers: Int) -> [LossProblem] {
    let threshold = Collapse.threshold(classes: classes, layers: layers)
    let parts: [Rational] =
      [40, 20, 10, 5, 2].map { Rational(1, Integer(10).power($0)) }
      + [Rational(1, 7), Rational(1, 2), Rational(9, 10), 1, Rational(3, 2), 4]
    return parts.map {
      LossProblem(classes: classes, layers: layers, regularisation: threshold * $0)
    }
  }

  /// A construction with up to three rational eigenvalues.
  private func construction(
    _ random: inout SplitMix64, classes: Int
  ) -> Construction {
    let first = random.int(in: 1...classes - 2)
    let second = random.int(in: 1...classes - first - 1)
    let counts = [first, second, classes - first - second]
    let spectrum = counts.map { count in
      let (numerator, denominator) = (random.int(in: 1...30), random.int(in: 5...20))
      return Construction.Eigenvalue(
        Surd(Rational(numerator, denominator)), multiplicity: count)
    }
    let norm = Surd(classes + random.int(in: -2...2))
    let weights = Surd(classes + random.int(in: -2...2))
    return Construction(
      classes: classes, nuclearNorm: norm, rank: classes, lastLayerNorm: weights,
      gramSpectrum: spectrum)
  }

  @Test(arguments: Seeds.all)
  func `agrees with the order at every regularisation`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var seen: Set<String> = []
    for _ in 0..<30 {
      let classes = random.int(in: 4...9)
      let layers = random.int(in: 3...5)
      let a = construction(&random, classes: classes)
      let b = construction(&random, classes: classes)
      guard let change = orderChange(a, [b], layers: layers) else { continue }
      seen.insert(change.place == nil ? change.before.rawValue : "change")
      let after: LossOrder = change.before == .less ? .greater : .less
      for problem in problems(classes, layers) {
        let found = try #require(problem.compare([a], [b]))
        if found.left.isZero && found.right.isZero {
          #expect(found.order == .equal)
        } else if change.place.map({ problem.regularisation <= $0.lower }) ?? true {
          #expect(found.order == change.before)
        } else if let place = change.place, problem.regularisation > place.upper {
          #expect(found.order == after)
        }
      }
      // Turned round, the orders are the opposite ones; places are equal as far as they are known.
      let turned = try #require(orderChange(b, [a], layers: layers))
      #expect((turned.before == .less) == (change.before == .greater))
      #expect((turned.place == nil) == (change.place == nil))
    }
    #expect(seen.isSuperset(of: ["<", ">"]))
  }

  @Test(arguments: Seeds.all)
  func `of several, the envelope names the least at every regularisation`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<8 {
      let layers = random.int(in: 3...5)
      var contenders = (0..<3).map { _ in construction(&random, classes: 6) }
      contenders.append(.collapse(classes: 6))
      guard
        let envelope = LowerEnvelope(
          contenders.map { ConstructionBounds(exactly: $0) }, layers: layers)
      else { continue }
      for problem in problems(6, layers) where problem.collapseIsNonzero {
        let range = envelope.ranges.first {
          $0.end.map { problem.regularisation < $0.lower } ?? true
        }
        let least = try #require(range?.least.first)
        for other in contenders {
          let found = try #require(problem.compare([contenders[least]], [other]))
          // A place of change between the two is not in the list.
          #expect(found.order != .greater)
        }
      }
    }
  }

  @Test func `with itself it is equal, and the sides can be turned round`() {
    let (a, b) = (triangular(5), Construction.collapse(classes: 10))
    for layers in 3...6 {
      #expect(orderChange(a, [a], layers: layers)?.before == .equal)
      #expect(orderChange(a, [b], layers: layers)?.before == .less)
      #expect(orderChange(b, [a], layers: layers)?.before == .greater)
    }
    #expect(orderChange(triangular(4), [.collapse(classes: 6)], layers: 3)?.before == .greater)
  }

  @Test func `several blocks`() {
    // Six classes of the graph and two of collapse: collapse for all eight loses more than each block, or
    // as much, with four layers; with three, less.
    let blocks = [triangular(4), Construction.collapse(classes: 2)]
    let bounds = blocks.map { ConstructionBounds(exactly: $0) }
    let whole = ConstructionBounds(exactly: .collapse(classes: 8))
    for (layers, order) in [(4, LossOrder.greater), (3, .less)] {
      let change = orderChange(.collapse(classes: 8), blocks, layers: layers)
      #expect(change?.before == order && change?.place == nil)
      let turned = OrderChange(bounds, [whole], layers: layers, digits: 8)
      #expect(turned?.before == (order == .less ? .greater : .less))
    }
    #expect(
      orderChange(
        .collapse(classes: 5), [.collapse(classes: 2), .collapse(classes: 3)], layers: 3)?.before
        == .equal)
  }
}
