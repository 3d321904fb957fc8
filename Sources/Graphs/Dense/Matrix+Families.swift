import Rational

extension Graph {
  /// The adjacency matrix: 1 where two vertices are adjacent, 0 elsewhere.
  public func adjacencyMatrix<Scalar>(over field: Scalar.Type = Scalar.self) -> Matrix<Scalar> {
    Matrix(rows: order, columns: order) { isAdjacent($0, $1) ? .one : .zero }
  }

  /// The incidence matrix: a row for each vertex, a column for each edge in lexicographic order, 1
  /// where the vertex belongs to the edge.
  public func incidenceMatrix<Scalar>(over field: Scalar.Type = Scalar.self) -> Matrix<Scalar> {
    let edges = edges
    return Matrix(rows: order, columns: edges.count) { edges[$1].contains($0) ? .one : .zero }
  }
}

extension Matrix {
  /// The incidence matrix of the complete graph, `B_r`, written out in full.
  ///
  /// - Precondition: `order` is not negative.
  public static func incidence(order: Int) -> Matrix {
    Graph.complete(order).incidenceMatrix()
  }

  /// The adjacency matrix of the triangular graph, `G_r`, written out in full.
  ///
  /// - Precondition: `order` is not negative.
  public static func triangularAdjacency(order: Int) -> Matrix {
    Graph.triangular(order).adjacencyMatrix()
  }

  /// The vertex weightings of the last layer, `A_L^(1)`: the row of an edge of the complete graph
  /// has -1 at its two vertices and +1 at all others.
  ///
  /// - Precondition: `order` is not negative.
  /// - Note: Definition 6 of the paper.
  public static func vertexSigns(order: Int) -> Matrix {
    let edges = Graph.complete(order).edges
    return Matrix(rows: edges.count, columns: order) { edges[$0].contains($1) ? -.one : .one }
  }
}

extension Matrix where Scalar == Surd {
  /// The incidence matrix of the complete graph with rows of unit norm, `T_r`: 1/√(r-1) where the
  /// vertex belongs to the edge, 0 elsewhere.
  ///
  /// - Throws: `noSquareRoot` when √(r-1) is not available: the order is below 2, or beyond what
  ///   square roots are taken of.
  /// - Note: Definition 5 of the paper.
  public static func normalisedIncidence(order: Int) throws(MatrixError) -> Matrix {
    Matrix.incidence(order: order).scaled(by: try Surd.inverseRootOfDegree(order: order))
  }
}

extension Surd {
  /// `1 / √(r - 1)`, the entry of the normalised incidence matrix.
  static func inverseRootOfDegree(order: Int) throws(MatrixError) -> Surd {
    guard order >= 2 else { throw .noSquareRoot("1/(\(order) - 1)") }
    do throws(SquareRootError) {
      return try Surd.squareRoot(of: Rational(1, order - 1))
    } catch {
      throw .noSquareRoot("1/(\(order) - 1)")
    }
  }
}
