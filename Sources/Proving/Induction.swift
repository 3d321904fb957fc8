import Rational
import Statements

/// How a statement depends on an integer that stands in exponents, such as the number L of layers.
package struct Induction {
  let claim: Claim
  /// The parameter that stands for all integers from its value on.
  let name: String
  private let dependencies: Dependencies

  package init(claim: Claim, name: String) {
    self.claim = claim
    self.name = name
    dependencies = Dependencies(claim)
  }

  /// Whether a formula depends on the parameter, through definitions too.
  func depends(_ expression: Expression) -> Bool {
    dependencies.depends(expression, on: name)
  }

  /// Whether the parameter stands in an exponent or is a number of layers, through definitions too.
  func isExponent(in propositions: [Proposition]) -> Bool {
    func occurs(in expression: Expression) -> Bool {
      if case .binary(.power, _, let exponent, _) = expression, depends(exponent) { return true }
      return expression.children.contains(where: occurs)
    }
    let formulas = propositions.flatMap(\.expressions) + claim.definitions.map(\.expression)
    if formulas.contains(where: occurs) { return true }
    return propositions.contains { proposition in
      if case .lossComparison(let comparison) = proposition {
        depends(comparison.layers)
      } else {
        false
      }
    }
  }

  /// Whether the parameter says how many rows a matrix, or how many vertices a graph has, through
  /// definitions too.
  func isSize(in propositions: [Proposition]) -> Bool {
    func occurs(in expression: Expression) -> Bool {
      if case .call(let function, let arguments, _) = expression, function.takesSizes,
        arguments.contains(where: depends)
      {
        return true
      }
      return expression.children.contains(where: occurs)
    }
    let formulas = propositions.flatMap(\.expressions) + claim.definitions.map(\.expression)
    return formulas.contains(where: occurs)
  }

  /// From where on the truth of a condition does not change with the parameter any more; nil when it
  /// never does.
  ///
  /// - Throws: `NoProofFound` when the parameter is compared with something other than a number.
  private func stableStart(of condition: Condition) throws(NoProofFound) -> Int? {
    switch condition {
    case .both(let left, let right), .either(let left, let right):
      let starts = [try stableStart(of: left), try stableStart(of: right)]
      return starts.compactMap { $0 }.max()
    case .relation(let left, let relation, let right):
      guard depends(left) || depends(right) else { return nil }
      guard case .name(name, _) = left, case .number(let number, _) = right, number.isInteger,
        let value = Int(exactly: number.numerator), value < Int.max
      else { throw NoProofFound("a hypothesis on \(name) is not a bound") }
      return relation == .greaterOrEqual || relation == .less ? value : value + 1
    }
  }

  /// From where on, at `first` or later, the hypothesis does not change any more.
  ///
  /// - Throws: `NoProofFound` when that is too far away, or not found.
  package func start(from first: Int) throws(NoProofFound) -> Int {
    guard let hypothesis = claim.hypothesis, let stable = try stableStart(of: hypothesis),
      stable > first
    else { return first }
    guard stable <= first.addingReportingOverflow(20).partialValue else {
      throw NoProofFound("the hypotheses change for large \(name)")
    }
    return stable
  }

  /// By how much an integer formula grows with the parameter, when it is linear in it.
  func slope(of expression: Expression) -> Integer? {
    guard depends(expression) else { return 0 }
    switch expression {
    case .name(name, _): return 1
    case .negated(let operand, _): return slope(of: operand).map { -$0 }
    case .binary(.plus, let left, let right, _):
      guard let a = slope(of: left), let b = slope(of: right) else { return nil }
      return a + b
    case .binary(.minus, let left, let right, _):
      guard let a = slope(of: left), let b = slope(of: right) else { return nil }
      return a - b
    case .binary(.times, .number(let factor, _), let other, _):
      guard factor.isInteger, let inner = slope(of: other) else { return nil }
      return factor.numerator * inner
    default: return nil
    }
  }
}

extension Function {
  /// Whether its arguments are numbers of vertices, rows or columns.
  fileprivate var takesSizes: Bool {
    switch self {
    case .identity, .ones, .incidence, .normalisedIncidence, .triangularAdjacency, .vertexSigns,
      .patterns, .complete, .completeBipartite, .completeMultipartite, .cocktailParty, .cycle,
      .path,
      .star, .hypercube, .hamming, .rook, .johnson, .kneser, .paley:
      true
    default: false
    }
  }
}
