import Functions
import Graphs
import Rational

/// A matrix of the uniform reading: its entries and sizes are functions of the symbol r.
enum UniformMatrix: ReadingMatrix, Hashable, Sendable {
  typealias Scalar = RootFunction

  /// `identity · I + ones · J` of the given shape, known before it is known what its rows and columns
  /// stand for; `identity` is zero unless the shape is square.
  case plain(Plain)
  /// One entry for each orbit of the symmetric group.
  case orbit(OrbitMatrix<RootFunction>)

  struct Plain: Hashable, Sendable {
    var rows: RootFunction
    var columns: RootFunction
    var identity: RootFunction
    var ones: RootFunction
  }

  var rows: RootFunction {
    switch self {
    case .plain(let value): value.rows
    case .orbit(let value): value.rowCount
    }
  }

  var columns: RootFunction {
    switch self {
    case .plain(let value): value.columns
    case .orbit(let value): value.columnCount
    }
  }

  var isSquare: Bool { rows == columns }

  func scaled(by factor: RootFunction) -> UniformMatrix {
    switch self {
    case .plain(var value):
      value.identity *= factor
      value.ones *= factor
      return .plain(value)
    case .orbit(let value): return .orbit(value.scaled(by: factor))
    }
  }

  var transposed: UniformMatrix {
    switch self {
    case .plain(var value):
      (value.rows, value.columns) = (value.columns, value.rows)
      return .plain(value)
    case .orbit(let value): return .orbit(value.transposed)
    }
  }

  var trace: RootFunction {
    switch self {
    case .plain(let value): value.rows * (value.identity + value.ones)
    case .orbit(let value): value.trace
    }
  }

  /// An orbit matrix whose blocks are square and of the form `a I + b J` without its labels, so that
  /// it can meet matrices whose rows stand for something else.
  var unlabelled: UniformMatrix {
    guard case .orbit(let value) = self, value.rowBlocks.count == 1,
      value.rowBlocks == value.columnBlocks
    else { return self }
    let entries = Array(value.block(0, 0))
    guard let diagonal = entries.last, let other = entries.first,
      entries.dropLast().allSatisfy({ $0 == other })
    else { return self }
    return .plain(
      Plain(rows: rows, columns: columns, identity: diagonal - other, ones: other))
  }
}

/// Why a statement has no uniform reading.
public struct NotUniform: Error, CustomStringConvertible {
  /// The reason, in a line.
  public let description: String
  /// A reason.
  public init(_ description: String) { self.description = description }
}

/// The vertices of the uniform reading: the symbol, and how its subsets meet.
struct UniformVertices: Sendable {
  let scheme: Scheme<RootFunction>

  init(symbol: String) {
    scheme = Scheme(SymbolicIntersections(symbol, RootFunction.x))
  }

  /// The subsets that there are `count` of: the empty set, vertices or edges.
  private func blocks(of count: RootFunction) -> [Int]? {
    Subset.possibleSizes.first { scheme.subsets(ofSize: $0) == count }.map { [$0] }
  }

  private func labelled(
    _ value: UniformMatrix.Plain, rows: [Int], columns: [Int]
  ) -> OrbitMatrix<RootFunction> {
    let ones = OrbitMatrix.ones(rows: rows, columns: columns, scheme).scaled(by: value.ones)
    guard !value.identity.isZero else { return ones }
    return OrbitMatrix.identity(rows, scheme).scaled(by: value.identity) + ones
  }

  /// The orbit form of a matrix; a plain one must have as many rows and columns as there are subsets.
  func orbits(_ matrix: UniformMatrix) throws -> OrbitMatrix<RootFunction> {
    switch matrix {
    case .orbit(let value): return value
    case .plain(let value):
      guard let rows = blocks(of: value.rows), let columns = blocks(of: value.columns) else {
        throw NotUniform("a \(value.rows) × \(value.columns) matrix has no labels in r")
      }
      return labelled(value, rows: rows, columns: columns)
    }
  }

  /// A plain matrix with the labels of a neighbour whose shape it shares.
  private func labelled(
    _ value: UniformMatrix.Plain, like other: OrbitMatrix<RootFunction>
  ) -> OrbitMatrix<RootFunction> {
    labelled(value, rows: other.rowBlocks, columns: other.columnBlocks)
  }

  /// Both in one form for a sum or a comparison; the shapes are equal.
  enum Pair {
    case plain(UniformMatrix.Plain, UniformMatrix.Plain)
    case orbit(OrbitMatrix<RootFunction>, OrbitMatrix<RootFunction>)
  }

  func paired(_ left: UniformMatrix, _ right: UniformMatrix) throws -> Pair {
    switch (left, right) {
    case (.plain(let a), .plain(let b)): return .plain(a, b)
    case (.orbit(let a), .plain(let b)): return .orbit(a, labelled(b, like: a))
    case (.plain(let a), .orbit(let b)): return .orbit(labelled(a, like: b), b)
    case (.orbit(let a), .orbit(let b)):
      guard a.rowSet == b.rowSet, a.columnSet == b.columnSet else {
        throw NotUniform("rows or columns of two matrices stand for different things")
      }
      return .orbit(a, b)
    }
  }

  func product(_ left: UniformMatrix, _ right: UniformMatrix) throws -> UniformMatrix {
    switch (left, right) {
    case (.plain(let a), .plain(let b)):
      // (aI + bJ)(cI + dJ) = acI + (ad + bc + bdm)J with m the inner size.
      let ones =
        a.identity * b.ones + a.ones * b.identity + a.ones * b.ones * a.columns
      return .plain(
        .init(
          rows: a.rows, columns: b.columns, identity: a.identity * b.identity, ones: ones))
    case (.orbit(let a), .orbit(let b)):
      guard a.columnSet == b.rowSet else {
        throw NotUniform("the inner labels of a product stand for different things")
      }
      return .orbit(a * b)
    case (.plain(let a), .orbit(let b)):
      guard let rows = a.rows == a.columns ? b.rowBlocks : blocks(of: a.rows) else {
        throw NotUniform("a matrix with \(a.rows) rows has no labels in r")
      }
      return .orbit(labelled(a, rows: rows, columns: b.rowBlocks) * b)
    case (.orbit(let a), .plain(let b)):
      guard let columns = b.rows == b.columns ? a.columnBlocks : blocks(of: b.columns) else {
        throw NotUniform("a matrix with \(b.columns) columns has no labels in r")
      }
      return .orbit(a * labelled(b, rows: a.columnBlocks, columns: columns))
    }
  }

  /// Two matrices with the same columns, both in orbit form.
  func sharingColumns(
    _ first: UniformMatrix, _ second: UniformMatrix
  ) throws -> (OrbitMatrix<RootFunction>, OrbitMatrix<RootFunction>) {
    func beside(
      _ value: UniformMatrix.Plain, _ neighbour: OrbitMatrix<RootFunction>
    ) throws -> OrbitMatrix<RootFunction> {
      let square = value.rows == value.columns
      guard let rows = square ? neighbour.columnBlocks : blocks(of: value.rows) else {
        throw NotUniform("a matrix with \(value.rows) rows has no labels in r")
      }
      return labelled(value, rows: rows, columns: neighbour.columnBlocks)
    }
    switch (first, second) {
    case (.orbit(let a), .plain(let b)): return (a, try beside(b, a))
    case (.plain(let a), .orbit(let b)): return (try beside(a, b), b)
    default:
      let pair = (try orbits(first), try orbits(second))
      guard pair.0.columnSet == pair.1.columnSet else {
        throw NotUniform("the columns of two matrices stand for different things")
      }
      return pair
    }
  }
}
