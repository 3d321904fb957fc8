import Functions
import Losses
import Rational

extension UniformEvaluator {
  /// Decides `minimal_loss(C) = 1/2 with L layers at regularisation Λ`, and the order relations, for
  /// deep neural collapse with any number of classes and any Λ that are functions of the symbol.
  ///
  /// The loss is 1/2 when `K^(L+1) L^(2L) Λ ≥ (L-1)^(L-1)` and less otherwise: `Collapse.threshold`.
  mutating func decide(_ statement: Proposition.LossValue) throws -> Outcome {
    let layers = try integer(statement.layers, "the number of layers")
    guard (2...64).contains(layers) else {
      throw NotUniform("\(layers) layers are not between 2 and 64")
    }
    var classes = RootFunction.zero
    for block in try construction(statement.construction) {
      guard case .collapse(let count) = block else {
        throw NotUniform("a minimal loss of a graph has no reading for all \(symbol)")
      }
      classes += count
    }
    guard classes.sign > 0 else {
      throw failure(statement.location, "a construction for no classes; expected at least 1")
    }
    guard try number(statement.value).constant == Rational(1, 2) else {
      throw NotUniform("a minimal loss is compared with 1/2 only, for all \(symbol)")
    }
    let regularisation = try positive(statement.regularisation, "Λ")
    let left =
      classes.raised(to: layers + 1) * regularisation
      * RootFunction(Integer(layers).power(2 * layers))
    let isHalf = left >= RootFunction(Integer(layers - 1).power(layers - 1))
    return outcome(
      statement.relation.holds(isHalf ? .equal : .less),
      "minimal_loss(\(statement.construction))", at: statement.location)
  }
}
