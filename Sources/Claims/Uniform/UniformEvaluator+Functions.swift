import Functions
import Graphs
import Losses
import Rational

extension UniformEvaluator {
  /// A function of the vocabulary, applied.
  mutating func call(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> UniformValue {
    switch name {
    case "triangular_root" where hasRows:
      guard case .name(symbol, _) = arguments[0] else {
        throw NotUniform("'triangular_root' of another number than \(symbol)")
      }
      return .number(.x)
    case "sum", "product", "sqrt", "binomial":
      return .number(try arithmetic(name, arguments, at: place))
    case "I", "J", "B", "T", "G", "A1": return .matrix(try named(name, arguments))
    case "construction", "collapse", "join":
      return .construction(try constructed(name, arguments, at: place))
    case "trace", "rank", "norm2", "rows", "columns", "entry", "least_norm", "min_ridge",
      "min_factorisation", "nuclear_norm":
      return .number(try numberOfMatrix(name, arguments, at: place))
    case "transpose", "gram", "relu", "unit_rows", "inverse", "pseudo_inverse", "stack",
      "least_norm_form", "ridge_minimiser":
      return .matrix(try derived(name, arguments, at: place))
    default: throw NotUniform("'\(name)' has no reading for all \(symbol)")
    }
  }

  private mutating func arithmetic(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> RootFunction {
    switch name {
    case "sqrt":
      let radicand = try number(arguments[0])
      guard radicand.sign >= 0 else {
        throw failure(place, "the square root of a negative number, \(radicand)")
      }
      guard let root = radicand.squareRoot else {
        throw NotUniform("the square root of \(radicand) was not found")
      }
      return root
    case "binomial":
      let upper = try number(arguments[0])
      let lower = try integer(arguments[1], "the lower number of a binomial")
      // The polynomial is the number of subsets where the upper number is not negative.
      guard (0...64).contains(lower), upper.sign >= 0 else {
        throw NotUniform("a binomial of a negative number")
      }
      return (0..<lower).reduce(RootFunction.one) {
        $0 * (upper - RootFunction($1)) * RootFunction(Rational(1, $1 + 1))
      }
    default:
      guard case .name(let variable, _) = arguments[0] else {
        throw failure(place, "'\(name)' takes a name first")
      }
      let first = try integer(arguments[1], "the first index")
      let last = try integer(arguments[2], "the last index")
      guard last < first + 64 else { throw NotUniform("a sum of more than 64 terms") }
      return try accumulated(name, arguments[3], of: variable, from: first, through: last)
    }
  }

  private mutating func named(
    _ name: String, _ arguments: [Expression]
  ) throws -> UniformMatrix {
    let sizes = try arguments.map { try number($0) }
    if name == "I" || name == "J" {
      return .plain(
        .init(
          rows: sizes[0], columns: sizes[sizes.count - 1],
          identity: name == "I" ? .one : .zero, ones: name == "I" ? .zero : .one))
    }
    guard sizes[0] == .x else {
      throw NotUniform("\(name)(…) of another number than \(symbol)")
    }
    noteGraph()
    let scheme = vertices.scheme
    switch name {
    case "G": return .orbit(try .triangularAdjacency(scheme))
    case "A1": return .orbit(try .vertexWeightings(scheme))
    default:
      let incidence = OrbitMatrix<RootFunction>.incidence
      let matrix = try incidence(scheme)
      guard name == "T" else { return .orbit(matrix) }
      guard let norm = (RootFunction.x - .one).squareRoot else {
        throw NotUniform("the square root of r - 1 was not found")
      }
      return .orbit(matrix.scaled(by: norm.inverse))
    }
  }

  private mutating func numberOfMatrix(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> RootFunction {
    let first = try matrix(arguments[0])
    switch name {
    case "rows": return first.rows
    case "columns": return first.columns
    case "trace":
      guard first.isSquare else { throw failure(place, "trace of a matrix that is not square") }
      return first.trace
    case "norm2": return try vertices.orbits(first).squaredNorm
    case "rank": return try graphs { try vertices.orbits(first).rank() }
    case "entry":
      return try entry(
        first, try integer(arguments[1], "a row"), try integer(arguments[2], "a column"))
    case "least_norm":
      return try leastNorm(first, try matrix(arguments[1]), at: place).value
    case "min_ridge":
      let decay = try positive(arguments[1], "λ")
      return try graphs { try Ridge(try vertices.orbits(first), lambda: decay).value }
    case "min_factorisation":
      let left = try positive(arguments[1], "λ_A")
      let right = try positive(arguments[2], "λ_B")
      return try graphs {
        try MinimalFactorisation(
          try vertices.orbits(first), lambdaA: left, lambdaB: right
        ).value
      }
    default: return try graphs { try NuclearNorm(try vertices.orbits(first)).value }
    }
  }

  private mutating func derived(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> UniformMatrix {
    let first = try matrix(arguments[0])
    switch name {
    case "transpose": return first.transposed
    case "gram": return try vertices.product(first.transposed, first)
    case "relu": return .orbit(try vertices.orbits(first).rectified)
    case "unit_rows": return try graphs { .orbit(try vertices.orbits(first).unitRows()) }
    case "inverse":
      guard let inverse = try vertices.orbits(first).inverse else {
        throw failure(place, "the matrix has no inverse")
      }
      return UniformMatrix.orbit(inverse).unlabelled(like: first)
    case "pseudo_inverse":
      return try graphs {
        UniformMatrix.orbit(try vertices.orbits(first).pseudoInverse()).unlabelled(like: first)
      }
    case "stack":
      let (upper, lower) = try vertices.sharingColumns(first, try matrix(arguments[1]))
      return .orbit(upper.stacked(over: lower))
    case "least_norm_form":
      return .orbit(try leastNorm(first, try matrix(arguments[1]), at: place).form)
    default:
      let decay = try positive(arguments[1], "λ")
      return try graphs {
        UniformMatrix.orbit(try Ridge(try vertices.orbits(first), lambda: decay).weights)
          .unlabelled(like: first)
      }
    }
  }

  /// Runs an algorithm on matrices: what it does not find has no uniform reading.
  func graphs<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as MatrixError {
      if case .internalCheckFailed(let reason) = error {
        throw RunError.readingsDisagree(reason)
      }
      throw NotUniform(error.description)
    }
  }

  private func leastNorm(
    _ factor: UniformMatrix, _ target: UniformMatrix, at place: SourceLocation
  ) throws -> (value: RootFunction, form: OrbitMatrix<RootFunction>) {
    let (x, y) = try vertices.sharingColumns(factor, target)
    let solution = try graphs { try LeastNorm(x, y) }
    guard let value = solution.value else {
      throw failure(place, "W X = Y has no solution")
    }
    return (value, solution.gramOfRows)
  }

  /// The entry in a row and a column from 1: the first vertices, or the first edges, those of the
  /// first vertex.
  private func entry(
    _ matrix: UniformMatrix, _ row: Int, _ column: Int
  ) throws -> RootFunction {
    guard row >= 1, column >= 1 else { throw NotUniform("a row or column below 1") }
    switch matrix {
    case .plain(let value):
      return row == column ? value.identity + value.ones : value.ones
    case .orbit(let value):
      func subset(_ index: Int, _ size: Int) throws -> Subset {
        guard size > 0 else { throw NotUniform("an entry of a single row") }
        // There are that many vertices.
        guard (RootFunction.x - RootFunction(index + 1)).sign > 0 else {
          throw NotUniform("too few rows")
        }
        return size == 1 ? Subset(index - 1) : Subset(0, index)
      }
      let a = try subset(row, value.rowBlocks[0])
      let b = try subset(column, value.columnBlocks[0])
      guard let entry = value.entry(0, 0, common: a.intersectionSize(b)) else {
        throw NotUniform("an entry that does not occur")
      }
      return entry
    }
  }

  // MARK: Constructions

  /// A number of classes: an integer that is not negative for every large symbol.
  private mutating func classes(_ expression: Expression) throws -> RootFunction {
    let count = try number(expression)
    guard count.isIntegerValued, count.sign >= 0 else {
      throw failure(
        expression.location, "the number of classes is \(count); expected an integer ≥ 0")
    }
    return count
  }

  private mutating func constructed(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> [UniformBlock] {
    switch name {
    case "collapse": return [.collapse(classes: try classes(arguments[0]))]
    case "join": return try construction(arguments[0]) + construction(arguments[1])
    case "construction" where arguments.count == 1:
      throw NotUniform("two layers have no criterion for all \(symbol)")
    default:
      let (base, last) = try vertices.sharingColumns(
        try matrix(arguments[0]), try matrix(arguments[1]))
      guard base == base.rectified else {
        throw failure(place, "the first matrix of a construction has a negative entry")
      }
      let features = last.rectified
      guard let inverse = features.gram.inverse else {
        throw NotUniform("an eigenvalue of the last features is zero")
      }
      let weights = try leastNorm(.orbit(base), .orbit(last), at: place).value
      return try graphs {
        [
          .graph(
            ReciprocalCriterion(
              classes: base.columnCount, nuclearNorm: try NuclearNorm(base).value,
              rank: try base.rank(), lastLayerNorm: weights, reciprocalSum: inverse.trace))
        ]
      }
    }
  }
}

extension UniformMatrix {
  /// The result of a function of a plain matrix is plain again.
  fileprivate func unlabelled(like argument: UniformMatrix) -> UniformMatrix {
    if case .plain = argument { unlabelled } else { self }
  }
}
