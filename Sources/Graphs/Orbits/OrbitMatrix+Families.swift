import Rational

/// How far the definitions below have been checked.
private let checkedIncidence = CheckedOrder()
private let checkedAdjacency = CheckedOrder()
private let checkedWeightings = CheckedOrder()

/// 1 for two sets that share exactly one vertex, 0 for others. Inlined for the sake of the loop over
/// all places.
@inline(__always)
private func shareOneVertex(_ one: Subset, _ other: Subset) -> Int {
  one.intersectionSize(other) == 1 ? 1 : 0
}

extension OrbitMatrix {
  /// The incidence matrix of the complete graph, `B_r`: 1 where the vertex belongs to the edge.
  public static func incidence(
    _ scheme: Scheme<Scalar>
  ) throws(NotConstantOnOrbits) -> OrbitMatrix {
    try integral(rows: 1, columns: 2, scheme, checked: checkedIncidence, entry: shareOneVertex)
  }

  /// The adjacency matrix of the triangular graph, `G_r`: 1 where two edges share exactly one
  /// vertex.
  public static func triangularAdjacency(
    _ scheme: Scheme<Scalar>
  ) throws(NotConstantOnOrbits) -> OrbitMatrix {
    try integral(rows: 2, columns: 2, scheme, checked: checkedAdjacency, entry: shareOneVertex)
  }

  /// The vertex weightings of the last layer, `A_L^(1)`: the row of an edge of the complete graph
  /// has -1 at its two vertices and +1 at all others.
  ///
  /// - Note: Definition 6 of the paper.
  public static func vertexSigns(
    _ scheme: Scheme<Scalar>
  ) throws(NotConstantOnOrbits) -> OrbitMatrix {
    try integral(rows: 2, columns: 1, scheme, checked: checkedWeightings) { edge, vertex in
      edge.intersectionSize(vertex) == 1 ? -1 : 1
    }
  }
}
