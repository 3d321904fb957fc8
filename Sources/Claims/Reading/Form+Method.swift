import Statements

extension Proposition {
  /// How the proposition is decided, in a few words.
  var method: String {
    switch self {
    case .relation(let left, _, _, _):
      if left.calls([.minimalFactorisation, .nuclearNorm]) {
        "factorisation from above, dual matrix from below"
      } else if left.calls([.leastNorm, .leastNormForm]) {
        "least-norm solution by the Moore-Penrose inverse"
      } else if left.calls([.minimalRidge, .ridgeMinimiser]) {
        "stationary point, objective evaluated there"
      } else if expressions.contains(where: { $0.calls(.eigenvalues) }) {
        "characteristic polynomial and its real roots, or a spectrum in a field of square roots"
      } else {
        "exact evaluation of both sides"
      }
    case .spectrum(_, let values, _):
      values.contains { $0.value.calls(.eigenvalues) }
        ? "characteristic polynomial and its real roots" : "annihilating polynomial and traces"
    case .stronglyRegular: "counting on the graph, every pair of vertices"
    case .feasibility: "projection on the row space"
    case .inertia, .definite: "signs of eigenvalues, or congruence to a diagonal matrix"
    case .equitable: "sums of the rows of each block"
    case .interlacing: "all eigenvalues, compared in order"
    case .forAllVectors: "coefficients in the vector, squares completed"
    case .either(let alternatives, _):
      alternatives.joined().map(\.method).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }.joined(separator: "; ")
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
    case .spectrum(_, let values, _):
      values.contains { $0.value.calls(.eigenvalues) }
        ? ["Sturm's theorem"] : ["spectral theorem", "Vandermonde"]
    case .stronglyRegular, .equitable, .forAllVectors: []
    case .inertia, .definite: ["Sylvester's law of inertia"]
    case .interlacing: ["Sturm's theorem"]
    case .either(let alternatives, _): alternatives.joined().flatMap(\.principles)
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
    for method in propositions.map(\.method) where !methods.contains(method) {
      methods.append(method)
    }
    return methods.joined(separator: "; ")
      + (options.method == .dense ? " (dense matrices)" : "")
  }

  var principles: [String] { Array(Set(propositions.flatMap(\.principles))).sorted() }
}

extension Expression {
  /// Whether one of the functions is called somewhere in the formula.
  fileprivate func calls(_ functions: [Function]) -> Bool {
    if case .call(let function, _, _) = self, functions.contains(function) { return true }
    return children.contains { $0.calls(functions) }
  }

  fileprivate var principles: [String] {
    var found = children.flatMap(\.principles)
    if case .call(let function, _, _) = self, let principle = function.principle {
      found.append(principle)
    }
    return found
  }
}

extension [Function] {
  /// Those that name a root of a polynomial.
  fileprivate static let eigenvalues: Self = [
    .root, .eigenvalue, .smallestEigenvalue, .largestEigenvalue, .spectralRadius,
  ]
}

extension Function {
  /// The theorem that its value leans on, by name; for most it is exact arithmetic alone.
  fileprivate var principle: String? {
    switch self {
    case .leastNorm, .leastNormForm, .pseudoInverse: "Moore-Penrose inverse"
    case .minimalRidge, .ridgeMinimiser: "convexity of the ridge problem"
    case .minimalFactorisation, .nuclearNorm: "duality of the nuclear norm"
    case .root, .eigenvalue, .smallestEigenvalue, .largestEigenvalue, .spectralRadius:
      "Sturm's theorem"
    case .spanningTrees: "matrix-tree theorem"
    case .squareRoot, .binomial, .triangularRoot, .sum, .product, .trace, .rank, .squaredNorm,
      .rows,
      .columns, .entry, .identity, .ones, .incidence, .normalisedIncidence, .triangularAdjacency,
      .vertexSigns, .patterns, .sample, .complete, .completeBipartite, .completeMultipartite,
      .cocktailParty, .cycle, .path, .star, .hypercube, .hamming, .rook, .johnson, .kneser, .paley,
      .petersen, .hoffmanSingleton, .lineGraph, .complement, .cartesianProduct, .tensorProduct,
      .strongProduct, .lexicographicProduct, .disjointUnion, .adjacency, .incidenceMatrix,
      .orientedIncidence, .laplacian, .signlessLaplacian, .seidel, .distanceMatrix, .degree,
      .vertices, .edges, .transpose, .gram, .relu, .unitRows, .stack, .kronecker,
      .repeatRows, .inverse, .construction, .collapse, .join, .maximum, .minimum, .absolute,
      .modulus, .determinant, .byFormula, .inclusion, .diagonal, .diagonalOf, .hadamard,
      .characteristicPolynomial, .quotient:
      nil
    }
  }
}
