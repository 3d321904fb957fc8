import Denotations
import Graphs
import Rational
import Statements

/// Statements about the signs of eigenvalues, and about parts of the rows.
extension Evaluator {
  // MARK: Signs of eigenvalues

  mutating func decideInertia(
    of matrix: Expression, _ counts: [Expression], at place: SourceLocation
  ) throws -> Outcome {
    let value = try self.matrix(matrix)
    try requireSquare(value, "the inertia", at: place)
    let claimed = try numbers(counts)
    let actual = try limited(at: place) { try value.inertia(limit: $0) }
    let parts = [
      ("positive", actual.positive), ("zero", actual.zero), ("negative", actual.negative),
    ]
    for ((name, count), claim) in zip(parts, claimed) where Surd(count) != claim {
      return fails(
        "number of \(name) eigenvalues of \(matrix.brief)", .surd(claim), .surd(Surd(count)),
        at: place)
    }
    return Outcome(result: .holds)
  }

  /// `A >= B` and the other orders: that of Loewner.
  func decideOrder(
    _ left: MatrixValue, _ relation: Relation, _ right: MatrixValue, _ leftName: String,
    _ rightName: String, at place: SourceLocation
  ) throws -> Outcome {
    for (side, matrix) in [("left", left), ("right", right)] {
      try requireSquare(matrix, "the order", at: place)
      guard try limited(at: place, { try matrix.isSymmetric(limit: $0) }) else {
        throw failure(
          place,
          "the \(side) side is not symmetric; expected symmetric matrices beside "
            + "'\(relation.rawValue)'")
      }
    }
    let leftIsGreater = relation == .greater || relation == .greaterOrEqual
    let (greater, less) = leftIsGreater ? (left, right) : (right, left)
    let difference = try limited(at: place) {
      try greater.adding(less.scaled(by: -1), limit: $0)
    }
    let name = leftIsGreater ? "\(leftName) - \(rightName)" : "\(rightName) - \(leftName)"
    return try decideDefinite(
      difference, relation == .greater || relation == .less, name, at: place)
  }

  /// Up to this many rows a counterexample names the smallest eigenvalue.
  private static let shownRows = 40

  func decideDefinite(
    _ matrix: MatrixValue, _ isStrict: Bool, _ name: String, at place: SourceLocation
  ) throws -> Outcome {
    try requireSquare(matrix, "definiteness", at: place)
    let inertia = try limited(at: place) { try matrix.inertia(limit: $0) }
    guard isStrict ? !inertia.isPositiveDefinite : !inertia.isPositiveSemidefinite else {
      return Outcome(result: .holds)
    }
    if matrix.rows <= Self.shownRows || matrix.storedEntries <= Self.shownRows,
      let least = try limited(at: place, { try matrix.realEigenvalues(limit: $0) }).last
    {
      return fails(
        "smallest eigenvalue of \(name)", .surd(0), least.value, sign: isStrict ? "> " : ">= ",
        at: place)
    }
    return fails(
      "inertia of \(name)",
      claimed: isStrict ? "(\(matrix.rows), 0, 0)" : "no negative eigenvalue",
      actual: "\(inertia)", at: place)
  }

  // MARK: Parts

  mutating func decideEquitable(
    _ matrix: Expression, _ partition: Expression, at place: SourceLocation
  ) throws -> Outcome {
    let (parts, blocks) = try blockSums(matrix, partition, at: place)
    for (row, line) in blocks.enumerated() {
      for (column, sums) in line.enumerated() {
        guard let other = sums.firstIndex(where: { $0 != sums[0] }) else { continue }
        return fails(
          "sum of row \(parts[row][other] + 1) of \(matrix.brief) over part \(column + 1)",
          claimed: "\(sums[0]), as in row \(parts[row][0] + 1)", actual: "\(sums[other])",
          at: place)
      }
    }
    return Outcome(result: .holds)
  }
}
