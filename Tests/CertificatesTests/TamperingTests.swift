import Certificates
import Rational
import TestSupport
import Testing

/// Certificates for damage.
private enum Sample {
  /// Two blocks on each side, and irrational numbers on the smaller one.
  static let statement = LossStatement(
    [.triangular(5), .collapse(2)], .less, [.collapse(7), .collapse(5)], layers: 4,
    regularisation: Rational(1, Integer(10).power(14)))
  /// The rates of the larger side are irrational.
  static let irrational = LossStatement(
    [.triangular(5)], .greater, [.simple([(10, 1)])], layers: 3,
    regularisation: Rational(1, Integer(10).power(9)))

  static func certificate(_ statement: LossStatement) -> LossCertificate {
    LossCertificate(statement: statement, witness: Prover(statement: statement).witness(cells: 40))
  }
}

/// Damage to one field of a witness, and the rule that has to notice.
struct Damage: Sendable, CustomStringConvertible {
  let description: String
  let rule: Rejection.Rule
  let apply: @Sendable (inout Rational, inout [Rational], inout [LossWitness.LowerBound]) -> Void

  init(
    _ description: String, _ rule: Rejection.Rule,
    _ apply:
      @escaping @Sendable (inout Rational, inout [Rational], inout [LossWitness.LowerBound]) -> Void
  ) {
    self.description = description
    self.rule = rule
    self.apply = apply
  }

  static let all: [Damage] = [
    Damage("v is lowered", .below) { value, _, _ in value *= Rational(1, 2) },
    Damage("v is zero", .below) { value, _, _ in value = 0 },
    Damage("v is negative", .below) { value, _, _ in value = -value },
    Damage("v is raised beyond the bounds", .above) { value, _, _ in value *= 2 },
    Damage("a point is far to the right", .below) { _, points, _ in points[0] *= 100 },
    Damage("a point is far to the left", .below) { _, points, _ in points[0] *= Rational(1, 100) },
    Damage("a point is zero", .below) { _, points, _ in points[0] = 0 },
    Damage("a point is negative", .below) { _, points, _ in points[0] = -points[0] },
    Damage("a point is missing", .shape) { _, points, _ in points.removeLast() },
    Damage("a point is given twice", .shape) { _, points, _ in points.append(points[0]) },
    Damage("no points", .shape) { _, points, _ in points = [] },
    Damage("a point with far too many digits", .limit) { _, points, _ in
      points[0] = Rational(1, Integer(10).power(400_000))
    },
    Damage("a bound is missing", .shape) { _, _, bounds in bounds.removeLast() },
    Damage("a bound is given twice", .shape) { _, _, bounds in bounds.append(bounds[0]) },
    Damage("no bounds", .shape) { _, _, bounds in bounds = [] },
    Damage("a bound is lowered", .above) { _, _, bounds in bounds[0].value *= Rational(1, 2) },
    Damage("a bound is raised", .above) { _, _, bounds in bounds[0].value *= Rational(11, 10) },
    Damage("a rate is missing", .shape) { _, _, bounds in bounds[0].rates.removeLast() },
    Damage("a rate is given twice", .shape) { _, _, bounds in
      bounds[0].rates.append(bounds[0].rates[0])
    },
    Damage("a rate is zero", .rate) { _, _, bounds in bounds[0].rates[0] = .atMost(0) },
    Damage("a rate is negative", .rate) { _, _, bounds in bounds[0].rates[0] = .atMost(-1) },
    Damage("a rate is too large to be useful", .above) { _, _, bounds in
      bounds[0].rates[0] = .atMost(Rational(Integer(10).power(60)))
    },
    Damage("all cuts are missing", .above) { _, _, bounds in bounds[0].cuts = [] },
    Damage("the last cut is missing", .above) { _, _, bounds in
      bounds[0].cuts = bounds[0].cuts.filter { $0 < bounds[0].value * Rational(1, 40) }
    },
    Damage("the first cuts are missing", .above) { _, _, bounds in bounds[0].cuts.removeFirst(35) },
    Damage("a cut is given twice", .shape) { _, _, bounds in
      bounds[0].cuts.insert(bounds[0].cuts[3], at: 3)
    },
    Damage("cuts are out of order", .shape) { _, _, bounds in bounds[0].cuts.swapAt(2, 3) },
    Damage("cuts are reversed", .above) { _, _, bounds in
      bounds[0].cuts = Array(bounds[0].cuts.reversed().dropFirst())
    },
    Damage("a cut is zero", .shape) { _, _, bounds in bounds[0].cuts.insert(0, at: 0) },
    Damage("a cut is negative", .shape) { _, _, bounds in bounds[0].cuts.insert(-1, at: 0) },
    Damage("a cut with far too many digits", .limit) { _, _, bounds in
      bounds[0].cuts.insert(Rational(1, Integer(10).power(400_000)), at: 0)
    },
    Damage("more cuts than there may be", .limit) { _, _, bounds in
      bounds[0].cuts = (1...10_001).map { Rational($0, 1_000_000) }
    },
  ]
}

@Suite struct `damaged certificates` {
  @Test(arguments: [Sample.statement, Sample.irrational])
  func `the undamaged ones are accepted`(_ statement: LossStatement) throws {
    let certificate = Sample.certificate(statement)
    #expect(
      try certificate.replay(expecting: statement).blocks == (statement == Sample.statement ? 2 : 1)
    )
  }

  @Test(arguments: Damage.all)
  func `one damaged field of the witness is noticed, by the rule for it`(_ damage: Damage) {
    let certificate = Sample.certificate(Sample.statement)
    guard case .strict(var value, var points, var bounds) = certificate.witness else {
      Issue.record("not a strict order")
      return
    }
    damage.apply(&value, &points, &bounds)
    let witness = LossWitness.strict(value: value, points: points, bounds: bounds)
    #expect(witness != certificate.witness)
    let rejection = #expect(throws: Rejection.self) {
      try LossComparison.replay(certificate.statement, witness)
    }
    #expect(rejection?.rule == damage.rule, "\(String(describing: rejection))")
    #expect(
      rejection.map { !$0.expected.isEmpty && !$0.found.isEmpty && !$0.place.isEmpty } == true)
  }

  @Test func `an exact rate needs a rational rate`() throws {
    let certificate = Sample.certificate(Sample.irrational)
    guard case .strict(let value, let points, var bounds) = certificate.witness else { return }
    bounds[0].rates[1] = .exact
    let rejection = #expect(throws: Rejection.self) {
      try LossComparison.replay(
        certificate.statement, .strict(value: value, points: points, bounds: bounds))
    }
    #expect(rejection?.rule == .rate)
  }

  @Test func `a rate a little below the true one is noticed`() throws {
    let certificate = Sample.certificate(Sample.irrational)
    guard case .strict(let value, let points, let bounds) = certificate.witness else { return }
    for index in bounds[0].rates.indices {
      guard case .atMost(let rate) = bounds[0].rates[index] else { continue }
      var damaged = bounds
      // The rates are given to 2^-40.
      damaged[0].rates[index] = .atMost(rate - Rational(1, 1 << 39))
      let rejection = #expect(throws: Rejection.self) {
        try LossComparison.replay(
          certificate.statement, .strict(value: value, points: points, bounds: damaged))
      }
      #expect(rejection?.rule == .rate)
    }
  }

  @Test func `a witness of another kind is the wrong shape`() {
    let statement = Sample.statement
    let strict = Sample.certificate(statement).witness
    for (order, witness) in [
      (LossStatement.Order.less, LossWitness.same), (.greater, .same),
      (.less, .tie(left: [], right: [])), (.equal, strict),
    ] {
      let rejection = #expect(throws: Rejection.self) {
        try LossComparison.replay(statement.claiming(order), witness)
      }
      #expect(rejection?.rule == .shape)
    }
  }

  @Test func `in a tie the bounds are the values at zero, no less`() throws {
    let statement = LossStatement.triangular(5, .equal, layers: 4, lambda: Rational(1, 20))
    guard case .tie(let left, let right) = Prover(statement: statement).tieWitness() else { return }
    for part in [Rational(1, 2), Rational(99, 100), Rational(101, 100)] {
      var damaged = right
      damaged[0].value *= part
      let rejection = #expect(throws: Rejection.self) {
        try LossComparison.replay(statement, .tie(left: left, right: damaged))
      }
      #expect(rejection?.rule == .above)
    }
    #expect(throws: Rejection.self) {
      try LossComparison.replay(statement, .tie(left: right, right: left))
    }
    #expect(throws: Rejection.self) {
      try LossComparison.replay(statement, .tie(left: left, right: []))
    }
  }

  @Test func `a certificate for another statement does not count`() throws {
    let certificate = Sample.certificate(Sample.statement)
    var other = Sample.statement
    other.regularisation *= 2
    let rejection = #expect(throws: Rejection.self) { try certificate.replay(expecting: other) }
    #expect(rejection?.rule == .statement)
    #expect(throws: Rejection.self) { try certificate.replay(expecting: Sample.irrational) }
  }
}

@Suite struct `random edits of certificate texts` {
  /// A change of one character, of a digit, or of whole lines.
  private static func edited(_ text: String, _ random: inout SplitMix64) -> String {
    var bytes = Array(text.utf8)
    let place = random.int(in: 0...(bytes.count - 1))
    switch random.int(in: 0...6) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(random.element(of: Array("0123456789-/ \n√ex.+".utf8)), at: place)
    case 2: bytes[place] = random.element(of: Array("0123456789-/ \n√ex.+".utf8))
    case 3, 4:
      // Another number of the same form, so that it is read.
      let digits = bytes.indices.filter { (48...57).contains(bytes[$0]) }
      bytes[random.element(of: digits)] = UInt8(random.int(in: 49...57))
    default:
      var lines = text.split(separator: "\n").map(String.init)
      let (a, b) = (random.int(in: 0...(lines.count - 1)), random.int(in: 0...(lines.count - 1)))
      switch random.int(in: 0...2) {
      case 0: lines.swapAt(a, b)
      case 1: lines.remove(at: a)
      default: lines.insert(lines[b], at: a)
      }
      return lines.map { $0 + "\n" }.joined()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: Seeds.all)
  func `each is rejected, or the statement it makes is true`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let tie = LossStatement.triangular(5, .equal, layers: 4, lambda: Rational(1, 20))
    let certificates =
      [Sample.statement, Sample.irrational].map(Sample.certificate)
      + [LossCertificate(statement: tie, witness: Prover(statement: tie).tieWitness(cells: 60))]
    var (unread, rejected, accepted) = (0, 0, 0)
    for round in 0..<400 {
      let original = certificates[round % certificates.count]
      let text = Self.edited(original.text, &random)
      guard let certificate = try? LossCertificate(text: text) else {
        unread += 1
        continue
      }
      // Whatever is read is written back the same.
      #expect(certificate.text == text)
      guard (try? LossComparison.replay(certificate.statement, certificate.witness)) != nil else {
        rejected += 1
        continue
      }
      accepted += 1
      if certificate.statement != original.statement {
        #expect(throws: Rejection.self) { try certificate.replay(expecting: original.statement) }
      }
      let prover = Prover(statement: certificate.statement)
      let (left, right) = prover.losses
      switch certificate.statement.order {
      case .less: #expect(left < right, "\(text)")
      case .greater: #expect(left > right, "\(text)")
      case .equal: #expect(left > 1 - 1e-9 && right > 1 - 1e-9, "\(text)")
      }
    }
    #expect(unread > 50 && rejected > 10 && accepted > 10, "\(unread) \(rejected) \(accepted)")
  }
}
