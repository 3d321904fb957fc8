import Certificates
import Rational
import Statements

/// What the symbols of a case stand for, and the values of the other parameters.
package struct ProofSetting: Hashable, Sendable {
  /// The name that is r, the number of vertices, if one is open: a parameter, or the definition
  /// `triangular_root(K)` of a parameter K.
  package var vertices: String?
  /// That parameter K. It is r(r-1)/2 + rest with 0 ≤ rest < r: `rest` is a symbol, and 0 in a case of
  /// its own.
  package var row: String?
  /// Integers that are all open, when they are several; `vertices` is nil then.
  package var sizes: [String] = []
  /// The parameter that is decided by induction, with the value it starts from.
  package var layers: Layers?
  /// Parameters that are any positive number.
  package var symbols: [String] = []
  /// Parameters with one value.
  package var fixed: [UniformProof.Parameter] = []

  package struct Layers: Hashable, Sendable {
    package let name: String
    package let first: Int

    package init(name: String, first: Int) {
      self.name = name
      self.first = first
    }
  }

  package init(
    vertices: String? = nil, row: String? = nil, sizes: [String] = [], layers: Layers? = nil,
    symbols: [String] = [], fixed: [UniformProof.Parameter] = []
  ) {
    self.vertices = vertices
    self.row = row
    self.sizes = sizes
    self.layers = layers
    self.symbols = symbols
    self.fixed = fixed
  }

  /// The name of K - r(r-1)/2.
  package static let rest = "rest"
}

/// The translation of a form of a claim into the steps of a uniform proof.
///
/// Formula by formula, equal ones once, without evaluating anything but integers in exponents and
/// bounds of sums: what is stated is the same whoever has found the values.
package struct ProofTranslation {
  private typealias Step = UniformProof.Step

  let claim: Claim
  let setting: ProofSetting
  var program = UniformProof.Program()
  private var known: [UniformProof.Step: Int] = [:]
  var named: [String: Node] = [:]
  /// The variables of the sums around a formula, with their values.
  var variables: [UniformProof.Parameter] = []
  /// Which definitions are made of integers, as far as it was asked.
  var integral: [String: Bool] = [:]
  /// The values of definitions without symbols, by name and whether the layers have their first value.
  private var constants: [Constant: Rational?] = [:]

  private struct Constant: Hashable {
    let name: String
    let isAtFirst: Bool
  }

  /// Which copies of base sets are taken: a Kronecker product needs those of its factors to be different.
  var copies = SetCopies()
  /// Whether the formula is a part of a Kronecker product.
  var isInKronecker = false

  /// What a formula has become: a step, a graph by its matrices, or the blocks of a construction.
  enum Node {
    case number(Int)
    case matrix(Int)
    case graph(GraphNode)
    case construction([Block])
  }

  enum Block {
    /// The step with the number of classes.
    case collapse(Int)
    case graph(base: Int?, last: Int)
  }

  /// The program of assertions about the parameters of a claim.
  ///
  /// - Throws: `NoProofFound` when a formula has no step, or the layers are not only in exponents.
  package static func program(
    of propositions: [Proposition], _ claim: Claim, _ setting: ProofSetting
  ) throws -> UniformProof.Program {
    var translation = ProofTranslation(claim: claim, setting: setting)
    translation.program.parameters = setting.fixed
    translation.program.symbols = setting.symbols
    for proposition in propositions { try translation.add(proposition) }
    return translation.program
  }

  private init(claim: Claim, setting: ProofSetting) {
    self.claim = claim
    self.setting = setting
  }

  // MARK: Steps

  mutating func step(
    _ operation: UniformProof.Operation, _ operands: Int..., constants: [String] = []
  ) -> Int {
    let step = Step(operation, operands, constants: constants)
    if let index = known[step] { return index }
    program.steps.append(step)
    known[step] = program.steps.count - 1
    return program.steps.count - 1
  }

  mutating func number(_ value: Rational) -> Int {
    step(.number, constants: [value.description])
  }

  mutating func gram(_ matrix: Int) -> Int {
    step(.product, step(.transpose, matrix), matrix)
  }

  mutating func squaredNorm(_ matrix: Int) -> Int { step(.trace, gram(matrix)) }

  mutating func show(_ left: Int, _ relation: String, _ right: Int) {
    let show = UniformProof.Show.relation(left, relation, right)
    if !program.shows.contains(show) { program.shows.append(show) }
  }

  // MARK: Formulas

  mutating func node(_ expression: Expression) throws -> Node {
    switch expression {
    case .number(let value, _): return .number(number(value))
    case .name(let name, _): return try node(named: name)
    case .negated(let operand, _):
      switch try node(operand) {
      case .number(let a): return .number(step(.negate, a))
      case .matrix(let m): return .matrix(step(.scale, number(-1), m))
      case .graph, .construction: throw NoProofFound("a graph or construction has no negative")
      }
    case .transposed(let operand, _): return .matrix(step(.transpose, try matrix(operand)))
    case .binary(.power, let base, let exponent, _): return try power(base, exponent)
    case .binary(let symbol, let left, let right, _):
      return try joined(symbol, try node(left), try node(right))
    case .matrix(let rows, _): return .matrix(try literal(rows))
    case .graph: throw NoProofFound("the graph of a file has no reading for all r")
    case .partition: throw NoProofFound("a partition has no reading for all r")
    case .call(let name, let arguments, _): return try call(name, arguments)
    }
  }

  mutating func node(named name: String) throws -> Node {
    if let known = named[name] {
      // Over copies of the base sets a matrix is another one, a number is the same.
      if copies.isEmpty { return known }
      if case .number = known { return known }
    }
    let result: Node
    if name == setting.vertices {
      result = .number(step(.vertices))
    } else if name == setting.row {
      let (r, one, two) = (step(.vertices), number(1), number(2))
      let edges = step(.divide, step(.multiply, r, step(.subtract, r, one)), two)
      guard case .number(let rest) = try node(named: ProofSetting.rest) else {
        throw NoProofFound("\(ProofSetting.rest) has no value")
      }
      result = .number(step(.add, edges, rest))
    } else if setting.sizes.contains(name) {
      result = .number(step(.vertices, constants: [name]))
    } else if setting.symbols.contains(name) {
      result = .number(step(.symbol, constants: [name]))
    } else if let fixed = setting.fixed.first(where: { $0.name == name }) {
      result = .number(number(fixed.value))
    } else if let definition = claim.definitions.first(where: { $0.name == name }) {
      result = try node(definition.expression)
    } else {
      throw NoProofFound("\(name) is not only in exponents")
    }
    if copies.isEmpty { named[name] = result }
    return result
  }

  mutating func joined(
    _ symbol: BinaryOperator, _ left: Node, _ right: Node
  ) throws -> Node {
    switch (symbol, left, right) {
    case (.plus, .number(let a), .number(let b)): return .number(step(.add, a, b))
    case (.minus, .number(let a), .number(let b)): return .number(step(.subtract, a, b))
    case (.times, .number(let a), .number(let b)): return .number(step(.multiply, a, b))
    case (.divided, .number(let a), .number(let b)): return .number(step(.divide, a, b))
    case (.times, .number(let a), .matrix(let m)), (.times, .matrix(let m), .number(let a)):
      return .matrix(step(.scale, a, m))
    case (.divided, .matrix(let m), .number(let a)):
      return .matrix(step(.scale, step(.divide, number(1), a), m))
    case (.plus, .matrix(let m), .matrix(let n)): return .matrix(step(.sum, m, n))
    case (.minus, .matrix(let m), .matrix(let n)): return .matrix(step(.difference, m, n))
    case (.times, .matrix(let m), .matrix(let n)): return .matrix(step(.product, m, n))
    default: throw NoProofFound("'\(symbol.rawValue)' does not join these")
    }
  }

  mutating func power(_ base: Expression, _ exponent: Expression) throws -> Node {
    let base = try node(base)
    if case .matrix(let matrix) = base { return .matrix(try power(ofMatrix: matrix, exponent)) }
    guard case .number(let base) = base else {
      throw NoProofFound("a power of this has no reading for all r")
    }
    guard let layers = setting.layers,
      Induction(claim: claim, name: layers.name).depends(exponent)
    else {
      return .number(step(.power, base, constants: ["\(try integer(exponent))"]))
    }
    guard let slope = Induction(claim: claim, name: layers.name).slope(of: exponent) else {
      throw NoProofFound("an exponent that is not linear in \(layers.name)")
    }
    let constant = try wholeNumber(exponent, atFirst: true) - slope * Integer(layers.first)
    return .number(step(.power, base, constants: ["\(slope)", "layers", "\(constant)"]))
  }

  /// The product of so many copies of a matrix, or of its inverse.
  private mutating func power(ofMatrix matrix: Int, _ exponent: Expression) throws -> Int {
    let exponent = try integer(exponent)
    guard exponent.magnitude <= 16 else { throw NoProofFound("a large power of a matrix") }
    guard exponent != 0 else { return step(.identity, step(.rows, matrix)) }
    let factor = exponent < 0 ? step(.inverse, matrix) : matrix
    return (1..<abs(exponent)).reduce(factor) { product, _ in step(.product, product, factor) }
  }

  mutating func number(_ expression: Expression) throws -> Int {
    guard case .number(let index) = try node(expression) else {
      throw NoProofFound("expected a number")
    }
    return index
  }

  mutating func matrix(_ expression: Expression) throws -> Int {
    guard case .matrix(let index) = try node(expression) else {
      throw NoProofFound("expected a matrix")
    }
    return index
  }

  /// The value of an integer formula in the parameters that have one value, as far as it fits into a word.
  mutating func integer(_ expression: Expression) throws -> Int {
    let value = try wholeNumber(expression, atFirst: false)
    guard let integer = Int(exactly: value) else {
      throw NoProofFound(
        "an exponent, an index or a bound of a sum of \(value.bitLength) bits, which is too large")
    }
    return integer
  }

  /// The value of an integer formula, of any size.
  ///
  /// - Parameter isAtFirst: Whether the layers stand for the first of them; otherwise they have no one
  ///   value.
  private mutating func wholeNumber(
    _ expression: Expression, atFirst isAtFirst: Bool
  ) throws -> Integer {
    guard let value = rational(expression, isAtFirst), value.isInteger else {
      throw NoProofFound("an exponent, an index or a bound of a sum that is not a definite integer")
    }
    return value.numerator
  }

  private mutating func rational(_ expression: Expression, _ isAtFirst: Bool) -> Rational? {
    switch expression {
    case .number(let value, _): return value
    case .name(let name, _):
      if let layers = setting.layers, name == layers.name {
        return isAtFirst ? Rational(layers.first) : nil
      }
      if let index = variables.lastIndex(where: { $0.name == name }) {
        return variables[index].value
      }
      if let fixed = setting.fixed.first(where: { $0.name == name }) { return fixed.value }
      let constant = Constant(name: name, isAtFirst: isAtFirst)
      if let known = constants[constant] { return known }
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        return nil
      }
      let value = rational(definition.expression, isAtFirst)
      constants.updateValue(value, forKey: constant)
      return value
    case .negated(let operand, _): return rational(operand, isAtFirst).map { -$0 }
    case .binary(let symbol, let left, let right, _):
      guard let a = rational(left, isAtFirst), let b = rational(right, isAtFirst) else {
        return nil
      }
      switch symbol {
      case .plus: return a + b
      case .minus: return a - b
      case .times: return a * b
      case .divided: return b.isZero ? nil : a / b
      case .power: return nil
      }
    default: return nil
    }
  }
}
