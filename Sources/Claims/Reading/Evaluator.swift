import Denotations
import Rational
import Statements

/// The instance reading: what a claim says for one value of each parameter, in exact numbers.
///
/// Definitions are evaluated when they are first needed, so a hypothesis on the parameters is
/// decided before any matrix is built.
struct Evaluator {
  let claim: Claim
  let instance: Instance
  let options: RunOptions
  let cache: DefinitionCache
  /// Whether what fails is compared with the truth, where finding that takes more than seeing that it fails.
  let explainsFailures: Bool
  /// The names that have a value so far: parameters, definitions, variables of sums.
  var values: [String: Value]
  /// The largest number of rows or columns met so far.
  private(set) var largestDimension = 0
  /// The right side of the last comparison, with its value.
  var lastSide: (formula: Expression, value: Value)?
  /// How many terms of sums and entries of matrices by a formula have been evaluated.
  private var steps = 0

  init(
    _ claim: Claim, at instance: Instance, options: RunOptions, cache: DefinitionCache,
    explainsFailures: Bool = true
  ) {
    self.claim = claim
    self.cache = cache
    self.explainsFailures = explainsFailures
    self.instance = instance
    self.options = options
    values = Dictionary(
      uniqueKeysWithValues: zip(instance.names, instance.values.map { .number(Surd($0)) }))
  }

  /// What cannot be evaluated, with its place.
  func failure(_ place: SourceLocation, _ message: String) -> ClaimError {
    ClaimError(place, message)
  }

  /// What would take more than a limit, with its place and the values of the parameters.
  func refusal(_ place: SourceLocation, _ message: String) -> RunError {
    .tooLarge("\(place): \(message)" + (instance.names.isEmpty ? "" : " (at \(instance))"))
  }

  /// The value of a definition, shared with the instances that agree in what it depends on.
  mutating func value(ofDefinition definition: Claim.Definition) throws -> Value {
    measured(
      try cache.value(of: definition.name, at: instance, method: options.method) {
        try value(of: definition.expression)
      })
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
      throw refusal(
        expression.location,
        "\(role) is too large, a number of \(rational.numerator.bitLength) bits")
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
    case .number, .algebraic, .graph, .partition: break
    case .matrix(let matrix):
      largestDimension = max(largestDimension, matrix.rows, matrix.columns)
    case .construction(let construction):
      largestDimension = max(largestDimension, construction.classes)
    }
    return value
  }

  /// The most terms and entries for one value of the parameters.
  private static let stepLimit = 2_000_000

  /// Notes that a term of a sum, or an entry by a formula, is evaluated: sums in sums are many.
  mutating func takeStep(at place: SourceLocation) throws {
    steps += 1
    guard steps <= Self.stepLimit else {
      throw refusal(place, "more than \(Self.stepLimit) terms of sums and entries, the limit")
    }
  }

  func requireSquare(_ matrix: MatrixValue, _ use: String, at place: SourceLocation) throws {
    guard matrix.rows == matrix.columns else {
      throw failure(place, "\(use) of a \(matrix.shape) matrix; expected a square one")
    }
  }

  func requireSameShape(
    _ first: MatrixValue, _ second: MatrixValue, _ use: String, at place: SourceLocation
  ) throws {
    guard first.rows == second.rows, first.columns == second.columns else {
      throw failure(
        place,
        "\(use) a \(first.shape) and a \(second.shape) matrix; expected the same shape")
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

  /// Runs a matrix operation and gives its errors a place.
  func limited<Result>(
    at place: SourceLocation, _ operation: (SizeLimit) throws -> Result
  ) throws -> Result {
    do {
      return try operation(SizeLimit(bytes: options.memoryLimit))
    } catch let error as SizeLimit.Exceeded {
      throw refusal(place, error.description)
    } catch let error as MatrixValue.Failure {
      if error.isInternal { throw RunError.readingsDisagree(error.description) }
      throw failure(place, error.description)
    }
  }
}
