extension Parser {
  /// `minimal_loss(C) < minimal_loss(D)` or `minimal_loss(C) = v`, `with L layers` and a scope.
  mutating func lossStatement() throws(ClaimError) -> Proposition {
    let place = advance().location
    let left = try arguments(1, of: "minimal_loss")[0]
    let (relation, relationPlace) = try relation()
    guard skip(keyword: "minimal_loss") else {
      return try lossValue(of: left, relation, at: place)
    }
    guard relation == .less else {
      throw ClaimError(relationPlace, "two minimal losses are compared by '<'")
    }
    let right = try arguments(1, of: "minimal_loss")[0]
    let layers = try layers()
    let scope: Proposition.Scope
    if isAt(keyword: "at") {
      scope = .at(try regularisation())
    } else {
      try expect(keyword: "for", "'every regularisation', or 'at regularisation Lambda'")
      guard skip(keyword: "every"), skip(keyword: "regularisation") else {
        throw unexpected("'every regularisation'")
      }
      scope = try isAt(keyword: "where") ? nonzeroScope(left, right) : .everywhere
    }
    return .lossComparison(
      .init(left: left, right: right, layers: layers, scope: scope, location: place))
  }

  /// The rest of `minimal_loss(C) = v with L layers at regularisation Λ`.
  private mutating func lossValue(
    of construction: Expression, _ relation: Relation, at place: SourceLocation
  ) throws(ClaimError) -> Proposition {
    let value = try expression()
    let layers = try layers()
    guard isAt(keyword: "at") else { throw unexpected("'at regularisation Lambda'") }
    return .lossValue(
      .init(
        construction: construction, relation: relation, value: value, layers: layers,
        regularisation: try regularisation(), location: place))
  }

  /// `with L layers`
  private mutating func layers() throws(ClaimError) -> Expression {
    try expect(keyword: "with", "and the number of layers, e.g. 'with L layers'")
    let layers = try expression()
    guard skip(keyword: "layers") else { throw unexpected("'layers'") }
    return layers
  }

  /// `at regularisation Λ`
  private mutating func regularisation() throws(ClaimError) -> Expression {
    _ = advance()
    guard skip(keyword: "regularisation") else { throw unexpected("'regularisation'") }
    return try expression()
  }

  /// `where C is nonzero`, C being the name of one of the two constructions.
  private mutating func nonzeroScope(
    _ left: Expression, _ right: Expression
  ) throws(ClaimError) -> Proposition.Scope {
    _ = advance()
    let place = current.location
    let named = try name("the construction on one side of '<'")
    let scope: Proposition.Scope
    switch (left, right) {
    case (_, .name(named, _)): scope = .whereRightIsNonzero
    case (.name(named, _), _): scope = .whereLeftIsNonzero
    default: throw ClaimError(place, "'\(named)' is not a construction on either side of '<'")
    }
    try expect(keyword: "is", "'nonzero'")
    guard skip(keyword: "nonzero") else { throw unexpected("'nonzero'") }
    return scope
  }
}
