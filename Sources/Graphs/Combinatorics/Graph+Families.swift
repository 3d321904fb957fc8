extension Graph {
  /// The complete graph: any two distinct vertices are adjacent.
  public static func complete(_ order: Int) -> Graph {
    Graph(order: order) { _, _ in true }
  }

  /// The line graph: its vertices are the edges of this graph in lexicographic order, and two of
  /// them are adjacent when they share a vertex.
  ///
  /// - Complexity: The sum of the squared degrees; edges that share nothing are never visited.
  public var lineGraph: Graph {
    let edges = edges
    var incident: [[Int]] = Array(repeating: [], count: order)
    for (index, edge) in edges.enumerated() {
      for vertex in edge.elements { incident[vertex].append(index) }
    }
    var result = Graph(order: edges.count)
    // Two distinct edges of a simple graph share at most one vertex, so no pair comes twice.
    for group in incident {
      for pair in Subset.all(ofSize: 2, order: group.count) {
        result.connect(group[pair.first], group[pair.second])
      }
    }
    return result
  }

  /// The triangular graph of that order: the line graph of the complete graph on `order` vertices.
  ///
  /// It has as many vertices as there are pairs; for `order` below 2 it has none.
  ///
  /// - Note: Definition 5 of the paper.
  public static func triangular(_ order: Int) -> Graph {
    complete(order).lineGraph
  }
}
