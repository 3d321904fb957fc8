import Graphs
import Rational

extension MatrixValue {
  /// How the labels of two matrices have to agree for an operation.
  package enum Agreement {
    /// Rows with rows and columns with columns: sums and comparisons.
    case everywhere
    /// The columns of the first with the rows of the second: products.
    case inner
    /// Columns with columns: stacking, and least norm.
    case columns
  }

  /// Both matrices in one form in which the operation is defined; the shapes are known to fit.
  package func paired(
    with other: MatrixValue, _ agreement: Agreement, _ limit: SizeLimit
  ) throws -> MatrixPair {
    switch (self, other) {
    case (.identityPlusOnes(let first), .identityPlusOnes(let second)):
      return .identityPlusOnes(first, second)
    case (.orbit(let first), .orbit(let second)):
      if Self.agree(first, second, agreement) { return .orbit(first, second) }
    case (.orbit(let first), .identityPlusOnes(let second)):
      if let labelled = Self.label(second, beside: first, agreement, isFirst: false) {
        return .orbit(first, labelled)
      }
    case (.identityPlusOnes(let first), .orbit(let second)):
      if let labelled = Self.label(first, beside: second, agreement, isFirst: true) {
        return .orbit(labelled, second)
      }
    default: break
    }
    return .dense(try densified(limit), try other.densified(limit))
  }

  private static func agree(
    _ first: OrbitMatrix<Surd>, _ second: OrbitMatrix<Surd>, _ agreement: Agreement
  ) -> Bool {
    switch agreement {
    case .everywhere: first.rowSet == second.rowSet && first.columnSet == second.columnSet
    case .inner: first.columnSet == second.rowSet
    case .columns: first.columnSet == second.columnSet
    }
  }

  /// A uniform matrix with labels that fit its neighbour, or nil when no labels are known for one
  /// of its sides.
  private static func label(
    _ value: IdentityPlusOnes, beside neighbour: OrbitMatrix<Surd>, _ agreement: Agreement,
    isFirst: Bool
  ) -> OrbitMatrix<Surd>? {
    let scheme = neighbour.scheme
    // The side that faces the neighbour is known; the other side is the same for a square matrix,
    // and otherwise whatever subsets there are as many of.
    let facing: [IndexType]
    let facesWithColumns: Bool
    switch agreement {
    case .everywhere:
      guard value.identity.isZero || neighbour.rowSet == neighbour.columnSet else { return nil }
      return labelled(
        value, rows: neighbour.rowBlocks, columns: neighbour.columnBlocks, over: scheme)
    case .columns:
      facing = neighbour.columnBlocks
      facesWithColumns = true
    case .inner:
      facing = isFirst ? neighbour.rowBlocks : neighbour.columnBlocks
      facesWithColumns = isFirst
    }
    let free = facesWithColumns ? value.rows : value.columns
    guard let other = value.rows == value.columns ? facing : blocks(of: free, beside: neighbour)
    else { return nil }
    return facesWithColumns
      ? labelled(value, rows: other, columns: facing, over: scheme)
      : labelled(value, rows: facing, columns: other, over: scheme)
  }

  /// Labels that there are `count` of: those of the neighbour, the empty sets, the elements or the pairs
  /// of a base set.
  private static func blocks(
    of count: Int, beside neighbour: OrbitMatrix<Surd>
  ) -> [IndexType]? {
    let scheme = neighbour.scheme
    let single = scheme.sets.indices.flatMap { set in
      [1, 2].map { size in
        [IndexType(scheme.sets.indices.map { $0 == set ? size : 0 })]
      }
    }
    return ([[0]] + single + [neighbour.rowBlocks, neighbour.columnBlocks]).first { blocks in
      blocks.reduce(Surd(0)) { $0 + scheme.count(of: $1) } == Surd(count)
    }
  }
}
