import Denotations
import Graphs
import Polynomials
import Rational
import Statements

/// Functions of matrices that are about eigenvalues and determinants.
extension Evaluator {
  mutating func determinant(of argument: Expression, at place: SourceLocation) throws -> Surd {
    let matrix = try matrix(argument)
    try requireSquare(matrix, "the determinant", at: place)
    return try limited(at: place) { try matrix.determinant(limit: $0, bitLimit: Self.bitLimit) }
  }

  mutating func characteristicPolynomial(
    of argument: Expression, at place: SourceLocation
  ) throws -> MatrixValue {
    let matrix = try matrix(argument)
    try requireSquare(matrix, "the characteristic polynomial", at: place)
    return .dense(rows: [try limited(at: place) { try matrix.characteristicPolynomial(limit: $0) }])
  }

  /// The distinct eigenvalues, which have to be real, largest first.
  mutating func realEigenvalues(
    of argument: Expression, at place: SourceLocation
  ) throws -> [MatrixValue.RealEigenvalue] {
    let matrix = try matrix(argument)
    try requireSquare(matrix, "the eigenvalues", at: place)
    return try limited(at: place) { try matrix.realEigenvalues(limit: $0) }
  }

  mutating func eigenvalue(_ arguments: [Expression], at place: SourceLocation) throws -> Value {
    let number = try integer(arguments[1], atLeast: 1, "the number of an eigenvalue")
    var rest = number
    let values = try realEigenvalues(of: arguments[0], at: place)
    for line in values {
      if rest <= line.multiplicity { return Value(line.value) }
      rest -= line.multiplicity
    }
    throw failure(
      arguments[1].location, "eigenvalue \(number) of a matrix that has \(number - rest)")
  }

  mutating func extremeEigenvalue(
    of argument: Expression, at place: SourceLocation,
    _ choice: ([MatrixValue.RealEigenvalue]) -> MatrixValue.RealEigenvalue?
  ) throws -> Value {
    guard let line = choice(try realEigenvalues(of: argument, at: place)) else {
      throw failure(place, "a matrix without rows has no eigenvalues")
    }
    return Value(line.value)
  }

  mutating func spectralRadius(of argument: Expression, at place: SourceLocation) throws -> Value {
    let values = try realEigenvalues(of: argument, at: place)
    guard let first = values.first, let last = values.last else {
      throw failure(place, "a matrix without rows has no eigenvalues")
    }
    let (a, b) = (first.value.magnitude, last.value.magnitude)
    return Value(a.order(b) < 0 ? b : a)
  }

  /// The highest degree of a polynomial of which a root is named.
  private static let degreeLimit = 500

  /// `root(k, [c0, c1, …, cn])`, the k-th smallest real root.
  mutating func root(_ arguments: [Expression], at place: SourceLocation) throws -> Value {
    let number = try integer(arguments[0], atLeast: 1, "the number of a root")
    let list = try matrix(arguments[1])
    guard list.rows == 1, list.columns <= Self.degreeLimit + 1 else {
      throw failure(
        arguments[1].location,
        "a \(list.shape) matrix; expected the coefficients as a row [c0, c1, …, cn], with "
          + "n ≤ \(Self.degreeLimit)")
    }
    let coefficients = try (0..<list.columns).map { column in
      guard let value = list.entry(0, column).rational else {
        throw failure(
          arguments[1].location,
          "the coefficient \(list.entry(0, column)); expected a rational number")
      }
      return value
    }
    let polynomial = Polynomial(coefficients)
    guard polynomial.degree > 0 else {
      throw failure(arguments[1].location, "a constant has no roots; expected a polynomial")
    }
    let roots = polynomial.realRoots
    guard number <= roots.count else {
      throw failure(
        arguments[0].location,
        "root \(number) of a polynomial with \(roots.count) different real roots")
    }
    return Value(RealNumber(roots[number - 1]))
  }

  mutating func spanningTrees(of argument: Expression, at place: SourceLocation) throws -> Surd {
    let matrix: MatrixValue
    if case .graph(let graph) = try value(of: argument) {
      let method = options.method
      matrix = try limited(at: place) {
        try graph.matrix(.adjacency, method: method, limit: $0)
      }
    } else {
      matrix = try self.matrix(argument)
    }
    try requireSquare(matrix, "an adjacency matrix", at: place)
    return try limited(at: place) { try matrix.spanningTrees(limit: $0, bitLimit: Self.bitLimit) }
  }
}

extension Value {
  init(_ value: RealNumber) {
    switch value {
    case .surd(let number): self = .number(number)
    case .root(let number): self = .algebraic(number)
    }
  }

  /// The value of a number; nil for all else.
  var real: RealNumber? {
    switch self {
    case .number(let value): .surd(value)
    case .algebraic(let value): .root(value)
    case .matrix, .graph, .construction, .partition: nil
    }
  }

  /// -1, 0 or 1: the sign of the difference of two numbers; nil for all else.
  func order(_ other: Value) -> Int? {
    guard let a = real, let b = other.real else { return nil }
    return a.order(b)
  }
}
