/// Which names the definitions of a claim depend on, through other definitions as well.
///
/// - Complexity: Each definition is looked at once, however they are chained.
package struct Dependencies: Sendable {
  private let names: [String: Set<String>]

  package init(_ claim: Claim) {
    var names: [String: Set<String>] = [:]
    // A definition names earlier ones only.
    for definition in claim.definitions {
      names[definition.name] = Self.names(in: definition.expression, names)
    }
    self.names = names
  }

  private static func names(
    in expression: Expression, _ known: [String: Set<String>]
  ) -> Set<String> {
    let own = expression.names
    return own.reduce(into: own) { $0.formUnion(known[$1] ?? []) }
  }

  /// The names that a definition depends on; none for what is no definition.
  package func of(definition name: String) -> Set<String> { names[name] ?? [] }

  /// Whether a formula depends on a name.
  package func depends(_ expression: Expression, on name: String) -> Bool {
    expression.names.contains { $0 == name || names[$0]?.contains(name) == true }
  }
}

extension Expression {
  /// The names that occur in the formula, not those of functions.
  package var names: Set<String> {
    var found: Set<String> = []
    var rest = [self]
    while let next = rest.popLast() {
      if case .name(let name, _) = next { found.insert(name) }
      rest += next.children
    }
    return found
  }
}

extension Condition {
  /// The names that occur in the condition.
  package var names: Set<String> {
    switch self {
    case .relation(let left, _, let right): left.names.union(right.names)
    case .both(let left, let right), .either(let left, let right): left.names.union(right.names)
    }
  }
}
