import Rational

/// Statements for all integers n ≥ n₀ that are geometric in n: a base and a ratio decide them.
///
/// A side that is a product of powers with exponents linear in n is multiplied by a fixed ratio when
/// n grows by 1. An inequality between two positive such sides holds for all n ≥ n₀ when it holds at
/// n₀ and the ratios are in the same order; an equality when both are equal.
struct Induction {
  let claim: Claim
  /// The parameter that stands for all integers from its value on.
  let name: String

  /// Propositions that carry the given ones on: when both hold for the value of the parameter, the
  /// given ones hold for all larger values.
  ///
  /// - Throws: `NotUniform` when a side is not geometric in the parameter.
  func steps(of propositions: [Proposition]) throws(NotUniform) -> [Proposition] {
    var result: [Proposition] = []
    for proposition in propositions { result += try steps(of: proposition) }
    return result
  }

  private func steps(of proposition: Proposition) throws(NotUniform) -> [Proposition] {
    guard proposition.expressions.contains(where: depends) else { return [] }
    switch proposition {
    case .lossComparison(let comparison):
      // The number of layers itself; the evaluators know what stands for all of them.
      guard case .name(name, _) = comparison.layers, !depends(comparison.left),
        !depends(comparison.right)
      else { throw NotUniform("the constructions depend on \(name)") }
      if case .at = comparison.scope {
        throw NotUniform("one regularisation is not decided for all \(name)")
      }
      return []
    case .relation(let left, let relation, let right, let place):
      guard let a = ratio(of: expanded(left)), let b = ratio(of: expanded(right)) else {
        throw NotUniform("a side is not geometric in \(name)")
      }
      return try steps(left, relation, right, a, b, place)
    default: throw NotUniform("the statement is not geometric in \(name)")
    }
  }

  private func steps(
    _ left: Expression, _ relation: Relation, _ right: Expression, _ a: Expression,
    _ b: Expression, _ place: SourceLocation
  ) throws(NotUniform) -> [Proposition] {
    let zero = Expression.number(0, place)
    switch relation {
    case .equal: return [.relation(a, .equal, b, place)]
    case .notEqual: throw NotUniform("'!=' is not decided for all \(name)")
    case .less, .lessOrEqual:
      return [
        .relation(left, .greater, zero, place), .relation(a, .greater, zero, place),
        .relation(a, .lessOrEqual, b, place),
      ]
    case .greater, .greaterOrEqual:
      return [
        .relation(right, .greater, zero, place), .relation(b, .greater, zero, place),
        .relation(a, .greaterOrEqual, b, place),
      ]
    }
  }

  /// From where on the truth of a condition does not change with the parameter any more.
  ///
  /// - Throws: `NotUniform` when the parameter is compared with something other than a number.
  private func stableStart(of condition: Condition) throws(NotUniform) -> Int? {
    switch condition {
    case .both(let left, let right), .either(let left, let right):
      let starts = [try stableStart(of: left), try stableStart(of: right)]
      return starts.compactMap { $0 }.max()
    case .relation(let left, let relation, let right):
      guard depends(left) || depends(right) else { return nil }
      guard case .name(name, _) = left, case .number(let number, _) = right, number.isInteger,
        let value = Int(exactly: number.numerator)
      else { throw NotUniform("a hypothesis on \(name) is not a bound") }
      return relation == .greaterOrEqual || relation == .less ? value : value + 1
    }
  }

  /// From where on, at `first` or later, the hypothesis does not change any more.
  ///
  /// - Throws: `NotUniform` when that is too far away, or not found.
  func start(from first: Int) throws(NotUniform) -> Int {
    guard let hypothesis = claim.hypothesis, let stable = try stableStart(of: hypothesis) else {
      return first
    }
    guard stable - first <= 20 else { throw NotUniform("the hypotheses change for large \(name)") }
    return max(first, stable)
  }

  // MARK: Formulas

  /// Whether a formula depends on the parameter, through definitions too.
  func depends(_ expression: Expression) -> Bool {
    expression.names.contains { other in
      other == name
        || claim.definitions.first { $0.name == other }.map { depends($0.expression) } ?? false
    }
  }

  /// The formula with the definitions that depend on the parameter written out.
  private func expanded(_ expression: Expression) -> Expression {
    switch expression {
    case .number, .matrix: return expression
    case .name(let other, _):
      guard let definition = claim.definitions.first(where: { $0.name == other }),
        depends(definition.expression)
      else { return expression }
      return expanded(definition.expression)
    case .negated(let operand, let place): return .negated(expanded(operand), place)
    case .transposed(let operand, let place): return .transposed(expanded(operand), place)
    case .binary(let symbol, let left, let right, let place):
      return .binary(symbol, expanded(left), expanded(right), place)
    case .call(let function, let arguments, let place):
      return .call(function, arguments.map(expanded), place)
    }
  }

  /// What a number is multiplied by when the parameter grows by 1, or nil when that is not a formula
  /// without the parameter.
  private func ratio(of expression: Expression) -> Expression? {
    let place = expression.location
    guard depends(expression) else { return .number(1, place) }
    switch expression {
    case .negated(let operand, _): return ratio(of: operand)
    case .binary(.times, let left, let right, _):
      guard let a = ratio(of: left), let b = ratio(of: right) else { return nil }
      return .binary(.times, a, b, place)
    case .binary(.divided, let left, let right, _):
      guard let a = ratio(of: left), let b = ratio(of: right) else { return nil }
      return .binary(.divided, a, b, place)
    case .binary(.power, let base, let exponent, _):
      if depends(base) {
        guard !depends(exponent), let inner = ratio(of: base) else { return nil }
        return .binary(.power, inner, exponent, place)
      }
      guard let slope = slope(of: exponent) else { return nil }
      return .binary(.power, base, .number(Rational(slope), place), place)
    default: return nil
    }
  }

  /// By how much an integer formula grows with the parameter, when it is linear in it.
  func slope(of expression: Expression) -> Int? {
    guard depends(expression) else { return 0 }
    switch expression {
    case .name(name, _): return 1
    case .negated(let operand, _): return slope(of: operand).map { -$0 }
    case .binary(.plus, let left, let right, _):
      guard let a = slope(of: left), let b = slope(of: right) else { return nil }
      return a + b
    case .binary(.minus, let left, let right, _):
      guard let a = slope(of: left), let b = slope(of: right) else { return nil }
      return a - b
    case .binary(.times, .number(let factor, _), let other, _):
      guard factor.isInteger, let scale = Int(exactly: factor.numerator), abs(scale) < 1000,
        let inner = slope(of: other)
      else { return nil }
      return scale * inner
    default: return nil
    }
  }
}
