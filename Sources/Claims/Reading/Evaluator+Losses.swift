import Losses
import Rational

extension Evaluator {
  mutating func constructed(
    _ name: String, _ arguments: [Expression], at place: SourceLocation
  ) throws -> ConstructionValue {
    throw failure(place, "constructions have no reading yet")
  }

  mutating func decide(_ comparison: Proposition.LossComparison) throws -> Outcome {
    throw failure(comparison.location, "losses have no reading yet")
  }

  mutating func truth(about comparison: Proposition.LossComparison) throws -> String {
    throw failure(comparison.location, "losses have no reading yet")
  }
}
