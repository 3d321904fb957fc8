/// What a form of a claim asserts: each kind is decided by a method of its own.
public indirect enum Proposition: Hashable, Sendable {
  /// `left = right` and the order relations. The left side is what the definitions give, the right
  /// side is what is claimed; for matrices equality is entry by entry, and order is that of Loewner
  /// between symmetric ones.
  case relation(Expression, Relation, Expression, SourceLocation)
  /// `spectrum(M) = { value : multiplicity, … }`: all eigenvalues are real, and these, with these
  /// multiplicities as roots of the characteristic polynomial.
  case spectrum(Expression, [Eigenvalue], SourceLocation)
  /// `strongly_regular(G) = (v, k, λ, μ)`, counted on the graph with adjacency matrix G.
  case stronglyRegular(Expression, [Expression], SourceLocation)
  /// `feasible(X, Y)`: every row of Y is in the row space of X, so that W X = Y has a solution;
  /// `infeasible(X, Y)`: no row of Y is.
  case feasibility(Bool, Expression, Expression, SourceLocation)
  /// `inertia(M) = (p, z, n)`: how many eigenvalues of a symmetric matrix are positive, zero and
  /// negative, counted with multiplicity.
  case inertia(Expression, [Expression], SourceLocation)
  /// `positive_definite(M)` and `positive_semidefinite(M)` of a symmetric matrix.
  case definite(isStrict: Bool, Expression, SourceLocation)
  /// `equitable(M, P)`: between any two parts of P all rows of the block have the same sum.
  case equitable(Expression, Expression, SourceLocation)
  /// `interlaces(A, B)`: the eigenvalues of A, real like those of B and not more of them, interlace
  /// those of B.
  case interlacing(Expression, Expression, SourceLocation)
  /// `for all vectors z in R^n: …`
  case forAllVectors(ForAllVectors)
  /// `… or …`: all propositions of one list at least hold. A list counts only where those before it
  /// fail.
  case either([[Proposition]], SourceLocation)
  /// `minimal_loss(C) < minimal_loss(D) with L layers` and a scope of regularisations.
  case lossComparison(LossComparison)
  /// `minimal_loss(C) = v with L layers at regularisation Λ`, and the order relations.
  case lossValue(LossValue)

  /// One line of a claimed spectrum.
  public struct Eigenvalue: Hashable, Sendable {
    public let value: Expression
    public let multiplicity: Expression
  }

  /// `for all vectors z in R^n: left >= right`, and the other relations but `!=`; z is a column of n
  /// numbers, and both sides are linear or quadratic in it.
  public struct ForAllVectors: Hashable, Sendable {
    public let name: String
    public let dimension: Expression
    /// `for all nonzero vectors`
    public let excludesZero: Bool
    public let left: Expression
    public let relation: Relation
    public let right: Expression
    public let location: SourceLocation

    package init(
      name: String, dimension: Expression, excludesZero: Bool, left: Expression,
      relation: Relation, right: Expression, location: SourceLocation
    ) {
      self.name = name
      self.dimension = dimension
      self.excludesZero = excludesZero
      self.left = left
      self.relation = relation
      self.right = right
      self.location = location
    }
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
      .stronglyRegular(_, _, let place), .feasibility(_, _, _, let place),
      .inertia(_, _, let place), .definite(_, _, let place), .equitable(_, _, let place),
      .interlacing(_, _, let place), .either(_, let place):
      place
    case .forAllVectors(let statement): statement.location
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
    case .inertia(let matrix, let counts, _): [matrix] + counts
    case .definite(_, let matrix, _): [matrix]
    case .equitable(let matrix, let partition, _): [matrix, partition]
    case .interlacing(let inner, let outer, _): [inner, outer]
    case .forAllVectors(let statement): [statement.dimension, statement.left, statement.right]
    case .either(let alternatives, _): alternatives.joined().flatMap(\.expressions)
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
