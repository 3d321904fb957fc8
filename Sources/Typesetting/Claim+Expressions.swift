import Statements

extension Claim {
  /// Every formula of the claim.
  var expressions: [Expression] {
    definitions.map(\.expression) + forms.flatMap { $0.propositions.flatMap(\.expressions) }
      + (hypothesis?.expressions ?? [])
  }
}

extension Condition {
  fileprivate var expressions: [Expression] {
    switch self {
    case .relation(let left, _, let right): [left, right]
    case .both(let left, let right), .either(let left, let right):
      left.expressions + right.expressions
    }
  }
}
