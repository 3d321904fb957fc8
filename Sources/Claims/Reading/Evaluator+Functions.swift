import Graphs
import Rational

extension Evaluator {
  /// A function of the vocabulary, applied.
  mutating func call(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> Value {
    switch name {
    case "sum", "product": return .number(try accumulated(name, arguments, at: place))
    case "sqrt", "binomial", "triangular_root":
      return .number(try arithmetic(name, arguments, at: place))
    case "I", "J", "B", "T", "G", "A1", "patterns", "sample":
      return measured(.matrix(try namedMatrix(name, arguments, at: place)))
    case "construction", "collapse", "join":
      return measured(.construction(try constructed(name, arguments, at: place)))
    case "trace", "rank", "norm2", "rows", "columns", "entry", "least_norm", "min_ridge",
      "min_factorisation", "nuclear_norm":
      return .number(try numberOfMatrix(name, arguments, at: place))
    default:
      return measured(.matrix(try derivedMatrix(name, arguments, at: place)))
    }
  }

  private mutating func arithmetic(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> Surd {
    switch name {
    case "sqrt":
      let radicand = try number(arguments[0])
      guard radicand.sign >= 0 else {
        throw failure(place, "the square root of a negative number, \(radicand)")
      }
      do throws(SquareRootError) {
        return try radicand.squareRoot()
      } catch {
        throw failure(place, "the square root of \(radicand) is not available: \(error)")
      }
    case "binomial":
      let n = try integer(arguments[0], atLeast: 0, "the upper number of a binomial")
      let k = try integer(arguments[1], atLeast: 0, "the lower number of a binomial")
      guard k > n || min(k, n - k) <= 10_000 else {
        throw RunError.tooLarge(failure(place, "binomial(\(n), \(k)) is too large").description)
      }
      return Surd(k > n ? 0 : Integer.binomial(n, k))
    default:
      let classes = try integer(arguments[0], atLeast: 0, "the number of classes")
      // r(r-1)/2 <= K  iff  (2r-1)² <= 8K+1.
      let root = (Integer(8) * Integer(classes) + 1).squareRootFloor()
      return Surd((root + 1).quotientAndRemainder(dividingBy: 2).quotient)
    }
  }

  /// The most terms of a sum or product.
  private static let termLimit = 100_000

  /// `sum(k, a, b, f)` or `product(k, a, b, f)`.
  private mutating func accumulated(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> Surd {
    guard case .name(let variable, _) = arguments[0] else {
      throw failure(place, "'\(name)' takes a name first")
    }
    let first = try integer(arguments[1], atLeast: -1_000_000, "the first index")
    let last = try integer(arguments[2], atLeast: -1_000_000, "the last index")
    guard last < first || last - first < Self.termLimit else {
      throw RunError.tooLarge(
        failure(place, "\(last - first + 1) terms; the limit is \(Self.termLimit)").description)
    }
    return try accumulated(name, arguments[3], of: variable, from: first, through: last)
  }

  private mutating func namedMatrix(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    switch name {
    case "I", "J":
      let sizes = try arguments.map { try integer($0, atLeast: 0, "the size of a matrix") }
      return name == "I"
        ? .identity(sizes[0]) : .ones(rows: sizes[0], columns: sizes[sizes.count - 1])
    case "patterns":
      let columns = try integer(arguments[0], atLeast: 1, "the number of columns")
      let signs = try integer(arguments[1], atLeast: 0, "the number of minus signs")
      guard signs <= columns else {
        throw failure(place, "patterns with \(signs) minus signs in \(columns) columns")
      }
      return try limited(at: place) {
        try .signPatterns(columns: columns, minusSigns: signs, limit: $0)
      }
    case "sample":
      let rows = try integer(arguments[0], atLeast: 1, "the number of rows")
      let columns = try integer(arguments[1], atLeast: 1, "the number of columns")
      let rank = try integer(arguments[2], atLeast: 0, "the rank")
      let seed = try integer(arguments[3], atLeast: 0, "the seed")
      return try limited(at: place) {
        try .sample(rows: rows, columns: columns, rank: rank, seed: seed, limit: $0)
      }
    default:
      let order = try integer(arguments[0], atLeast: name == "T" ? 2 : 1, "the number of vertices")
      let method = options.method
      return try limited(at: place) {
        try .graph(name, order: order, method: method, limit: $0)
      }
    }
  }

  private mutating func numberOfMatrix(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> Surd {
    let first = try matrix(arguments[0])
    switch name {
    case "rows": return Surd(first.rows)
    case "columns": return Surd(first.columns)
    case "norm2": return first.squaredNorm
    case "trace":
      try requireSquare(first, "trace", at: place)
      return first.trace
    case "rank": return try limited(at: place) { try first.rank(limit: $0) }
    case "entry":
      let row = try integer(arguments[1], atLeast: 1, "the row")
      let column = try integer(arguments[2], atLeast: 1, "the column")
      guard row <= first.rows, column <= first.columns else {
        throw failure(place, "entry (\(row), \(column)) of a \(first.shape) matrix")
      }
      return first.entry(row - 1, column - 1)
    case "least_norm":
      let target = try matrix(arguments[1])
      try requireSameColumns(first, target, "least_norm", at: place)
      return try limited(at: place) { try first.leastNorm(reaching: target, limit: $0).value }
    case "min_ridge":
      let decay = try positive(arguments[1], "λ")
      return try limited(at: place) { try first.ridge(decay: decay, limit: $0).value }
    case "min_factorisation":
      let left = try positive(arguments[1], "λ_A")
      let right = try positive(arguments[2], "λ_B")
      return try limited(at: place) { try first.minimalFactorisation(left, right, limit: $0) }
    default:
      return try limited(at: place) { try first.nuclearNorm(limit: $0) }
    }
  }

  private mutating func derivedMatrix(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let first = try matrix(arguments[0])
    switch name {
    case "transpose": return first.transposed
    case "gram":
      return try limited(at: place) { try first.transposed.multiplied(by: first, limit: $0) }
    case "relu": return first.rectified
    case "unit_rows": return try limited(at: place) { try first.unitRows(limit: $0) }
    case "inverse":
      try requireSquare(first, "inverse", at: place)
      return try limited(at: place) { try first.inverse(limit: $0) }
    case "pseudo_inverse": return try limited(at: place) { try first.pseudoInverse(limit: $0) }
    case "kronecker":
      let second = try matrix(arguments[1])
      return try limited(at: place) { try first.kronecker(second, limit: $0) }
    case "repeat_rows": return try limited(at: place) { try first.repeatingRows(limit: $0) }
    case "stack":
      let second = try matrix(arguments[1])
      try requireSameColumns(first, second, "stack", at: place)
      return try limited(at: place) { try first.stacked(on: second, limit: $0) }
    case "least_norm_form":
      let target = try matrix(arguments[1])
      try requireSameColumns(first, target, "least_norm_form", at: place)
      return try limited(at: place) {
        let weights = try first.leastNorm(reaching: target, limit: $0).weights
        return try weights.multiplied(by: weights.transposed, limit: $0)
      }
    case "ridge_minimiser":
      let decay = try positive(arguments[1], "λ")
      return try limited(at: place) { try first.ridge(decay: decay, limit: $0).minimiser }
    default: throw failure(place, "'\(name)' has no reading")
    }
  }

  func requireSquare(_ matrix: MatrixValue, _ use: String, at place: SourceLocation) throws {
    guard matrix.rows == matrix.columns else {
      throw failure(place, "\(use) of a \(matrix.shape) matrix; expected a square one")
    }
  }

  func requireSameColumns(
    _ first: MatrixValue, _ second: MatrixValue, _ use: String, at place: SourceLocation
  ) throws {
    guard first.columns == second.columns else {
      throw failure(
        place, "\(use) of a \(first.shape) and a \(second.shape) matrix; expected as many columns")
    }
  }
}
