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
    var findings: [Report.Finding.Entry] = []
    for (index, proposition) in form.propositions.enumerated() {
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
    case .lossComparison(let comparison): return try decide(comparison)
    case .lossValue(let statement): return try decide(statement)
    }
  }

  // MARK: Relations

  private mutating func decide(
    _ left: Expression, _ relation: Relation, _ right: Expression, at place: SourceLocation
  ) throws -> Outcome {
    switch (try value(of: left), try value(of: right)) {
    case (.number(let actual), .number(let claimed)):
      if relation.holds(actual, claimed) { return Outcome(result: .holds) }
      let sign = relation == .equal ? "" : "\(relation.rawValue) "
      return fails("\(left)", claimed, actual, sign: sign, at: place)
    case (.matrix(let actual), .matrix(let claimed)):
      guard actual.rows == claimed.rows, actual.columns == claimed.columns else {
        throw failure(
          place,
          "a \(actual.shape) matrix is compared with a \(claimed.shape) one; "
            + "expected the same shape")
      }
      let difference = try limited(at: place) {
        try actual.firstDifference(from: claimed, limit: $0)
      }
      switch (relation, difference) {
      case (.equal, nil), (.notEqual, _?): return Outcome(result: .holds)
      case (.equal, let entry?):
        return fails(
          "entry (\(entry.row + 1), \(entry.column + 1)) of \(left)", entry.right, entry.left,
          at: place)
      default:
        return fails("\(left)", claimed: "not \(right)", actual: "equal", at: place)
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
  private func fails(
    _ what: String, _ claimed: Surd, _ actual: Surd, sign: String = "", at place: SourceLocation
  ) -> Outcome {
    func decimal(_ value: Surd) -> String? {
      value.rational?.isInteger == true ? nil : value.decimal(digits: 6)
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
      case .number, .construction:
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
    for ((name, count), value) in zip(counts, claimed) where count.map({ Surd($0) }) != value {
      return fails(
        "parameter \(name)", claimed: "\(value)",
        actual: count.map { "\($0)" } ?? "no such pair of vertices", at: place)
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
      "rows of \(target) in the row space of \(factor)", claimed: "\(claimed) of \(y.rows)",
      actual: "\(reachable) of \(y.rows)", at: place)
  }

  // MARK: Spectra

  private mutating func decideSpectrum(
    of matrix: Expression, _ values: [Proposition.Eigenvalue], at place: SourceLocation
  ) throws -> Outcome {
    let value = try self.matrix(matrix)
    try requireSquare(value, "the spectrum", at: place)
    var claimed: [ClaimedEigenvalue] = []
    for (index, line) in values.enumerated() {
      claimed.append(
        .init(
          position: index + 1, value: try number(line.value),
          multiplicity: try number(line.multiplicity), location: line.value.location))
    }
    for line in claimed {
      guard let multiplicity = line.multiplicity.rational, multiplicity.isInteger,
        multiplicity.sign >= 0
      else {
        return fails(
          "multiplicity of eigenvalue \(line.position)", claimed: "\(line.multiplicity)",
          actual: "a count", at: line.location)
      }
    }
    let list = claimed.map { Eigenvalue($0.value, multiplicity: $0.multiplicity) }
    let failure = try limited(at: place) { try value.failure(ofSpectrum: list, limit: $0) }
    guard let failure else { return Outcome(result: .holds) }
    guard let actual = try limited(at: place, { try value.spectrum(limit: $0) }) else {
      return fails(
        "spectrum of \(matrix)",
        claimed: list.map { "\($0.value) (\($0.multiplicity))" }.joined(separator: ", "),
        actual: "\(failure)", at: place)
    }
    return mismatch(claimed, actual, at: place)
  }

  /// The first line of a claimed spectrum that is wrong, with the truth beside it.
  private func mismatch(
    _ claimed: [ClaimedEigenvalue], _ actual: [Eigenvalue<Surd>], at place: SourceLocation
  ) -> Outcome {
    // Values that differ as formulas can coincide for some r: what counts is their sum.
    var totals: [Surd: Surd] = [:]
    for line in claimed { totals[line.value, default: 0] += line.multiplicity }
    let occurring = claimed.filter { totals[$0.value] != 0 }
    let missing = actual.filter { totals[$0.value, default: 0].isZero }
    for line in occurring where !actual.contains(where: { $0.value == line.value }) {
      // The true eigenvalue of the same multiplicity is what the line must have meant.
      let meant = missing.first { $0.multiplicity == line.multiplicity } ?? missing.first
      let what = "eigenvalue \(line.position)"
      guard let meant else {
        return fails(
          what, claimed: "\(line.value)", actual: "not an eigenvalue", at: line.location)
      }
      return fails(what, line.value, meant.value, at: line.location)
    }
    for line in occurring {
      guard let truth = actual.first(where: { $0.value == line.value }),
        let total = totals[line.value], total != truth.multiplicity
      else { continue }
      return fails(
        "multiplicity of eigenvalue \(line.position), \(line.value)", claimed: "\(total)",
        actual: "\(truth.multiplicity)", at: line.location)
    }
    return fails(
      "list of eigenvalues", claimed: "\(occurring.count) values",
      actual: "also " + missing.map { "\($0)" }.joined(separator: ", "), at: place)
  }
}

/// A line of a claimed spectrum with its values.
private struct ClaimedEigenvalue {
  /// From 1, as printed.
  let position: Int
  let value: Surd
  let multiplicity: Surd
  let location: SourceLocation
}
