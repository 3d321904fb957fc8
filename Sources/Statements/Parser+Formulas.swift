import Graphs
import Rational

extension Parser {
  // MARK: Expressions

  /// A formula: sums of products of powers.
  mutating func expression() throws(ClaimError) -> Expression {
    formulaSize = 0
    return try sum(above: 0)
  }

  /// Operators that bind more tightly than `precedence`, by precedence climbing.
  private mutating func sum(above precedence: Int) throws(ClaimError) -> Expression {
    var left = try operand()
    while case .symbol(let text) = current.kind, let symbol = BinaryOperator(rawValue: text),
      symbol.precedence > precedence
    {
      let place = advance().location
      // A power associates to the right: 2^3^2 is 2^9.
      let right = try sum(above: symbol == .power ? symbol.precedence - 1 : symbol.precedence)
      left = .binary(symbol, left, right, place)
    }
    return left
  }

  private mutating func operand() throws(ClaimError) -> Expression {
    formulaSize += 1
    nesting += 1
    let outside = nesting - 1
    defer { nesting = outside }
    try checkLimits()
    let place = current.location
    if skip(symbol: "-") {
      // -x^2 is -(x^2): minus binds like a product.
      return .negated(try sum(above: BinaryOperator.times.precedence), place)
    }
    var value = try primary()
    while isAt(symbol: "ᵀ") || isAt(symbol: "'") {
      nesting += 1
      try checkLimits()
      value = .transposed(value, advance().location)
    }
    return value
  }

  private func checkLimits() throws(ClaimError) {
    guard formulaSize <= Self.formulaLimit, nesting <= Self.nestingLimit else {
      throw ClaimError(
        current.location,
        "the formula is too long (more than \(Self.formulaLimit) operands) or too deep (more than "
          + "\(Self.nestingLimit) levels); name its parts with 'let'")
    }
  }

  private mutating func primary() throws(ClaimError) -> Expression {
    let token = current
    switch token.kind {
    case .number(let text):
      _ = advance()
      guard let value = Rational(text) else {
        throw ClaimError(token.location, "'\(text)' is not a number")
      }
      guard value.bitsAtMost <= Domain.numberLimit else {
        throw ClaimError(
          token.location,
          "a number of \(value.bitsAtMost) bits; the limit is \(Domain.numberLimit)")
      }
      return .number(value, token.location)
    case .name:
      let name = try name("a formula")
      guard skip(symbol: "(") else { return .name(name, token.location) }
      guard let function = Function(rawValue: name) else {
        throw unknownFunction(name, at: token.location)
      }
      var arguments: [Expression] = []
      if !isAt(symbol: ")") {
        repeat { arguments.append(try sum(above: 0)) } while skip(symbol: ",")
      }
      try expect(symbol: ")", "or ',' after the arguments of '\(name)'")
      return .call(function, arguments, token.location)
    case .symbol("("):
      _ = advance()
      let inner = try sum(above: 0)
      try expect(symbol: ")", "to close the bracket opened at \(token.location)")
      return inner
    case .symbol("["): return try matrix()
    case .string(let path):
      _ = advance()
      return .graph(try graph(of: path, at: token.location), path: path, token.location)
    default:
      throw unexpected("a formula (a number, a name, '(', '[' or '-')")
    }
  }

  private func graph(of path: String, at place: SourceLocation) throws(ClaimError) -> Graph {
    guard let readGraph else { throw ClaimError(place, "files of graphs are not read here") }
    do {
      return try readGraph(path, place.file)
    } catch {
      throw ClaimError(place, "\(error)")
    }
  }

  /// What stands before `(…)` = … where a statement begins, and is no function.
  private static let statements = [
    "spectrum", "strongly_regular", "feasible", "infeasible", "minimal_loss",
  ]

  private func unknownFunction(_ name: String, at place: SourceLocation) -> ClaimError {
    guard !Self.statements.contains(name) else {
      return ClaimError(
        place, "'\(name)(…)' is a statement of its own, not a part of a formula")
    }
    let known = Function.allCases.map(\.name) + Self.statements
    return ClaimError(
      place,
      "'\(name)' is not a function" + Spelling.hint(for: name, among: known)
        + " (verify explain --language lists them)")
  }

  private mutating func matrix() throws(ClaimError) -> Expression {
    let place = advance().location
    var rows: [[Expression]] = [[]]
    repeat {
      rows[rows.count - 1].append(try sum(above: 0))
      if skip(symbol: ";") {
        rows.append([])
      } else if !skip(symbol: ",") {
        break
      }
    } while true
    try expect(symbol: "]", "to close the matrix opened at \(place)")
    if let odd = rows.first(where: { $0.count != rows[0].count }) {
      throw ClaimError(
        odd.first?.location ?? place,
        "this row has \(odd.count) entries; expected \(rows[0].count) as in the first row")
    }
    return .matrix(rows, place)
  }

  // MARK: Propositions and conditions

  mutating func relation() throws(ClaimError) -> (Relation, SourceLocation) {
    let place = current.location
    guard case .symbol(let text) = current.kind,
      let relation = Relation(rawValue: text == "==" ? "=" : text)
    else { throw unexpected("a relation (=, !=, <, <=, > or >=)") }
    _ = advance()
    return (relation, place)
  }

  mutating func proposition() throws(ClaimError) -> Proposition {
    let place = current.location
    switch current.kind {
    case .name("spectrum"):
      _ = advance()
      let matrix = try arguments(1, of: "spectrum")[0]
      try expect(symbol: "=", "after spectrum(…)")
      return .spectrum(matrix, try eigenvalues(), place)
    case .name("strongly_regular"):
      _ = advance()
      let graph = try arguments(1, of: "strongly_regular")[0]
      try expect(symbol: "=", "after strongly_regular(…)")
      return .stronglyRegular(graph, try arguments(4, of: "the parameters"), place)
    case .name("feasible"), .name("infeasible"):
      let isFeasible = advance().kind == .name("feasible")
      let pair = try arguments(2, of: isFeasible ? "feasible" : "infeasible")
      return .feasibility(isFeasible, pair[0], pair[1], place)
    case .name("minimal_loss"): return try lossStatement()
    default:
      let left = try expression()
      let (relation, relationPlace) = try relation()
      return .relation(left, relation, try expression(), relationPlace)
    }
  }

  /// `(a, b, …)` with exactly `count` formulas.
  mutating func arguments(
    _ count: Int, of name: String
  ) throws(ClaimError) -> [Expression] {
    let place = current.location
    try expect(symbol: "(", "after '\(name)'")
    var arguments: [Expression] = []
    repeat { arguments.append(try expression()) } while skip(symbol: ",")
    try expect(symbol: ")", "after the arguments of '\(name)'")
    guard arguments.count == count else {
      throw ClaimError(place, "'\(name)' takes \(count) formulas, not \(arguments.count)")
    }
    return arguments
  }

  private mutating func eigenvalues() throws(ClaimError) -> [Proposition.Eigenvalue] {
    try expect(symbol: "{", "before the eigenvalues")
    var values: [Proposition.Eigenvalue] = []
    repeat {
      let value = try expression()
      try expect(symbol: ":", "between an eigenvalue and its multiplicity")
      values.append(.init(value: value, multiplicity: try expression()))
    } while skip(symbol: ",")
    try expect(symbol: "}", "or ',' after an eigenvalue and its multiplicity")
    return values
  }

  /// Comparisons joined by `and` and `or`; `and` binds first.
  mutating func condition() throws(ClaimError) -> Condition {
    var result = try conjunction()
    while skip(keyword: "or") { result = .either(result, try conjunction()) }
    return result
  }

  private mutating func conjunction() throws(ClaimError) -> Condition {
    var result = try comparison()
    while skip(keyword: "and") { result = .both(result, try comparison()) }
    return result
  }

  private mutating func comparison() throws(ClaimError) -> Condition {
    conditionSize += 1
    guard conditionSize <= Self.conditionLimit else {
      throw ClaimError(
        current.location,
        "more than \(Self.conditionLimit) comparisons in the hypotheses, the limit")
    }
    let left = try expression()
    let (relation, _) = try relation()
    return .relation(left, relation, try expression())
  }
}
