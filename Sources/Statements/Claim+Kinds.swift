extension Claim {
  /// Whether a formula of the claim, which is checked, is one of a matrix; what it is a sum of tells that
  /// of a sum without terms.
  package func isMatrix(_ expression: Expression) -> Bool {
    var known: [String: Bool] = [:]
    return isMatrix(expression, &known)
  }

  private func isMatrix(_ expression: Expression, _ known: inout [String: Bool]) -> Bool {
    switch expression {
    case .number, .graph, .partition: return false
    case .matrix, .transposed: return true
    case .name(let name, _):
      if let known = known[name] { return known }
      let definition = definitions.first { $0.name == name }
      // A parameter or a variable of a sum is a number.
      let result = definition.map { isMatrix($0.expression, &known) } ?? false
      known[name] = result
      return result
    case .negated(let operand, _): return isMatrix(operand, &known)
    case .binary(_, let left, let right, _):
      return isMatrix(left, &known) || isMatrix(right, &known)
    case .call(.sum, let arguments, _): return isMatrix(arguments[3], &known)
    case .call(let function, _, _):
      return Vocabulary.signatures(of: function).first?.result == .matrix
    }
  }
}
