import Polynomials
import Rational

/// What labels the rows or columns of an orbit matrix: blocks of subsets of one vertex set.
public struct SubsetBlocks: Hashable, Sendable {
  /// The number of vertices.
  public let order: VertexCount
  /// The subset size of each block.
  public let blocks: [Int]
}

extension OrbitMatrix: ExactMatrix {
  public var rowSet: SubsetBlocks { SubsetBlocks(order: scheme.order, blocks: rowBlocks) }
  public var columnSet: SubsetBlocks { SubsetBlocks(order: scheme.order, blocks: columnBlocks) }

  public var rowCount: Scalar { count(rowBlocks) }
  public var columnCount: Scalar { count(columnBlocks) }

  private func count(_ blocks: [Int]) -> Scalar {
    blocks.reduce(into: .zero) { $0 += scheme.subsets(ofSize: $1) }
  }

  public var identityOnRows: OrbitMatrix { .identity(rowBlocks, scheme) }

  /// The coefficients of all blocks, each of them an entry of the matrix.
  public var coordinates: [Scalar] { coefficients }

  public var squaredNorm: Scalar {
    zip(rowBlocks, rowSquaredNorms).reduce(into: .zero) {
      $0 += $1.1 * scheme.subsets(ofSize: $1.0)
    }
  }

  /// The squared norm of a row in each block; all rows of a block have the same.
  ///
  /// A block without rows (too few vertices) has the value 0 here.
  public var rowSquaredNorms: [Scalar] {
    rowBlocks.indices.map { row in
      weightedSum(ofRow: row) { $0 * $0 }.reduce(.zero, +)
    }
  }

  /// For each column block the sum along one row of the transformed entries.
  private func weightedSum(
    ofRow row: Int, _ transform: (Scalar) -> Scalar
  ) -> [Scalar] {
    columnBlocks.indices.map { column in
      let valencies = scheme.valencies(rowBlocks[row], columnBlocks[column])
      return zip(block(row, column), valencies).reduce(into: .zero) {
        $0 += transform($1.0) * $1.1
      }
    }
  }

  public func rowsScaled(by factors: [Scalar]) -> OrbitMatrix {
    precondition(factors.count == rowBlocks.count, "one factor for each block of rows")
    var scaled: [Scalar] = []
    for row in rowBlocks.indices {
      for column in columnBlocks.indices {
        scaled += block(row, column).map { factors[row] * $0 }
      }
    }
    return OrbitMatrix(
      scheme: scheme, rowBlocks: rowBlocks, columnBlocks: columnBlocks, coefficients: scaled)
  }

  /// The matrix of row sums by block: entry (R, C) is the sum of a row of block R over block C.
  ///
  /// Vectors that are constant on each block are mapped to such vectors, and this is how; so the
  /// eigenvalues of the quotient are eigenvalues of the matrix.
  public var quotient: Matrix<Scalar> {
    Matrix(rowBlocks.indices.map { weightedSum(ofRow: $0) { $0 } })
  }

  /// The characteristic polynomial of the quotient.
  public var partialCharacteristicPolynomials: [Polynomial<Scalar>] {
    (try? quotient.characteristicPolynomial()).map { [$0] } ?? []
  }

  public func pseudoInverse() throws(MatrixError) -> OrbitMatrix {
    try polynomialPseudoInverse()
  }

  public var inverse: OrbitMatrix? { polynomialInverse }
}
