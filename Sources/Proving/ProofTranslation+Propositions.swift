import Certificates
import Statements

extension ProofTranslation {
  /// What a proposition shows.
  mutating func add(_ proposition: Proposition) throws {
    switch proposition {
    case .relation(let left, let relation, let right, _):
      if try addDeterminant(left, relation, right) { return }
      switch (try node(left), try node(right)) {
      case (.number(let a), .number(let b)): show(a, relation.rawValue, b)
      case (.matrix(let a), .matrix(let b)): addOrder(a, relation, b)
      // The same vertices in the same order, and the same edges.
      case (.graph(let a), .graph(let b)): show(a.adjacency, relation.rawValue, b.adjacency)
      default: throw NoProofFound("these two have no relation")
      }
    case .spectrum(let matrix, let values, _):
      let matrix = try self.matrix(matrix)
      var pairs: [UniformProof.Pair] = []
      for line in values {
        pairs.append(
          .init(value: try number(line.value), multiplicity: try number(line.multiplicity)))
      }
      program.shows.append(.spectrum(matrix, pairs))
    case .stronglyRegular(let graph, let parameters, _):
      let adjacency: Int
      switch try node(graph) {
      case .graph(let graph): adjacency = graph.adjacency
      case .matrix(let matrix): adjacency = matrix
      default: throw NoProofFound("expected a graph or its adjacency matrix")
      }
      program.shows.append(.regular(adjacency, try parameters.map { try number($0) }))
    case .feasibility(let isFeasible, let factor, let target, _):
      let (x, y) = (try matrix(factor), try matrix(target))
      guard !isFeasible else {
        _ = leastNorm(x, y)
        return
      }
      // The part of the rows outside of the row space; all rows are alike.
      let inside = step(.product, step(.product, y, step(.pseudoInverse, x)), x)
      let gap = step(.difference, inside, y)
      let norms = step(.product, gap, step(.transpose, gap))
      show(step(.entry, norms, constants: ["1", "1"]), ">", number(0))
    case .lossComparison(let comparison): try add(comparison)
    case .lossValue: throw NoProofFound("one minimal loss has no step")
    case .inertia(let matrix, let counts, _): try addInertia(matrix, counts)
    case .definite(let isStrict, let matrix, _):
      addDefinite(try self.matrix(matrix), isStrict: isStrict)
    case .equitable: throw NoProofFound("'equitable' has no step")
    case .interlacing: throw NoProofFound("'interlaces' has no step")
    case .forAllVectors: throw NoProofFound("'for all vectors' has no step")
    case .either: throw NoProofFound("'or' has no step")
    }
  }

  private mutating func add(_ comparison: Proposition.LossComparison) throws {
    guard case .whereRightIsNonzero = comparison.scope else {
      throw NoProofFound("only regularisations where the second construction is nonzero")
    }
    guard case .construction(let left) = try node(comparison.left),
      case .construction(let right) = try node(comparison.right), right.count == 1,
      case .collapse(let classes) = right[0]
    else { throw NoProofFound("a construction is compared with deep neural collapse only") }
    let layers: Int
    var isForAllLayers = false
    if case .name(let name, _) = comparison.layers, let open = setting.layers, name == open.name {
      (layers, isForAllLayers) = (open.first, true)
    } else {
      layers = try integer(comparison.layers)
    }
    var total: Int?
    for block in left {
      let count: Int
      switch block {
      case .collapse(let classes): count = classes
      case .graph(let base, let last):
        guard (base == nil) == (layers == 2) else {
          throw NoProofFound("a construction for another number of layers")
        }
        // With two layers N stands in place of B.
        let base = base ?? last
        count = step(.columns, base)
        program.shows.append(
          .below(
            .init(
              base: base, last: last, nuclear: step(.nuclear, base), rank: step(.rank, base),
              pseudoInverse: step(.pseudoInverse, base),
              inverse: step(.inverse, gram(step(.relu, last))), layers: layers,
              isForAllLayers: isForAllLayers)))
      }
      total = total.map { step(.add, $0, count) } ?? count
    }
    guard let total, left.contains(where: { if case .graph = $0 { true } else { false } }) else {
      throw NoProofFound("a construction without a graph")
    }
    show(total, "=", classes)
  }
}
