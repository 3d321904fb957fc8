import Denotations
import Graphs
import Rational
import Statements

extension Evaluator {
  /// A function of the vocabulary, applied.
  mutating func call(
    _ function: Function, _ arguments: [Expression], at place: SourceLocation
  ) throws -> Value {
    switch function {
    case .squareRoot: .number(try squareRoot(of: arguments[0], at: place))
    case .binomial: .number(try binomial(arguments, at: place))
    case .triangularRoot: .number(try triangularRoot(of: arguments[0]))
    case .sum: try sum(arguments, at: place)
    case .product: try product(arguments, at: place)
    case .maximum: .number(try numbers(arguments).max() ?? 0)
    case .minimum: .number(try numbers(arguments).min() ?? 0)
    case .absolute: .number(try magnitude(of: arguments[0]))
    case .modulus: .number(try modulus(arguments))
    case .root: try root(arguments, at: place)

    case .trace: .number(try trace(of: arguments[0], at: place))
    case .rank: .number(try applied(to: arguments[0], at: place) { try $0.rank(limit: $1) })
    case .squaredNorm: .number(try matrix(arguments[0]).squaredNorm)
    case .rows: .number(Surd(try matrix(arguments[0]).rows))
    case .columns: .number(Surd(try matrix(arguments[0]).columns))
    case .entry: .number(try entry(arguments, at: place))
    case .leastNorm: .number(try leastNorm(arguments, function, at: place).value)
    case .minimalRidge: .number(try ridge(arguments, at: place).value)
    case .minimalFactorisation: .number(try minimalFactorisation(arguments, at: place))
    case .nuclearNorm:
      .number(try applied(to: arguments[0], at: place) { try $0.nuclearNorm(limit: $1) })
    case .determinant: .number(try determinant(of: arguments[0], at: place))
    case .eigenvalue: try eigenvalue(arguments, at: place)
    case .largestEigenvalue: try extremeEigenvalue(of: arguments[0], at: place) { $0.first }
    case .smallestEigenvalue: try extremeEigenvalue(of: arguments[0], at: place) { $0.last }
    case .spectralRadius: try spectralRadius(of: arguments[0], at: place)
    case .spanningTrees: .number(try spanningTrees(of: arguments[0], at: place))

    case .identity: measured(.matrix(.identity(try size(arguments[0]))))
    case .ones: measured(.matrix(try ones(arguments)))
    case .incidence: measured(.matrix(try graph(.incidence, arguments[0], at: place)))
    case .normalisedIncidence:
      measured(.matrix(try graph(.normalisedIncidence, arguments[0], at: place)))
    case .triangularAdjacency:
      measured(.matrix(try graph(.triangularAdjacency, arguments[0], at: place)))
    case .vertexSigns: measured(.matrix(try graph(.vertexSigns, arguments[0], at: place)))
    case .patterns: measured(.matrix(try patterns(arguments, at: place)))
    case .sample: measured(.matrix(try sample(arguments, at: place)))
    case .byFormula: measured(.matrix(try matrixByFormula(arguments, at: place)))
    case .inclusion: measured(.matrix(try inclusion(arguments, at: place)))

    case .complete, .completeBipartite, .completeMultipartite, .cocktailParty, .cycle, .path, .star,
      .hypercube, .hamming, .rook, .johnson, .kneser, .paley, .petersen, .hoffmanSingleton:
      .graph(.named(try named(function, arguments, at: place)))
    case .lineGraph: .graph(.lineGraph(try graph(arguments[0])))
    case .complement: .graph(.complement(try graph(arguments[0])))
    case .cartesianProduct: .graph(try product(.cartesian, arguments))
    case .tensorProduct: .graph(try product(.tensor, arguments))
    case .strongProduct: .graph(try product(.strong, arguments))
    case .lexicographicProduct: .graph(try product(.lexicographic, arguments))
    case .disjointUnion:
      .graph(.disjointUnion(try graph(arguments[0]), try graph(arguments[1])))
    case .adjacency: try matrix(.adjacency, of: arguments[0], at: place)
    case .incidenceMatrix: try matrix(.incidence, of: arguments[0], at: place)
    case .orientedIncidence: try matrix(.orientedIncidence, of: arguments[0], at: place)
    case .laplacian: try matrix(.laplacian, of: arguments[0], at: place)
    case .signlessLaplacian: try matrix(.signlessLaplacian, of: arguments[0], at: place)
    case .seidel: try matrix(.seidel, of: arguments[0], at: place)
    case .distanceMatrix: try matrix(.distances, of: arguments[0], at: place)
    case .degree: .number(try degree(arguments, at: place))
    case .vertices:
      .number(try applied(toGraph: arguments[0], at: place) { Surd(try $0.order()) })
    case .edges:
      .number(try applied(toGraph: arguments[0], at: place) { Surd(try $0.built().edgeCount) })

    case .transpose: measured(.matrix(try matrix(arguments[0]).transposed))
    case .gram:
      measured(
        try mapped(arguments[0], at: place) { matrix, limit in
          try OrbitResults.shared.result(of: .gram, matrix) {
            try matrix.transposed.multiplied(by: matrix, limit: limit)
          }
        })
    case .relu:
      measured(
        try mapped(arguments[0], at: place) { matrix, _ in
          OrbitResults.shared.result(of: .rectified, matrix) { matrix.rectified }
        })
    case .unitRows:
      measured(
        try mapped(arguments[0], at: place) { matrix, limit in
          try OrbitResults.shared.result(of: .unitRows, matrix) {
            try matrix.unitRows(limit: limit)
          }
        })
    case .stack: measured(.matrix(try stack(arguments, at: place)))
    case .kronecker:
      measured(
        try mapped(arguments[0], with: arguments[1], at: place) {
          try $0.kronecker($1, limit: $2)
        })
    case .repeatRows:
      measured(try mapped(arguments[0], at: place) { try $0.repeatingRows(limit: $1) })
    case .inverse: measured(.matrix(try inverse(of: arguments[0], at: place)))
    case .pseudoInverse:
      measured(try mapped(arguments[0], at: place) { try $0.pseudoInverse(limit: $1) })
    case .leastNormForm: measured(.matrix(try leastNormForm(arguments, function, at: place)))
    case .ridgeMinimiser: measured(.matrix(try ridge(arguments, at: place).minimiser))
    case .diagonal: measured(.matrix(try diagonal(arguments, at: place)))
    case .diagonalOf: .matrix(try diagonal(of: arguments[0], at: place))
    case .hadamard: .matrix(try hadamard(arguments, at: place))
    case .characteristicPolynomial:
      .matrix(try characteristicPolynomial(of: arguments[0], at: place))
    case .quotient: measured(.matrix(try quotient(arguments, at: place)))

    case .construction: measured(.construction(try construction(of: arguments, at: place)))
    case .collapse: measured(.construction(try collapse(arguments[0])))
    case .join: measured(.construction(try joined(arguments, at: place)))
    }
  }

  // MARK: One matrix, or two

  mutating func applied<Result>(
    to argument: Expression, at place: SourceLocation,
    _ operation: (MatrixValue, SizeLimit) throws -> Result
  ) throws -> Result {
    let matrix = try matrix(argument)
    return try limited(at: place) { try operation(matrix, $0) }
  }

  private mutating func mapped(
    _ argument: Expression, at place: SourceLocation,
    _ operation: (MatrixValue, SizeLimit) throws -> MatrixValue
  ) throws -> Value {
    .matrix(try applied(to: argument, at: place, operation))
  }

  private mutating func mapped(
    _ first: Expression, with second: Expression, at place: SourceLocation,
    _ operation: (MatrixValue, MatrixValue, SizeLimit) throws -> MatrixValue
  ) throws -> Value {
    let (first, second) = (try matrix(first), try matrix(second))
    return .matrix(try limited(at: place) { try operation(first, second, $0) })
  }

  // MARK: Numbers

  private mutating func squareRoot(
    of argument: Expression, at place: SourceLocation
  ) throws -> Surd {
    let radicand = try number(argument)
    guard radicand.sign >= 0 else {
      throw failure(place, "the square root of a negative number, \(radicand)")
    }
    do throws(SquareRootError) {
      return try radicand.squareRoot()
    } catch {
      throw failure(place, "the square root of \(radicand) is not available: \(error)")
    }
  }

  private mutating func binomial(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> Surd {
    let n = try integer(arguments[0], atLeast: 0, "the upper number of a binomial")
    let k = try integer(arguments[1], atLeast: 0, "the lower number of a binomial")
    guard k > n || min(k, n - k) <= 10_000 else {
      throw refusal(place, "binomial(\(n), \(k)) is too large")
    }
    return Surd(k > n ? 0 : Integer.binomial(n, k))
  }

  private mutating func triangularRoot(of argument: Expression) throws -> Surd {
    let classes = try integer(argument, atLeast: 0, "the number of classes")
    return Surd(CompleteGraph.order(withEdgesAtMost: classes))
  }

  private mutating func trace(of argument: Expression, at place: SourceLocation) throws -> Surd {
    let matrix = try matrix(argument)
    try requireSquare(matrix, "trace", at: place)
    return try limited(at: place) { try matrix.trace(limit: $0) }
  }

  private mutating func entry(_ arguments: [Expression], at place: SourceLocation) throws -> Surd {
    let matrix = try matrix(arguments[0])
    let row = try integer(arguments[1], atLeast: 1, "the row")
    let column = try integer(arguments[2], atLeast: 1, "the column")
    guard row <= matrix.rows, column <= matrix.columns else {
      throw failure(place, "entry (\(row), \(column)) of a \(matrix.shape) matrix")
    }
    return matrix.entry(row - 1, column - 1)
  }

  private mutating func leastNorm(
    _ arguments: [Expression], _ function: Function, at place: SourceLocation
  ) throws -> (value: Surd, weights: MatrixValue) {
    let (factor, target) = (try matrix(arguments[0]), try matrix(arguments[1]))
    try requireSameColumns(factor, target, function.name, at: place)
    return try limited(at: place) { try factor.leastNorm(reaching: target, limit: $0) }
  }

  private mutating func ridge(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> (value: Surd, minimiser: MatrixValue) {
    let (matrix, decay) = (try matrix(arguments[0]), try positive(arguments[1], "λ"))
    return try limited(at: place) { try matrix.ridge(decay: decay, limit: $0) }
  }

  private mutating func minimalFactorisation(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> Surd {
    let matrix = try matrix(arguments[0])
    let left = try positive(arguments[1], "λ_A")
    let right = try positive(arguments[2], "λ_B")
    return try limited(at: place) { try matrix.minimalFactorisation(left, right, limit: $0) }
  }

  // MARK: Matrices

  mutating func size(_ expression: Expression) throws -> Int {
    try integer(expression, atLeast: 0, "the size of a matrix")
  }

  private mutating func ones(_ arguments: [Expression]) throws -> MatrixValue {
    let sizes = try arguments.map { try size($0) }
    return .ones(rows: sizes[0], columns: sizes[sizes.count - 1])
  }

  private mutating func graph(
    _ matrix: GraphMatrix, _ order: Expression, at place: SourceLocation
  ) throws -> MatrixValue {
    let order = try integer(order, atLeast: matrix.leastOrder, "the number of vertices")
    let method = options.method
    return try limited(at: place) {
      try .graph(matrix, order: order, method: method, limit: $0)
    }
  }

  private mutating func patterns(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let columns = try integer(arguments[0], atLeast: 1, "the number of columns")
    let signs = try integer(arguments[1], atLeast: 0, "the number of minus signs")
    guard signs <= columns else {
      throw failure(place, "patterns with \(signs) minus signs in \(columns) columns")
    }
    return try limited(at: place) {
      try .signPatterns(columns: columns, minusSigns: signs, limit: $0)
    }
  }

  private mutating func sample(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let rows = try integer(arguments[0], atLeast: 1, "the number of rows")
    let columns = try integer(arguments[1], atLeast: 1, "the number of columns")
    let rank = try integer(arguments[2], atLeast: 0, "the rank")
    let seed = try integer(arguments[3], atLeast: 0, "the seed")
    return try limited(at: place) {
      try .sample(rows: rows, columns: columns, rank: rank, seed: seed, limit: $0)
    }
  }

  private mutating func stack(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let (upper, lower) = (try matrix(arguments[0]), try matrix(arguments[1]))
    try requireSameColumns(upper, lower, Function.stack.name, at: place)
    return try limited(at: place) { try upper.stacked(on: lower, limit: $0) }
  }

  private mutating func inverse(
    of argument: Expression, at place: SourceLocation
  ) throws -> MatrixValue {
    let matrix = try matrix(argument)
    try requireSquare(matrix, "inverse", at: place)
    return try limited(at: place) { try matrix.inverse(limit: $0) }
  }

  private mutating func leastNormForm(
    _ arguments: [Expression], _ function: Function, at place: SourceLocation
  ) throws -> MatrixValue {
    let weights = try leastNorm(arguments, function, at: place).weights
    return try limited(at: place) { try weights.multiplied(by: weights.transposed, limit: $0) }
  }
}
