import Rational

/// The instance reading: what a claim says for one value of each parameter, in exact numbers.
///
/// Definitions are evaluated when they are first needed, so a hypothesis on the parameters is
/// decided before any matrix is built.
struct Evaluator {
  let claim: Claim
  let instance: Instance
  let options: RunOptions
  let cache: DefinitionCache
  private var values: [String: Value]
  /// The largest number of rows or columns met so far.
  private(set) var largestDimension = 0
  /// Whether the number of layers in comparisons of losses stands for every larger one as well.
  let isForAllLayers: Bool

  init(
    _ claim: Claim, at instance: Instance, options: RunOptions, cache: DefinitionCache,
    isForAllLayers: Bool = false
  ) {
    self.isForAllLayers = isForAllLayers
    self.claim = claim
    self.cache = cache
    self.instance = instance
    self.options = options
    values = Dictionary(
      uniqueKeysWithValues: zip(instance.names, instance.values.map { .number(Surd($0)) }))
  }

  /// An error at a place, with the values of the parameters that lead to it.
  func failure(_ place: SourceLocation, _ message: String) -> ClaimError {
    ClaimError(place, instance.names.isEmpty ? message : "\(message) (at \(instance))")
  }

  // MARK: Formulas

  mutating func value(of expression: Expression) throws -> Value {
    switch expression {
    case .number(let number, _): return .number(Surd(number))
    case .name(let name, let place):
      if let known = values[name] { return known }
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        throw failure(place, "'\(name)' is not defined")
      }
      let found = try cache.value(of: name, at: instance, method: options.method) {
        try value(of: definition.expression)
      }
      values[name] = found
      return measured(found)
    case .negated(let operand, _):
      switch try value(of: operand) {
      case .number(let number): return .number(-number)
      case .matrix(let matrix): return .matrix(matrix.scaled(by: Surd(-1)))
      case .construction: throw failure(operand.location, "a construction has no negative")
      }
    case .transposed(let operand, _): return .matrix(try matrix(operand).transposed)
    case .binary(let symbol, let left, let right, let place):
      return try value(of: symbol, try value(of: left), try value(of: right), at: place)
    case .matrix(let rows, _):
      let entries = try rows.map { row in try row.map { try number($0) } }
      return measured(.matrix(.dense(rows: entries)))
    case .call(let name, let arguments, let place):
      return try call(name, arguments, at: place)
    }
  }

  mutating func number(_ expression: Expression) throws -> Surd {
    guard case .number(let number) = try value(of: expression) else {
      throw failure(expression.location, "expected a number")
    }
    return number
  }

  /// The number that a formula gives for a value of its own variable.
  mutating func number(
    _ expression: Expression, where variable: String, is index: Int
  ) throws -> Surd {
    values[variable] = .number(Surd(index))
    defer { values[variable] = nil }
    return try number(expression)
  }

  mutating func matrix(_ expression: Expression) throws -> MatrixValue {
    guard case .matrix(let matrix) = try value(of: expression) else {
      throw failure(expression.location, "expected a matrix")
    }
    return matrix
  }

  mutating func construction(_ expression: Expression) throws -> ConstructionValue {
    guard case .construction(let construction) = try value(of: expression) else {
      throw failure(expression.location, "expected a construction")
    }
    return construction
  }

  /// An integer of at least `minimum`, for sizes, indices and counts.
  mutating func integer(
    _ expression: Expression, atLeast minimum: Int, _ role: String
  ) throws -> Int {
    let value = try number(expression)
    guard let rational = value.rational, rational.isInteger,
      rational.numerator >= Integer(minimum)
    else {
      throw failure(
        expression.location, "\(role) is \(value); expected an integer ≥ \(minimum)")
    }
    guard let integer = Int(exactly: rational.numerator) else {
      let bits = rational.numerator.bitWidth
      throw RunError.tooLarge(
        failure(expression.location, "\(role) is too large, a number of \(bits) bits")
          .description)
    }
    return integer
  }

  /// A rational number; a field element that is not rational is an error.
  mutating func rational(_ expression: Expression, _ role: String) throws -> Rational {
    let value = try number(expression)
    guard let rational = value.rational else {
      throw failure(expression.location, "\(role) is \(value); expected a rational number")
    }
    return rational
  }

  /// Notes the size of a matrix: small values are decided by a second reading as well.
  mutating func measured(_ value: Value) -> Value {
    switch value {
    case .number: break
    case .matrix(let matrix):
      largestDimension = max(largestDimension, matrix.rows, matrix.columns)
    case .construction(let construction):
      largestDimension = max(largestDimension, construction.classes)
    }
    return value
  }

  // MARK: Operators

  private mutating func value(
    of symbol: BinaryOperator, _ left: Value, _ right: Value, at place: SourceLocation
  ) throws -> Value {
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
      guard m.rows == n.rows, m.columns == n.columns else {
        throw failure(
          place,
          "'\(symbol.rawValue)' joins a \(m.shape) and a \(n.shape) matrix; "
            + "expected the same shape")
      }
      let other = symbol == .plus ? n : n.scaled(by: Surd(-1))
      return .matrix(try limited(at: place) { try m.adding(other, limit: $0) })
    case (.times, .matrix(let m), .matrix(let n)):
      guard m.columns == n.rows else {
        throw failure(
          place,
          "'*' joins a \(m.shape) and a \(n.shape) matrix; expected as many rows on the "
            + "right as columns on the left")
      }
      let product = try limited(at: place) { try m.multiplied(by: n, limit: $0) }
      return measured(.matrix(product))
    case (.power, .matrix(let m), .number(let exponent)):
      return .matrix(try power(m, exponent, at: place))
    default:
      throw failure(place, "'\(symbol.rawValue)' does not join these")
    }
  }

  private func reciprocal(_ value: Surd, at place: SourceLocation) throws -> Surd {
    guard !value.isZero else { throw failure(place, "division by zero") }
    return value.inverse
  }

  /// The most digits, in bits, that a power may have.
  private static let powerLimit = 1_000_000

  private func power(_ base: Surd, _ exponent: Surd, at place: SourceLocation) throws -> Surd {
    guard let rational = exponent.rational, rational.isInteger,
      let integer = Int(exactly: rational.numerator)
    else { throw failure(place, "the exponent is \(exponent); expected an integer") }
    guard integer >= 0 || !base.isZero else { throw failure(place, "division by zero") }
    let bits =
      base.terms.map { term in
        max(term.coefficient.numerator.bitWidth, term.coefficient.denominator.bitWidth)
          + term.radicand.bitWidth
      }.max() ?? 0
    guard integer.magnitude < UInt(Self.powerLimit),
      Int(integer.magnitude) * bits <= Self.powerLimit
    else {
      throw RunError.tooLarge(
        failure(place, "a power with more than \(Self.powerLimit) bits").description)
    }
    return base.power(integer)
  }

  private func power(
    _ matrix: MatrixValue, _ exponent: Surd, at place: SourceLocation
  ) throws -> MatrixValue {
    guard matrix.rows == matrix.columns else {
      throw failure(place, "a power of a \(matrix.shape) matrix; expected a square one")
    }
    guard let rational = exponent.rational, rational.isInteger,
      let integer = Int(exactly: rational.numerator), (0...64).contains(integer)
    else { throw failure(place, "the exponent is \(exponent); expected an integer 0…64") }
    return try limited(at: place) { limit in
      var result = MatrixValue.identity(matrix.rows)
      for _ in 0..<integer { result = try result.multiplied(by: matrix, limit: limit) }
      return result
    }
  }

  /// Runs a matrix operation and gives its errors a place.
  func limited<Result>(
    at place: SourceLocation, _ operation: (SizeLimit) throws -> Result
  ) throws -> Result {
    do {
      return try operation(SizeLimit(bytes: options.memoryLimit))
    } catch let error as SizeLimit.Exceeded {
      throw RunError.tooLarge(failure(place, error.description).description)
    } catch let error as MatrixValue.Failure {
      if error.isInternal { throw RunError.readingsDisagree(error.description) }
      throw failure(place, error.description)
    }
  }
}
