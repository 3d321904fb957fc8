import Polynomials
import Rational

/// What labels the rows or columns of an orbit matrix: blocks of tuples of subsets of the base sets.
public struct SubsetBlocks: Hashable, Sendable {
  /// The number of elements of each base set.
  public let sets: [VertexCount]
  /// The type of each block.
  public let blocks: [IndexType]
}

extension OrbitMatrix: ExactMatrix {
  /// The blocks of rows, over the base sets of the scheme.
  public var rowSet: SubsetBlocks { SubsetBlocks(sets: scheme.sets, blocks: rowBlocks) }
  /// The blocks of columns, over the base sets of the scheme.
  public var columnSet: SubsetBlocks { SubsetBlocks(sets: scheme.sets, blocks: columnBlocks) }

  /// The number of rows, the blocks added up.
  public var rowCount: Scalar { count(rowBlocks) }
  /// The number of columns, the blocks added up.
  public var columnCount: Scalar { count(columnBlocks) }

  private func count(_ blocks: [IndexType]) -> Scalar {
    blocks.reduce(into: .zero) { $0 += scheme.count(of: $1) }
  }

  /// The identity matrix on the row blocks.
  public var identityOnRows: OrbitMatrix { .identity(rowBlocks, scheme) }

  /// The coefficients of all blocks, each of them an entry of the matrix.
  public var coordinates: [Scalar] { coefficients }

  /// The sum of the squares of all entries, each row norm times the number of rows of its block.
  public var squaredNorm: Scalar {
    zip(rowBlocks, rowSquaredNorms).reduce(into: .zero) {
      $0 += $1.1 * scheme.count(of: $1.0)
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

  /// The matrix with the rows of each block multiplied by its factor.
  ///
  /// - Precondition: One factor for each block of rows.
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

  /// The Moore–Penrose inverse as a polynomial in the Gram matrix times the transpose, checked.
  ///
  /// - Throws: `internalCheckFailed` when one of the Penrose equations fails.
  public func pseudoInverse() throws(MatrixError) -> OrbitMatrix {
    try polynomialPseudoInverse()
  }

  /// The inverse as a polynomial in the matrix, or nil when there is none.
  public var inverse: OrbitMatrix? { polynomialInverse }
}
