import Statements

/// `a < b <= c`
struct Chain {
  let first: Expression
  private(set) var links: [(relation: Relation, right: Expression)]

  init(_ left: Expression, _ relation: Relation, _ right: Expression) {
    first = left
    links = [(relation, right)]
  }

  /// Adds a comparison whose left side is the last one of the chain, written once.
  mutating func append(_ left: Expression, _ relation: Relation, _ right: Expression) -> Bool {
    // Equal trees at one place are one formula of the file.
    guard links[links.count - 1].right == left else { return false }
    links.append((relation, right))
    return true
  }

  var text: String {
    links.reduce(first.description) { "\($0) \($1.relation.rawValue) \($1.right)" }
  }
}

extension Condition {
  /// The comparisons, when they are links of one chain.
  var chain: Chain? {
    switch self {
    case .relation(let left, let relation, let right): return Chain(left, relation, right)
    case .both(let before, .relation(let left, let relation, let right)):
      guard var chain = before.chain, chain.append(left, relation, right) else { return nil }
      return chain
    case .both, .either: return nil
    }
  }
}
