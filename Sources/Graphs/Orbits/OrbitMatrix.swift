import Rational

/// A matrix that permutations of the vertices leave unchanged, one number for each orbit of places.
///
/// Rows are labelled by a disjoint union of blocks, each block the k-subsets of the vertices for
/// one k in `Subset.possibleSizes`; `[2]` are the edges, `[1]` the vertices, `[1, 1]` two copies
/// of the vertices one above the other. Columns likewise. Within a pair of blocks the entry at
/// (a, b) depends on `|a ∩ b|` only.
///
/// Canonical form: blocks in row-major order, and in each block one coefficient for each size that
/// *occurs*, smallest first. (With three vertices two edges always meet, so size 0 is not stored.)
/// Every coefficient is an entry of the matrix, so equality and hashing are structural.
public struct OrbitMatrix<Scalar: ExactField>: Hashable, Sendable {
  /// The multiplication table that the matrix lives over.
  public let scheme: Scheme<Scalar>
  /// The subset size of each block of rows.
  public let rowBlocks: [Int]
  /// The subset size of each block of columns.
  public let columnBlocks: [Int]
  /// The coefficients in the canonical order.
  let coefficients: [Scalar]

  /// A matrix from its coefficients in the canonical order.
  init(scheme: Scheme<Scalar>, rowBlocks: [Int], columnBlocks: [Int], coefficients: [Scalar]) {
    self.scheme = scheme
    self.rowBlocks = rowBlocks
    self.columnBlocks = columnBlocks
    self.coefficients = coefficients
  }

  /// The matrix whose entry at subsets a and b with `|a ∩ b| = i`, in the given blocks, is the
  /// value of `entry`.
  ///
  /// - Precondition: All blocks are in `Subset.possibleSizes`.
  public init<Failure: Error>(
    scheme: Scheme<Scalar>, rowBlocks: [Int], columnBlocks: [Int],
    entry: (_ rowBlock: Int, _ columnBlock: Int, _ common: Int) throws(Failure) -> Scalar
  ) throws(Failure) {
    precondition(
      (rowBlocks + columnBlocks).allSatisfy(Subset.possibleSizes.contains),
      "a block consists of subsets of size 0, 1 or 2")
    var coefficients: [Scalar] = []
    for (row, k) in rowBlocks.enumerated() {
      for (column, m) in columnBlocks.enumerated() {
        for common in scheme.sizesOccurring(k, m) {
          coefficients.append(try entry(row, column, common))
        }
      }
    }
    self.init(
      scheme: scheme, rowBlocks: rowBlocks, columnBlocks: columnBlocks, coefficients: coefficients)
  }

  /// The identity matrix on the given blocks.
  public static func identity(_ blocks: [Int], _ scheme: Scheme<Scalar>) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: blocks, columnBlocks: blocks) {
      $0 == $1 && $2 == blocks[$0] ? .one : .zero
    }
  }

  /// The matrix of ones.
  public static func ones(
    rows: [Int], columns: [Int], _ scheme: Scheme<Scalar>
  ) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: rows, columnBlocks: columns) { _, _, _ in .one }
  }

  /// The matrix of zeros.
  public static func zero(
    rows: [Int], columns: [Int], _ scheme: Scheme<Scalar>
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
        next += scheme.sizesOccurring(k, m).count
      }
    }
    return offsets
  }

  /// The coefficients of one pair of blocks, one for each size that occurs, smallest first.
  ///
  /// - Precondition: Both are numbers of blocks, counted from 0.
  public func block(_ row: Int, _ column: Int) -> ArraySlice<Scalar> {
    precondition(
      rowBlocks.indices.contains(row) && columnBlocks.indices.contains(column),
      "not a block of the matrix")
    let start = offsets[row * columnBlocks.count + column]
    let sizes = scheme.sizesOccurring(rowBlocks[row], columnBlocks[column])
    return coefficients[start..<(start + sizes.count)]
  }

  /// The entry in the given blocks at subsets that share `common` vertices, or nil when no two
  /// subsets do.
  public func entry(_ row: Int, _ column: Int, common: Int) -> Scalar? {
    let sizes = scheme.sizesOccurring(rowBlocks[row], columnBlocks[column])
    let values = block(row, column)
    return sizes.firstIndex(of: common).map { values[values.startIndex + $0] }
  }
}

extension OrbitMatrix: CustomStringConvertible {
  /// The coefficients by block, as in `[2]×[1] over 5: 0 ↦ 1, 1 ↦ -1`.
  public var description: String {
    var blocks: [String] = []
    for (row, k) in rowBlocks.enumerated() {
      for (column, m) in columnBlocks.enumerated() {
        let values = zip(scheme.sizesOccurring(k, m), block(row, column))
        blocks.append(values.map { "\($0) ↦ \($1)" }.joined(separator: ", "))
      }
    }
    return "\(rowBlocks)×\(columnBlocks) over \(scheme.order): "
      + blocks.joined(separator: "; ")
  }
}
