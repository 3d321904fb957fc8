import Rational

extension OrbitMatrix {
  /// The four numbers of a strongly regular graph, (v, k, λ, μ); λ or μ is nil when there are no two
  /// distinct vertices that are adjacent, or not adjacent.
  public typealias StronglyRegularCounts = (
    order: Scalar, degree: Scalar, adjacentCommon: Scalar?, nonAdjacentCommon: Scalar?
  )

  /// Whether this is the adjacency matrix of a graph: symmetric, with entries 0 and 1, and 0 on the
  /// diagonal.
  public var isAdjacencyMatrix: Bool {
    isSymmetric && coefficients.allSatisfy { $0.isZero || $0 == .one }
      && diagonal.allSatisfy { $0.isZero }
  }

  /// The entry on the diagonal in each block of rows that is not empty. Precondition: square.
  private var diagonal: [Scalar] {
    rowBlocks.enumerated().compactMap { entry($0.offset, $0.offset, common: $0.element.code) }
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
    let degrees = paths.diagonal
    guard let degree = degrees.first, degrees.allSatisfy({ $0 == degree }) else { return nil }
    var common: (adjacent: Scalar?, nonAdjacent: Scalar?) = (nil, nil)
    for (row, k) in rowBlocks.enumerated() {
      for (column, m) in columnBlocks.enumerated() {
        for orbit in scheme.orbits(k, m) where row != column || orbit != k.code {
          guard let entry = entry(row, column, common: orbit),
            let count = paths.entry(row, column, common: orbit),
            (entry.isZero ? common.nonAdjacent : common.adjacent) ?? count == count
          else { return nil }
          if entry.isZero { common.nonAdjacent = count } else { common.adjacent = count }
        }
      }
    }
    return (rowCount, degree, common.adjacent, common.nonAdjacent)
  }
}
