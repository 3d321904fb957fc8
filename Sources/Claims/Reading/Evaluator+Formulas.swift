import Denotations
import Polynomials
import Rational
import Statements

extension Evaluator {
  mutating func value(of expression: Expression) throws -> Value {
    switch expression {
    case .number(let number, _): return .number(Surd(number))
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
      case .algebraic(let number): return .algebraic(-number)
      case .matrix(let matrix): return .matrix(matrix.scaled(by: -1))
      case .graph, .construction, .partition:
        throw failure(operand.location, "this has no negative")
      }
    case .transposed(let operand, _): return .matrix(try matrix(operand).transposed)
    case .binary(let symbol, let left, let right, let place):
      let value = try value(of: symbol, try value(of: left), try value(of: right), at: place)
      try admit(value, at: place)
      return value
    case .graph(let graph, _, _): return .graph(.graph(graph))
    case .matrix(let rows, let place): return measured(.matrix(try literal(rows, at: place)))
    case .partition(let parts, let place): return .partition(try partition(parts, at: place))
    case .call(let function, let arguments, let place):
      let value = try call(function, arguments, at: place)
      try admit(value, at: place)
      return value
    }
  }

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
    case (.plus, .matrix(let m), .number(let a)), (.plus, .number(let a), .matrix(let m)):
      return .number(try singleEntry(m, at: place) + a)
    case (.minus, .matrix(let m), .number(let a)):
      return .number(try singleEntry(m, at: place) - a)
    case (.minus, .number(let a), .matrix(let m)):
      return .number(a - (try singleEntry(m, at: place)))
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
    case (_, .algebraic(let number), _), (_, _, .algebraic(let number)):
      throw noArithmetic(number, at: place)
    default:
      throw failure(place, "'\(symbol.rawValue)' does not join these")
    }
  }

  /// The entry of a matrix that stands beside a number.
  func singleEntry(_ matrix: MatrixValue, at place: SourceLocation) throws -> Surd {
    guard matrix.rows == 1, matrix.columns == 1 else {
      throw failure(
        place, "a \(matrix.shape) matrix beside a number; expected one with a single entry")
    }
    return matrix.entry(0, 0)
  }

  /// The reciprocal of a number that is not zero.
  private func reciprocal(_ value: Surd, at place: SourceLocation) throws -> Surd {
    guard !value.isZero else { throw failure(place, "division by zero") }
    return value.inverse
  }

  // MARK: Operators

  private func sum(
    _ symbol: BinaryOperator, _ left: MatrixValue, _ right: MatrixValue, at place: SourceLocation
  ) throws -> MatrixValue {
    try requireSameShape(left, right, "'\(symbol.rawValue)' joins", at: place)
    let other = symbol == .plus ? right : right.scaled(by: -1)
    return try limited(at: place) { try left.adding(other, limit: $0) }
  }

  private mutating func product(
    _ left: MatrixValue, _ right: MatrixValue, at place: SourceLocation
  ) throws -> MatrixValue {
    guard left.columns == right.rows else {
      throw failure(
        place,
        "'*' joins a \(left.shape) and a \(right.shape) matrix; expected as many rows on the "
          + "right as columns on the left")
    }
    let product = try limited(at: place) { limit in
      try OrbitResults.shared.result(of: .product, left, right) {
        try left.multiplied(by: right, limit: limit)
      }
    }
    _ = measured(.matrix(product))
    return product
  }

  private func power(_ base: Surd, _ exponent: Surd, at place: SourceLocation) throws -> Surd {
    guard let rational = exponent.rational, rational.isInteger else {
      throw failure(place, "the exponent is \(exponent); expected an integer")
    }
    let integer = rational.numerator
    guard integer.sign >= 0 || !base.isZero else { throw failure(place, "division by zero") }
    // The powers of 0, 1 and -1 have one bit, whatever the exponent.
    if base.isZero { return integer.isZero ? 1 : 0 }
    if base == 1 || base == -1 { return integer.isEven ? 1 : base }
    guard let times = Int(exactly: integer), times.magnitude <= UInt(Self.bitLimit),
      Int(times.magnitude) / 2 * bitsForTwoFactors(of: base) <= Self.bitLimit
    else { throw refusal(place, "a power with more than \(Self.bitLimit) bits") }
    return base.power(times)
  }

  /// By how many bits a power of a number grows with every second factor: by at least so many, or about so many
  /// where it is a sum of different square roots.
  private func bitsForTwoFactors(of base: Surd) -> Int {
    func bits(_ value: Rational) -> Int {
      max(value.numerator.bitLength, value.denominator.bitLength)
    }
    if base.terms.count == 1, let square = (base * base).rational { return bits(square) - 1 }
    return base.terms.map { 2 * (bits($0.coefficient) + $0.radicand.bitLength) }.max() ?? 0
  }

  private func power(
    _ matrix: MatrixValue, _ exponent: Surd, at place: SourceLocation
  ) throws -> MatrixValue {
    try requireSquare(matrix, "a power", at: place)
    guard let rational = exponent.rational, rational.isInteger else {
      throw failure(place, "the exponent is \(exponent); expected an integer")
    }
    guard let integer = Int(exactly: rational.numerator),
      integer.magnitude <= Self.matrixExponentLimit
    else {
      throw refusal(
        place,
        "a power of a matrix with the exponent \(exponent); the limit is "
          + "\(Self.matrixExponentLimit)")
    }
    return try limited(at: place) { limit in
      var square = integer < 0 ? try matrix.inverse(limit: limit) : matrix
      var rest = integer.magnitude
      var result = MatrixValue.identity(matrix.rows)
      while rest > 0 {
        if rest % 2 == 1 {
          result = try result.multiplied(by: square, limit: limit)
          try admit(.matrix(result), at: place)
        }
        rest /= 2
        guard rest > 0 else { break }
        square = try square.multiplied(by: square, limit: limit)
        try admit(.matrix(square), at: place)
      }
      return result
    }
  }

  private static let matrixExponentLimit = 1_000_000

  // MARK: Limits

  /// The most digits, in bits, that a number may have.
  static let bitLimit = 2_000_000
  /// The most square roots that a number may be a sum of.
  private static let rootLimit = 1024

  /// Sees that what is computed stays within limits: numbers that grow from formula to formula would fill
  /// the memory before a matrix is large.
  ///
  /// - Throws: `RunError.tooLarge`
  func admit(_ value: Value, at place: SourceLocation) throws {
    let (bits, entries, roots): (Int, Int, Int)
    switch value {
    case .number(let number): (bits, entries, roots) = (number.bitsAtMost, 1, number.rootCount)
    case .matrix(let matrix):
      (bits, roots) = matrix.largestEntry
      entries = matrix.storedEntries
    case .algebraic, .graph, .construction, .partition: return
    }
    guard bits <= Self.bitLimit else {
      throw refusal(place, "a number of \(bits) bits; the limit is \(Self.bitLimit)")
    }
    guard roots <= Self.rootLimit else {
      throw refusal(
        place, "a sum of \(roots) different square roots; the limit is \(Self.rootLimit)")
    }
    let (size, overflows) = entries.multipliedReportingOverflow(by: bits / 8)
    guard !overflows, size <= options.memoryLimit else {
      throw refusal(
        place,
        "\(entries) numbers of \(bits) bits; the limit is \(SizeLimit.shown(options.memoryLimit))")
    }
  }

  // MARK: Kinds

  mutating func number(_ expression: Expression) throws -> Surd {
    switch try value(of: expression) {
    case .number(let number): return number
    case .algebraic(let number): throw noArithmetic(number, at: expression.location)
    default: throw failure(expression.location, "expected a number")
    }
  }

  private func noArithmetic(_ number: AlgebraicNumber, at place: SourceLocation) -> ClaimError {
    failure(
      place, "\(number.formula) is not available for arithmetic; it can be compared with a number")
  }

  mutating func matrix(_ expression: Expression) throws -> MatrixValue {
    guard case .matrix(let matrix) = try value(of: expression) else {
      throw failure(expression.location, "expected a matrix")
    }
    return matrix
  }

  mutating func graph(_ expression: Expression) throws -> GraphValue {
    guard case .graph(let graph) = try value(of: expression) else {
      throw failure(expression.location, "expected a graph")
    }
    return graph
  }

  mutating func construction(_ expression: Expression) throws -> ConstructionValue {
    guard case .construction(let construction) = try value(of: expression) else {
      throw failure(expression.location, "expected a construction")
    }
    return construction
  }

  mutating func positive(_ expression: Expression, _ role: String) throws -> Surd {
    let value = try number(expression)
    guard value.sign > 0 else {
      throw failure(expression.location, "\(role) is \(value); expected a positive number")
    }
    return value
  }

  // MARK: Conditions

  mutating func holds(_ condition: Condition) throws -> Bool {
    switch condition {
    case .relation(let left, let relation, let right):
      let (left, right, place) = (try value(of: left), try value(of: right), left.location)
      guard let order = left.order(right) else { throw failure(place, "expected numbers") }
      return relation.holds(order, 0)
    case .both(let left, let right):
      let first = try holds(left)
      return try first && holds(right)
    case .either(let left, let right):
      let first = try holds(left)
      return try first || holds(right)
    }
  }
}
