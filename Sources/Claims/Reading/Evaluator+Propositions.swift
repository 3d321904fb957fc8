import Denotations
import Graphs
import Rational
import Statements

extension Evaluator {
  /// Matrices with at most this many rows and columns are decided by the dense reading as well.
  private static let smallDimension = 10

  /// Decides a form for the instance.
  ///
  /// - Returns: The outcome, and whether it rests on matrices of graphs so small that the dense
  ///   reading should confirm it.
  func outcome(of form: Claim.Form) throws -> (outcome: Outcome, isSmall: Bool) {
    var evaluator = self
    let outcome = try evaluator.decide(form)
    return (outcome, (1...Self.smallDimension).contains(evaluator.largestDimension))
  }

  private mutating func decide(_ form: Claim.Form) throws -> Outcome {
    if let hypothesis = claim.hypothesis, try !holds(hypothesis) {
      return Outcome(result: .outside(try remark(on: form, outside: hypothesis)))
    }
    return try decide(form.propositions)
  }

  /// Whether all of them hold; what does not is that of the first.
  private mutating func decide(_ propositions: [Proposition]) throws -> Outcome {
    var findings: [Report.Finding.Entry] = []
    for (index, proposition) in propositions.enumerated() {
      var outcome = try decide(proposition)
      findings += outcome.findings
      if case .fails(var failure) = outcome.result {
        failure.assertion = index + 1
        outcome.result = .fails(failure)
      }
      if outcome.result != .holds {
        outcome.findings = findings
        return outcome
      }
    }
    return Outcome(result: .holds, findings: findings)
  }

  /// What is true for a value that misses the hypotheses.
  private mutating func remark(
    on form: Claim.Form, outside hypothesis: Condition
  ) throws -> String {
    let reason = "outside the hypothesis \(hypothesis)"
    for case .lossComparison(let comparison) in form.propositions {
      return "\(reason); there \(try truth(about: comparison))"
    }
    return reason
  }

  private mutating func decide(_ proposition: Proposition) throws -> Outcome {
    switch proposition {
    case .relation(let left, let relation, let right, let place):
      return try decide(left, relation, right, at: place)
    case .spectrum(let matrix, let values, let place):
      return try decideSpectrum(of: matrix, values, at: place)
    case .stronglyRegular(let graph, let parameters, let place):
      return try decideStronglyRegular(graph, parameters, at: place)
    case .feasibility(let isFeasible, let factor, let target, let place):
      return try decideFeasibility(isFeasible, factor, target, at: place)
    case .inertia(let matrix, let counts, let place):
      return try decideInertia(of: matrix, counts, at: place)
    case .definite(let isStrict, let matrix, let place):
      let value = try self.matrix(matrix)
      return try decideDefinite(value, isStrict, "\(matrix.brief)", at: place)
    case .equitable(let matrix, let partition, let place):
      return try decideEquitable(matrix, partition, at: place)
    case .interlacing(let inner, let outer, let place):
      return try decideInterlacing(inner, outer, at: place)
    case .forAllVectors(let statement): return try decide(statement)
    case .either(let alternatives, let place):
      return try decide(alternatives, at: place)
    case .lossComparison(let comparison): return try decide(comparison)
    case .lossValue(let statement): return try decide(statement)
    }
  }

  // MARK: Relations

  private mutating func decide(
    _ left: Expression, _ relation: Relation, _ right: Expression, at place: SourceLocation
  ) throws -> Outcome {
    // The middle of a chain is the right side of one comparison and the left one of the next.
    let known = lastSide.flatMap { $0.formula == left ? $0.value : nil }
    let (leftValue, rightValue) = (try known ?? value(of: left), try value(of: right))
    lastSide = (right, rightValue)
    if let actual = leftValue.real, let claimed = rightValue.real {
      if relation.holds(actual.order(claimed), 0) { return Outcome(result: .holds) }
      let sign = relation == .equal ? "" : "\(relation.rawValue) "
      return fails("\(left.brief)", claimed, actual, sign: sign, at: place)
    }
    switch (leftValue, rightValue) {
    case (.matrix(let actual), .matrix(let claimed)):
      guard actual.rows == claimed.rows, actual.columns == claimed.columns else {
        throw failure(
          place,
          "a \(actual.shape) matrix is compared with a \(claimed.shape) one; "
            + "expected the same shape")
      }
      guard relation == .equal || relation == .notEqual else {
        return try decideOrder(
          actual, relation, claimed, "\(left.brief)", "\(right.brief)", at: place)
      }
      let difference = try limited(at: place) {
        try actual.firstDifference(from: claimed, limit: $0)
      }
      switch (relation, difference) {
      case (.equal, nil), (.notEqual, _?): return Outcome(result: .holds)
      case (.equal, let entry?):
        return fails(
          "entry (\(entry.row + 1), \(entry.column + 1)) of \(left.brief)", .surd(entry.right),
          .surd(entry.left), at: place)
      default:
        return fails("\(left.brief)", claimed: "not \(right.brief)", actual: "equal", at: place)
      }
    case (.graph(let actual), .graph(let claimed)):
      return try decide(actual, relation, claimed, "\(left)", "\(right)", at: place)
    default: throw failure(place, "these two have no relation")
    }
  }

  func fails(
    _ what: String, claimed: String, actual: String, at place: SourceLocation
  ) -> Outcome {
    Outcome(
      result: .fails(Failure(what: what, claimed: claimed, actual: actual, location: place)))
  }

  /// A failure that consists in two different numbers.
  func fails(
    _ what: String, _ claimed: RealNumber, _ actual: RealNumber, sign: String = "",
    at place: SourceLocation
  ) -> Outcome {
    func decimal(_ value: RealNumber) -> String? {
      value.isInteger ? nil : value.decimal(digits: 6)
    }
    return Outcome(
      result: .fails(
        Failure(
          what: what, claimed: "\(sign)\(claimed)", actual: "\(actual)",
          claimedDecimal: decimal(claimed), actualDecimal: decimal(actual), location: place)))
  }

  // MARK: Graphs

  private mutating func decideStronglyRegular(
    _ graph: Expression, _ parameters: [Expression], at place: SourceLocation
  ) throws -> Outcome {
    let value = try value(of: graph)
    let claimed = try parameters.map { try number($0) }
    let method = options.method
    let counted = try limited(at: place) { limit in
      switch value {
      case .graph(let graph): try graph.stronglyRegularParameters(method, limit)
      case .matrix(let adjacency): try adjacency.stronglyRegularParameters(limit: limit)
      case .number, .algebraic, .construction, .partition:
        throw failure(graph.location, "expected a graph or its adjacency matrix")
      }
    }
    guard let counted else {
      return fails(
        "strong regularity", claimed: "(\(claimed.map(\.description).joined(separator: ", ")))",
        actual: "not strongly regular", at: place)
    }
    let counts = [
      ("v", counted.order), ("k", counted.degree), ("λ", counted.adjacentCommon),
      ("μ", counted.nonAdjacentCommon),
    ]
    // Where no two vertices are adjacent any λ is right, where all are any μ.
    for ((name, count), value) in zip(counts, claimed) {
      guard let count, Surd(count) != value else { continue }
      return fails("parameter \(name)", claimed: "\(value)", actual: "\(count)", at: place)
    }
    return Outcome(result: .holds)
  }

  /// Two graphs are equal when they have the same number of vertices and the same pairs are adjacent.
  private func decide(
    _ actual: GraphValue, _ relation: Relation, _ claimed: GraphValue, _ left: String,
    _ right: String, at place: SourceLocation
  ) throws -> Outcome {
    let (first, second) = try limited(at: place) { _ in (try actual.built(), try claimed.built()) }
    let isEqual = first == second
    if isEqual == (relation == .equal) { return Outcome(result: .holds) }
    if isEqual { return fails(left, claimed: "not \(right)", actual: "equal", at: place) }
    guard first.order == second.order else {
      return fails(
        "vertices of \(left)", claimed: "\(second.order)", actual: "\(first.order)", at: place)
    }
    func shown(_ isAdjacent: Bool) -> String { isAdjacent ? "adjacent" : "not adjacent" }
    for vertex in 0..<first.order {
      for other in vertex + 1..<first.order
      where first.isAdjacent(vertex, other) != second.isAdjacent(vertex, other) {
        return fails(
          "vertices \(vertex + 1) and \(other + 1) of \(left)",
          claimed: shown(second.isAdjacent(vertex, other)),
          actual: shown(first.isAdjacent(vertex, other)), at: place)
      }
    }
    throw RunError.readingsDisagree("graphs that differ in no pair of vertices")
  }

  // MARK: Least norm

  private mutating func decideFeasibility(
    _ isFeasible: Bool, _ factor: Expression, _ target: Expression, at place: SourceLocation
  ) throws -> Outcome {
    let x = try matrix(factor)
    let y = try matrix(target)
    try requireSameColumns(x, y, isFeasible ? "feasible" : "infeasible", at: place)
    let reachable = try limited(at: place) { try x.reachableRows(of: y, limit: $0) }
    let claimed = isFeasible ? y.rows : 0
    if reachable == claimed { return Outcome(result: .holds) }
    return fails(
      "rows of \(target.brief) in the row space of \(factor.brief)",
      claimed: "\(claimed) of \(y.rows)",
      actual: "\(reachable) of \(y.rows)", at: place)
  }

  // MARK: Alternatives

  /// Whether the propositions of one list hold; a list is looked at where those before it fail, or were
  /// not decided.
  private mutating func decide(
    _ alternatives: [[Proposition]], at place: SourceLocation
  ) throws -> Outcome {
    var failures: [Failure] = []
    var undecided: Outcome?
    var findings: [Report.Finding.Entry] = []
    for alternative in alternatives {
      var outcome = try decide(alternative)
      findings += outcome.findings
      outcome.findings = findings
      switch outcome.result {
      case .holds: return outcome
      case .fails(let failure): failures.append(failure)
      case .undecided, .outside: undecided = undecided ?? outcome
      }
    }
    if let undecided { return undecided }
    func unique(_ texts: [String]) -> [String] {
      texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    var outcome: Outcome
    let subjects = unique(failures.map(\.what))
    if subjects.count == 1 {
      outcome = fails(
        subjects[0], claimed: unique(failures.map(\.claimed)).joined(separator: " or "),
        actual: unique(failures.map(\.actual)).joined(separator: "; "), at: place)
    } else {
      outcome = fails(
        "all alternatives",
        claimed: failures.map { "\($0.what): \($0.claimed)" }.joined(separator: " or "),
        actual: failures.map { "\($0.what): \($0.actual)" }.joined(separator: "; "), at: place)
    }
    outcome.findings = findings
    return outcome
  }
}
