extension UniformProof {
  /// The facts that the steps lean on, named as in `SOUNDNESS.md`, sorted.
  public var principles: [String] {
    var names: Set<String> = []
    for entry in cases {
      if !entry.sizes.isEmpty { names.insert("intersection numbers are polynomials in r") }
      if entry.layers != nil { names.insert("induction in L") }
      for step in entry.program.steps { names.formUnion(step.operation.principles) }
      for show in entry.program.shows {
        switch show {
        case .spectrum, .determinant: names.formUnion(["spectral theorem", "Vandermonde"])
        case .below:
          names.formUnion([
            "concavity of u/(u + x)", "weighted AM-GM normal form of the loss",
            "Moore-Penrose inverse",
          ])
        case .relation, .regular: break
        }
      }
    }
    return names.sorted()
  }
}

extension UniformProof.Operation {
  fileprivate var principles: [String] {
    switch self {
    case .rank, .nuclear, .spectrum: ["spectral theorem", "Vandermonde"]
    case .factorisation: ["duality of the nuclear norm", "spectral theorem"]
    case .pseudoInverse: ["Moore-Penrose inverse"]
    case .ridge: ["convexity of the ridge problem"]
    default: []
    }
  }
}
