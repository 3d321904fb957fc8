import Rational

/// The replay of comparisons of minimal losses.
///
/// The statement comes from whoever wants to know; the witness from whoever claims to know. Nothing
/// in a witness is believed: every number is used only in an inequality that is checked exactly.
public enum LossComparison {
  /// What was checked.
  public struct Summary: Hashable, Sendable {
    /// Blocks whose functions were bounded.
    public let blocks: Int
    /// Cells on which a lower bound was checked.
    public let cells: Int
  }

  /// Checks that the witness proves the statement.
  ///
  /// - Throws: The first rule that is not followed.
  /// - Complexity: A few operations for each eigenvalue and cell, on numbers with at most L times the
  ///   digits of the witness.
  public static func replay(
    _ statement: LossStatement, _ witness: LossWitness
  ) throws(Rejection) -> Summary {
    try statement.validate()
    switch (statement.order, witness) {
    case (.less, .strict(let value, let points, let bounds)):
      try checkBelow(statement.left, "left", of: statement, points: points, value: value)
      return try replayAbove(statement.right, "right", of: statement, bounds, sum: value)
    case (.greater, .strict(let value, let points, let bounds)):
      try checkBelow(statement.right, "right", of: statement, points: points, value: value)
      return try replayAbove(statement.left, "left", of: statement, bounds, sum: value)
    case (.equal, .tie(let left, let right)):
      let first = try replayTie(statement.left, "left", of: statement, left)
      let second = try replayTie(statement.right, "right", of: statement, right)
      return Summary(blocks: first.blocks + second.blocks, cells: first.cells + second.cells)
    case (.equal, .same):
      try checkSame(statement)
      return Summary(blocks: statement.left.count + statement.right.count, cells: 0)
    case (.less, .tie), (.greater, .tie), (.less, .same), (.greater, .same):
      throw Rejection(
        .shape, "witness", expected: "that of a strict order", found: "that of an equality")
    case (.equal, .strict):
      throw Rejection(
        .shape, "witness", expected: "that of an equality", found: "that of a strict order")
    }
  }

  /// Every block of a side is at least its bound everywhere, and the bounds add up to at least `sum`.
  /// So twice the minimal loss of the side is at least `sum`; the other side is strictly below it.
  private static func replayAbove(
    _ side: [LossStatement.Block], _ name: String, of statement: LossStatement,
    _ bounds: [LossWitness.LowerBound], sum: Rational
  ) throws(Rejection) -> Summary {
    try requireCount(side, name, bounds)
    let total = bounds.reduce(Rational(0)) { $0 + $1.value }
    guard total >= sum else {
      throw Rejection(
        .above, name, expected: "bounds that add up to \(sum)", found: "\(total)")
    }
    var cells = 0
    for (index, (block, bound)) in zip(side, bounds).enumerated() {
      cells += try checkAbove(
        bound, block, "\(name) block \(index + 1)", of: statement)
    }
    return Summary(blocks: side.count, cells: cells)
  }

  /// Every block of a side is at least K₀/K, its value at t = 0.
  private static func replayTie(
    _ side: [LossStatement.Block], _ name: String, of statement: LossStatement,
    _ bounds: [LossWitness.LowerBound]
  ) throws(Rejection) -> Summary {
    try requireCount(side, name, bounds)
    var cells = 0
    for (index, (block, bound)) in zip(side, bounds).enumerated() {
      let place = "\(name) block \(index + 1)"
      let share = Rational(block.classes, statement.classes)
      guard bound.value == share else {
        throw Rejection(.above, place, expected: "the bound \(share)", found: "\(bound.value)")
      }
      cells += try checkAbove(bound, block, place, of: statement)
    }
    return Summary(blocks: side.count, cells: cells)
  }

  private static func requireCount(
    _ side: [LossStatement.Block], _ name: String, _ bounds: [LossWitness.LowerBound]
  ) throws(Rejection) {
    guard bounds.count == side.count else {
      throw Rejection(
        .shape, name, expected: "\(side.count) bounds", found: "\(bounds.count)")
    }
  }
}
