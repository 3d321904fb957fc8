import Functions
import Graphs
import Losses
import Rational

/// What a formula denotes in the uniform reading.
enum UniformValue: Hashable, Sendable {
  case number(RootFunction)
  case matrix(UniformMatrix)
  case construction([UniformBlock])
}

/// A block of a construction with functions of r for its invariants.
enum UniformBlock: Hashable, Sendable {
  case collapse(classes: RootFunction)
  case graph(ReciprocalCriterion<RootFunction>)

  var classes: RootFunction {
    switch self {
    case .collapse(let classes): classes
    case .graph(let criterion): criterion.classes
    }
  }
}

/// The uniform reading: what a claim says for all large values of one parameter, the symbol, and one
/// value of each other parameter.
///
/// Numbers are functions of the symbol, matrices have one such function for each orbit of S_r. What
/// is found holds from where the current `Horizon` says.
struct UniformEvaluator {
  let claim: Claim
  /// The parameter that is a symbol.
  let symbol: String
  /// The values of the other parameters; that of the symbol is not looked at.
  let instance: Instance
  let vertices: UniformVertices
  private var values: [String: UniformValue] = [:]
  /// Whether matrices of graphs occur, which need four vertices.
  private(set) var usesGraphs = false

  init(_ claim: Claim, symbol: String, at instance: Instance, _ vertices: UniformVertices) {
    self.claim = claim
    self.symbol = symbol
    self.instance = instance
    self.vertices = vertices
    for (name, value) in zip(instance.names, instance.values) {
      values[name] = .number(name == symbol ? .x : RootFunction(value))
    }
  }

  func failure(_ place: SourceLocation, _ message: String) -> ClaimError {
    ClaimError(place, "\(message) (for all large \(symbol))")
  }

  // MARK: Formulas

  mutating func value(of expression: Expression) throws -> UniformValue {
    switch expression {
    case .number(let number, _): return .number(RootFunction(number))
    case .name(let name, let place):
      if let known = values[name] { return known }
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        throw failure(place, "'\(name)' is not defined")
      }
      let found = try value(of: definition.expression)
      values[name] = found
      return found
    case .negated(let operand, _):
      switch try value(of: operand) {
      case .number(let number): return .number(-number)
      case .matrix(let matrix): return .matrix(matrix.scaled(by: RootFunction(-1)))
      case .construction: throw failure(operand.location, "a construction has no negative")
      }
    case .transposed(let operand, _): return .matrix(try matrix(operand).transposed)
    case .binary(let symbol, let left, let right, let place):
      return try value(of: symbol, try value(of: left), try value(of: right), at: place)
    case .matrix: throw NotUniform("a matrix written out has no reading for all \(symbol)")
    case .call(let name, let arguments, let place):
      return try call(name, arguments, at: place)
    }
  }

  mutating func number(_ expression: Expression) throws -> RootFunction {
    guard case .number(let number) = try value(of: expression) else {
      throw failure(expression.location, "expected a number")
    }
    return number
  }

  mutating func matrix(_ expression: Expression) throws -> UniformMatrix {
    guard case .matrix(let matrix) = try value(of: expression) else {
      throw failure(expression.location, "expected a matrix")
    }
    return matrix
  }

  mutating func construction(_ expression: Expression) throws -> [UniformBlock] {
    guard case .construction(let blocks) = try value(of: expression) else {
      throw failure(expression.location, "expected a construction")
    }
    return blocks
  }

  /// An integer that does not depend on the symbol.
  mutating func integer(_ expression: Expression, _ role: String) throws -> Int {
    let value = try number(expression)
    guard let constant = value.constant, constant.isInteger,
      let integer = Int(exactly: constant.numerator)
    else { throw NotUniform("\(role) depends on \(symbol)") }
    return integer
  }

  /// A number for the time of a sum or product.
  mutating func number(
    _ expression: Expression, where variable: String, is index: Int
  ) throws -> RootFunction {
    values[variable] = .number(RootFunction(index))
    defer { values[variable] = nil }
    return try number(expression)
  }

  mutating func noteGraph() { usesGraphs = true }

  // MARK: Operators

  private func value(
    of symbol: BinaryOperator, _ left: UniformValue, _ right: UniformValue,
    at place: SourceLocation
  ) throws -> UniformValue {
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
    case (.plus, .matrix(let m), .matrix(let n)): return .matrix(try sum(m, n, at: place))
    case (.minus, .matrix(let m), .matrix(let n)):
      return .matrix(try sum(m, n.scaled(by: RootFunction(-1)), at: place))
    case (.times, .matrix(let m), .matrix(let n)):
      guard m.columns == n.rows else {
        throw failure(place, "'*' joins matrices whose sizes do not fit")
      }
      return .matrix(try vertices.product(m, n))
    default: throw NotUniform("'\(symbol.rawValue)' of these has no reading for all r")
    }
  }

  private func sum(
    _ left: UniformMatrix, _ right: UniformMatrix, at place: SourceLocation
  ) throws -> UniformMatrix {
    guard left.rows == right.rows, left.columns == right.columns else {
      throw failure(place, "a sum joins matrices of different shapes")
    }
    switch try vertices.paired(left, right) {
    case .orbit(let a, let b): return .orbit(a + b)
    case .plain(let a, let b):
      return .plain(
        .init(
          rows: a.rows, columns: a.columns, identity: a.identity + b.identity,
          ones: a.ones + b.ones))
    }
  }

  private func reciprocal(
    _ value: RootFunction, at place: SourceLocation
  ) throws -> RootFunction {
    guard !value.isZero else { throw failure(place, "division by zero") }
    return value.inverse
  }

  /// The largest exponent: degrees grow with it.
  private static let exponentLimit = 64

  private func power(
    _ base: RootFunction, _ exponent: RootFunction, at place: SourceLocation
  ) throws -> RootFunction {
    guard let constant = exponent.constant, constant.isInteger,
      let count = Int(exactly: constant.numerator), abs(count) <= Self.exponentLimit
    else { throw NotUniform("an exponent depends on \(symbol), or is large") }
    let factor = count < 0 ? try reciprocal(base, at: place) : base
    return (0..<abs(count)).reduce(RootFunction.one) { product, _ in product * factor }
  }
}
