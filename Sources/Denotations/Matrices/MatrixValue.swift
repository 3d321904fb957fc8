import Graphs
import Rational

/// A matrix of the instance reading, in the most compact form that is known for it.
///
/// The three forms denote matrices of numbers; which of them is used never changes an answer.
/// Operations stay in a compact form where the labels of rows and columns allow it, and go to the
/// dense form otherwise, within the memory limit.
package enum MatrixValue: Hashable, Sendable {
  /// `a I + b J`, known before it is known what its rows and columns stand for.
  case identityPlusOnes(IdentityPlusOnes)
  /// One entry for each orbit of the symmetric group.
  case orbit(OrbitMatrix<Surd>)
  /// Every entry.
  case dense(Matrix<Surd>)

  /// `identity · I + ones · J` of the given shape; `identity` is zero unless the shape is square.
  package struct IdentityPlusOnes: Hashable, Sendable {
    var rows: Int
    var columns: Int
    var identity: Surd
    var ones: Surd
  }

  /// Why an operation has no result.
  package enum Failure: Error, CustomStringConvertible {
    case matrix(MatrixError)
    case noSolution(row: Int)
    case other(String)

    /// Whether it is a defect of the program rather than of the claim.
    package var isInternal: Bool {
      if case .matrix(.internalCheckFailed) = self { true } else { false }
    }

    package var description: String {
      switch self {
      case .matrix(let error): error.description
      case .noSolution(let row):
        "W X = Y has no solution: row \(row + 1) of Y is not in the row space of X"
      case .other(let reason): reason
      }
    }
  }

  package static func identity(_ size: Int) -> MatrixValue {
    .identityPlusOnes(IdentityPlusOnes(rows: size, columns: size, identity: 1, ones: 0))
  }

  package static func ones(rows: Int, columns: Int) -> MatrixValue {
    .identityPlusOnes(IdentityPlusOnes(rows: rows, columns: columns, identity: 0, ones: 1))
  }

  package static func dense(rows: [[Surd]]) -> MatrixValue { .dense(Matrix(rows)) }

  package var rows: Int {
    switch self {
    case .identityPlusOnes(let value): value.rows
    case .orbit(let value): Self.size(value.rowCount)
    case .dense(let value): value.rows
    }
  }

  package var columns: Int {
    switch self {
    case .identityPlusOnes(let value): value.columns
    case .orbit(let value): Self.size(value.columnCount)
    case .dense(let value): value.columns
    }
  }

  /// `5 × 10`
  package var shape: String { "\(rows) × \(columns)" }

  /// A number of rows or columns, which is an integer for every definite order.
  private static func size(_ count: Surd) -> Int {
    count.rational.flatMap { Int(exactly: $0.numerator) } ?? 0
  }

  // MARK: Forms

  /// All entries, within the limit.
  package func densified(_ limit: SizeLimit) throws -> Matrix<Surd> {
    if case .dense(let value) = self { return value }
    try limit.admit(rows: rows, columns: columns)
    switch self {
    case .dense(let value): return value
    case .orbit(let value):
      guard let dense = value.dense() else { throw Failure.other("the order is not a number") }
      return dense
    case .identityPlusOnes(let value):
      return Matrix(rows: value.rows, columns: value.columns) { row, column in
        row == column ? value.identity + value.ones : value.ones
      }
    }
  }

  /// A uniform matrix with the labels of a neighbour: `rows` and `columns` are blocks of subsets
  /// over the scheme, with as many elements.
  package static func labelled(
    _ value: IdentityPlusOnes, rows: [IndexType], columns: [IndexType], over scheme: Scheme<Surd>
  ) -> OrbitMatrix<Surd> {
    let ones = OrbitMatrix.ones(rows: rows, columns: columns, scheme).scaled(by: value.ones)
    guard !value.identity.isZero else { return ones }
    return OrbitMatrix.identity(rows, scheme).scaled(by: value.identity) + ones
  }

  /// Whether rows and columns stand for the same, so that the diagonal is one of orbits.
  private var hasDiagonal: Bool {
    if case .orbit(let value) = self { value.rowSet == value.columnSet } else { true }
  }

  /// For functions of a square matrix, whose places are in their order: one whose rows stand for
  /// something else than its columns is written out.
  package func squared(_ limit: SizeLimit) throws -> MatrixValue {
    hasDiagonal ? self : .dense(try densified(limit))
  }

  /// The longest of the numbers that the entries are made of, in bits at most, and the most square roots
  /// in an entry.
  package var largestEntry: (bits: Int, roots: Int) {
    func largest(_ entries: some Sequence<Surd>) -> (bits: Int, roots: Int) {
      var found = (bits: Int.bitWidth, roots: 1)
      for entry in entries where !entry.isFractionOfWords {
        found = (max(found.bits, entry.bitsAtMost), max(found.roots, entry.rootCount))
      }
      return found
    }
    switch self {
    case .identityPlusOnes(let value): return largest([value.identity, value.ones])
    case .orbit(let value): return largest(value.coordinates)
    case .dense(let value): return largest(value.coordinates)
    }
  }

  /// How many numbers it takes to hold the matrix.
  package var storedEntries: Int {
    switch self {
    case .identityPlusOnes: 2
    case .orbit(let value): value.coordinates.count
    case .dense(let value): value.rows * value.columns
    }
  }

  /// For functions of one matrix: a square uniform matrix is an orbit matrix on its own vertices.
  package func standalone(_ limit: SizeLimit) throws -> MatrixValue {
    guard case .identityPlusOnes(let value) = self else { return self }
    guard value.rows == value.columns else { return .dense(try densified(limit)) }
    let scheme = try GraphMatrices.shared.scheme(order: value.rows, limit)
    return .orbit(Self.labelled(value, rows: [1], columns: [1], over: scheme))
  }

  /// An orbit matrix on plain vertices is of the form `a I + b J`: forget the vertices again, so
  /// that it can meet matrices whose rows stand for something else.
  package var unlabelled: MatrixValue {
    guard case .orbit(let value) = self, value.scheme.sets.count == 1, value.rowBlocks == [1],
      value.columnBlocks == [1], let diagonal = value.entry(0, 0, common: 1)
    else { return self }
    let other = value.entry(0, 0, common: 0) ?? 0
    return .identityPlusOnes(
      IdentityPlusOnes(rows: rows, columns: columns, identity: diagonal - other, ones: other))
  }
}

/// Two matrices in one form.
package enum MatrixPair {
  case identityPlusOnes(MatrixValue.IdentityPlusOnes, MatrixValue.IdentityPlusOnes)
  case orbit(OrbitMatrix<Surd>, OrbitMatrix<Surd>)
  case dense(Matrix<Surd>, Matrix<Surd>)
}
