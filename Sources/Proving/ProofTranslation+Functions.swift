import Certificates
import Rational
import Statements

extension ProofTranslation {
  /// A function of the vocabulary, applied.
  mutating func call(_ function: Function, _ arguments: [Expression]) throws -> Node {
    switch function {
    case .sum: return try sum(arguments)
    case .product: return .number(try accumulated(arguments, from: 1, .multiply))
    case .absolute: return .number(absolute(try number(arguments[0])))
    case .maximum: return .number(try extreme(arguments, .add))
    case .minimum: return .number(try extreme(arguments, .subtract))
    case .squareRoot: return .number(step(.root, try number(arguments[0])))
    case .binomial: return .number(try binomial(arguments))
    case .identity: return .matrix(try identity(arguments[0]))
    case .ones: return .matrix(try ones(arguments))
    case .incidence: return .matrix(try completeGraph(.incidence, arguments[0]))
    // Definition 5: the rows of B_r at norm 1.
    case .normalisedIncidence:
      return .matrix(step(.unitRows, try completeGraph(.incidence, arguments[0])))
    case .triangularAdjacency: return .matrix(try completeGraph(.adjacency, arguments[0]))
    case .vertexSigns: return .matrix(try completeGraph(.weightings, arguments[0]))
    case .patterns: return .matrix(try patterns(arguments))
    case .kronecker: return .matrix(try kronecker(arguments[0], arguments[1]))
    case .complete, .completeBipartite, .completeMultipartite, .cocktailParty, .cycle, .path, .star,
      .hypercube, .hamming, .rook, .johnson, .kneser, .paley, .petersen, .hoffmanSingleton:
      return .graph(try graph(function, arguments))
    case .lineGraph: return .graph(try lineGraph(of: arguments[0]))
    case .complement: return .graph(complement(try graph(arguments[0])))
    case .cartesianProduct: return .graph(try product(.cartesian, arguments))
    case .tensorProduct: return .graph(try product(.tensor, arguments))
    case .strongProduct: return .graph(try product(.strong, arguments))
    case .lexicographicProduct: return .graph(try product(.lexicographic, arguments))
    case .adjacency: return .matrix(try graph(arguments[0]).adjacency)
    case .incidenceMatrix: return .matrix(try incidence(of: graph(arguments[0])))
    case .laplacian: return .matrix(laplacian(of: try graph(arguments[0])))
    case .signlessLaplacian:
      let graph = try graph(arguments[0])
      return .matrix(step(.sum, degrees(of: graph), graph.adjacency))
    case .seidel:
      let graph = try graph(arguments[0])
      let twice = step(.scale, number(2), graph.adjacency)
      return .matrix(step(.difference, others(of: graph), twice))
    case .degree where arguments.count == 1:
      return .number(degree(of: try graph(arguments[0])))
    case .vertices: return .number(step(.rows, try graph(arguments[0]).adjacency))
    case .edges:
      let twice = entrySum(of: try graph(arguments[0]))
      return .number(step(.divide, twice, number(2)))
    case .collapse:
      let classes = try number(arguments[0])
      guard isIntegral(arguments[0]) else {
        throw NoProofFound("a number of classes that need not be an integer")
      }
      show(classes, ">=", number(0))
      return .construction([.collapse(classes)])
    case .construction:
      let first = try matrix(arguments[0])
      let isForTwoLayers = arguments.count == 1
      return .construction([
        .graph(
          base: isForTwoLayers ? nil : first,
          last: isForTwoLayers ? first : try matrix(arguments[1]))
      ])
    case .join:
      guard case .construction(let first) = try node(arguments[0]),
        case .construction(let second) = try node(arguments[1])
      else { throw NoProofFound("expected constructions") }
      return .construction(first + second)
    case .trace: return .number(step(.trace, try matrix(arguments[0])))
    case .rank: return .number(step(.rank, try matrix(arguments[0])))
    case .squaredNorm: return .number(squaredNorm(try matrix(arguments[0])))
    case .rows: return .number(step(.rows, try matrix(arguments[0])))
    case .columns: return .number(step(.columns, try matrix(arguments[0])))
    case .entry:
      let places = try arguments[1...].map { "\(try integer($0))" }
      return .number(step(.entry, try matrix(arguments[0]), constants: places))
    case .leastNorm:
      let (x, y) = (try matrix(arguments[0]), try matrix(arguments[1]))
      return .number(squaredNorm(leastNorm(x, y)))
    case .leastNormForm:
      let (x, y) = (try matrix(arguments[0]), try matrix(arguments[1]))
      let weights = leastNorm(x, y)
      return .matrix(step(.product, weights, step(.transpose, weights)))
    case .minimalRidge: return .number(try ridge(arguments))
    case .ridgeMinimiser:
      return .matrix(step(.ridge, try matrix(arguments[0]), try number(arguments[1])))
    case .minimalFactorisation:
      let (a, b) = (try number(arguments[1]), try number(arguments[2]))
      let zero = number(0)
      show(a, ">", zero)
      show(b, ">", zero)
      let value = step(.factorisation, try matrix(arguments[0]))
      return .number(step(.multiply, step(.root, step(.multiply, a, b)), value))
    case .nuclearNorm: return .number(step(.nuclear, try matrix(arguments[0])))
    case .transpose: return .matrix(step(.transpose, try matrix(arguments[0])))
    case .gram: return .matrix(gram(try matrix(arguments[0])))
    case .relu: return .matrix(step(.relu, try matrix(arguments[0])))
    case .unitRows: return .matrix(step(.unitRows, try matrix(arguments[0])))
    case .inverse: return .matrix(step(.inverse, try matrix(arguments[0])))
    case .pseudoInverse: return .matrix(step(.pseudoInverse, try matrix(arguments[0])))
    case .stack:
      return .matrix(step(.stack, try matrix(arguments[0]), try matrix(arguments[1])))
    case .hadamard:
      return .matrix(step(.hadamard, try matrix(arguments[0]), try matrix(arguments[1])))
    case .inclusion: return .matrix(try inclusion(arguments))
    case .largestEigenvalue, .smallestEigenvalue, .spectralRadius:
      return .number(extremeEigenvalue(function, try matrix(arguments[0])))
    case .determinant:
      throw NoProofFound("a determinant has a step on the left of '=' alone")
    case .triangularRoot, .sample, .repeatRows, .disjointUnion, .orientedIncidence,
      .distanceMatrix, .degree, .modulus, .root, .eigenvalue, .spanningTrees, .byFormula,
      .diagonal, .diagonalOf, .characteristicPolynomial, .quotient:
      throw NoProofFound("'\(function.name)' has no step")
    }
  }

  /// The shortest W with W X = Y; that there is one is shown.
  mutating func leastNorm(_ x: Int, _ y: Int) -> Int {
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
    guard (0...64).contains(lower) else { throw NoProofFound("a large binomial") }
    guard isIntegral(arguments[0]) else {
      throw NoProofFound("a binomial of a number that need not be an integer")
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
  private mutating func isIntegral(_ expression: Expression) -> Bool {
    switch expression {
    case .number(let value, _): return value.isInteger
    case .name(let name, _):
      if variables.contains(where: { $0.name == name }) { return true }
      if let parameter = claim.parameters.first(where: { $0.name == name }) {
        return parameter.isInteger
      }
      if let known = integral[name] { return known }
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        return false
      }
      let result = isIntegral(definition.expression)
      integral[name] = result
      return result
    case .negated(let operand, _): return isIntegral(operand)
    case .binary(.plus, let left, let right, _), .binary(.minus, let left, let right, _),
      .binary(.times, let left, let right, _):
      return isIntegral(left) && isIntegral(right)
    case .binary(.divided, .binary(.times, let r, let next, _), .number(2, _), _):
      return isIntegral(r) && "\(next)" == "\(r) - 1"
    case .call(.triangularRoot, _, _): return true
    default: return false
    }
  }

  /// |a| is the root of a².
  private mutating func absolute(_ value: Int) -> Int {
    step(.root, step(.multiply, value, value))
  }

  /// The greatest number with `.add`, the least with `.subtract`.
  private mutating func extreme(
    _ arguments: [Expression], _ operation: UniformProof.Operation
  ) throws -> Int {
    var result = try number(arguments[0])
    for argument in arguments.dropFirst() {
      result = extreme(result, try number(argument), operation)
    }
    return result
  }

  /// (a + b + |a - b|)/2, the greater one of two numbers; the lesser one with a minus sign.
  mutating func extreme(_ a: Int, _ b: Int, _ operation: UniformProof.Operation) -> Int {
    let distance = absolute(step(.subtract, a, b))
    return step(.divide, step(operation, step(.add, a, b), distance), number(2))
  }

  /// A sum of numbers, or of matrices.
  private mutating func sum(_ arguments: [Expression]) throws -> Node {
    let zero = number(0)
    var total: Node?
    try forEachTerm(arguments) { translation, term in
      switch (total, term) {
      case (.number(let a)?, .number(let b)): total = .number(translation.step(.add, a, b))
      case (.matrix(let a)?, .matrix(let b)): total = .matrix(translation.step(.sum, a, b))
      case (nil, .number(let a)):
        total = .number(translation.step(.add, zero, a))
      case (nil, .matrix): total = term
      default: throw NoProofFound("a sum of these has no step")
      }
    }
    if let total { return total }
    guard !claim.isMatrix(arguments[3]) else { throw NoProofFound("a sum of no matrices") }
    return .number(zero)
  }

  /// A product written out.
  private mutating func accumulated(
    _ arguments: [Expression], from start: Rational, _ operation: UniformProof.Operation
  ) throws -> Int {
    var result = number(start)
    try forEachTerm(arguments) { translation, term in
      guard case .number(let factor) = term else { throw NoProofFound("expected a number") }
      result = translation.step(operation, result, factor)
    }
    return result
  }

  private mutating func forEachTerm(
    _ arguments: [Expression], _ body: (inout Self, Node) throws -> Void
  ) throws {
    guard case .name(let variable, _) = arguments[0] else { throw NoProofFound("expected a name") }
    let (first, last) = (try integer(arguments[1]), try integer(arguments[2]))
    let (distance, overflows) = last.subtractingReportingOverflow(first)
    guard last < first || !overflows && distance < 64 else {
      throw NoProofFound("a sum or product of more than 64 terms")
    }
    for index in stride(from: first, through: last, by: 1) {
      // Definitions may depend on the variable: nothing that was named before is used again.
      let outside = named
      named = named.filter { entry in claim.definitions.allSatisfy { $0.name != entry.key } }
      named[variable] = .number(number(Rational(index)))
      variables.append(.init(name: variable, value: Rational(index)))
      let term = try node(arguments[3])
      variables.removeLast()
      named = outside
      try body(&self, term)
    }
  }
}
