import Certificates
import Rational
import Statements

/// What is said of the eigenvalues of a matrix.
extension ProofTranslation {
  /// `determinant(M) = …` and `spanning_trees(G) = …`, whose exponents may depend on the sizes.
  ///
  /// - Returns: false for another relation.
  mutating func addDeterminant(
    _ left: Expression, _ relation: Relation, _ right: Expression
  ) throws -> Bool {
    guard relation == .equal, case .call(let function, let arguments, _) = left else {
      return false
    }
    var factors = [UniformProof.Pair]()
    let matrix: Int
    switch function {
    case .determinant: matrix = try self.matrix(arguments[0])
    case .spanningTrees:
      // Kirchhoff: the determinant of the Laplacian + J is n² times their number.
      guard case .graph(let graph) = try node(arguments[0]) else {
        throw NoProofFound("the spanning trees of a matrix have no step")
      }
      matrix = step(.sum, laplacian(of: graph), allOnes(of: graph))
      factors.append(.init(value: step(.rows, graph.adjacency), multiplicity: number(2)))
    default: return false
    }
    factors += try powers(right)
    program.shows.append(.determinant(step(.spectrum, matrix), factors))
    return true
  }

  /// A product of powers, base by base.
  private mutating func powers(_ expression: Expression) throws -> [UniformProof.Pair] {
    switch expression {
    case .binary(.times, let left, let right, _): return try powers(left) + powers(right)
    case .binary(.power, let base, let exponent, _):
      return [.init(value: try number(base), multiplicity: try number(exponent))]
    case .negated(let operand, _):
      return [.init(value: number(-1), multiplicity: number(1))] + (try powers(operand))
    case .name(let name, _):
      guard let definition = claim.definitions.first(where: { $0.name == name }) else { break }
      return try powers(definition.expression)
    default: break
    }
    return [.init(value: try number(expression), multiplicity: number(1))]
  }

  /// `inertia(M) = (p, z, n)`.
  mutating func addInertia(_ matrix: Expression, _ counts: [Expression]) throws {
    let spectrum = step(.spectrum, try self.matrix(matrix))
    for (operation, count) in zip(
      [UniformProof.Operation.positives, .zeros, .negatives], counts)
    {
      show(step(operation, spectrum), "=", try number(count))
    }
  }

  /// A symmetric matrix whose eigenvalues are all positive, or of which none is negative.
  mutating func addDefinite(_ matrix: Int, isStrict: Bool) {
    let (spectrum, rows) = (step(.spectrum, matrix), step(.rows, matrix))
    if isStrict {
      show(step(.positives, spectrum), "=", rows)
    } else {
      show(step(.negatives, spectrum), "=", number(0))
    }
  }

  /// The order of symmetric matrices: the definiteness of the larger less the smaller one.
  ///
  /// With at least one row `<` contradicts `>=`.
  mutating func addOrder(_ left: Int, _ relation: Relation, _ right: Int) {
    if relation != .equal && relation != .notEqual {
      for matrix in [left, right] { show(matrix, "=", step(.transpose, matrix)) }
      show(step(.rows, left), ">=", number(1))
    }
    switch relation {
    case .greater, .greaterOrEqual:
      addDefinite(step(.difference, left, right), isStrict: relation == .greater)
    case .less, .lessOrEqual:
      addDefinite(step(.difference, right, left), isStrict: relation == .less)
    case .equal, .notEqual: show(left, relation.rawValue, right)
    }
  }

  /// `largest_eigenvalue(M)`, `smallest_eigenvalue(M)`, `spectral_radius(M)` of a symmetric matrix.
  mutating func extremeEigenvalue(_ function: Function, _ matrix: Int) -> Int {
    let spectrum = step(.spectrum, matrix)
    let greatest = step(.greatest, spectrum)
    switch function {
    case .largestEigenvalue: return greatest
    case .smallestEigenvalue: return step(.least, spectrum)
    // The greater one of the greatest and the negative of the least one is not negative.
    default: return extreme(greatest, step(.negate, step(.least, spectrum)), .add)
    }
  }

  /// `inclusion(n, s, t)` for definite s and t.
  mutating func inclusion(_ arguments: [Expression]) throws -> Int {
    let order = try number(arguments[0])
    let (rows, columns) = (try integer(arguments[1]), try integer(arguments[2]))
    guard (0...6).contains(rows), (0...6).contains(columns) else {
      throw NoProofFound("inclusion of subsets of more than 6 elements has no step")
    }
    show(order, ">=", number(Rational(max(rows, columns))))
    let (small, large) = (subsets(rows, of: order), subsets(columns, of: order))
    return table([small], [large]) { _, _, common in
      (common.values.first ?? 0) == rows ? 1 : 0
    }
  }
}
