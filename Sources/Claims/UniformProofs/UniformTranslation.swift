import Certificates
import Rational

/// What the symbols of a case stand for, and the values of the other parameters.
struct UniformSetting: Hashable, Sendable {
  /// The name that is r, the number of vertices, if one is open: a parameter, or the definition
  /// `triangular_root(K)` of a parameter K.
  var vertices: String?
  /// That parameter K. It is r(r-1)/2 + rest with 0 ≤ rest < r: `rest` is a symbol, and 0 in a case of
  /// its own.
  var row: String?
  /// The parameter that is decided by induction, with the value it starts from.
  var layers: Layers?
  /// Parameters that are any positive number.
  var symbols: [String] = []
  /// Parameters with one value.
  var fixed: [UniformProof.Parameter] = []

  struct Layers: Hashable, Sendable {
    let name: String
    let first: Int
  }
}

extension UniformSetting {
  /// The name of K - r(r-1)/2.
  static let rest = "rest"
}

/// The translation of a form of a claim into the steps of a uniform proof.
///
/// Formula by formula, equal ones once, without evaluating anything but integers in exponents and
/// bounds of sums: what is stated is the same whoever has found the values.
struct UniformTranslation {
  private typealias Step = UniformProof.Step

  let claim: Claim
  let setting: UniformSetting
  private(set) var program = UniformProof.Program()
  private var known: [UniformProof.Step: Int] = [:]
  private var named: [String: Node] = [:]

  /// What a formula has become: a step, or the blocks of a construction.
  private enum Node {
    case number(Int)
    case matrix(Int)
    case construction([Block])
  }

  private enum Block {
    /// The step with the number of classes.
    case collapse(Int)
    case graph(base: Int, last: Int)
  }

  /// The program of a form.
  ///
  /// - Throws: `NotUniform` when a formula has no step, or the layers are not only in exponents.
  static func program(
    of form: Claim.Form, _ claim: Claim, _ setting: UniformSetting
  ) throws -> UniformProof.Program {
    var translation = UniformTranslation(claim: claim, setting: setting)
    translation.program.parameters = setting.fixed
    translation.program.symbols = setting.symbols
    for proposition in form.propositions { try translation.add(proposition) }
    return translation.program
  }

  private init(claim: Claim, setting: UniformSetting) {
    self.claim = claim
    self.setting = setting
  }

  // MARK: Steps

  private mutating func step(
    _ operation: UniformProof.Operation, _ operands: Int..., constants: [String] = []
  ) -> Int {
    let step = Step(operation, operands, constants: constants)
    if let index = known[step] { return index }
    program.steps.append(step)
    known[step] = program.steps.count - 1
    return program.steps.count - 1
  }

  private mutating func number(_ value: Rational) -> Int {
    step(.number, constants: [value.description])
  }

  private mutating func gram(_ matrix: Int) -> Int {
    step(.product, step(.transpose, matrix), matrix)
  }

  private mutating func squaredNorm(_ matrix: Int) -> Int { step(.trace, gram(matrix)) }

  private mutating func show(_ left: Int, _ relation: String, _ right: Int) {
    let show = UniformProof.Show.relation(left, relation, right)
    if !program.shows.contains(show) { program.shows.append(show) }
  }

  // MARK: Formulas

  private mutating func node(_ expression: Expression) throws -> Node {
    switch expression {
    case .number(let value, _): return .number(number(value))
    case .name(let name, _): return try node(named: name)
    case .negated(let operand, _):
      switch try node(operand) {
      case .number(let a): return .number(step(.negate, a))
      case .matrix(let m): return .matrix(step(.scale, number(-1), m))
      case .construction: throw NotUniform("a construction has no negative")
      }
    case .transposed(let operand, _): return .matrix(step(.transpose, try matrix(operand)))
    case .binary(.power, let base, let exponent, _): return try power(base, exponent)
    case .binary(let symbol, let left, let right, _):
      return try joined(symbol, try node(left), try node(right))
    case .matrix: throw NotUniform("a matrix written out has no reading for all r")
    case .call(let name, let arguments, _): return try call(name, arguments)
    }
  }

  private mutating func node(named name: String) throws -> Node {
    if let known = named[name] { return known }
    let result: Node
    if name == setting.vertices {
      result = .number(step(.vertices))
    } else if name == setting.row {
      let (r, one, two) = (step(.vertices), number(1), number(2))
      let edges = step(.divide, step(.multiply, r, step(.subtract, r, one)), two)
      guard case .number(let rest) = try node(named: UniformSetting.rest) else {
        throw NotUniform("\(UniformSetting.rest) has no value")
      }
      result = .number(step(.add, edges, rest))
    } else if setting.symbols.contains(name) {
      result = .number(step(.symbol, constants: [name]))
    } else if let fixed = setting.fixed.first(where: { $0.name == name }) {
      result = .number(number(fixed.value))
    } else if let definition = claim.definitions.first(where: { $0.name == name }) {
      result = try node(definition.expression)
    } else {
      throw NotUniform("\(name) is not only in exponents")
    }
    named[name] = result
    return result
  }

  private mutating func joined(
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
    default: throw NotUniform("'\(symbol.rawValue)' does not join these")
    }
  }

  private mutating func power(_ base: Expression, _ exponent: Expression) throws -> Node {
    guard case .number(let base) = try node(base) else {
      throw NotUniform("a power of a matrix has no reading for all r")
    }
    guard let layers = setting.layers,
      Induction(claim: claim, name: layers.name).depends(exponent)
    else {
      return .number(step(.power, base, constants: ["\(try integer(exponent))"]))
    }
    guard let slope = Induction(claim: claim, name: layers.name).slope(of: exponent) else {
      throw NotUniform("an exponent that is not linear in \(layers.name)")
    }
    let constant = try integer(exponent, atFirst: true) - slope * layers.first
    return .number(step(.power, base, constants: ["\(slope)", "layers", "\(constant)"]))
  }

  private mutating func number(_ expression: Expression) throws -> Int {
    guard case .number(let index) = try node(expression) else {
      throw NotUniform("expected a number")
    }
    return index
  }

  private mutating func matrix(_ expression: Expression) throws -> Int {
    guard case .matrix(let index) = try node(expression) else {
      throw NotUniform("expected a matrix")
    }
    return index
  }

  /// The value of an integer formula in the parameters that have one value.
  ///
  /// - Parameter isAtFirst: Whether the layers stand for the first of them; otherwise they have no one
  ///   value.
  private func integer(_ expression: Expression, atFirst isAtFirst: Bool = false) throws -> Int {
    guard let value = try rational(expression, isAtFirst), value.isInteger,
      let integer = Int(exactly: value.numerator)
    else { throw NotUniform("an exponent or a bound of a sum that is not a definite integer") }
    return integer
  }

  private func rational(_ expression: Expression, _ isAtFirst: Bool) throws -> Rational? {
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
      return try claim.definitions.first { $0.name == name }.flatMap {
        try rational($0.expression, isAtFirst)
      }
    case .negated(let operand, _): return try rational(operand, isAtFirst).map { -$0 }
    case .binary(let symbol, let left, let right, _):
      guard let a = try rational(left, isAtFirst), let b = try rational(right, isAtFirst) else {
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

  // MARK: Functions

  /// The variables of the sums around a formula, with their values.
  private var variables: [UniformProof.Parameter] = []

  private mutating func call(_ name: String, _ arguments: [Expression]) throws -> Node {
    switch name {
    case "sum", "product": return .number(try accumulated(name, arguments))
    case "sqrt": return .number(step(.root, try number(arguments[0])))
    case "binomial": return .number(try binomial(arguments))
    case "I": return .matrix(step(.identity, try number(arguments[0])))
    case "J":
      let sizes = try arguments.map { try number($0) }
      return .matrix(step(.ones, sizes[0], sizes[sizes.count - 1]))
    case "B", "T", "G", "A1": return .matrix(try graph(name, arguments[0]))
    case "collapse":
      let classes = try number(arguments[0])
      guard isIntegral(arguments[0]) else {
        throw NotUniform("a number of classes that need not be an integer")
      }
      show(classes, ">=", number(0))
      return .construction([.collapse(classes)])
    case "construction":
      guard arguments.count == 2 else { throw NotUniform("a construction for two layers") }
      let (base, last) = (try matrix(arguments[0]), try matrix(arguments[1]))
      return .construction([.graph(base: base, last: last)])
    case "join":
      guard case .construction(let first) = try node(arguments[0]),
        case .construction(let second) = try node(arguments[1])
      else { throw NotUniform("expected constructions") }
      return .construction(first + second)
    case "trace": return .number(step(.trace, try matrix(arguments[0])))
    case "rank": return .number(step(.rank, try matrix(arguments[0])))
    case "norm2": return .number(squaredNorm(try matrix(arguments[0])))
    case "rows": return .number(step(.rows, try matrix(arguments[0])))
    case "columns": return .number(step(.columns, try matrix(arguments[0])))
    case "entry":
      let places = try arguments[1...].map { "\(try integer($0))" }
      return .number(step(.entry, try matrix(arguments[0]), constants: places))
    case "least_norm":
      let (x, y) = (try matrix(arguments[0]), try matrix(arguments[1]))
      return .number(squaredNorm(leastNorm(x, y)))
    case "least_norm_form":
      let (x, y) = (try matrix(arguments[0]), try matrix(arguments[1]))
      let weights = leastNorm(x, y)
      return .matrix(step(.product, weights, step(.transpose, weights)))
    case "min_ridge": return .number(try ridge(arguments))
    case "ridge_minimiser":
      return .matrix(step(.ridge, try matrix(arguments[0]), try number(arguments[1])))
    case "min_factorisation":
      let (a, b) = (try number(arguments[1]), try number(arguments[2]))
      let zero = number(0)
      show(a, ">", zero)
      show(b, ">", zero)
      let value = step(.factorisation, try matrix(arguments[0]))
      return .number(step(.multiply, step(.root, step(.multiply, a, b)), value))
    case "nuclear_norm": return .number(step(.nuclear, try matrix(arguments[0])))
    case "transpose": return .matrix(step(.transpose, try matrix(arguments[0])))
    case "gram": return .matrix(gram(try matrix(arguments[0])))
    case "relu": return .matrix(step(.relu, try matrix(arguments[0])))
    case "unit_rows": return .matrix(step(.unitRows, try matrix(arguments[0])))
    case "inverse": return .matrix(step(.inverse, try matrix(arguments[0])))
    case "pseudo_inverse": return .matrix(step(.pseudoInverse, try matrix(arguments[0])))
    case "stack":
      return .matrix(step(.stack, try matrix(arguments[0]), try matrix(arguments[1])))
    default: throw NotUniform("'\(name)' has no step")
    }
  }

  private mutating func graph(_ name: String, _ order: Expression) throws -> Int {
    guard try number(order) == step(.vertices) else {
      throw NotUniform("\(name)(…) of another number than r")
    }
    switch name {
    case "B": return step(.incidence)
    // Definition 5: the rows of B_r at norm 1.
    case "T": return step(.unitRows, step(.incidence))
    case "G": return step(.adjacency)
    default: return step(.weightings)
    }
  }

  /// The shortest W with W X = Y; that there is one is shown.
  private mutating func leastNorm(_ x: Int, _ y: Int) -> Int {
    let weights = step(.product, y, step(.pseudoInverse, x))
    show(step(.product, weights, x), "=", y)
    return weights
  }

  /// The objective of the ridge problem at its minimiser.
  private mutating func ridge(_ arguments: [Expression]) throws -> Int {
    let (matrix, decay) = (try matrix(arguments[0]), try number(arguments[1]))
    let weights = step(.ridge, matrix, decay)
    let columns = step(.columns, matrix)
    let identity = step(.identity, columns)
    let fit = squaredNorm(step(.difference, step(.product, weights, matrix), identity))
    let two = number(2)
    let first = step(.divide, fit, step(.multiply, two, columns))
    let second = step(.multiply, step(.divide, decay, two), squaredNorm(weights))
    return step(.add, first, second)
  }

  /// n (n-1) ⋯ (n-k+1)/k!, the number of subsets where n ≥ 0.
  private mutating func binomial(_ arguments: [Expression]) throws -> Int {
    let upper = try number(arguments[0])
    let lower = try integer(arguments[1])
    guard (0...64).contains(lower) else { throw NotUniform("a large binomial") }
    guard isIntegral(arguments[0]) else {
      throw NotUniform("a binomial of a number that need not be an integer")
    }
    show(upper, ">=", number(0))
    var result = number(1)
    for index in 0..<lower {
      let factor = step(.subtract, upper, number(Rational(index)))
      result = step(.divide, step(.multiply, result, factor), number(Rational(index + 1)))
    }
    return result
  }

  /// Whether a formula is made of integers without divisions but that of r(r-1) by 2.
  private func isIntegral(_ expression: Expression) -> Bool {
    switch expression {
    case .number(let value, _): return value.isInteger
    case .name(let name, _):
      if variables.contains(where: { $0.name == name }) { return true }
      if let parameter = claim.parameters.first(where: { $0.name == name }) {
        return parameter.isInteger
      }
      return claim.definitions.first { $0.name == name }.map { isIntegral($0.expression) } ?? false
    case .negated(let operand, _): return isIntegral(operand)
    case .binary(.plus, let left, let right, _), .binary(.minus, let left, let right, _),
      .binary(.times, let left, let right, _):
      return isIntegral(left) && isIntegral(right)
    case .binary(.divided, .binary(.times, let r, let next, _), .number(2, _), _):
      return isIntegral(r) && "\(next)" == "\(r) - 1"
    case .call("triangular_root", _, _): return true
    default: return false
    }
  }

  /// A sum or product written out.
  private mutating func accumulated(_ name: String, _ arguments: [Expression]) throws -> Int {
    guard case .name(let variable, _) = arguments[0] else { throw NotUniform("expected a name") }
    let (first, last) = (try integer(arguments[1]), try integer(arguments[2]))
    guard last < first + 64 else { throw NotUniform("a sum of more than 64 terms") }
    var result = number(name == "sum" ? 0 : 1)
    for index in stride(from: first, through: last, by: 1) {
      // Definitions may depend on the variable: nothing that was named before is used again.
      let outside = named
      named = named.filter { entry in claim.definitions.allSatisfy { $0.name != entry.key } }
      named[variable] = .number(number(Rational(index)))
      variables.append(.init(name: variable, value: Rational(index)))
      let term = try number(arguments[3])
      variables.removeLast()
      named = outside
      result = step(name == "sum" ? .add : .multiply, result, term)
    }
    return result
  }

  // MARK: Propositions

  private mutating func add(_ proposition: Proposition) throws {
    switch proposition {
    case .relation(let left, let relation, let right, _):
      switch (try node(left), try node(right)) {
      case (.number(let a), .number(let b)), (.matrix(let a), .matrix(let b)):
        show(a, relation.rawValue, b)
      default: throw NotUniform("these two have no relation")
      }
    case .spectrum(let matrix, let values, _):
      let matrix = try self.matrix(matrix)
      var pairs: [UniformProof.Pair] = []
      for line in values {
        pairs.append(
          .init(value: try number(line.value), multiplicity: try number(line.multiplicity)))
      }
      program.shows.append(.spectrum(matrix, pairs))
    case .stronglyRegular(let graph, let parameters, _):
      program.shows.append(.regular(try matrix(graph), try parameters.map { try number($0) }))
    case .feasibility(let isFeasible, let factor, let target, _):
      let (x, y) = (try matrix(factor), try matrix(target))
      guard !isFeasible else {
        _ = leastNorm(x, y)
        return
      }
      // The part of the rows outside of the row space; all rows are alike.
      let inside = step(.product, step(.product, y, step(.pseudoInverse, x)), x)
      let gap = step(.difference, inside, y)
      let norms = step(.product, gap, step(.transpose, gap))
      show(step(.entry, norms, constants: ["1", "1"]), ">", number(0))
    case .lossComparison(let comparison): try add(comparison)
    case .lossValue: throw NotUniform("one minimal loss has no step")
    }
  }

  private mutating func add(_ comparison: Proposition.LossComparison) throws {
    guard case .whereRightIsNonzero = comparison.scope else {
      throw NotUniform("only regularisations where the second construction is nonzero")
    }
    guard case .construction(let left) = try node(comparison.left),
      case .construction(let right) = try node(comparison.right), right.count == 1,
      case .collapse(let classes) = right[0]
    else { throw NotUniform("a construction is compared with deep neural collapse only") }
    let layers: Int
    var isForAllLayers = false
    if case .name(let name, _) = comparison.layers, let open = setting.layers, name == open.name {
      (layers, isForAllLayers) = (open.first, true)
    } else {
      layers = try integer(comparison.layers)
    }
    var total: Int?
    for block in left {
      let count: Int
      switch block {
      case .collapse(let classes): count = classes
      case .graph(let base, let last):
        count = step(.columns, base)
        program.shows.append(
          .below(
            .init(
              base: base, last: last, nuclear: step(.nuclear, base), rank: step(.rank, base),
              pseudoInverse: step(.pseudoInverse, base),
              inverse: step(.inverse, gram(step(.relu, last))), layers: layers,
              isForAllLayers: isForAllLayers)))
      }
      total = total.map { step(.add, $0, count) } ?? count
    }
    guard let total, left.contains(where: { if case .graph = $0 { true } else { false } }) else {
      throw NotUniform("a construction without a graph")
    }
    show(total, "=", classes)
  }
}
