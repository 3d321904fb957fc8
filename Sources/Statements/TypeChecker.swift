import Graphs

/// Finds what is wrong with a claim before any value is computed: unknown names, wrong kinds, wrong
/// numbers of arguments, and names that are defined twice.
struct TypeChecker {
  private var kinds: [String: Kind] = [:]
  /// How deep the formula of each definition is, with those of the definitions that it names.
  private var depths: [String: Int] = [:]

  /// Whether a matrix may stand beside a number, as `zᵀMz` does, which has a single entry: in statements
  /// about all vectors.
  private var admitsSingleEntries = false

  /// The greatest depth: readings are recursive.
  static let depthLimit = 900

  static func check(_ claim: Claim) throws(ClaimError) {
    var checker = TypeChecker()
    for parameter in claim.parameters {
      try checker.declare(parameter.name, .number, at: parameter.location)
      try checker.checkDefaults(parameter)
    }
    for definition in claim.definitions {
      let kind = try checker.kind(of: definition.expression)
      if definition.isGraph { try checker.require(.graph, definition.expression) }
      checker.depths[definition.name] = try checker.admittedDepth(
        of: definition.expression, at: definition.location)
      try checker.declare(definition.name, kind, at: definition.location)
    }
    if let hypothesis = claim.hypothesis { try checker.check(hypothesis) }
    for form in claim.forms {
      for proposition in form.propositions {
        try checker.check(proposition)
        for formula in proposition.expressions {
          _ = try checker.admittedDepth(of: formula, at: formula.location)
        }
      }
      if let record = form.record { try check(record, against: claim) }
    }
  }

  private mutating func declare(
    _ name: String, _ kind: Kind, at place: SourceLocation
  ) throws(ClaimError) {
    guard kinds[name] == nil else {
      throw ClaimError(place, "'\(name)' is already defined in this claim")
    }
    kinds[name] = kind
  }

  private func checkDefaults(_ parameter: Claim.Parameter) throws(ClaimError) {
    guard let bound = parameter.bound else { return }
    for values in [parameter.defaultValues, parameter.replayValues] {
      if let bad = values?.firstValue(rejectedBy: bound) {
        throw ClaimError(
          parameter.location, "the value \(bad) of '\(parameter.name)' is not \(bound)")
      }
    }
  }

  private static func check(_ record: Claim.Record, against claim: Claim) throws(ClaimError) {
    let names = Set(claim.parameters.map(\.name))
    if let stranger = record.counterexample.keys.sorted().first(where: { !names.contains($0) }) {
      throw ClaimError(record.location, "'\(stranger)' is not a parameter of this claim")
    }
  }

  private func check(_ condition: Condition) throws(ClaimError) {
    switch condition {
    case .relation(let left, _, let right):
      try require(.number, left)
      try require(.number, right)
    case .both(let left, let right), .either(let left, let right):
      try check(left)
      try check(right)
    }
  }

  private func check(_ proposition: Proposition) throws(ClaimError) {
    switch proposition {
    case .relation(let left, let relation, let right, let place):
      try checkSides(left, relation, right, at: place)
    case .spectrum(let matrix, let values, _):
      try require(.matrix, matrix)
      for value in values {
        try require(.number, value.value)
        try require(.number, value.multiplicity)
      }
    case .stronglyRegular(let graph, let parameters, _):
      if try kind(of: graph) != .graph { try require(.matrix, graph) }
      for parameter in parameters { try require(.number, parameter) }
    case .feasibility(_, let first, let second, _), .interlacing(let first, let second, _):
      try require(.matrix, first)
      try require(.matrix, second)
    case .inertia(let matrix, let counts, _):
      try require(.matrix, matrix)
      for count in counts { try require(.number, count) }
    case .definite(_, let matrix, _): try require(.matrix, matrix)
    case .equitable(let matrix, let partition, _):
      try require(.matrix, matrix)
      try require(.partition, partition)
    case .forAllVectors(let statement): try check(statement)
    case .either(let alternatives, _):
      for proposition in alternatives.joined() { try check(proposition) }
    case .lossComparison(let comparison):
      try require(.construction, comparison.left)
      try require(.construction, comparison.right)
      try require(.number, comparison.layers)
      if case .at(let regularisation) = comparison.scope { try require(.number, regularisation) }
    case .lossValue(let statement):
      try require(.construction, statement.construction)
      try require(.number, statement.value)
      try require(.number, statement.layers)
      try require(.number, statement.regularisation)
    }
  }

  /// Two sides of a relation: numbers, matrices, or graphs, which are equal or not.
  private func checkSides(
    _ left: Expression, _ relation: Relation, _ right: Expression, at place: SourceLocation
  ) throws(ClaimError) {
    let (kind, other) = (try kind(of: left), try kind(of: right))
    guard kind == other || admitsSingleEntries && areNumberAndMatrix(kind, other) else {
      let isOrder =
        areNumberAndMatrix(kind, other) && relation != .equal && relation != .notEqual
      throw ClaimError(
        place,
        "the left side is \(kind.shown), the right side \(other.shown); expected the same"
          + (isOrder ? " (a zero matrix is 0*M; cf. positive_semidefinite(M))" : ""))
    }
    switch kind {
    case .number, .matrix: break
    case .graph:
      guard relation == .equal || relation == .notEqual else {
        throw ClaimError(place, "graphs have no order; expected '=' or '!='")
      }
    case .construction:
      throw ClaimError(place, "constructions are compared by minimal_loss(…) < minimal_loss(…)")
    case .partition:
      throw ClaimError(place, "partitions are not compared; expected numbers or matrices")
    }
  }

  private func check(_ statement: Proposition.ForAllVectors) throws(ClaimError) {
    try require(.number, statement.dimension)
    var inner = self
    try inner.declare(statement.name, .matrix, at: statement.location)
    inner.admitsSingleEntries = true
    try inner.checkSides(
      statement.left, statement.relation, statement.right, at: statement.location)
    guard statement.relation != .notEqual else {
      throw ClaimError(
        statement.location, "'!=' for all vectors; expected =, <, <=, > or >= after 'for all'")
    }
    for side in [statement.left, statement.right] {
      guard let degree = side.degree(in: statement.name), degree <= 2 else {
        throw ClaimError(
          side.location,
          "this is not linear or quadratic in '\(statement.name)' as it is written; expected sums "
            + "and products of it and of what does not depend on it")
      }
    }
  }

  private func require(_ expected: Kind, _ expression: Expression) throws(ClaimError) {
    let found = try kind(of: expression)
    guard found == expected else {
      throw ClaimError(
        expression.location,
        "this is \(found.shown); expected \(expected.shown)"
          + (found == .graph && expected == .matrix ? ", e.g. adjacency(\(expression))" : ""))
    }
  }

  private func kind(of expression: Expression) throws(ClaimError) -> Kind {
    switch expression {
    case .number: return .number
    case .name(let name, let place):
      guard let kind = kinds[name] else {
        let hint =
          Function(rawValue: name) == nil
          ? Spelling.hint(for: name, among: kinds.keys) : "; a function needs '(…)'"
        throw ClaimError(
          place, "'\(name)' is not defined; expected a parameter or a name given by 'let'\(hint)")
      }
      return kind
    case .negated(let operand, let place):
      let kind = try kind(of: operand)
      guard kind == .number || kind == .matrix else {
        throw ClaimError(place, "'-' takes a number or a matrix, not \(kind.shown)")
      }
      return kind
    case .transposed(let operand, _):
      try require(.matrix, operand)
      return .matrix
    case .binary(let symbol, let left, let right, let place):
      return try kind(of: symbol, try kind(of: left), try kind(of: right), at: place)
    case .call(let function, let arguments, let place):
      return try kind(ofCall: function, arguments, at: place)
    case .matrix(let rows, _):
      for entry in rows.joined() {
        let kind = try kind(of: entry)
        guard kind == .number || kind == .matrix else {
          throw ClaimError(
            entry.location, "this is \(kind.shown); expected a number, or a matrix as a block")
        }
      }
      return .matrix
    case .graph: return .graph
    case .partition(let parts, _):
      for interval in parts.joined() {
        try require(.number, interval.first)
        if let last = interval.last { try require(.number, last) }
      }
      return .partition
    }
  }

  private func areNumberAndMatrix(_ a: Kind, _ b: Kind) -> Bool {
    (a == .number && b == .matrix) || (a == .matrix && b == .number)
  }

  private func kind(
    of symbol: BinaryOperator, _ left: Kind, _ right: Kind, at place: SourceLocation
  ) throws(ClaimError) -> Kind {
    switch (symbol, left, right) {
    case (_, .number, .number): return .number
    case (.plus, .matrix, .matrix), (.minus, .matrix, .matrix), (.times, .matrix, .matrix),
      (.times, .number, .matrix), (.times, .matrix, .number), (.divided, .matrix, .number),
      (.power, .matrix, .number):
      return .matrix
    case (.plus, _, _), (.minus, _, _):
      if admitsSingleEntries, areNumberAndMatrix(left, right) { return .number }
      fallthrough
    default:
      throw ClaimError(
        place, "'\(symbol.rawValue)' does not join \(left.shown) and \(right.shown)")
    }
  }

  private func kind(
    ofCall function: Function, _ arguments: [Expression], at place: SourceLocation
  ) throws(ClaimError) -> Kind {
    let all = Vocabulary.signatures(of: function)
    let candidates = all.filter { $0.kinds(ofArguments: arguments.count) != nil }
    guard let first = candidates.first else {
      let counts = all.map { "\($0.parameters.count)\($0.repeatsLast ? " or more" : "")" }
      let shown =
        GraphFamily(rawValue: function.name)?.signature
        ?? all.map(\.form).joined(separator: " or ")
      throw ClaimError(
        place,
        "'\(function.name)' takes \(counts.joined(separator: " or ")) argument(s), not "
          + "\(arguments.count); expected \(shown)")
    }
    guard function.boundNames == 0 else { return try kind(ofQuantified: function, arguments) }
    if candidates.count > 1 {
      var kinds: [Kind] = []
      for argument in arguments { kinds.append(try kind(of: argument)) }
      if let fitting = candidates.first(where: { $0.kinds(ofArguments: kinds.count) == kinds }) {
        return fitting.result
      }
    }
    // What does not fit is said of the first way to call it.
    for (expected, argument) in zip(first.kinds(ofArguments: arguments.count) ?? [], arguments) {
      try require(expected, argument)
    }
    return first.result
  }

  private func admittedDepth(
    of expression: Expression, at place: SourceLocation
  ) throws(ClaimError) -> Int {
    let depth = depth(of: expression)
    guard depth <= Self.depthLimit else {
      throw ClaimError(
        place,
        "the formula, with the definitions that it names, is \(depth) operations deep; "
          + "the limit is \(Self.depthLimit)")
    }
    return depth
  }

  /// How deep a formula is, with the definitions that it names.
  private func depth(of expression: Expression) -> Int {
    var deepest = 0
    var rest = [(expression, 1)]
    while let (next, depth) = rest.popLast() {
      if case .name(let name, _) = next {
        deepest = max(deepest, depth + (depths[name] ?? 0))
      } else {
        deepest = max(deepest, depth)
        rest += next.children.map { ($0, depth + 1) }
      }
    }
    return deepest
  }

  /// `sum(k, a, b, f)`: the first arguments are names of their own, known in the last one alone.
  private func kind(
    ofQuantified function: Function, _ arguments: [Expression]
  ) throws(ClaimError) -> Kind {
    var inner = self
    for argument in arguments.prefix(function.boundNames) {
      guard case .name(let variable, let place) = argument else {
        throw ClaimError(
          argument.location,
          "'\(function.name)' takes a new name first, e.g. \(function.name)(k, 1, n, f)")
      }
      try inner.declare(variable, .number, at: place)
    }
    for argument in arguments[function.boundNames..<arguments.count - 1] {
      try require(.number, argument)
    }
    let entry = arguments[arguments.count - 1]
    let kind = try inner.kind(of: entry)
    guard kind == .number || (kind == .matrix && function == .sum) else {
      throw ClaimError(entry.location, "this is \(kind.shown); expected a number")
    }
    return function == .byFormula ? .matrix : kind
  }
}
