import Certificates
import Rational
import TestSupport
import Testing

@Suite("witnesses that prove their statements") struct AcceptanceTests {
  /// True statements of different kinds: both directions, several blocks, irrational eigenvalues.
  static let statements: [LossStatement] = [
    .triangular(5, .less, layers: 3, lambda: Rational(1, 1000)),
    .triangular(5, .less, layers: 4, lambda: Rational(1, 100)),
    .triangular(7, .less, layers: 4, lambda: Rational(1, 1000)),
    .triangular(12, .less, layers: 8, lambda: Rational(1, 10_000)),
    .triangular(6, .less, layers: 5, lambda: Rational(1, 250)).mirrored,
    // A larger D means a larger loss.
    LossStatement(
      [.simple([(3, 1)], nuclearNorm: 2)], .greater, [.simple([(3, 1)])], layers: 3,
      regularisation: Rational(1, 100_000)),
    LossStatement(
      [.simple([(2, root(3)), (1, 1)], nuclearNorm: root(2))], .less,
      [.simple([(3, 1)], nuclearNorm: root(5))], layers: 3, regularisation: Rational(1, 100_000)),
    LossStatement(
      [.triangular(5), .collapse(3)], .less, [.collapse(13)], layers: 4,
      regularisation: Rational(1, Integer(10).power(15))),
    LossStatement(
      [.collapse(13)], .greater, [.collapse(2), .triangular(5), .collapse(1)], layers: 4,
      regularisation: Rational(1, Integer(10).power(15))),
    // An eigenvalue 0 keeps its share of the classes at the value for t = 0.
    LossStatement(
      [.simple([(2, 1), (1, 0)])], .greater, [.simple([(3, 1)])], layers: 3,
      regularisation: Rational(1, 100_000)),
  ]

  @Test(arguments: statements)
  func `a true strict order is accepted, on either side`(_ statement: LossStatement) throws {
    for statement in [statement, statement.mirrored] {
      #expect(Prover(statement: statement).order == statement.order)
      let summary = try LossComparison.replay(statement, Prover(statement: statement).witness())
      let larger = statement.order == .less ? statement.right : statement.left
      #expect(summary.blocks == larger.count)
      #expect(summary.cells > larger.count)
    }
  }

  @Test(arguments: statements)
  func `its converse, and equality, are rejected with any witness`(_ statement: LossStatement) {
    for order in LossStatement.Order.allCases where order != statement.order {
      let untrue = statement.claiming(order)
      for part in [-0.5, 0.01, 0.5, 0.99, 1.5] {
        for prover in [statement, untrue].map(Prover.init) {
          #expect(throws: Rejection.self) {
            try LossComparison.replay(untrue, prover.witness(part: part))
          }
        }
      }
      #expect(throws: Rejection.self) {
        try LossComparison.replay(untrue, Prover(statement: untrue).tieWitness())
      }
      #expect(throws: Rejection.self) { try LossComparison.replay(untrue, .same) }
    }
  }

  @Test(arguments: [3, 4, 5, 8, 64])
  func `collapse is 1/2 at its threshold, where two minimisers tie, and above`(_ layers: Int) throws
  {
    let classes = 6
    let threshold = LossStatement.threshold(classes: classes, layers: layers)
    for factor in [1, Rational(3, 2), 5] {
      let statement = LossStatement(
        [.collapse(classes)], .equal, [.collapse(classes)], layers: layers,
        regularisation: threshold * factor)
      var witness = Prover(statement: statement).tieWitness(cells: 1000)
      if factor == 1 {
        // It touches 1/2 at t = (L-1)/L², so a cut belongs exactly there; f is convex from then on.
        let touching = Rational(layers - 1, layers * layers)
        let cuts = (1...64).map { touching * Rational($0, 64) }
        let bound = LossWitness.LowerBound(value: 1, rates: [.exact], cuts: cuts)
        witness = .tie(left: [bound], right: [bound])
      }
      #expect(try LossComparison.replay(statement, witness).blocks == 2)
    }
  }

  @Test(arguments: [3, 4, 8])
  func `a little below the threshold no tie is accepted`(_ layers: Int) {
    let threshold = LossStatement.threshold(classes: 6, layers: layers)
    let statement = LossStatement(
      [.collapse(6)], .equal, [.collapse(6)], layers: layers,
      regularisation: threshold * (1 - Rational(1, Integer(10).power(12))))
    let touching = Rational(layers - 1, layers * layers)
    for cells in [64, 1000] {
      let cuts = (1...cells).map { touching * Rational($0, cells) }
      let bound = LossWitness.LowerBound(value: 1, rates: [.exact], cuts: cuts)
      #expect(throws: Rejection.self) {
        try LossComparison.replay(statement, .tie(left: [bound], right: [bound]))
      }
    }
  }

  @Test func `the triangular construction ties with collapse where both are at zero`() throws {
    let statement = LossStatement.triangular(5, .equal, layers: 4, lambda: Rational(1, 20))
    let summary = try LossComparison.replay(statement, Prover(statement: statement).tieWitness())
    #expect(summary.blocks == 2)
  }

  @Test func `sides with the same functions are equal for every regularisation`() throws {
    for lambda in [Rational(1, 10), Rational(1, 10_000)] {
      let split = LossStatement(
        [.collapse(4), .triangular(5), .collapse(2)], .equal, [.triangular(5), .collapse(6)],
        layers: 5, regularisation: lambda.power(6))
      #expect(try LossComparison.replay(split, .same).blocks == 5)
      // N may have twice the rows: then μ and κ double, and c stays.
      var doubled = LossStatement.Block.collapse(6)
      doubled.lastLayerNorm = 12
      doubled.eigenvalues = [.init(multiplicity: 6, value: 2)]
      let scaled = LossStatement(
        [doubled], .equal, [.collapse(6)], layers: 5, regularisation: lambda.power(6))
      #expect(try LossComparison.replay(scaled, .same).blocks == 2)
    }
    for r in 5...7 {
      let different = LossStatement.triangular(r, .equal, layers: 4, lambda: Rational(1, 100))
      #expect(throws: Rejection.self) { try LossComparison.replay(different, .same) }
    }
  }

  @Test(arguments: [4, 5, 8])
  func `collapse never beats itself`(_ layers: Int) {
    for order in [LossStatement.Order.less, .greater] {
      let statement = LossStatement(
        [.collapse(6)], order, [.collapse(6)], layers: layers,
        regularisation: Rational(1, Integer(10).power(2 * layers)))
      for part in [-1e-6, 0, 1e-6] {
        let prover = Prover(statement: statement)
        let value = Rational(near: prover.losses.left * (1 + part))
        guard case .strict(_, let points, var bounds) = prover.witness() else { continue }
        bounds[0].value = value
        #expect(throws: Rejection.self) {
          try LossComparison.replay(
            statement, .strict(value: value, points: points, bounds: bounds))
        }
      }
    }
  }

  @Test func `not even with its exact minimum for the value`() {
    // At Λ = x^(L-1)/((1+x)^(2L) K^(L+1)) with x > L-1 the minimiser is t = x/(1+x)², where twice the
    // loss is (1 + (L+1) x)/(1+x)².
    for (layers, x) in [(3, Rational(3)), (4, 5), (8, 9)] {
      let square = (1 + x) * (1 + x)
      let (point, value) = (x / square, (1 + Rational(layers + 1) * x) / square)
      let statement = LossStatement(
        [.collapse(6)], .less, [.collapse(6)], layers: layers,
        regularisation: x.power(layers - 1)
          / (square.power(layers) * Rational(6).power(layers + 1)))
      let cuts = (1...200).map { point * Rational($0, 200) }
      let bound = LossWitness.LowerBound(value: value, rates: [.exact], cuts: cuts)
      let rejection = #expect(throws: Rejection.self) {
        try LossComparison.replay(
          statement, .strict(value: value, points: [point], bounds: [bound]))
      }
      // The bound itself holds: it is the other side that is not below it.
      #expect(rejection?.rule == .below)
      var lower = statement
      lower.left[0].nuclearNorm = 5
      #expect(throws: Never.self) {
        try LossComparison.replay(
          lower, .strict(value: value, points: [point], bounds: [bound]))
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `what is accepted is true, for statements and witnesses drawn at random`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var accepted = 0
    for _ in 0..<60 {
      let layers = random.int(in: 3...6)
      func side(_ classes: Int) -> [LossStatement.Block] {
        var rest = classes
        var blocks: [LossStatement.Block] = []
        while rest > 0 {
          let size = random.int(in: 1...rest)
          let first = random.int(in: 1...size)
          let values = [first, size - first].filter { $0 > 0 }.map {
            (
              $0,
              Surd(Rational(random.int(in: 0...9), 2)) + (random.int(in: 0...1) == 0 ? 0 : root(2))
            )
          }
          blocks.append(
            .simple(values, nuclearNorm: Surd(random.int(in: 1...3)) + root(random.int(in: 1...5))))
          rest -= size
        }
        return blocks
      }
      let classes = random.int(in: 1...5)
      let order = random.element(of: LossStatement.Order.allCases)
      let statement = LossStatement(
        side(classes), order, side(classes), layers: layers,
        regularisation: LossStatement.threshold(classes: classes, layers: layers)
          * Rational(random.int(in: 1...100), random.element(of: [20, 1000, 100_000])))
      let prover = Prover(statement: statement)
      let witness =
        order == .equal
        ? prover.tieWitness(cells: 60)
        : prover.witness(part: Double(random.int(in: -20...120)) / 100, cells: 60)
      guard (try? LossComparison.replay(statement, witness)) != nil else { continue }
      accepted += 1
      let (left, right) = prover.losses
      switch order {
      case .less: #expect(left < right * (1 + 1e-9), "\(statement)")
      case .greater: #expect(right < left * (1 + 1e-9), "\(statement)")
      case .equal: #expect(left > 1 - 1e-9 && right > 1 - 1e-9, "\(statement)")
      }
    }
    #expect(accepted > 5)
  }
}
