import Rational

extension OrbitMatrix {
  /// The entry in a row and a column of the matrix written out in full, both counted from 0; nil
  /// when there is no such place or the number of vertices is a symbol.
  public func entry(row: Int, column: Int) -> Scalar? {
    guard let (rowBlock, a) = place(row, in: rowBlocks),
      let (columnBlock, b) = place(column, in: columnBlocks)
    else { return nil }
    return entry(rowBlock, columnBlock, common: a.intersectionSize(b))
  }

  /// The block and the subset of a row or column.
  private func place(_ index: Int, in blocks: [Int]) -> (block: Int, subset: Subset)? {
    guard case .number(let order) = scheme.order, index >= 0 else { return nil }
    var rest = index
    for (block, size) in blocks.enumerated() {
      if let subset = Subset.element(at: rest, ofSize: size, order: order) {
        return (block, subset)
      }
      rest -= Subset.all(ofSize: size, order: order).count
    }
    return nil
  }
}

extension Subset {
  /// The subset at a place of the lexicographic enumeration, or nil beyond its end.
  static func element(at index: Int, ofSize size: Int, order: Int) -> Subset? {
    switch size {
    case 0: return index == 0 ? Subset() : nil
    case 1: return index < order ? Subset(index) : nil
    default:
      var rest = index
      for first in 0..<order {
        let pairs = order - 1 - first
        if rest < pairs { return Subset(first, first + 1 + rest) }
        rest -= pairs
      }
      return nil
    }
  }
}
