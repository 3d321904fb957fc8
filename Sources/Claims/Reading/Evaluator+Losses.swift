import Denotations
import Losses
import Rational
import Statements

extension Evaluator {
  mutating func collapse(_ argument: Expression) throws -> ConstructionValue {
    let classes = try integer(argument, atLeast: 0, "the number of classes")
    return ConstructionValue(classes: classes) { .collapse(classes: classes) }
  }

  mutating func joined(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> ConstructionValue {
    let (first, second) = (try construction(arguments[0]), try construction(arguments[1]))
    guard let depth = first.depth.joined(with: second.depth) else {
      throw failure(place, "'join' of blocks for two layers and for more")
    }
    guard !first.classes.addingReportingOverflow(second.classes).overflow else {
      let count = Integer(first.classes) + Integer(second.classes)
      throw refusal(place, "\(count) classes; the limit is \(Int.max)")
    }
    return ConstructionValue(blocks: first.blocks + second.blocks, depth: depth)
  }

  /// `construction(B, N)`, or for two layers `construction(N)`; of no blocks when there are no columns, and
  /// so no classes.
  mutating func construction(
    of arguments: [Expression], at place: SourceLocation
  ) throws -> ConstructionValue {
    let first = try matrix(arguments[0])
    guard arguments.count == 2 else {
      return try limited(at: place) { limit in
        try ConstructionValue(classes: first.columns, depth: .two) {
          try first.constructionOfTwoLayers(limit: limit)
        }
      }
    }
    let last = try matrix(arguments[1])
    try requireSameColumns(first, last, Function.construction.name, at: place)
    return try limited(at: place) { limit in
      try ConstructionValue(classes: first.columns, depth: .more) {
        try first.construction(lastLayer: last, limit: limit)
      }
    }
  }

  /// The two sides and the number of layers, checked to be comparable.
  private mutating func sides(
    _ comparison: Proposition.LossComparison
  ) throws -> (left: ConstructionValue, right: ConstructionValue, layers: Int) {
    let layers = try layers(comparison.layers)
    let left = try construction(comparison.left)
    let right = try construction(comparison.right)
    guard left.classes == right.classes, left.classes > 0 else {
      throw failure(
        comparison.location,
        "constructions for \(left.classes) and \(right.classes) classes; "
          + "expected the same number, at least 1")
    }
    for (side, place) in [
      (left, comparison.left.location), (right, comparison.right.location),
    ] { try requireDepth(side, layers, at: place) }
    return (left, right, layers)
  }

  /// A number of layers.
  mutating func layers(_ expression: Expression) throws -> Int {
    let layers = try integer(expression, atLeast: 2, "the number of layers")
    guard layers <= 10_000 else {
      throw refusal(expression.location, "\(layers) layers; the limit is 10000")
    }
    return layers
  }

  func requireDepth(
    _ construction: ConstructionValue, _ layers: Int, at place: SourceLocation
  ) throws {
    guard construction.depth.admits(layers) else {
      let meant = construction.depth == .two ? "for two layers" : "for three layers or more"
      throw failure(place, "the construction is \(meant), not for \(layers)")
    }
  }

  mutating func decide(_ comparison: Proposition.LossComparison) throws -> Outcome {
    let (left, right, layers) = try sides(comparison)
    if case .at(let expression) = comparison.scope {
      let value = try rational(expression, "Λ")
      guard value.sign > 0 else {
        throw failure(expression.location, "Λ is \(value); expected a positive number")
      }
      let problem = LossProblem(classes: left.classes, layers: layers, regularisation: value)
      return decide(comparison, problem, left, right)
    }
    if comparison.scope == .whereLeftIsNonzero {
      return try decideCollapseFirst(comparison, left, right, layers)
    }
    guard right.blocks == [.collapse(classes: right.classes)] else {
      return try decideReversed(comparison, left, right, layers)
    }
    let uniform = CollapseComparison(left.blocks, layers: layers)
    if comparison.scope == .everywhere { return decideEverywhere(comparison, uniform) }
    let threshold = Collapse.threshold(classes: left.classes, layers: layers)
    let hypothesis = Report.Finding.Entry("DNC minimiser is nonzero iff Λ <", "\(threshold)")
    switch uniform.verdict {
    case .alwaysLess(let criterion):
      return Outcome(
        result: .holds, findings: [hypothesis, .init("criterion", criterion.description)])
    case .alwaysGreater:
      return refuted(
        comparison, "\(comparison.left) loses more for every Λ < \(threshold)", hypothesis)
    case .alwaysEqual:
      return refuted(comparison, "equal minimal losses for every Λ", hypothesis)
    case .counterexample(let value, let order):
      return refuted(
        comparison,
        "minimal_loss(\(comparison.left)) \(order.rawValue) "
          + "minimal_loss(\(comparison.right)) at Λ = \(value)", hypothesis)
    case .undecided:
      return Outcome(
        result: .undecided("no criterion applies and no counterexample was found"),
        findings: [hypothesis])
    }
  }

  func refuted(
    _ comparison: Proposition.LossComparison, _ actual: String,
    _ hypothesis: Report.Finding.Entry
  ) -> Outcome {
    var outcome = fails(
      "the order of the minimal losses",
      claimed: "minimal_loss(\(comparison.left)) < minimal_loss(\(comparison.right))",
      actual: actual, at: comparison.location)
    outcome.findings = [hypothesis]
    return outcome
  }

  /// Without a hypothesis the strict inequality fails where both minimisers are zero.
  private func decideEverywhere(
    _ comparison: Proposition.LossComparison, _ uniform: CollapseComparison
  ) -> Outcome {
    guard let tie = uniform.tie else {
      return Outcome(result: .undecided("no regularisation with a tie was found"))
    }
    return fails(
      "the order of the minimal losses",
      claimed: "minimal_loss(\(comparison.left)) < minimal_loss(\(comparison.right))",
      actual: "both are 1/2 at Λ = \(tie)", at: comparison.location)
  }

  /// One regularisation: both minimal losses enclosed, and the order with its certificate.
  private func decide(
    _ comparison: Proposition.LossComparison, _ problem: LossProblem,
    _ left: ConstructionValue, _ right: ConstructionValue
  ) -> Outcome {
    let undecided = Outcome(result: .undecided("the precision limit does not suffice"))
    guard let found = problem.compare(left.blocks, right.blocks),
      let first = problem.minimalLoss(of: left.blocks, digits: 20),
      let second = problem.minimalLoss(of: right.blocks, digits: 20)
    else { return undecided }
    var findings: [Report.Finding.Entry] = [
      .init("Λ", "\(problem.regularisation)"),
      .init("DNC minimiser is nonzero", problem.collapseIsNonzero ? "yes" : "no"),
      .init("minimal_loss(\(comparison.left))", first.shown(digits: 20)),
      .init("minimal_loss(\(comparison.right))", second.shown(digits: 20)),
    ]
    findings += certified(problem, left, right, found)
    if found.order == .less { return Outcome(result: .holds, findings: findings) }
    var outcome = fails(
      "the order of the minimal losses",
      claimed: "minimal_loss(\(comparison.left)) < minimal_loss(\(comparison.right))",
      actual: found.order == .equal
        ? "a tie, \(first.shown(digits: 20))"
        : "\(first.shown(digits: 20)) > \(second.shown(digits: 20))",
      at: comparison.location)
    outcome.findings = findings
    return outcome
  }

  /// The certificate of an order, which the kernel has replayed: for a strict one t with
  /// `2·loss(t) < v` on the smaller side, while the other is above v for all t.
  private func certified(
    _ problem: LossProblem, _ left: ConstructionValue, _ right: ConstructionValue,
    _ found: (order: LossOrder, left: MinimalLoss, right: MinimalLoss)
  ) -> [Report.Finding.Entry] {
    guard let certificate = problem.certificate(left.blocks, right.blocks, for: found),
      let summary = try? certificate.replay(
        expecting: problem.statement(left.blocks, found.order, right.blocks))
    else { return [.init("certificate: replayed", "none was found")] }
    var entries: [Report.Finding.Entry] = []
    if case .strict(let value, let points, _) = certificate.witness {
      let smaller = found.order == .less ? "left" : "right"
      entries = [
        .init("certificate: 2·loss < v at t =", points.map(\.description).joined(separator: ", ")),
        .init("certificate: v =", "\(value)"),
        .init("certificate: smaller side", smaller),
      ]
    }
    entries.append(.init("certificate: replayed", "yes, \(summary.cells) cells"))
    entries.append(.init(Report.Finding.certificateText, certificate.text))
    return entries
  }

  /// What holds between two minimal losses, for a value outside the hypotheses of a claim.
  mutating func truth(about comparison: Proposition.LossComparison) throws -> String {
    let outcome = try decide(comparison)
    let sides = "minimal_loss(\(comparison.left)) < minimal_loss(\(comparison.right))"
    switch outcome.result {
    case .holds: return "\(sides) holds as well"
    case .fails(let failure): return "it is false: \(failure.actual)"
    case .undecided(let reason): return "it is undecided: \(reason)"
    case .outside(let reason): return reason
    }
  }
}

extension CollapseVerdict.Criterion: CustomStringConvertible {
  public var description: String {
    switch self {
    case .smallestEigenvalue: "D/μ_min < K^L"
    case .allEigenvalues: "mean of 1/(1 + c_i x) < 1/(1 + x) for all x ≥ L-1"
    }
  }
}
