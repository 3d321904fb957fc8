import Rational

extension Parser {
  // MARK: Propositions

  /// Propositions joined by `and`, which binds first, and `or`; brackets group them.
  mutating func assertions() throws(ClaimError) -> [Proposition] {
    nesting = 0
    return try alternatives()
  }

  private mutating func alternatives() throws(ClaimError) -> [Proposition] {
    let place = current.location
    var alternatives = [try conjunction()]
    while isAt(keyword: "or") {
      guard endOfQuantifier != position else {
        throw unexpected("brackets around '(for all … )': it is not plain how far it reaches")
      }
      _ = advance()
      alternatives.append(try conjunction())
    }
    return alternatives.count == 1 ? alternatives[0] : [.either(alternatives, place)]
  }

  private mutating func conjunction() throws(ClaimError) -> [Proposition] {
    var result = try assertion()
    while skip(keyword: "and") { result += try assertion() }
    return result
  }

  /// One proposition, those of a chain of comparisons, or those in brackets.
  private mutating func assertion() throws(ClaimError) -> [Proposition] {
    guard isAt(symbol: "("), bracketHoldsPropositions() else { return try propositions() }
    let place = try openBracket()
    defer { nesting -= 1 }
    let inner = try alternatives()
    try expect(symbol: ")", "to close the bracket opened at \(place)")
    return inner
  }

  private mutating func openBracket() throws(ClaimError) -> SourceLocation {
    nesting += 1
    try checkLimits()
    return advance().location
  }

  /// Whether the bracket that opens here is one of propositions rather than of a formula, which has
  /// neither relations nor joining words nor statements.
  private func bracketHoldsPropositions() -> Bool {
    var depth = 0
    for token in tokens[position...] {
      switch token.kind {
      case .symbol("("), .symbol("["), .symbol("{"): depth += 1
      case .symbol(")"), .symbol("]"), .symbol("}"):
        depth -= 1
        if depth == 0 { return false }
      case .symbol("="), .symbol("=="), .symbol("!="), .symbol("<"), .symbol("<="), .symbol(">"),
        .symbol(">="):
        return true
      case .name(let word):
        if word == "and" || word == "or" || word == "for" || Self.statements.contains(word) {
          return true
        }
        // The next clause: the bracket is not closed.
        if word == "claim" || word == "expect" { return false }
      default: break
      }
    }
    return false
  }

  mutating func relation() throws(ClaimError) -> (Relation, SourceLocation) {
    let place = current.location
    guard let relation = relationHere else {
      throw unexpected("a relation (=, !=, <, <=, > or >=)")
    }
    _ = advance()
    return (relation, place)
  }

  private var relationHere: Relation? {
    guard case .symbol(let text) = current.kind else { return nil }
    return Relation(rawValue: text == "==" ? "=" : text)
  }

  /// `a < b <= c`: the comparisons of neighbours, which point to one side.
  private mutating func chain() throws(ClaimError) -> [Comparison] {
    var left = try expression()
    var links: [Comparison] = []
    repeat {
      let (relation, place) = try relation()
      let right = try expression()
      links.append(.init(left: left, relation: relation, right: right, location: place))
      left = right
    } while relationHere != nil
    var direction: Bool?
    for link in links where links.count > 1 {
      guard link.relation != .notEqual else {
        throw ClaimError(
          link.location, "'!=' in a chain of comparisons; expected comparisons joined by 'and'")
      }
      guard let sense = link.relation.pointsUp else { continue }
      guard direction ?? sense == sense else {
        throw ClaimError(
          link.location,
          "'\(link.relation.rawValue)' turns the chain of comparisons around; expected "
            + "comparisons joined by 'and'")
      }
      direction = sense
    }
    return links
  }

  fileprivate struct Comparison {
    let left: Expression
    let relation: Relation
    let right: Expression
    let location: SourceLocation
  }

  /// The words that statements begin with, which are no functions.
  static let statements: Set<String> = [
    "spectrum", "strongly_regular", "feasible", "infeasible", "minimal_loss", "inertia",
    "positive_definite", "positive_semidefinite", "equitable", "interlaces",
  ]

  /// A statement, or a chain of comparisons.
  private mutating func propositions() throws(ClaimError) -> [Proposition] {
    let place = current.location
    guard case .name(let word) = current.kind else { return try relations() }
    switch word {
    case "for": return try forAllVectors()
    case "minimal_loss": return [try lossStatement()]
    case _ where Self.statements.contains(word):
      _ = advance()
      return [try statement(word, at: place)]
    default: return try relations()
    }
  }

  private mutating func relations() throws(ClaimError) -> [Proposition] {
    try chain().map { .relation($0.left, $0.relation, $0.right, $0.location) }
  }

  /// What follows the word that a statement begins with.
  private mutating func statement(
    _ word: String, at place: SourceLocation
  ) throws(ClaimError) -> Proposition {
    switch word {
    case "spectrum":
      let matrix = try arguments(1, of: word)[0]
      try expect(symbol: "=", "after spectrum(…)")
      return .spectrum(matrix, try eigenvalues(), place)
    case "strongly_regular":
      let graph = try arguments(1, of: word)[0]
      try expect(symbol: "=", "after strongly_regular(…)")
      return .stronglyRegular(graph, try arguments(4, of: "the parameters"), place)
    case "inertia":
      let matrix = try arguments(1, of: word)[0]
      try expect(symbol: "=", "after inertia(…)")
      return .inertia(matrix, try arguments(3, of: "the inertia"), place)
    case "positive_definite", "positive_semidefinite":
      let matrix = try arguments(1, of: word)[0]
      return .definite(isStrict: word == "positive_definite", matrix, place)
    case "equitable":
      let pair = try arguments(2, of: word)
      return .equitable(pair[0], pair[1], place)
    case "interlaces":
      let pair = try arguments(2, of: word)
      return .interlacing(pair[0], pair[1], place)
    default:
      let pair = try arguments(2, of: word)
      return .feasibility(word == "feasible", pair[0], pair[1], place)
    }
  }

  /// `for all vectors z in R^n: …`, and comparisons joined by `and`, which are about z too.
  private mutating func forAllVectors() throws(ClaimError) -> [Proposition] {
    let place = advance().location
    let form = "as in \"for all vectors z in R^n: z'*z >= 0\""
    guard skip(keyword: "all") else { throw unexpected("'all vectors', \(form)") }
    let excludesZero = skip(keyword: "nonzero")
    guard skip(keyword: "vectors") else { throw unexpected("'vectors', \(form)") }
    let name = try name("a name for the vector, \(form)")
    guard skip(keyword: "in"), skip(keyword: "R") else { throw unexpected("'in R^n', \(form)") }
    try expect(symbol: "^", "and the number of coordinates, \(form)")
    formulaSize = 0
    let dimension = try sum(above: BinaryOperator.power.precedence - 1)
    try expect(symbol: ":", "and a comparison, \(form)")
    var links = try chain()
    while isAt(keyword: "and"), !isStatement(at: position + 1) {
      _ = advance()
      links += try chain()
    }
    endOfQuantifier = position
    return links.map { link in
      .forAllVectors(
        .init(
          name: name, dimension: dimension, excludesZero: excludesZero, left: link.left,
          relation: link.relation, right: link.right, location: place))
    }
  }

  private func isStatement(at place: Int) -> Bool {
    guard place < tokens.count, case .name(let word) = tokens[place].kind else { return false }
    return word == "for" || Self.statements.contains(word)
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

  // MARK: Conditions

  /// Comparisons joined by `and`, which binds first, and `or`; brackets group them.
  mutating func condition() throws(ClaimError) -> Condition {
    var result = try bothConditions()
    while skip(keyword: "or") { result = .either(result, try bothConditions()) }
    return result
  }

  private mutating func bothConditions() throws(ClaimError) -> Condition {
    var result = try comparison()
    while skip(keyword: "and") { result = .both(result, try comparison()) }
    return result
  }

  private mutating func comparison() throws(ClaimError) -> Condition {
    if isAt(symbol: "("), bracketHoldsPropositions() {
      let place = try openBracket()
      defer { nesting -= 1 }
      let inner = try condition()
      try expect(symbol: ")", "to close the bracket opened at \(place)")
      return inner
    }
    let links = try chain()
    conditionSize += links.count
    guard conditionSize <= Self.conditionLimit else {
      throw ClaimError(
        links[0].left.location,
        "more than \(Self.conditionLimit) comparisons in the hypotheses, the limit")
    }
    return links.dropFirst().reduce(Condition(links[0])) { .both($0, Condition($1)) }
  }
}

extension Condition {
  fileprivate init(_ link: Parser.Comparison) {
    self = .relation(link.left, link.relation, link.right)
  }
}

extension Relation {
  /// Whether the right side is the greater one; nil for `=` and `!=`.
  fileprivate var pointsUp: Bool? {
    switch self {
    case .less, .lessOrEqual: true
    case .greater, .greaterOrEqual: false
    case .equal, .notEqual: nil
    }
  }
}
