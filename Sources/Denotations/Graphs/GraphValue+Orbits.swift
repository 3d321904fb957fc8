import Graphs
import Rational

/// Graphs whose adjacency matrix has one entry for each orbit of the permutations of some base sets.
extension GraphValue {
  /// The adjacency matrix by orbits; nil for a graph that is not known to be of this kind.
  func orbitAdjacency(_ limit: SizeLimit) throws -> OrbitMatrix<Surd>? {
    switch self {
    case .named(let graph):
      return try Self.adjacency(graph.family, graph.arguments, limit)
    case .lineGraph(.named(let graph)):
      // Edges of K_n are pairs, those of K_{m,n} the squares of a board, in the same order.
      switch graph.family {
      case .complete: return try Self.adjacency(.johnson, graph.arguments + [2], limit)
      case .completeBipartite: return try Self.adjacency(.rook, graph.arguments, limit)
      default: return nil
      }
    case .complement(let graph):
      return try graph.orbitAdjacency(limit).map { adjacency in
        OrbitMatrix.ones(
          rows: adjacency.rowBlocks, columns: adjacency.columnBlocks, adjacency.scheme)
          - adjacency.identityOnRows - adjacency
      }
    case .product(let product, let first, let second):
      return try Self.adjacency(product, first, second, limit)
    case .graph, .lineGraph, .disjointUnion: return nil
    }
  }

  private static func adjacency(
    _ family: GraphFamily, _ arguments: [Int], _ limit: SizeLimit
  ) throws -> OrbitMatrix<Surd>? {
    guard let graph = OrbitGraph(family, arguments) else { return nil }
    let orders = graph.orders(arguments)
    guard orders.allSatisfy({ $0 <= GraphMatrices.orderLimit }) else { return nil }
    return .adjacency(graph, try GraphMatrices.shared.scheme(orders: orders, limit))
  }

  /// The products as sums of Kronecker products of A and I.
  private static func adjacency(
    _ product: GraphProduct, _ first: GraphValue, _ second: GraphValue, _ limit: SizeLimit
  ) throws -> OrbitMatrix<Surd>? {
    guard let a = try first.orbitAdjacency(limit), let b = try second.orbitAdjacency(limit),
      b.rowBlocks.count == 1,
      let (left, right) = try MatrixValue.sideBySide(a, b, limit)
    else { return nil }
    let (one, other) = (left.identityOnRows, right.identityOnRows)
    switch product {
    case .cartesian: return left.kronecker(other) + one.kronecker(right)
    case .tensor: return left.kronecker(right)
    case .strong:
      return left.kronecker(other) + one.kronecker(right) + left.kronecker(right)
    case .lexicographic:
      let ones = OrbitMatrix.ones(rows: right.rowBlocks, columns: right.rowBlocks, right.scheme)
      return left.kronecker(ones) + one.kronecker(right)
    }
  }

  /// The incidence matrix by orbits, columns in the lexicographic order of the edges.
  func orbitIncidence(_ limit: SizeLimit) throws -> OrbitMatrix<Surd>? {
    guard case .named(let graph) = self, [.complete, .completeBipartite].contains(graph.family),
      let adjacency = try orbitAdjacency(limit)
    else { return nil }
    // Edges are pairs of vertices, or a vertex of each part; a vertex is on those that it has a part in.
    let edge: IndexType = graph.family == .complete ? 2 : IndexType([1, 1])
    return OrbitMatrix(
      scheme: adjacency.scheme, rowBlocks: adjacency.rowBlocks, columnBlocks: [edge]
    ) { $2 == 0 ? .zero : .one }
  }
}

extension GraphValue {
  /// The parameters of a strongly regular graph, nil when it is none.
  package func stronglyRegularParameters(
    _ method: MatrixMethod, _ limit: SizeLimit
  ) throws -> StronglyRegularParameters? {
    guard method != .dense, let adjacency = try orbitAdjacency(limit) else {
      return try built().stronglyRegularParameters
    }
    return try MatrixValue.orbit(adjacency).stronglyRegularParameters(limit: limit)
  }
}

extension MatrixValue {
  /// Two orbit matrices over a scheme with the base sets of both, one after the other; nil when those are
  /// too many.
  static func sideBySide(
    _ first: OrbitMatrix<Surd>, _ second: OrbitMatrix<Surd>, _ limit: SizeLimit
  ) throws -> (OrbitMatrix<Surd>, OrbitMatrix<Surd>)? {
    let orders = first.definiteOrders.flatMap { one in second.definiteOrders.map { one + $0 } }
    guard let orders, orders.count <= OrbitGraph.partLimit else { return nil }
    let scheme = try GraphMatrices.shared.scheme(orders: orders, limit)
    return (
      first.embedded(in: scheme, from: 0),
      second.embedded(in: scheme, from: first.scheme.sets.count)
    )
  }
}
