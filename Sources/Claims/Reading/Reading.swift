import Rational

/// What a formula denotes in a reading.
enum Denotation<Number, Matrix, Construction> {
  case number(Number)
  case matrix(Matrix)
  case construction(Construction)
}

extension Denotation: Equatable
where Number: Equatable, Matrix: Equatable, Construction: Equatable {}
extension Denotation: Hashable where Number: Hashable, Matrix: Hashable, Construction: Hashable {}
extension Denotation: Sendable where Number: Sendable, Matrix: Sendable, Construction: Sendable {}

/// A matrix of a reading, as far as taking formulas apart needs it.
protocol ReadingMatrix {
  associatedtype Scalar: OrderedExactField
  /// Every entry times `factor`.
  func scaled(by factor: Scalar) -> Self
  /// Rows and columns exchanged.
  var transposed: Self { get }
}

/// A reading of the claim language: what it has for numbers, matrices and constructions.
///
/// How a formula is taken apart is written once, here; a reading says what the parts denote.
protocol Reading {
  associatedtype Matrix: ReadingMatrix
  associatedtype Construction
  typealias Number = Matrix.Scalar
  typealias Denoted = Denotation<Number, Matrix, Construction>

  var claim: Claim { get }
  /// The names that have a value so far: parameters, definitions, variables of sums.
  var values: [String: Denoted] { get set }

  /// An error at a place, with the values that lead to it.
  func failure(_ place: SourceLocation, _ message: String) -> ClaimError
  /// The value of a definition that has none yet.
  mutating func value(ofDefinition definition: Claim.Definition) throws -> Denoted
  /// A matrix written out row by row.
  mutating func matrix(rows: [[Expression]]) throws -> Denoted
  /// A function of the vocabulary, applied.
  mutating func call(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> Denoted
  /// The sum or difference of two matrices.
  func sum(
    _ symbol: BinaryOperator, _ left: Matrix, _ right: Matrix, at place: SourceLocation
  ) throws -> Matrix
  /// The product of two matrices.
  mutating func product(
    _ left: Matrix, _ right: Matrix, at place: SourceLocation
  ) throws -> Matrix
  /// A number to an integer power.
  func power(_ base: Number, _ exponent: Number, at place: SourceLocation) throws -> Number
  /// A square matrix to an integer power.
  func power(_ base: Matrix, _ exponent: Number, at place: SourceLocation) throws -> Matrix
}

extension Reading {
  mutating func value(of expression: Expression) throws -> Denoted {
    switch expression {
    case .number(let number, _): return .number(Number(number))
    case .name(let name, let place):
      if let known = values[name] { return known }
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        throw failure(place, "'\(name)' is not defined")
      }
      let found = try value(ofDefinition: definition)
      values[name] = found
      return found
    case .negated(let operand, _):
      switch try value(of: operand) {
      case .number(let number): return .number(-number)
      case .matrix(let matrix): return .matrix(matrix.scaled(by: Number(-1)))
      case .construction: throw failure(operand.location, "a construction has no negative")
      }
    case .transposed(let operand, _): return .matrix(try matrix(operand).transposed)
    case .binary(let symbol, let left, let right, let place):
      return try value(of: symbol, try value(of: left), try value(of: right), at: place)
    case .matrix(let rows, _): return try matrix(rows: rows)
    case .call(let name, let arguments, let place):
      return try call(name, arguments, at: place)
    }
  }

  private mutating func value(
    of symbol: BinaryOperator, _ left: Denoted, _ right: Denoted, at place: SourceLocation
  ) throws -> Denoted {
    switch (symbol, left, right) {
    case (.power, .number(let base), .number(let exponent)):
      return .number(try power(base, exponent, at: place))
    case (.divided, .number(let a), .number(let b)):
      return .number(a * (try reciprocal(b, at: place)))
    case (.plus, .number(let a), .number(let b)): return .number(a + b)
    case (.minus, .number(let a), .number(let b)): return .number(a - b)
    case (.times, .number(let a), .number(let b)): return .number(a * b)
    case (.times, .number(let a), .matrix(let m)), (.times, .matrix(let m), .number(let a)):
      return .matrix(m.scaled(by: a))
    case (.divided, .matrix(let m), .number(let a)):
      return .matrix(m.scaled(by: try reciprocal(a, at: place)))
    case (.plus, .matrix(let m), .matrix(let n)), (.minus, .matrix(let m), .matrix(let n)):
      return .matrix(try sum(symbol, m, n, at: place))
    case (.times, .matrix(let m), .matrix(let n)):
      return .matrix(try product(m, n, at: place))
    case (.power, .matrix(let m), .number(let exponent)):
      return .matrix(try power(m, exponent, at: place))
    default:
      throw failure(place, "'\(symbol.rawValue)' does not join these")
    }
  }

  /// The reciprocal of a number that is not zero.
  func reciprocal(_ value: Number, at place: SourceLocation) throws -> Number {
    guard !value.isZero else { throw failure(place, "division by zero") }
    return value.inverse
  }

  // MARK: Kinds

  mutating func number(_ expression: Expression) throws -> Number {
    guard case .number(let number) = try value(of: expression) else {
      throw failure(expression.location, "expected a number")
    }
    return number
  }

  mutating func matrix(_ expression: Expression) throws -> Matrix {
    guard case .matrix(let matrix) = try value(of: expression) else {
      throw failure(expression.location, "expected a matrix")
    }
    return matrix
  }

  mutating func construction(_ expression: Expression) throws -> Construction {
    guard case .construction(let construction) = try value(of: expression) else {
      throw failure(expression.location, "expected a construction")
    }
    return construction
  }

  mutating func positive(_ expression: Expression, _ role: String) throws -> Number {
    let value = try number(expression)
    guard value.sign > 0 else {
      throw failure(expression.location, "\(role) is \(value); expected a positive number")
    }
    return value
  }

  // MARK: Sums, products and conditions

  /// The sum or product of a formula over the values of its own variable.
  mutating func accumulated(
    _ name: String, _ term: Expression, of variable: String, from first: Int, through last: Int
  ) throws -> Number {
    var result: Number = name == "sum" ? .zero : .one
    for index in stride(from: first, through: last, by: 1) {
      values[variable] = .number(Number(index))
      defer { values[variable] = nil }
      let value = try number(term)
      result = name == "sum" ? result + value : result * value
    }
    return result
  }

  /// The truth of each comparison in a condition, in the order they are written.
  mutating func comparisons(of condition: Condition) throws -> [Bool] {
    switch condition {
    case .relation: return [try holds(condition)]
    case .both(let left, let right), .either(let left, let right):
      let first = try comparisons(of: left)
      return try first + comparisons(of: right)
    }
  }

  mutating func holds(_ condition: Condition) throws -> Bool {
    switch condition {
    case .relation(let left, let relation, let right):
      return relation.holds(try number(left), try number(right))
    case .both(let left, let right):
      let first = try holds(left)
      return try first && holds(right)
    case .either(let left, let right):
      let first = try holds(left)
      return try first || holds(right)
    }
  }
}
