import Rational

extension Expression: CustomStringConvertible {
  /// The formula in the claim language, with no more brackets than it needs; reading it again gives
  /// the same tree but for the places.
  public var description: String { text(above: 0) }

  private func text(above precedence: Int) -> String {
    switch self {
    case .number(let value, _):
      // A mutated or substituted number may be a fraction or negative; written, it never is.
      return value.literal ?? "(\(value))"
    case .name(let name, _): return name
    case .call(let function, let arguments, _):
      return "\(function.name)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .matrix(let rows, _):
      let lines = rows.map { $0.map(\.description).joined(separator: ", ") }
      return "[\(lines.joined(separator: "; "))]"
    case .graph(_, let path, _): return "\"\(path)\""
    case .transposed(let operand, _): return operand.text(above: 5) + "ᵀ"
    case .negated(let operand, _):
      let inner = "-" + operand.text(above: 2)
      return precedence > 0 ? "(\(inner))" : inner
    case .binary(let symbol, let left, let right, _):
      let own = symbol.precedence
      let isPower = symbol == .power
      let first = left.text(above: isPower ? own : own - 1)
      let second = right.text(above: isPower ? own - 1 : own)
      let inner = isPower ? "\(first)^\(second)" : "\(first) \(symbol.rawValue) \(second)"
      return own > precedence ? inner : "(\(inner))"
    }
  }
}

extension Rational {
  /// How it is written as one number: digits, with a point for a decimal fraction; nil for others, which
  /// are read as a quotient or a negative.
  fileprivate var literal: String? {
    guard sign >= 0 else { return nil }
    if isInteger { return "\(self)" }
    // 10^n, n the bits of the denominator, is a multiple of every 2^a 5^b that is a divisor of any 10^m.
    let places = denominator.bitWidth
    guard (Integer(10).power(places) % denominator).isZero else { return nil }
    return decimal(digits: numerator.bitWidth + places)
  }
}

extension Proposition: CustomStringConvertible {
  /// The proposition in the claim language.
  public var description: String {
    switch self {
    case .relation(let left, let relation, let right, _):
      return "\(left) \(relation.rawValue) \(right)"
    case .spectrum(let matrix, let values, _):
      let lines = values.map { "\($0.value) : \($0.multiplicity)" }
      return "spectrum(\(matrix)) = { \(lines.joined(separator: ", ")) }"
    case .stronglyRegular(let graph, let parameters, _):
      let list = parameters.map(\.description).joined(separator: ", ")
      return "strongly_regular(\(graph)) = (\(list))"
    case .feasibility(let isFeasible, let factor, let target, _):
      return "\(isFeasible ? "feasible" : "infeasible")(\(factor), \(target))"
    case .lossComparison(let comparison):
      let losses =
        "minimal_loss(\(comparison.left)) < minimal_loss(\(comparison.right))"
        + " with \(comparison.layers) layers"
      switch comparison.scope {
      case .everywhere: return losses + " for every regularisation"
      case .whereRightIsNonzero:
        return losses + " for every regularisation where \(comparison.right) is nonzero"
      case .whereLeftIsNonzero:
        return losses + " for every regularisation where \(comparison.left) is nonzero"
      case .at(let regularisation): return losses + " at regularisation \(regularisation)"
      }
    case .lossValue(let statement):
      return "minimal_loss(\(statement.construction)) \(statement.relation.rawValue) "
        + "\(statement.value) with \(statement.layers) layers "
        + "at regularisation \(statement.regularisation)"
    }
  }
}

extension Condition: CustomStringConvertible {
  public var description: String {
    switch self {
    case .relation(let left, let relation, let right):
      "\(left) \(relation.rawValue) \(right)"
    case .both(let left, let right): "\(left) and \(right)"
    case .either(let left, let right): "\(left) or \(right)"
    }
  }
}
