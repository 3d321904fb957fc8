import Rational

/// The values of the steps of a case of a uniform proof over one range of r, as text.
///
/// Also computes with such texts, so that whoever writes a proof out for another checker can give the
/// values in between. Nothing is believed here: the other checker looks at them for itself.
public struct UniformValues {
  /// The numbers r of vertices that are looked at together.
  public enum Vertices: Hashable, Sendable {
    case none
    case single(Int)
    case from(Int)

    fileprivate var range: VertexRange {
      switch self {
      case .none: .none
      case .single(let order): .single(order)
      case .from(let first): .from(first)
      }
    }
  }

  /// The value of a step: a number times `ratio` to the power L - L₀, or a matrix.
  public enum Value: Hashable, Sendable {
    case number(String, ratio: String)
    case matrix(UniformProof.Matrix)
  }

  /// The values of all steps.
  public let steps: [Value]
  private var replay: UniformReplay

  /// Replays a case on one range.
  ///
  /// - Throws: The first line that does not hold there.
  public init(_ entry: UniformProof.Case, on vertices: Vertices) throws(Rejection) {
    var replay = try UniformReplay(entry, on: vertices.range, SymbolWork())
    try replay.run()
    var steps: [Value] = []
    for (given, value) in zip(entry.values, replay.values) {
      switch (given, value) {
      case (.matrix(let matrix)?, _): steps.append(.matrix(matrix))
      case (_, .matrix(let table)): steps.append(.matrix(replay.text(table)))
      case (.number(let text)?, .number(_, let ratio)):
        steps.append(.number(text, ratio: replay.ring.text(ratio)))
      case (_, .number(let number, let ratio)):
        steps.append(.number(replay.ring.text(number), ratio: replay.ring.text(ratio)))
      }
    }
    self.steps = steps
    self.replay = replay
  }

  /// The sign of `x - y` everywhere on the range: -1, 0 or 1; nil when it is not the same everywhere.
  public mutating func sign(_ x: String, minus y: String = "0") throws(Rejection) -> Int? {
    let difference = try replay.sum(replay.fraction(x), -replay.fraction(y))
    return switch try replay.sign(difference) {
    case .positive: 1
    case .zero: 0
    case .negative: -1
    default: nil
    }
  }

  /// The matrix product.
  public mutating func product(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> UniformProof.Matrix {
    replay.text(try replay.product(replay.table(left), replay.table(right)))
  }

  /// The matrix sum.
  public mutating func sum(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> UniformProof.Matrix {
    replay.text(try replay.sum(replay.table(left), replay.table(right)))
  }

  /// `M + c I` for a square matrix.
  public mutating func shifted(
    _ matrix: UniformProof.Matrix, by shift: String
  ) throws(Rejection) -> UniformProof.Matrix {
    let identity = OrbitTable.identity(matrix.rows)
    let scaled = try replay.scaled(identity, by: replay.fraction(shift))
    return replay.text(try replay.sum(replay.table(matrix), scaled))
  }

  /// The sum of the diagonal.
  public mutating func trace(_ matrix: UniformProof.Matrix) throws(Rejection) -> String {
    replay.ring.text(try replay.trace(replay.table(matrix)))
  }

  /// For each block of rows their scalar product with those of another matrix.
  public mutating func rowProducts(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> [String] {
    let products = try replay.product(replay.table(left), replay.table(right).transposed)
    return left.rows.enumerated().map { row, size in
      replay.ring.text(products.entry(row, row, size))
    }
  }

  public mutating func difference(_ x: String, _ y: String) throws(Rejection) -> String {
    replay.ring.text(try replay.sum(replay.fraction(x), -replay.fraction(y)))
  }

  /// `-x`, and `x y`.
  public mutating func negated(_ number: String) throws(Rejection) -> String {
    replay.ring.text(-(try replay.fraction(number)))
  }

  public mutating func product(_ x: String, _ y: String) throws(Rejection) -> String {
    replay.ring.text(try replay.product(replay.fraction(x), replay.fraction(y)))
  }

  /// The number of columns of a matrix.
  public func columns(of matrix: UniformProof.Matrix) -> String {
    replay.ring.text(replay.count(matrix.columns))
  }
}

extension UniformProof.Matrix {
  /// Rows and columns exchanged.
  public var transposed: UniformProof.Matrix {
    UniformProof.Matrix(
      rows: columns, columns: rows,
      blocks: columns.indices.flatMap { column in
        rows.indices.map { blocks[$0 * columns.count + column] }
      }, denominator: denominator)
  }
}

extension Rejection {
  /// A step that whoever writes a proof out did not expect.
  public static func export(_ place: String, expected: String, found: String) -> Rejection {
    Rejection(.shape, place, expected: expected, found: found)
  }
}
