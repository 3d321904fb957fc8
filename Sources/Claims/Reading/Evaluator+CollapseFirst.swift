import Denotations
import Losses
import Rational
import Statements

extension Evaluator {
  /// Collapse on the left, and the hypothesis that its minimiser is not zero.
  func decideCollapseFirst(
    _ comparison: Proposition.LossComparison, _ left: ConstructionValue,
    _ right: ConstructionValue, _ layers: Int
  ) throws -> Outcome {
    let sides = "minimal_loss(\(comparison.right)) and minimal_loss(\(comparison.left))"
    guard left.blocks == [.collapse(classes: left.classes)], !right.blocks.isEmpty
    else { return Outcome(result: .undecided("no criterion is at hand for \(sides)")) }
    let uniform = CollapseComparison(right.blocks, layers: layers)
    let hypothesis = Report.Finding.Entry(
      "DNC minimiser is nonzero iff Λ <", "\(uniform.threshold)")
    switch uniform.verdict {
    case .alwaysGreater: return Outcome(result: .holds, findings: [hypothesis])
    case .alwaysLess:
      return refuted(
        comparison, "\(comparison.right) loses less for every Λ < \(uniform.threshold)",
        hypothesis)
    case .alwaysEqual:
      return refuted(comparison, "equal minimal losses for every Λ", hypothesis)
    case .counterexample, .undecided: break
    }
    guard right.blocks.count == 1, let block = right.blocks.first,
      block.gramSpectrum.allSatisfy({ $0.value.rational != nil })
    else { return Outcome(result: .undecided("no criterion is at hand for \(sides)")) }
    let ranges = PhaseDiagram(block, layers: layers, digits: 12).ranges
      .filter(\.collapseIsNonzero)
    if let range = ranges.first(where: { $0.order == .less || $0.order == .equal }),
      let lower = range.lower.value, let upper = range.upper.value
    {
      let order = range.order == .less ? "loses less" : "does not lose more"
      return refuted(
        comparison,
        "\(comparison.right) \(order) for Λ from \(lower.shown(digits: 6)) "
          + "to \(upper.exactValue?.description ?? upper.shown(digits: 6))", hypothesis)
    }
    return ranges.allSatisfy { $0.order == .greater }
      ? Outcome(result: .holds, findings: [hypothesis])
      : Outcome(result: .undecided("the order of \(sides) was not found for every Λ"))
  }

  /// Collapse on the left: refuted when it is the one that loses more.
  func decideReversed(
    _ comparison: Proposition.LossComparison, _ left: ConstructionValue,
    _ right: ConstructionValue, _ layers: Int
  ) throws -> Outcome {
    if comparison.scope == .whereRightIsNonzero, right.isZeroEverywhere {
      return Outcome(
        result: .undecided(
          "no value of Λ satisfies the hypothesis: \(comparison.right) is zero for every "
            + "regularisation"))
    }
    let threshold = Collapse.threshold(classes: left.classes, layers: layers)
    if left.blocks == [.collapse(classes: left.classes)],
      case .alwaysLess = CollapseComparison(right.blocks, layers: layers).verdict
    {
      return refuted(
        comparison, "\(comparison.left) loses more for every Λ < \(threshold)",
        .init("DNC minimiser is nonzero iff Λ <", "\(threshold)"))
    }
    return decideOrder(comparison, left, right, layers)
  }

  /// Two constructions of one block each, neither of them collapse on the right.
  private func decideOrder(
    _ comparison: Proposition.LossComparison, _ left: ConstructionValue,
    _ right: ConstructionValue, _ layers: Int
  ) -> Outcome {
    guard comparison.scope == .whereRightIsNonzero,
      left.blocks.count == 1, right.blocks.count == 1
    else {
      return Outcome(
        result: .undecided(
          "for every regularisation blocks are compared with deep neural collapse only"))
    }
    let (a, b) = (left.blocks[0], right.blocks[0])
    let critical = Report.Finding.Entry("criterion", "means of 1/(1 + c_i x) for all x > 0")
    func more(_ where: String) -> Outcome {
      refuted(comparison, "\(comparison.left) loses more \(`where`)", critical)
    }
    let change = OrderChange([.init(exactly: a)], [.init(exactly: b)], layers: layers, digits: 12)
    switch (change?.before, change?.place) {
    case (nil, _):
      return Outcome(result: .undecided("the order depends on Λ, and its changes were not found"))
    case (.equal, _): return refuted(comparison, "equal minimal losses for every Λ", critical)
    case (.less, nil): return Outcome(result: .holds, findings: [critical])
    case (.less, let place?): return more("for Λ from \(place.shown(digits: 6)) on")
    case (.greater, nil): return more("for every Λ where it is not zero")
    case (.greater, let place?): return more("for Λ up to \(place.shown(digits: 6))")
    }
  }
}

extension ConstructionValue {
  /// Whether its minimiser is zero for every Λ: relu(N) = 0 in every block.
  fileprivate var isZeroEverywhere: Bool {
    blocks.allSatisfy { block in block.gramSpectrum.allSatisfy { $0.value.isZero } }
  }
}
