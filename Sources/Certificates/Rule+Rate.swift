import Rational

/// The rational rates that stand for μ_i/(D Λ), checked to bound them from above.
func checkedRates(
  _ rates: [LossWitness.Rate], for function: BlockFunction, _ place: String
) throws(Rejection) -> [Rational] {
  let eigenvalues = function.block.eigenvalues
  guard rates.count == eigenvalues.count else {
    throw Rejection(
      .shape, place, expected: "\(eigenvalues.count) rates", found: "\(rates.count)")
  }
  var result: [Rational] = []
  for (index, (rate, entry)) in zip(rates, eigenvalues).enumerated() {
    let place = "\(place), rate \(index + 1)"
    switch rate {
    case .exact:
      guard let value = (entry.value / function.scale).rational else {
        throw Rejection(
          .rate, place, expected: "a rational μ/(D Λ), for an exact rate",
          found: "\(entry.value)/(\(function.scale))")
      }
      result.append(value)
    case .atMost(let value):
      guard (entry.value - Surd(value) * function.scale).sign <= 0 else {
        throw Rejection(
          .rate, place,
          expected: "at least \((entry.value / function.scale).decimal(digits: 12))",
          found: "\(value)")
      }
      result.append(value)
    }
  }
  return result
}
