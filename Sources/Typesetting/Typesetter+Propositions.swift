import Statements

extension Typesetter {
  /// The propositions of a form, each with its text in the claim language. The links of a chain are put
  /// together, and alternatives are in brackets where they do not stand alone.
  func formulas(_ propositions: [Proposition]) -> [Formula] {
    var result: [Formula] = []
    var rest = propositions[...]
    while let first = rest.popFirst() {
      switch first {
      case .relation(let left, let relation, let right, _):
        var chain = Chain(left, relation, right)
        while case .relation(let left, let relation, let right, _)? = rest.first,
          chain.append(left, relation, right)
        {
          rest.removeFirst()
        }
        result.append(Formula(layout(chain, isOfNumbers: false), chain.text))
      case .forAllVectors(let statement):
        var chain = Chain(statement.left, statement.relation, statement.right)
        while case .forAllVectors(let next)? = rest.first, next.location == statement.location,
          chain.append(next.left, next.relation, next.right)
        {
          rest.removeFirst()
        }
        let formula = Layout.row([quantifier(statement), layout(chain, isOfNumbers: true)])
        result.append(Formula(formula, "\(statement.quantifierText): \(chain.text)"))
      case .either where propositions.count > 1:
        result.append(Formula(.fenced(.round, layout(first)), "(\(first))"))
      case .spectrum, .stronglyRegular, .feasibility, .inertia, .definite, .equitable,
        .interlacing, .either, .lossComparison, .lossValue:
        result.append(Formula(layout(first), first.description))
      }
    }
    return result
  }

  /// One proposition.
  private func layout(_ proposition: Proposition) -> Layout {
    switch proposition {
    case .relation, .forAllVectors: return formulas([proposition])[0].layout
    case .spectrum(let matrix, let values, _):
      let rows = values.map { value in
        [
          layout(value.value),
          .row([.words("with multiplicity "), layout(value.multiplicity)]),
        ]
      }
      return .row([
        layout(matrix), .words(" has the eigenvalues "), .fenced(.cases, .table(rows, .left)),
      ])
    case .stronglyRegular(let graph, let parameters, _):
      return .row([
        layout(graph), .words(" is strongly regular with the parameters "),
        .fenced(.round, .list(parameters.map { layout($0) })),
      ])
    case .feasibility(let isFeasible, let factor, let target, _):
      return .row([
        .words(isFeasible ? "every row of " : "no row of "), layout(target),
        .words(" is in the row space of "), layout(factor),
      ])
    case .inertia(let matrix, let counts, _):
      return .row([
        layout(matrix), .words(" has "), layout(counts[0]), .words(" positive, "),
        layout(counts[1]), .words(" zero and "), layout(counts[2]),
        .words(" negative eigenvalues"),
      ])
    case .definite(let isStrict, let matrix, _):
      return .row([layout(matrix), .sign(isStrict ? "≻" : "⪰"), .number("0")])
    case .equitable(let matrix, let partition, _):
      return .row([
        layout(partition), .words(" is an equitable partition of "), layout(matrix),
      ])
    case .interlacing(let inner, let outer, _):
      return .row([
        .words("the eigenvalues of "), layout(inner), .words(" interlace those of "), layout(outer),
      ])
    case .either(let alternatives, _): return .joined(alternatives.map(conjunction), by: " or ")
    case .lossComparison(let comparison): return layout(comparison)
    case .lossValue(let statement):
      return .row([
        loss(statement.construction), .sign(statement.relation.glyph), layout(statement.value),
        .words(" with "), layout(statement.layers), .words(" layers at regularisation "),
        layout(statement.regularisation),
      ])
    }
  }

  /// One of several alternatives.
  private func conjunction(_ propositions: [Proposition]) -> Layout {
    let whole = Layout.joined(formulas(propositions).map(\.layout), by: " and ")
    // A quantifier would reach over what follows it.
    if case .forAllVectors? = propositions.last { return .fenced(.round, whole) }
    return whole
  }

  private func layout(_ comparison: Proposition.LossComparison) -> Layout {
    let losses = [
      loss(comparison.left), .sign("<"), loss(comparison.right), .words(" with "),
      layout(comparison.layers),
    ]
    switch comparison.scope {
    case .everywhere: return .row(losses + [.words(" layers for every regularisation")])
    case .whereRightIsNonzero: return .row(losses + nonzero(comparison.right))
    case .whereLeftIsNonzero: return .row(losses + nonzero(comparison.left))
    case .at(let regularisation):
      return .row(losses + [.words(" layers at regularisation "), layout(regularisation)])
    }
  }

  private func nonzero(_ solution: Expression) -> [Layout] {
    [
      .words(" layers for every regularisation where "), layout(solution), .words(" is nonzero"),
    ]
  }

  /// The minimal loss of a construction: with its name as an index.
  private func loss(_ construction: Expression) -> Layout {
    let letter = Layout.identifier("L", .calligraphic)
    if case .name(let name, _) = construction {
      return .scripts(letter, lower: self.name(name))
    }
    return .applied(letter, [layout(construction)])
  }

  private func quantifier(_ statement: Proposition.ForAllVectors) -> Layout {
    let space = Layout.scripts(
      .identifier("R", .blackboard), upper: layout(statement.dimension, .script))
    let vector = name(statement.name)
    let zero: [Layout] =
      statement.excludesZero ? [.sign("∖"), .fenced(.curly, .number("0"))] : []
    return .row([
      .words("for all "), .row([vector, .sign("∈"), .row([space] + zero)]), .words(": "),
    ])
  }
}

extension Layout {
  /// Formulas with a word between any two.
  static func joined(_ parts: [Layout], by word: String) -> Layout {
    parts.count == 1
      ? parts[0] : .row(Array(parts.map { [$0] }.joined(separator: [.words(word)])))
  }
}

extension Proposition.ForAllVectors {
  /// What stands before the colon.
  fileprivate var quantifierText: String {
    let comparison = ": \(left) \(relation.rawValue) \(right)"
    return String(description.dropLast(comparison.count))
  }
}
