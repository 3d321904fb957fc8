import Losses
import Rational
import Statements

extension Evaluator {
  /// Decides `minimal_loss(C) = v with L layers at regularisation Λ`.
  mutating func decide(_ statement: Proposition.LossValue) throws -> Outcome {
    let layers = try layers(statement.layers)
    let construction = try construction(statement.construction)
    try requireDepth(construction, layers, at: statement.construction.location)
    guard construction.classes > 0 else {
      throw failure(statement.location, "a construction for no classes; expected at least 1")
    }
    let value = try rational(statement.value, "the value of a minimal loss")
    let regularisation = try rational(statement.regularisation, "Λ")
    guard regularisation.sign > 0 else {
      throw failure(
        statement.regularisation.location, "Λ is \(regularisation); expected a positive number")
    }
    let problem = LossProblem(
      classes: construction.classes, layers: layers, regularisation: regularisation)
    guard let order = problem.order(of: construction.blocks, against: value),
      let shown = problem.minimalLoss(of: construction.blocks, digits: 20)?.shown(digits: 20)
    else { return Outcome(result: .undecided("the precision limit does not suffice")) }
    let findings = [Report.Finding.Entry("minimal_loss(\(statement.construction))", shown)]
    if statement.relation.holds(order) { return Outcome(result: .holds, findings: findings) }
    let sign = statement.relation == .equal ? "" : "\(statement.relation.rawValue) "
    var outcome = fails(
      "minimal_loss(\(statement.construction))", claimed: "\(sign)\(value)", actual: shown,
      at: statement.location)
    outcome.findings = findings
    return outcome
  }
}

extension Relation {
  /// Whether the relation holds between two numbers in that order.
  func holds(_ order: LossOrder) -> Bool {
    switch order {
    case .less: holds(0, 1)
    case .equal: holds(0, 0)
    case .greater: holds(1, 0)
    }
  }
}
