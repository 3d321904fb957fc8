import Rational

extension OrbitMatrix {
  /// The entry in a row and a column of the matrix written out in full, both counted from 0; nil
  /// when there is no such place or a base set has a symbol for its number of elements.
  public func entry(row: Int, column: Int) -> Scalar? {
    guard let orders = definiteOrders,
      let (rowBlock, a) = Self.place(row, in: rowBlocks, orders),
      let (columnBlock, b) = Self.place(column, in: columnBlocks, orders)
    else { return nil }
    return entry(rowBlock, columnBlock, common: IndexElements.overlap(a, b))
  }

  /// The block and the tuple of subsets of a row or column.
  private static func place(
    _ index: Int, in blocks: [IndexType], _ orders: [Int]
  ) -> (block: Int, element: [[Int]])? {
    var rest = index
    for (block, type) in blocks.enumerated() {
      let elements = IndexElements(type: type, orders: orders)
      if let element = elements.element(at: rest) { return (block, element) }
      guard let count = elements.count else { return nil }
      rest -= count
    }
    return nil
  }
}
