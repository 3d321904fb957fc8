/// What a form of a claim asserts: each kind is decided by a method of its own.
public enum Proposition: Hashable, Sendable {
  /// `left = right` and the order relations. The left side is what the definitions give, the right
  /// side is what is claimed; for matrices equality is entry by entry.
  case relation(Expression, Relation, Expression, SourceLocation)
  /// `spectrum(M) = { value : multiplicity, … }` of a symmetric matrix, multiplicities included.
  case spectrum(Expression, [Eigenvalue], SourceLocation)
  /// `strongly_regular(G) = (v, k, λ, μ)`, counted on the graph with adjacency matrix G.
  case stronglyRegular(Expression, [Expression], SourceLocation)
  /// `feasible(X, Y)`: every row of Y is in the row space of X, so that W X = Y has a solution;
  /// `infeasible(X, Y)`: no row of Y is.
  case feasibility(Bool, Expression, Expression, SourceLocation)
  /// `minimal_loss(C) < minimal_loss(D) with L layers` and a scope of regularisations.
  case lossComparison(LossComparison)
  /// `minimal_loss(C) = v with L layers at regularisation Λ`, and the order relations.
  case lossValue(LossValue)

  /// One line of a claimed spectrum.
  public struct Eigenvalue: Hashable, Sendable {
    public let value: Expression
    public let multiplicity: Expression
  }

  /// `minimal_loss(C) < minimal_loss(D) with layers L` in one of four scopes.
  public struct LossComparison: Hashable, Sendable {
    public let left: Expression
    public let right: Expression
    public let layers: Expression
    public let scope: Scope
    public let location: SourceLocation
  }

  /// `minimal_loss(C) = v with L layers at regularisation Λ`: a minimal loss and a rational number.
  public struct LossValue: Hashable, Sendable {
    public let construction: Expression
    public let relation: Relation
    public let value: Expression
    public let layers: Expression
    public let regularisation: Expression
    public let location: SourceLocation
  }

  /// The regularisations for which two minimal losses are compared. All weight decays enter through
  /// Λ = n·λ_H·λ_1⋯λ_L alone.
  public enum Scope: Hashable, Sendable {
    /// `for every regularisation`
    case everywhere
    /// `for every regularisation where D is nonzero`: those for which the minimiser of D is not 0
    case whereRightIsNonzero
    /// `for every regularisation where C is nonzero`
    case whereLeftIsNonzero
    /// `at regularisation Λ`
    case at(Expression)
  }

  public var location: SourceLocation {
    switch self {
    case .relation(_, _, _, let place), .spectrum(_, _, let place),
      .stronglyRegular(_, _, let place), .feasibility(_, _, _, let place):
      place
    case .lossComparison(let comparison): comparison.location
    case .lossValue(let statement): statement.location
    }
  }

  /// Every formula of the proposition, in the order they are written.
  public var expressions: [Expression] {
    switch self {
    case .relation(let left, _, let right, _): [left, right]
    case .spectrum(let matrix, let values, _):
      [matrix] + values.flatMap { [$0.value, $0.multiplicity] }
    case .stronglyRegular(let graph, let parameters, _): [graph] + parameters
    case .feasibility(_, let factor, let target, _): [factor, target]
    case .lossComparison(let comparison):
      if case .at(let regularisation) = comparison.scope {
        [comparison.left, comparison.right, comparison.layers, regularisation]
      } else {
        [comparison.left, comparison.right, comparison.layers]
      }
    case .lossValue(let statement):
      [statement.construction, statement.value, statement.layers, statement.regularisation]
    }
  }
}

/// A condition on the parameters of a claim: its hypotheses.
public indirect enum Condition: Hashable, Sendable {
  case relation(Expression, Relation, Expression)
  case both(Condition, Condition)
  case either(Condition, Condition)
}
