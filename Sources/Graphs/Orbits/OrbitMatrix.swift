import Rational

/// A matrix that permutations of the base sets leave unchanged, one number for each orbit of places.
///
/// Rows are labelled by a disjoint union of blocks, each block the tuples of subsets of one type. Over
/// one base set of vertices `[2]` are the edges, `[1]` the vertices, `[1, 1]` two copies of the vertices
/// one above the other; over two, `[IndexType([1, 1])]` are the pairs of an element of each, and
/// `[IndexType([1, 0]), IndexType([0, 1])]` the elements of one, then of the other. Columns likewise.
/// Within a pair of blocks the entry at (a, b) depends on the sizes of `a ∩ b` in each base set only.
///
/// Canonical form: blocks in row-major order, and in each block one coefficient for each orbit that
/// *occurs*, in the order of `Scheme.orbits`. (With three vertices two edges always meet, so size 0 is
/// not stored.)
/// Every coefficient is an entry of the matrix, so equality and hashing are structural.
public struct OrbitMatrix<Scalar: ExactField>: Hashable, Sendable {
  /// The multiplication table that the matrix lives over.
  public let scheme: Scheme<Scalar>
  /// The type of each block of rows.
  public let rowBlocks: [IndexType]
  /// The type of each block of columns.
  public let columnBlocks: [IndexType]
  /// The coefficients in the canonical order.
  let coefficients: [Scalar]

  /// A matrix from its coefficients in the canonical order.
  init(
    scheme: Scheme<Scalar>, rowBlocks: [IndexType], columnBlocks: [IndexType],
    coefficients: [Scalar]
  ) {
    self.scheme = scheme
    self.rowBlocks = rowBlocks
    self.columnBlocks = columnBlocks
    self.coefficients = coefficients
  }

  /// The matrix whose entry at a and b of an orbit, in the given blocks, is the value of `entry`. With
  /// one base set the orbit is the number `|a ∩ b|`.
  ///
  /// - Precondition: The types have no more base sets than the scheme.
  public init<Failure: Error>(
    scheme: Scheme<Scalar>, rowBlocks: [IndexType], columnBlocks: [IndexType],
    entry: (_ rowBlock: Int, _ columnBlock: Int, _ common: Int) throws(Failure) -> Scalar
  ) throws(Failure) {
    var coefficients: [Scalar] = []
    for (row, k) in rowBlocks.enumerated() {
      for (column, m) in columnBlocks.enumerated() {
        for common in scheme.orbits(k, m) {
          coefficients.append(try entry(row, column, common))
        }
      }
    }
    self.init(
      scheme: scheme, rowBlocks: rowBlocks, columnBlocks: columnBlocks, coefficients: coefficients)
  }

  /// The identity matrix on the given blocks.
  public static func identity(_ blocks: [IndexType], _ scheme: Scheme<Scalar>) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: blocks, columnBlocks: blocks) {
      $0 == $1 && $2 == blocks[$0].code ? .one : .zero
    }
  }

  /// The matrix of ones.
  public static func ones(
    rows: [IndexType], columns: [IndexType], _ scheme: Scheme<Scalar>
  ) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: rows, columnBlocks: columns) { _, _, _ in .one }
  }

  /// The matrix of zeros.
  public static func zero(
    rows: [IndexType], columns: [IndexType], _ scheme: Scheme<Scalar>
  ) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: rows, columnBlocks: columns) { _, _, _ in .zero }
  }

  /// Where the coefficients of each pair of blocks begin, in row-major order.
  var offsets: [Int] {
    var offsets: [Int] = []
    var next = 0
    for k in rowBlocks {
      for m in columnBlocks {
        offsets.append(next)
        next += scheme.orbits(k, m).count
      }
    }
    return offsets
  }

  /// The coefficients of one pair of blocks, one for each orbit that occurs.
  ///
  /// - Precondition: Both are numbers of blocks, counted from 0.
  public func block(_ row: Int, _ column: Int) -> ArraySlice<Scalar> {
    precondition(
      rowBlocks.indices.contains(row) && columnBlocks.indices.contains(column),
      "not a block of the matrix")
    let start = offsets[row * columnBlocks.count + column]
    let sizes = scheme.orbits(rowBlocks[row], columnBlocks[column])
    return coefficients[start..<(start + sizes.count)]
  }

  /// The entry in the given blocks at the places of an orbit, with one base set those of subsets that
  /// share `common` vertices; nil when there are none.
  public func entry(_ row: Int, _ column: Int, common: Int) -> Scalar? {
    let sizes = scheme.orbits(rowBlocks[row], columnBlocks[column])
    let values = block(row, column)
    return sizes.firstIndex(of: common).map { values[values.startIndex + $0] }
  }
}

extension OrbitMatrix where Scalar == Surd {
  /// Where the coefficients are in memory: there as long as a copy of the matrix is.
  package var storagePlace: UnsafeRawPointer? {
    coefficients.withUnsafeBufferPointer { $0.baseAddress.map(UnsafeRawPointer.init) }
  }

  /// Whether it is the same matrix, the coefficients at the same place in memory.
  package func isStored(as other: OrbitMatrix) -> Bool {
    scheme === other.scheme && storagePlace == other.storagePlace
      && rowBlocks == other.rowBlocks && columnBlocks == other.columnBlocks
  }
}

extension OrbitMatrix: CustomStringConvertible {
  /// The coefficients by block, as in `[2]×[1] over 5: 0 ↦ 1, 1 ↦ -1`.
  public var description: String {
    var blocks: [String] = []
    for (row, k) in rowBlocks.enumerated() {
      for (column, m) in columnBlocks.enumerated() {
        let values = zip(scheme.orbits(k, m), block(row, column))
        blocks.append(values.map { "\($0) ↦ \($1)" }.joined(separator: ", "))
      }
    }
    let orders = scheme.sets.map(\.description).joined(separator: ", ")
    return "\(rowBlocks)×\(columnBlocks) over \(orders): "
      + blocks.joined(separator: "; ")
  }
}
