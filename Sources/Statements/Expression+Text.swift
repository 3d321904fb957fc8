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
    case .call(.byFormula, let arguments, _):
      let texts = arguments.map(\.description)
      return "\(Function.byFormula.name)(\(texts[2]), \(texts[3]); \(texts[0]), \(texts[1]): "
        + "\(texts[4]))"
    case .call(let function, let arguments, _):
      return "\(function.name)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .matrix(let rows, _):
      let lines = rows.map { $0.map(\.description).joined(separator: ", ") }
      return "[\(lines.joined(separator: "; "))]"
    case .graph(_, let path, _): return "\"\(path)\""
    case .partition(let parts, _):
      let texts = parts.map { $0.map(\.description).joined(separator: ", ") }
      return "{\(texts.joined(separator: " | "))}"
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
  package var literal: String? {
    guard sign >= 0 else { return nil }
    if isInteger { return "\(self)" }
    // 10^n, n the bits of the denominator, is a multiple of every 2^a 5^b that is a divisor of any 10^m.
    let places = denominator.bitLength
    guard (Integer(10).power(places) % denominator).isZero else { return nil }
    return decimal(digits: numerator.bitLength + places)
  }
}

extension Expression {
  /// Reads a formula that stands alone. Its names and kinds are not looked up; its functions have a meaning
  /// with as many arguments.
  package init(parsing text: String) throws(ClaimError) {
    self = try Parser.reading(text, file: "", nil) { parser, _ throws(ClaimError) in
      let expression = try parser.expression()
      guard parser.current.kind == .end else { throw parser.unexpected("the end of the formula") }
      if let call = expression.meaninglessCall {
        throw ClaimError(call.location, "'\(call)' has too few or too many arguments")
      }
      return expression
    }
  }

  private var meaninglessCall: Expression? {
    if case .call(let function, let arguments, _) = self,
      Vocabulary.signatures(of: function).allSatisfy({
        $0.kinds(ofArguments: arguments.count) == nil
      })
    {
      return self
    }
    return children.lazy.compactMap(\.meaninglessCall).first
  }
}

extension Expression.Interval: CustomStringConvertible {
  public var description: String { last.map { "\(first)..\($0)" } ?? "\(first)" }
}

extension Expression {
  /// The formula in messages: matrices with many entries are named by their shape.
  package var brief: String { isLong ? shortened.description : description }

  /// Whether a matrix with many entries stands in the formula.
  private var isLong: Bool {
    if case .matrix(let rows, _) = self, rows.count * rows[0].count > 36 { return true }
    return children.contains(where: \.isLong)
  }

  private var shortened: Expression {
    guard isLong else { return self }
    switch self {
    case .number, .name, .graph, .partition: return self
    case .negated(let operand, let place): return .negated(operand.shortened, place)
    case .transposed(let operand, let place): return .transposed(operand.shortened, place)
    case .binary(let symbol, let left, let right, let place):
      return .binary(symbol, left.shortened, right.shortened, place)
    case .call(let function, let arguments, let place):
      return .call(function, arguments.map(\.shortened), place)
    case .matrix(let rows, let place):
      return .name("[\(rows[0][0].brief), …; … \(rows.count) × \(rows[0].count)]", place)
    }
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
    case .inertia(let matrix, let counts, _):
      return "inertia(\(matrix)) = (\(counts.map(\.description).joined(separator: ", ")))"
    case .definite(let isStrict, let matrix, _):
      return "\(isStrict ? "positive_definite" : "positive_semidefinite")(\(matrix))"
    case .equitable(let matrix, let partition, _): return "equitable(\(matrix), \(partition))"
    case .interlacing(let inner, let outer, _): return "interlaces(\(inner), \(outer))"
    case .forAllVectors(let statement): return statement.description
    case .either(let alternatives, _):
      return alternatives.map(\.alternativeText).joined(separator: " or ")
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

extension [Proposition] {
  /// Joined by `and`, as one of several alternatives.
  fileprivate var alternativeText: String {
    let parts = map { part in if case .either = part { "(\(part))" } else { "\(part)" } }
    let text = parts.joined(separator: " and ")
    // A quantifier would reach over what follows it.
    if case .forAllVectors? = last { return "(\(text))" }
    return text
  }
}

extension Proposition.ForAllVectors: CustomStringConvertible {
  public var description: String {
    let space = Expression.binary(.power, .name("R", location), dimension, location)
    return "for all \(excludesZero ? "nonzero " : "")vectors \(name) in \(space): "
      + "\(left) \(relation.rawValue) \(right)"
  }
}

extension Condition: CustomStringConvertible {
  public var description: String {
    switch self {
    case .relation(let left, let relation, let right):
      "\(left) \(relation.rawValue) \(right)"
    case .both(let left, let right): "\(left.bracketed) and \(right.bracketed)"
    case .either(let left, let right): "\(left) or \(right)"
    }
  }

  /// In brackets where it is a list of alternatives, as `and` binds first.
  private var bracketed: String { if case .either = self { "(\(self))" } else { "\(self)" } }
}
