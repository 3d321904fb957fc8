import Rational

extension OrbitMatrix {
  /// The entrywise sum. Precondition: equal schemes and blocks.
  public static func + (left: OrbitMatrix, right: OrbitMatrix) -> OrbitMatrix {
    left.combined(with: right, +)
  }

  /// The entrywise difference. Precondition: equal schemes and blocks.
  public static func - (left: OrbitMatrix, right: OrbitMatrix) -> OrbitMatrix {
    left.combined(with: right, -)
  }

  func combined(
    with other: OrbitMatrix, _ operation: (Scalar, Scalar) -> Scalar
  ) -> OrbitMatrix {
    precondition(scheme == other.scheme, "the matrices live over different vertex sets")
    precondition(
      rowBlocks == other.rowBlocks && columnBlocks == other.columnBlocks, "the shapes differ")
    return with(zip(coefficients, other.coefficients).map { operation($0, $1) })
  }

  /// The matrix product, block by block with the intersection numbers of the scheme.
  ///
  /// - Precondition: Equal schemes; the columns of the left are the rows of the right.
  /// - Complexity: A few products of scalars for each triple of blocks, whatever the order.
  public static func * (left: OrbitMatrix, right: OrbitMatrix) -> OrbitMatrix {
    precondition(left.scheme == right.scheme, "the matrices live over different vertex sets")
    precondition(left.columnBlocks == right.rowBlocks, "the inner dimensions differ")
    let scheme = left.scheme
    let (leftOffsets, rightOffsets) = (left.offsets, right.offsets)
    var coefficients: [Scalar] = []
    for (row, k) in left.rowBlocks.enumerated() {
      for (column, p) in right.columnBlocks.enumerated() {
        let start = coefficients.count
        coefficients += repeatElement(.zero, count: scheme.orbits(k, p).count)
        for (inner, m) in left.columnBlocks.enumerated() {
          let x = leftOffsets[row * left.columnBlocks.count + inner]
          let y = rightOffsets[inner * right.columnBlocks.count + column]
          for (place, terms) in scheme.terms(k, m, p).enumerated() {
            for term in terms {
              let factor = left.coefficients[x + term.left]
              if factor.isZero { continue }
              let other = right.coefficients[y + term.right]
              if !other.isZero { coefficients[start + place] += factor * other * term.count }
            }
          }
        }
      }
    }
    return OrbitMatrix(
      scheme: scheme, rowBlocks: left.rowBlocks, columnBlocks: right.columnBlocks,
      coefficients: coefficients)
  }

  /// Every entry times `factor`.
  public func scaled(by factor: Scalar) -> OrbitMatrix {
    map { $0 * factor }
  }

  /// The image of every entry; on an orbit all entries are equal, so one evaluation is enough.
  public func map<Failure: Error>(
    _ transform: (Scalar) throws(Failure) -> Scalar
  ) throws(Failure) -> OrbitMatrix {
    with(try coefficients.map(transform))
  }

  /// Rows and columns exchanged: a meets b as b meets a, so whole blocks move and keep their
  /// coefficients.
  public var transposed: OrbitMatrix {
    var moved: [Scalar] = []
    for column in columnBlocks.indices {
      for row in rowBlocks.indices { moved += block(row, column) }
    }
    return OrbitMatrix(
      scheme: scheme, rowBlocks: columnBlocks, columnBlocks: rowBlocks, coefficients: moved)
  }

  /// The sum of the diagonal entries: in each diagonal block the entry at a = b, times the number
  /// of rows.
  public var trace: Scalar {
    precondition(rowBlocks == columnBlocks, "only a square matrix has a trace")
    var sum = Scalar.zero
    for (index, k) in rowBlocks.enumerated() {
      // The orbit of the places a = b occurs whenever there is a row at all.
      if let diagonal = entry(index, index, common: k.code) {
        sum += diagonal * scheme.count(of: k)
      }
    }
    return sum
  }

  /// This matrix with the rows of another one under it.
  ///
  /// - Precondition: Equal schemes and equal column blocks.
  public func stacked(over other: OrbitMatrix) -> OrbitMatrix {
    precondition(scheme == other.scheme, "the matrices live over different vertex sets")
    precondition(columnBlocks == other.columnBlocks, "the column blocks differ")
    return OrbitMatrix(
      scheme: scheme, rowBlocks: rowBlocks + other.rowBlocks, columnBlocks: columnBlocks,
      coefficients: coefficients + other.coefficients)
  }

  /// A matrix of the same shape.
  private func with(_ coefficients: [Scalar]) -> OrbitMatrix {
    OrbitMatrix(
      scheme: scheme, rowBlocks: rowBlocks, columnBlocks: columnBlocks, coefficients: coefficients)
  }
}
