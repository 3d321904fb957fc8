import Functions
import Graphs
import Losses
import Rational

extension UniformEvaluator {
  /// Decides propositions for all large values of the symbol.
  ///
  /// - Parameter isForAllLayers: Whether the number of layers in comparisons of losses stands for
  ///   every larger one as well.
  /// - Throws: `NotUniform` when they have no uniform reading, or none that decides them.
  mutating func outcome(
    of propositions: [Proposition], isForAllLayers: Bool
  ) throws -> Outcome {
    for proposition in propositions {
      let outcome = try decide(proposition, isForAllLayers: isForAllLayers)
      if outcome.result != .holds { return outcome }
    }
    return Outcome(result: .holds)
  }

  private mutating func decide(
    _ proposition: Proposition, isForAllLayers: Bool
  ) throws -> Outcome {
    switch proposition {
    case .relation(let left, let relation, let right, let place):
      return try decide(left, relation, right, at: place)
    case .spectrum(let matrix, let values, let place):
      return try decideSpectrum(of: matrix, values, at: place)
    case .stronglyRegular(let graph, let parameters, let place):
      return try decideStronglyRegular(graph, parameters, at: place)
    case .feasibility(let isFeasible, let factor, let target, let place):
      let (x, y) = try vertices.sharingColumns(try matrix(factor), try matrix(target))
      let found = try graphs { try LeastNorm(x, y).feasibility }
      return outcome(found == (isFeasible ? .everyRow : .noRow), "the row space", at: place)
    case .lossComparison(let comparison):
      return try decide(comparison, isForAllLayers: isForAllLayers)
    case .lossValue(let statement): return try decide(statement)
    }
  }

  /// A failure for all large values says where it is, not what the values are: those are found at
  /// the smallest value.
  func outcome(
    _ holds: Bool, _ what: String, at place: SourceLocation
  ) -> Outcome {
    guard !holds else { return Outcome(result: .holds) }
    return Outcome(
      result: .fails(Failure(what: what, claimed: "", actual: "", location: place)))
  }

  private mutating func decide(
    _ left: Expression, _ relation: Relation, _ right: Expression, at place: SourceLocation
  ) throws -> Outcome {
    switch (try value(of: left), try value(of: right)) {
    case (.number(let actual), .number(let claimed)):
      return outcome(relation.holds(actual, claimed), "\(left)", at: place)
    case (.matrix(let actual), .matrix(let claimed)):
      guard actual.rows == claimed.rows, actual.columns == claimed.columns else {
        throw failure(place, "two matrices of different shapes are compared")
      }
      let isEqual =
        switch try vertices.paired(actual, claimed) {
        case .plain(let a, let b): a == b
        case .orbit(let a, let b): a == b
        }
      return outcome(isEqual == (relation == .equal), "\(left)", at: place)
    default: throw failure(place, "these two have no relation")
    }
  }

  private mutating func decideSpectrum(
    of matrix: Expression, _ values: [Proposition.Eigenvalue], at place: SourceLocation
  ) throws -> Outcome {
    let value = try vertices.orbits(try self.matrix(matrix))
    var claimed: [Eigenvalue<RootFunction>] = []
    for line in values {
      claimed.append(
        Eigenvalue(try number(line.value), multiplicity: try number(line.multiplicity)))
    }
    let failure = value.failure(ofSpectrum: claimed)
    if failure == .notSymmetric { throw self.failure(place, "the matrix is not symmetric") }
    return outcome(failure == nil, "spectrum of \(matrix)", at: place)
  }

  /// Counts common neighbours in the square of the adjacency matrix.
  private mutating func decideStronglyRegular(
    _ graph: Expression, _ parameters: [Expression], at place: SourceLocation
  ) throws -> Outcome {
    let adjacency = try vertices.orbits(try matrix(graph))
    let claimed = try parameters.map { try number($0) }
    guard adjacency.rowBlocks == [2], adjacency.columnBlocks == [2], adjacency.isSymmetric else {
      throw NotUniform("the graph is not one on the edges")
    }
    guard adjacency.isAdjacencyMatrix else {
      throw failure(place, "an adjacency matrix has entries 0 and 1, and 0 on the diagonal")
    }
    let counts = adjacency.stronglyRegularCounts
    let holds = counts.map {
      [$0.order, $0.degree, $0.adjacentCommon, $0.nonAdjacentCommon] == claimed
    }
    return outcome(holds == true, "strong regularity", at: place)
  }

  // MARK: Losses

  private mutating func decide(
    _ comparison: Proposition.LossComparison, isForAllLayers: Bool
  ) throws -> Outcome {
    let layers = try integer(comparison.layers, "the number of layers")
    let left = try construction(comparison.left)
    let right = try construction(comparison.right)
    func total(_ blocks: [UniformBlock]) -> RootFunction {
      blocks.reduce(.zero) { $0 + $1.classes }
    }
    guard (3...64).contains(layers) else {
      throw NotUniform("\(layers) layers are not between 3 and 64")
    }
    guard total(left) == total(right) else {
      throw failure(comparison.location, "constructions for different numbers of classes")
    }
    guard right.count == 1, case .collapse = right[0] else {
      throw NotUniform("a construction is compared with deep neural collapse only")
    }
    switch comparison.scope {
    case .at: throw NotUniform("one regularisation has no reading for all \(symbol)")
    case .everywhere:
      // With enough regularisation both minimisers are zero and both losses are 1/2.
      return outcome(false, "the order of the minimal losses", at: comparison.location)
    case .whereLeftIsNonzero:
      throw NotUniform("that collapse loses less is not decided for all \(symbol)")
    case .whereRightIsNonzero: break
    }
    let criteria = left.compactMap { block in
      if case .graph(let criterion) = block { criterion } else { nil }
    }
    let isDecided =
      !criteria.isEmpty
      && criteria.allSatisfy {
        $0.holds(layers: layers) && (!isForAllLayers || $0.passesToMoreLayers)
      }
    guard isDecided else {
      throw NotUniform("D Σ 1/μ < K^(L+1) does not hold for all large \(symbol)")
    }
    return Outcome(result: .holds)
  }
}
