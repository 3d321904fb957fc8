import Graphs
import Rational

/// Matrices put together from numbers, from other matrices, or from subsets.
extension MatrixValue {
  /// The block matrix of these rows of blocks, of which those in a row have as many rows and those in a
  /// column as many columns.
  ///
  /// - Precondition: There is a block, and every row has as many blocks.
  package static func blocks(_ rows: [[MatrixValue]], limit: SizeLimit) throws -> MatrixValue {
    // One by one first, so that the sums of their sizes are numbers of the machine.
    for block in rows.joined() { try limit.admit(rows: block.rows, columns: block.columns) }
    try limit.admit(
      rows: rows.reduce(0) { $0 + $1[0].rows }, columns: rows[0].reduce(0) { $0 + $1.columns })
    // Stacking keeps one entry for each orbit where the labels allow it.
    let bands = try rows.map { row in
      try row.dropFirst().reduce(row[0].transposed) { band, block in
        try band.stacked(on: block.transposed, limit: limit)
      }.transposed
    }
    return try bands.dropFirst().reduce(bands[0]) { try $0.stacked(on: $1, limit: limit) }
  }

  /// The diagonal matrix with these entries.
  package static func diagonal(_ entries: [Surd], limit: SizeLimit) throws -> MatrixValue {
    if let first = entries.first, entries.allSatisfy({ $0 == first }) {
      return identity(entries.count).scaled(by: first)
    }
    try limit.admit(rows: entries.count, columns: entries.count)
    return .dense(
      Matrix(rows: entries.count, columns: entries.count) { $0 == $1 ? entries[$0] : .zero })
  }

  /// The diagonal matrix of the sums of the rows of a square matrix: for an adjacency matrix, of the degrees.
  package func rowSumsOnDiagonal(limit: SizeLimit) throws -> MatrixValue {
    if case .orbit(let value) = self {
      let ones = OrbitMatrix.ones(rows: value.columnBlocks, columns: [0], value.scheme)
      return MatrixValue.orbit((value * ones).onDiagonal).unlabelled
    }
    let sums = try multiplied(by: .ones(rows: rows, columns: 1), limit: limit)
    return try .diagonal((0..<rows).map { sums.entry($0, 0) }, limit: limit)
  }

  /// The diagonal of a square matrix as a column.
  package func diagonal(limit: SizeLimit) throws -> MatrixValue {
    try limit.admit(rows: rows, columns: 1)
    let matrix = try squared(limit)
    return .dense(Matrix(rows: rows, columns: 1) { row, _ in matrix.entry(row, row) })
  }

  /// The product entry by entry; the shapes are equal.
  package func hadamard(_ other: MatrixValue, limit: SizeLimit) throws -> MatrixValue {
    switch try paired(with: other, .everywhere, limit) {
    case .identityPlusOnes(let a, let b):
      // (aI + bJ) ∘ (cI + dJ) = (ac + ad + bc) I + bd J.
      let identity = a.identity * b.identity + a.identity * b.ones + a.ones * b.identity
      return .identityPlusOnes(
        IdentityPlusOnes(
          rows: a.rows, columns: a.columns, identity: identity, ones: a.ones * b.ones))
    case .orbit(let a, let b): return .orbit(a.hadamard(b))
    case .dense(let a, let b):
      return .dense(Matrix(rows: a.rows, columns: a.columns) { a[$0, $1] * b[$0, $1] })
    }
  }

  /// Row s-subset, column t-subset of `order` elements, in lexicographic order: 1 where the one is
  /// contained in the other.
  ///
  /// - Precondition: Neither size is negative or above the order.
  package static func inclusion(
    order: Int, rowSize: Int, columnSize: Int, method: MatrixMethod, limit: SizeLimit
  ) throws -> MatrixValue {
    func count(_ size: Int) throws -> Int {
      guard min(size, order - size) <= 10_000,
        let count = Int(exactly: Integer.binomial(order, size))
      else {
        throw SizeLimit.Exceeded(
          description: "the \(size)-subsets of \(order) elements: too many rows or columns")
      }
      return count
    }
    let (rows, columns) = (try count(rowSize), try count(columnSize))
    if rowSize == columnSize { return .identity(rows) }
    if rowSize == 0 { return .ones(rows: rows, columns: columns) }
    if method != .dense, order <= GraphMatrices.orderLimit,
      max(rowSize, columnSize) <= IndexType.sizeLimit
    {
      let scheme = try GraphMatrices.shared.scheme(order: order, limit)
      // The one is contained in the other when they share all of it.
      return .orbit(
        OrbitMatrix(
          scheme: scheme, rowBlocks: [IndexType(rowSize)], columnBlocks: [IndexType(columnSize)]
        ) { $2 == rowSize ? .one : .zero })
    }
    try limit.admit(rows: rows, columns: columns)
    guard rowSize < columnSize else { return .dense(.zero(rows: rows, columns: columns)) }
    let small = Combinations(size: rowSize, of: order).map { Set($0) }
    let large = Combinations(size: columnSize, of: order).map { Set($0) }
    guard order <= UInt64.bitWidth else {
      return .dense(
        Matrix(rows: rows, columns: columns) { small[$0].isSubset(of: large[$1]) ? 1 : 0 })
    }
    func bits(_ set: Set<Int>) -> UInt64 { set.reduce(0) { $0 | 1 << UInt64($1) } }
    let (inner, outer) = (small.map(bits), large.map(bits))
    return .dense(
      Matrix(rows: rows, columns: columns) { inner[$0] & ~outer[$1] == 0 ? 1 : 0 })
  }

  /// For each two parts of the rows, which are also parts of the columns, the sums of the rows of the
  /// block: the least and the greatest are equal where the partition is equitable.
  ///
  /// - Precondition: The matrix is square, and the parts are lists of its places, from 0.
  package func rowSums(ofBlocks parts: [[Int]], limit: SizeLimit) throws -> [[[Surd]]] {
    let matrix = try densified(limit)
    return parts.map { rows in
      parts.map { columns in
        rows.map { row in columns.reduce(into: Surd.zero) { $0 += matrix[row, $1] } }
      }
    }
  }

  /// The matrix over the rational numbers; nil where an entry is not rational.
  package func rationalEntries(_ limit: SizeLimit) throws -> Matrix<Rational>? {
    struct Irrational: Error {}
    let dense = try densified(limit)
    return try? Matrix<Rational>(rows: dense.rows, columns: dense.columns) { row, column in
      guard let value = dense[row, column].rational else { throw Irrational() }
      return value
    }
  }
}
