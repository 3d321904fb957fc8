import Rational

/// The instance reading: what a claim says for one value of each parameter, in exact numbers.
///
/// Definitions are evaluated when they are first needed, so a hypothesis on the parameters is
/// decided before any matrix is built.
struct Evaluator: Reading {
  let claim: Claim
  let instance: Instance
  let options: RunOptions
  let cache: DefinitionCache
  var values: [String: Value]
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

  /// The value of a definition, shared with the instances that agree in what it depends on.
  mutating func value(ofDefinition definition: Claim.Definition) throws -> Value {
    measured(
      try cache.value(of: definition.name, at: instance, method: options.method) {
        try value(of: definition.expression)
      })
  }

  mutating func matrix(rows: [[Expression]]) throws -> Value {
    measured(.matrix(.dense(rows: try rows.map { row in try row.map { try number($0) } })))
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

  func sum(
    _ symbol: BinaryOperator, _ left: MatrixValue, _ right: MatrixValue, at place: SourceLocation
  ) throws -> MatrixValue {
    guard left.rows == right.rows, left.columns == right.columns else {
      throw failure(
        place,
        "'\(symbol.rawValue)' joins a \(left.shape) and a \(right.shape) matrix; "
          + "expected the same shape")
    }
    let other = symbol == .plus ? right : right.scaled(by: Surd(-1))
    return try limited(at: place) { try left.adding(other, limit: $0) }
  }

  mutating func product(
    _ left: MatrixValue, _ right: MatrixValue, at place: SourceLocation
  ) throws -> MatrixValue {
    guard left.columns == right.rows else {
      throw failure(
        place,
        "'*' joins a \(left.shape) and a \(right.shape) matrix; expected as many rows on the "
          + "right as columns on the left")
    }
    let product = try limited(at: place) { try left.multiplied(by: right, limit: $0) }
    _ = measured(.matrix(product))
    return product
  }

  /// The most digits, in bits, that a power may have.
  private static let powerLimit = 1_000_000

  func power(_ base: Surd, _ exponent: Surd, at place: SourceLocation) throws -> Surd {
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

  func power(
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
