import Rational

extension OrbitMatrix {
  /// The matrix written out in full, or nil when the number of vertices is a symbol.
  ///
  /// Blocks come in their order, the subsets of a block in lexicographic order.
  ///
  /// - Complexity: Linear in the number of places.
  public func dense() -> Matrix<Scalar>? {
    guard case .number(let order) = scheme.order else { return nil }
    let rows = Self.labels(rowBlocks, order: order)
    let columns = Self.labels(columnBlocks, order: order)
    let (offsets, width) = (offsets, columnBlocks.count)
    return Matrix(rows: rows.count, columns: columns.count) { i, j in
      let ((row, a), (column, b)) = (rows[i], columns[j])
      // The sizes that occur are consecutive, so a size is found by subtraction.
      let smallest = scheme.sizesOccurring(rowBlocks[row], columnBlocks[column])[0]
      return coefficients[offsets[row * width + column] + a.intersectionSize(b) - smallest]
    }
  }

  /// The orbit form of a matrix written out in full.
  ///
  /// Every entry is compared with the first one of its orbit. The result is nil when the shape
  /// does not fit, when two entries of an orbit differ, or when the number of vertices is a
  /// symbol.
  ///
  /// - Precondition: All blocks are in `Subset.possibleSizes`.
  /// - Complexity: Linear in the number of places.
  public init?(
    _ matrix: Matrix<Scalar>, rowBlocks: [Int], columnBlocks: [Int], _ scheme: Scheme<Scalar>
  ) {
    guard case .number(let order) = scheme.order else { return nil }
    let rows = Self.labels(rowBlocks, order: order)
    let columns = Self.labels(columnBlocks, order: order)
    guard matrix.rows == rows.count, matrix.columns == columns.count else { return nil }
    var known: [Orbit: Scalar] = [:]
    for (i, (row, a)) in rows.enumerated() {
      for (j, (column, b)) in columns.enumerated() {
        let orbit = Orbit(row: row, column: column, common: a.intersectionSize(b))
        let entry = matrix[i, j]
        if known.updateValue(entry, forKey: orbit).map({ $0 != entry }) ?? false { return nil }
      }
    }
    // Every size that occurs was seen at some place.
    self.init(scheme: scheme, rowBlocks: rowBlocks, columnBlocks: columnBlocks) {
      known[Orbit(row: $0, column: $1, common: $2)] ?? .zero
    }
  }

  private struct Orbit: Hashable {
    let row: Int
    let column: Int
    let common: Int
  }

  /// The block and the subset of each row or column.
  private static func labels(_ blocks: [Int], order: Int) -> [(block: Int, subset: Subset)] {
    blocks.enumerated().flatMap { index, size in
      Subset.all(ofSize: size, order: order).map { (index, $0) }
    }
  }
}
