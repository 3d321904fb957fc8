import Rational

/// What these matrices have at a place is defined by the number of vertices that its row and its column share, so
/// they are constant on orbits as they stand.
extension OrbitMatrix {
  /// The incidence matrix of the complete graph, `B_r`: 1 where the vertex and the edge share a vertex, which is
  /// where the one belongs to the other.
  public static func incidence(_ scheme: Scheme<Scalar>) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: [1], columnBlocks: [2]) { $2 == 1 ? .one : .zero }
  }

  /// The adjacency matrix of the triangular graph, `G_r`: 1 where two edges share exactly one
  /// vertex.
  public static func triangularAdjacency(_ scheme: Scheme<Scalar>) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: [2], columnBlocks: [2]) { $2 == 1 ? .one : .zero }
  }

  /// The vertex weightings of the last layer, `A_L^(1)`: the row of an edge of the complete graph
  /// has -1 at its two vertices and +1 at all others.
  ///
  /// - Note: Definition 6 of the paper.
  public static func vertexSigns(_ scheme: Scheme<Scalar>) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: [2], columnBlocks: [1]) { $2 == 1 ? -.one : .one }
  }
}
