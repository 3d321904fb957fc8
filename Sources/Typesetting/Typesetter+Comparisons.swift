import Statements

extension Typesetter {
  /// A condition on the parameters.
  func layout(_ condition: Condition) -> Layout {
    switch condition {
    case .relation(let left, let relation, let right):
      return layout(Chain(left, relation, right), isOfNumbers: true)
    case .both(let left, let right):
      if let chain = condition.chain { return layout(chain, isOfNumbers: true) }
      return .joined([left, right].map(alternativesBracketed), by: " and ")
    case .either(let left, let right):
      return .joined([layout(left), layout(right)], by: " or ")
    }
  }

  private func alternativesBracketed(_ condition: Condition) -> Layout {
    if case .either = condition { return .fenced(.round, layout(condition)) }
    return layout(condition)
  }

  /// Comparisons of neighbours, on several lines when they are long.
  func layout(_ chain: Chain, isOfNumbers: Bool) -> Layout {
    let isOfMatrices =
      !isOfNumbers
      && ([chain.first] + chain.links.map(\.right)).contains { claim?.isMatrix($0) == true }
    func sign(_ relation: Relation) -> Layout {
      .sign(isOfMatrices ? relation.loewnerGlyph : relation.glyph)
    }
    let whole = Layout.row(
      [layout(chain.first)] + chain.links.flatMap { [sign($0.relation), layout($0.right)] })
    guard whole.width > Self.lineWidth else { return whole }
    let terms = summands(chain.first)
    let isShort = terms.reduce(0) { $0 + $1.term.width } <= Self.headWidth
    var lines = Lines(limit: Self.lineWidth, head: isShort ? layout(chain.first) : nil)
    if !isShort { for term in terms { lines.add(term) } }
    for link in chain.links {
      lines.begin(with: sign(link.relation))
      for term in summands(link.right) { lines.add(term) }
    }
    return lines.layout
  }

  /// About as many letters as a line of a page has.
  private static let lineWidth = 72

  /// A left side that is not wider has the right side beside it, on all its lines.
  private static let headWidth = 24

  /// The terms of a sum, each with the sign before it.
  private func summands(
    _ expression: Expression, before following: Place.Following = .nothing
  ) -> [(sign: Layout?, term: Layout)] {
    guard case .binary(let symbol, let left, let right, _) = expression,
      symbol == .plus || symbol == .minus
    else { return [(nil, layout(expression, Place(following: following)))] }
    let last = layout(right, Place(level: .infix, following: following))
    return summands(left, before: .summand) + [(.sign(symbol == .plus ? "+" : "−"), last)]
  }
}

/// The lines of a long formula, as full as they can be.
private struct Lines {
  let limit: Int
  /// What stands on the left of the first line; all others begin to the right of it.
  let head: Layout?
  private var lines: [[Layout]] = []
  private var width = 0

  init(limit: Int, head: Layout?) {
    self.limit = limit
    self.head = head
  }

  /// Adds a term, on a new line when this one is full.
  mutating func add(_ part: (sign: Layout?, term: Layout)) {
    if lines.isEmpty { lines.append([]) }
    if let sign = part.sign {
      if width + part.term.width > limit {
        begin(with: sign, indent: 1)
      } else {
        lines[lines.count - 1].append(sign)
      }
    }
    lines[lines.count - 1].append(part.term)
    width += part.term.width + 2
  }

  /// Begins a line with a sign that stands between what is before it and what follows.
  mutating func begin(with sign: Layout, indent: Int = 0) {
    let blanks = [Layout](repeating: .space(.wide), count: indent + (head == nil ? 1 : 0))
    lines.append(blanks + [.row([]), sign])
    width = head?.width ?? 2
  }

  var layout: Layout {
    .table(
      lines.enumerated().map { [$0 == 0 ? head ?? .row([]) : .row([]), .row($1)] }, .aligned)
  }
}

extension Relation {
  var glyph: String {
    switch self {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    }
  }

  /// The sign between symmetric matrices.
  fileprivate var loewnerGlyph: String {
    switch self {
    case .equal, .notEqual: glyph
    case .less: "≺"
    case .lessOrEqual: "⪯"
    case .greater: "≻"
    case .greaterOrEqual: "⪰"
    }
  }
}
