/// Statements that are affine in K for a given r = triangular_root(K).
struct TriangularRows {
  let claim: Claim
  /// K
  let name: String

  /// Whether the statement has the triangular root of the parameter itself.
  func occur(in form: Claim.Form) -> Bool {
    func occurs(_ expression: Expression) -> Bool {
      isRoot(expression) || expression.children.contains(where: occurs)
    }
    return (form.propositions.flatMap(\.expressions) + claim.definitions.map(\.expression))
      .contains(where: occurs)
  }

  private func isRoot(_ expression: Expression) -> Bool {
    if case .call("triangular_root", let arguments, _) = expression,
      case .name(name, _)? = arguments.first
    {
      true
    } else {
      false
    }
  }

  /// - Throws: `NotUniform` unless what is decided at both ends of a row holds on the whole row.
  func check(_ propositions: [Proposition]) throws(NotUniform) {
    for proposition in propositions {
      switch proposition {
      case .relation(let left, let relation, let right, _):
        try check(left, relation, right)
      case .lossComparison(let comparison):
        // The numbers of classes are affine, and what is a graph depends on r alone.
        try require(1, [comparison.left, comparison.right])
        try require(0, [comparison.layers])
      default: try require(0, proposition.expressions)
      }
    }
  }

  /// A hypothesis is to be true, or false, on whole rows: that of a comparison is decided by both
  /// ends when it is an inequality.
  func check(_ condition: Condition) throws(NotUniform) {
    switch condition {
    case .both(let left, let right), .either(let left, let right):
      try check(left)
      try check(right)
    case .relation(let left, let relation, let right):
      let isInequality = relation != .equal && relation != .notEqual
      try require(isInequality ? 1 : 0, [left, right])
    }
  }

  private func check(
    _ left: Expression, _ relation: Relation, _ right: Expression
  ) throws(NotUniform) {
    // The difference may vanish between the ends.
    try require(relation == .notEqual ? 0 : 1, [left, right])
  }

  private func require(_ greatest: Int, _ expressions: [Expression]) throws(NotUniform) {
    for expression in expressions {
      guard let degree = degree(expression), degree <= greatest else {
        throw NotUniform("\(expression) is not affine in \(name) between two triangular numbers")
      }
    }
  }

  /// 0 for a formula that depends on K through its root only, 1 for one that is affine in K for a
  /// given root, nil for any other.
  ///
  /// - Parameter isCount: Whether the coefficients of K are to be integers, as in a number of classes:
  ///   then it is an integer on the whole row when it is at the ends.
  private func degree(_ expression: Expression, isCount: Bool = false) -> Int? {
    if isRoot(expression) { return 0 }
    func greatest(_ parts: [Expression], isCount: Bool = isCount) -> Int? {
      parts.reduce(0) { found, part in
        guard let found, let next = degree(part, isCount: isCount) else { return nil }
        return max(found, next)
      }
    }
    switch expression {
    case .name(name, _): return 1
    case .name(let other, _):
      guard let definition = claim.definitions.first(where: { $0.name == other }) else { return 0 }
      return degree(definition.expression, isCount: isCount)
    case .negated(let operand, _): return degree(operand, isCount: isCount)
    case .binary(.plus, let left, let right, _), .binary(.minus, let left, let right, _):
      return greatest([left, right])
    case .binary(.times, let left, let right, _) where isFactor(left, isCount: isCount):
      return degree(right, isCount: isCount)
    case .binary(.times, let left, let right, _), .binary(.divided, let left, let right, _):
      // A divisor has no K, and where it stands alone no integer is needed.
      guard degree(right) == 0 else { return nil }
      return !isCount || degree(left) == 0 ? degree(left) : nil
    case .call("collapse", let arguments, _): return greatest(arguments, isCount: true)
    case .call("join", let arguments, _): return greatest(arguments)
    default: return greatest(expression.children, isCount: false) == 0 ? 0 : nil
    }
  }

  /// Whether a formula affine in K stays so when it is multiplied by this one.
  private func isFactor(_ expression: Expression, isCount: Bool) -> Bool {
    guard isCount else { return degree(expression) == 0 }
    if case .number(let factor, _) = expression { return factor.isInteger }
    return false
  }
}
