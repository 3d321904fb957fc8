import Rational

extension OrbitMatrix {
  /// The matrix written out in full, or nil when a base set has a symbol for its number of elements.
  ///
  /// Blocks come in their order, the tuples of a block in lexicographic order.
  ///
  /// - Complexity: Linear in the number of places.
  public func dense() -> Matrix<Scalar>? {
    guard let rows = labels(rowBlocks), let columns = labels(columnBlocks) else { return nil }
    let (offsets, width) = (offsets, columnBlocks.count)
    // For each pair of blocks the place of each orbit among the coefficients.
    var places: [[Int: Int]] = []
    for (row, k) in rowBlocks.enumerated() {
      for (column, m) in columnBlocks.enumerated() {
        let start = offsets[row * width + column]
        let orbits = scheme.orbits(k, m).enumerated().map { ($0.element, start + $0.offset) }
        places.append(Dictionary(uniqueKeysWithValues: orbits))
      }
    }
    return Matrix(rows: rows.count, columns: columns.count) { i, j in
      let (row, column) = (rows[i], columns[j])
      let orbit = IndexElements.overlap(row.element, column.element)
      // Every orbit with a place occurs.
      guard let place = places[row.block * width + column.block][orbit] else { return .zero }
      return coefficients[place]
    }
  }

  /// The orbit form of a matrix written out in full.
  ///
  /// Every entry is compared with the first one of its orbit. The result is nil when the shape
  /// does not fit, when two entries of an orbit differ, or when a base set has a symbol for its number
  /// of elements.
  ///
  /// - Precondition: The types have no more base sets than the scheme.
  /// - Complexity: Linear in the number of places.
  public init?(
    _ matrix: Matrix<Scalar>, rowBlocks: [IndexType], columnBlocks: [IndexType],
    _ scheme: Scheme<Scalar>
  ) {
    let shape = OrbitMatrix.zero(rows: rowBlocks, columns: columnBlocks, scheme)
    guard let rows = shape.labels(rowBlocks), let columns = shape.labels(columnBlocks),
      matrix.rows == rows.count, matrix.columns == columns.count
    else { return nil }
    var known: [Orbit: Scalar] = [:]
    for (i, row) in rows.enumerated() {
      for (j, column) in columns.enumerated() {
        let common = IndexElements.overlap(row.element, column.element)
        let orbit = Orbit(row: row.block, column: column.block, common: common)
        let entry = matrix[i, j]
        if known.updateValue(entry, forKey: orbit).map({ $0 != entry }) ?? false { return nil }
      }
    }
    // Every orbit that occurs was seen at some place.
    self.init(scheme: scheme, rowBlocks: rowBlocks, columnBlocks: columnBlocks) {
      known[Orbit(row: $0, column: $1, common: $2)] ?? .zero
    }
  }

  private struct Orbit: Hashable {
    let row: Int
    let column: Int
    let common: Int
  }

  /// The block and the tuple of subsets of each row or column.
  private func labels(_ blocks: [IndexType]) -> [(block: Int, element: [[Int]])]? {
    guard let orders = definiteOrders else { return nil }
    return blocks.enumerated().flatMap { index, type in
      IndexElements(type: type, orders: orders).all.map { (index, $0) }
    }
  }

  /// The numbers of elements of the base sets, nil when one is a symbol.
  public var definiteOrders: [Int]? {
    var orders: [Int] = []
    for set in scheme.sets {
      guard case .number(let order) = set else { return nil }
      orders.append(order)
    }
    return orders
  }
}
