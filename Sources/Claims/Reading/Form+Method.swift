extension Proposition {
  /// How the proposition is decided, in a few words.
  var method: String {
    switch self {
    case .relation(let left, _, _, _):
      if left.calls("min_factorisation") || left.calls("nuclear_norm") {
        "factorisation from above, dual matrix from below"
      } else if left.calls("least_norm") || left.calls("least_norm_form") {
        "least-norm solution by the Moore-Penrose inverse"
      } else if left.calls("min_ridge") || left.calls("ridge_minimiser") {
        "stationary point, objective evaluated there"
      } else {
        "exact evaluation of both sides"
      }
    case .spectrum: "annihilating polynomial and traces"
    case .stronglyRegular: "counting on the graph, every pair of vertices"
    case .feasibility: "projection on the row space"
    case .lossValue: "certified trial value and root count"
    case .lossComparison(let comparison):
      if case .at = comparison.scope {
        "certified trial value and root count"
      } else {
        "normal form of the loss, exact sign of a polynomial"
      }
    }
  }

  /// The theorems that the decision leans on, by name; the evaluation itself is exact arithmetic.
  var principles: [String] {
    switch self {
    case .relation(let left, _, let right, _):
      left.principles + right.principles
    case .spectrum: ["spectral theorem", "Vandermonde"]
    case .stronglyRegular: []
    case .feasibility: ["Moore-Penrose inverse"]
    case .lossComparison(let comparison) where comparison.scope == .whereLeftIsNonzero:
      ["one crossing of two minimal losses", "weighted AM-GM normal form of the loss"]
    case .lossComparison, .lossValue: ["weighted AM-GM normal form of the loss"]
    }
  }
}

extension Claim.Form {
  /// How the form is decided: its propositions' methods, each once.
  func method(_ options: RunOptions) -> String {
    var methods: [String] = []
    for proposition in propositions where !methods.contains(proposition.method) {
      methods.append(proposition.method)
    }
    return methods.joined(separator: "; ")
      + (options.method == .dense ? " (dense matrices)" : "")
  }

  var principles: [String] { Array(Set(propositions.flatMap(\.principles))).sorted() }
}

extension Expression {
  /// Whether the function is called somewhere in the formula.
  func calls(_ function: String) -> Bool {
    if case .call(function, _, _) = self { return true }
    return children.contains { $0.calls(function) }
  }

  fileprivate var principles: [String] {
    var found = children.flatMap(\.principles)
    if case .call(let name, _, _) = self {
      switch name {
      case "least_norm", "least_norm_form", "pseudo_inverse":
        found.append("Moore-Penrose inverse")
      case "min_ridge", "ridge_minimiser": found.append("convexity of the ridge problem")
      case "min_factorisation", "nuclear_norm": found.append("duality of the nuclear norm")
      default: break
      }
    }
    return found
  }
}
