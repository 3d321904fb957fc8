import Graphs
import Rational

/// A matrix of a graph, with the conventions of the claim language.
package enum MatrixOfGraph: Hashable, Sendable {
  case adjacency, incidence, orientedIncidence, laplacian, signlessLaplacian, seidel, distances
}

/// The one place where graphs become matrices.
extension GraphValue {
  /// A matrix of the graph; all but the two incidence matrices and the distances are composed of the
  /// adjacency matrix and the degrees.
  ///
  /// - Throws: `SizeLimit.Exceeded` before anything is built that would be too large; `MatrixValue.Failure`
  ///   for the distances of a graph that is not connected.
  ///
  /// - Parameter method: By orbits where the graph has few of them, unless entry by entry is asked for.
  package func matrix(
    _ kind: MatrixOfGraph, method: MatrixMethod, limit: SizeLimit
  ) throws -> MatrixValue {
    switch kind {
    case .adjacency: return try adjacency(method, limit)
    case .laplacian, .signlessLaplacian:
      let adjacency = try adjacency(method, limit)
      return try adjacency.rowSumsOnDiagonal(limit: limit)
        .adding(kind == .laplacian ? adjacency.scaled(by: -1) : adjacency, limit: limit)
    case .seidel:
      let order = try order()
      return try MatrixValue.ones(rows: order, columns: order)
        .adding(MatrixValue.identity(order).scaled(by: -1), limit: limit)
        .adding(adjacency(method, limit).scaled(by: -2), limit: limit)
    case .incidence:
      if method != .dense, let orbits = try orbitIncidence(limit) { return .orbit(orbits) }
      return try incidence(limit) { _ in 1 }
    case .orientedIncidence: return try incidence(limit) { isFirst in isFirst ? -1 : 1 }
    case .distances: return try distances(limit)
    }
  }

  private func adjacency(_ method: MatrixMethod, _ limit: SizeLimit) throws -> MatrixValue {
    if method != .dense, let orbits = try orbitAdjacency(limit) {
      return MatrixValue.orbit(orbits).unlabelled
    }
    try admitSquare(limit)
    return .dense(try built().adjacencyMatrix())
  }

  /// - Parameter entry: The entry at the first or the second vertex of an edge.
  private func incidence(
    _ limit: SizeLimit, _ entry: (_ isFirst: Bool) -> Surd
  ) throws -> MatrixValue {
    let graph = try built()
    try limit.admit(rows: graph.order, columns: graph.edgeCount)
    let edges = graph.edges.map(\.elements)
    return .dense(
      Matrix(rows: graph.order, columns: edges.count) { vertex, edge in
        edges[edge].firstIndex(of: vertex).map { entry($0 == 0) } ?? 0
      })
  }

  private func distances(_ limit: SizeLimit) throws -> MatrixValue {
    try admitSquare(limit)
    let graph = try built()
    var rows: [[Int]] = []
    for vertex in 0..<graph.order {
      let distances = graph.distances(from: vertex)
      if let other = distances.firstIndex(of: nil) {
        throw MatrixValue.Failure.other(
          "the graph is not connected: there is no path from vertex \(vertex + 1) to vertex "
            + "\(other + 1)")
      }
      rows.append(distances.map { $0 ?? 0 })
    }
    return .dense(Matrix(rows: rows.count, columns: rows.count) { Surd(rows[$0][$1]) })
  }

  private func admitSquare(_ limit: SizeLimit) throws {
    let order = try order()
    try limit.admit(rows: order, columns: order)
  }
}
