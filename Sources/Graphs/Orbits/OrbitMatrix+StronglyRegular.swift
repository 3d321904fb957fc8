import Rational

extension OrbitMatrix {
  /// The four numbers of a strongly regular graph, (v, k, λ, μ); λ or μ is nil when there are no two
  /// distinct vertices that are adjacent, or not adjacent.
  public typealias StronglyRegularCounts = (
    order: Scalar, degree: Scalar, adjacentCommon: Scalar?, nonAdjacentCommon: Scalar?
  )

  /// Whether this is the adjacency matrix of a graph on the subsets of one size: symmetric, with
  /// entries 0 and 1, and 0 on the diagonal.
  public var isAdjacencyMatrix: Bool {
    rowBlocks.count == 1 && isSymmetric && coefficients.allSatisfy { $0.isZero || $0 == .one }
      && (entry(0, 0, common: rowBlocks[0])?.isZero ?? true)
  }

  /// The numbers of the graph with this adjacency matrix A when it is strongly regular, otherwise nil.
  ///
  /// A common neighbour of two vertices is a path of length two between them, so that they are counted
  /// by A², one entry for each orbit of pairs. The graph without vertices has no degree and the answer
  /// is nil.
  ///
  /// - Precondition: `isAdjacencyMatrix`.
  public var stronglyRegularCounts: StronglyRegularCounts? {
    precondition(isAdjacencyMatrix, "an adjacency matrix has zeros and ones")
    let paths = self * self
    guard let degree = paths.entry(0, 0, common: rowBlocks[0]) else { return nil }
    var common: (adjacent: Scalar?, nonAdjacent: Scalar?) = (nil, nil)
    for size in scheme.sizesOccurring(rowBlocks[0], rowBlocks[0]) where size != rowBlocks[0] {
      guard let entry = entry(0, 0, common: size), let count = paths.entry(0, 0, common: size),
        (entry.isZero ? common.nonAdjacent : common.adjacent) ?? count == count
      else { return nil }
      if entry.isZero { common.nonAdjacent = count } else { common.adjacent = count }
    }
    return (rowCount, degree, common.adjacent, common.nonAdjacent)
  }
}
