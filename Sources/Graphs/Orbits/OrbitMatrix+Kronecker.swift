import Rational

extension OrbitMatrix {
  /// The product entry by entry. Precondition: equal schemes and blocks.
  public func hadamard(_ other: OrbitMatrix) -> OrbitMatrix { combined(with: other, *) }

  /// The square matrix with the entries of this one, which has a single column, on its diagonal.
  ///
  /// - Precondition: The only type of columns is 0.
  public var onDiagonal: OrbitMatrix {
    precondition(columnBlocks == [0], "a matrix with one column")
    return OrbitMatrix(scheme: scheme, rowBlocks: rowBlocks, columnBlocks: rowBlocks) {
      $0 == $1 && $2 == rowBlocks[$0].code ? block($0, 0).first ?? .zero : .zero
    }
  }

  /// The Kronecker product: rows and columns stand for what those of both stand for, side by side.
  ///
  /// - Precondition: Equal schemes; no base set has a part in both matrices, and the other one has one block.
  ///   It is the product written out where the base sets of this one come before those of the other.
  public func kronecker(_ other: OrbitMatrix) -> OrbitMatrix {
    precondition(scheme == other.scheme, "the matrices live over different vertex sets")
    precondition(
      other.rowBlocks.count == 1 && other.columnBlocks.count == 1, "one block on the right")
    let (row, column) = (other.rowBlocks[0], other.columnBlocks[0])
    let inner = (row.code | column.code).occupiedDigits
    return OrbitMatrix(
      scheme: scheme, rowBlocks: rowBlocks.map { $0.joined(with: row) },
      columnBlocks: columnBlocks.map { $0.joined(with: column) }
    ) {
      (entry($0, $1, common: $2 & ~inner) ?? .zero)
        * (other.entry(0, 0, common: $2 & inner) ?? .zero)
    }
  }

  /// The same matrix over a scheme with more base sets, of which this one's are those from `first` on.
  ///
  /// - Precondition: The scheme has these base sets there.
  public func embedded(in scheme: Scheme<Scalar>, from first: Int) -> OrbitMatrix {
    precondition(
      scheme.sets.dropFirst(first).starts(with: self.scheme.sets), "the base sets are there")
    // The orbits of the same types, in the same order.
    return OrbitMatrix(
      scheme: scheme, rowBlocks: rowBlocks.map { $0.shifted(by: first) },
      columnBlocks: columnBlocks.map { $0.shifted(by: first) }, coefficients: coefficients)
  }
}

extension Int {
  /// Sevens at the octal digits that are not zero.
  fileprivate var occupiedDigits: Int {
    (0..<IndexType.setLimit).reduce(0) { $0 | (self >> (3 * $1) & 7 == 0 ? 0 : 7 << (3 * $1)) }
  }
}
