import Certificates
import Losses
import Rational

/// How a regularisation and certified numbers are shown, in every answer alike.
extension Regularisation {
  /// That of a point of the objective.
  init(of point: NetworkPoint) {
    self.init(
      samples: Rational(point.samples), features: point.featureDecay, weights: point.weightDecays)
  }

  /// `n = 1, every λ = 1/100; Λ = n·λ_H·λ_1⋯λ_L = 1/10000000000`
  var shown: String {
    let decays =
      commonDecay.map { "every λ = \($0)" }
      ?? "λ_H = \(features), "
      + (Set(weights).count == 1
        ? "every λ_l = \(weights[0])"
        : "λ_1 … λ_L = " + weights.map(\.description).joined(separator: ", "))
    return "n = \(samples), \(decays); Λ = n·λ_H·λ_1⋯λ_L = \(product)"
  }

  /// The members of the JSON object of a problem.
  func members(classes: Int) -> [String: JSON] {
    [
      "K": .string("\(classes)"), "L": .string("\(weights.count)"), "n": .string("\(samples)"),
      "lambda_H": .string("\(features)"), "lambda_W": .array(weights.map { .string("\($0)") }),
      "Lambda": .string("\(product)"),
    ]
  }
}

extension CertifiedNumber {
  /// The digits that are certified, and both bounds.
  func json(digits: Int) -> JSON {
    .object([
      "decimal": .string(shown(digits: digits)), "lower": .string("\(lower)"),
      "upper": .string("\(upper)"),
    ])
  }
}

/// The ends of an interval, rounded to the inside: what holds on the interval holds from the one to the
/// other.
struct InwardEnds {
  let lower: String
  let upper: String

  /// - Parameter digits: How many significant digits the ends have; more when they would change places.
  init(_ least: Rational, _ greatest: Rational, digits: Int) {
    if least == greatest {
      (lower, upper) = ("\(least)", "\(greatest)")
      return
    }
    var digits = digits
    while true {
      let low = least.decimal(digits: digits, rounding: .up)
      let high = greatest.decimal(digits: digits, rounding: .down)
      if let a = Rational(low), let b = Rational(high), a <= b {
        (lower, upper) = (low, high)
        return
      }
      digits *= 2
    }
  }
}
