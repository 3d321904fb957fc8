import Functions
import Graphs
import Losses
import Rational

/// What a formula denotes in the uniform reading.
typealias UniformValue = Denotation<RootFunction, UniformMatrix, [UniformBlock]>

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
struct UniformEvaluator: Reading {
  let claim: Claim
  /// The parameter that is a symbol, or whose triangular root is.
  let symbol: String
  /// Whether the symbol is the triangular root of that parameter.
  let hasRows: Bool
  /// The values of the other parameters; that of the symbol is not looked at.
  let instance: Instance
  let vertices: UniformVertices
  var values: [String: UniformValue] = [:]
  /// Whether matrices of graphs occur, which need four vertices.
  private(set) var usesGraphs = false

  /// - Parameter place: The value of the parameter, as a function of the symbol.
  init(
    _ claim: Claim, _ symbol: OpenSymbol, _ place: RootFunction, at instance: Instance,
    _ vertices: UniformVertices
  ) {
    self.claim = claim
    self.symbol = symbol.name
    hasRows = symbol.hasRows
    self.instance = instance
    self.vertices = vertices
    for (name, value) in zip(instance.names, instance.values) {
      values[name] = .number(name == symbol.name ? place : RootFunction(value))
    }
  }

  func failure(_ place: SourceLocation, _ message: String) -> ClaimError {
    ClaimError(place, "\(message) (for all large \(symbol))")
  }

  // MARK: Formulas

  mutating func value(ofDefinition definition: Claim.Definition) throws -> UniformValue {
    try value(of: definition.expression)
  }

  mutating func matrix(rows: [[Expression]]) throws -> UniformValue {
    throw NotUniform("a matrix written out has no reading for all \(symbol)")
  }

  /// An integer that does not depend on the symbol.
  mutating func integer(_ expression: Expression, _ role: String) throws -> Int {
    let value = try number(expression)
    guard let constant = value.constant, constant.isInteger,
      let integer = Int(exactly: constant.numerator)
    else { throw NotUniform("\(role) depends on \(symbol)") }
    return integer
  }

  mutating func noteGraph() { usesGraphs = true }

  // MARK: Operators

  func sum(
    _ symbol: BinaryOperator, _ left: UniformMatrix, _ right: UniformMatrix,
    at place: SourceLocation
  ) throws -> UniformMatrix {
    guard left.rows == right.rows, left.columns == right.columns else {
      throw failure(place, "a sum joins matrices of different shapes")
    }
    let other = symbol == .plus ? right : right.scaled(by: RootFunction(-1))
    switch try vertices.paired(left, other) {
    case .orbit(let a, let b): return .orbit(a + b)
    case .plain(let a, let b):
      return .plain(
        .init(
          rows: a.rows, columns: a.columns, identity: a.identity + b.identity,
          ones: a.ones + b.ones))
    }
  }

  func product(
    _ left: UniformMatrix, _ right: UniformMatrix, at place: SourceLocation
  ) throws -> UniformMatrix {
    guard left.columns == right.rows else {
      throw failure(place, "'*' joins matrices whose sizes do not fit")
    }
    return try vertices.product(left, right)
  }

  /// The largest exponent: degrees grow with it.
  private static let exponentLimit = 64

  func power(
    _ base: RootFunction, _ exponent: RootFunction, at place: SourceLocation
  ) throws -> RootFunction {
    guard let constant = exponent.constant, constant.isInteger,
      let count = Int(exactly: constant.numerator), abs(count) <= Self.exponentLimit
    else { throw NotUniform("an exponent depends on \(symbol), or is large") }
    return (count < 0 ? try reciprocal(base, at: place) : base).raised(to: abs(count))
  }

  func power(
    _ base: UniformMatrix, _ exponent: RootFunction, at place: SourceLocation
  ) throws -> UniformMatrix {
    throw NotUniform("a power of a matrix has no reading for all \(symbol)")
  }
}
