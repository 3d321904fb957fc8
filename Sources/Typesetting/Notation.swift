import Statements

extension ClaimFormulas {
  /// What the signs of the claim mean that a reader may not know: `P_{r,s}` and its meaning in a line.
  public var notation: [(formula: Formula, meaning: String)] {
    var used: Set<Usage> = []
    var rest = expressions
    while let next = rest.popLast() {
      if case .call(let function, let arguments, _) = next {
        used.insert(Usage(function: function, count: arguments.count))
      }
      rest += next.children
    }
    var result: [(formula: Formula, meaning: String)] = []
    for function in Function.allCases {
      guard let letters = function.letters else { continue }
      for usage in used.filter({ $0.function == function }).sorted(by: { $0.count < $1.count }) {
        let arguments = letters.suffix(usage.count).map { Expression.name($0, .nowhere) }
        let call = Expression.call(function, arguments, .nowhere)
        guard let meaning = usage.meaning else { continue }
        result.append((Formula(Typesetter().layout(call), call.description), meaning))
      }
    }
    if speaksOfLosses { result.append(Self.loss) }
    return result
  }

  private static let loss = (
    formula: Formula(
      .scripts(.identifier("L", .calligraphic), lower: .letter("C")), "minimal_loss(C)"),
    meaning: "the least loss of the solutions C; regularisation is Λ = n λ_H λ_1⋯λ_L"
  )

  /// A function, and how many arguments it has.
  private struct Usage: Hashable {
    let function: Function
    let count: Int

    /// Without the name and the letters that some meanings begin with.
    var meaning: String? {
      let signatures = Vocabulary.signatures(of: function)
      guard let signature = signatures.first(where: { $0.kinds(ofArguments: count) != nil }) else {
        return nil
      }
      let meaning = signature.meaning
      guard meaning.hasPrefix(function.name + "("), let colon = meaning.firstIndex(of: ":") else {
        return meaning
      }
      return String(meaning[colon...].dropFirst(2))
    }
  }
}

extension SourceLocation {
  /// The place of a formula that stands in no file.
  fileprivate static let nowhere = SourceLocation(file: "", line: 1, column: 1)
}

extension Function {
  /// The letters of the arguments where the notation is explained; nil for what is read without that.
  fileprivate var letters: [String]? {
    switch self {
    case .squareRoot, .binomial, .triangularRoot, .sum, .product, .maximum, .minimum, .absolute,
      .modulus, .trace, .rank, .squaredNorm, .rows, .columns, .entry, .leastNorm, .minimalRidge,
      .minimalFactorisation, .determinant, .identity, .ones, .byFormula, .complete,
      .completeBipartite, .star, .petersen, .hoffmanSingleton, .degree, .vertices, .edges,
      .transpose, .gram, .unitRows, .stack, .inverse, .leastNormForm, .ridgeMinimiser, .diagonal,
      .diagonalOf, .characteristicPolynomial, .smallestEigenvalue, .largestEigenvalue:
      nil
    case .root: ["k", "p"]
    case .eigenvalue: ["M", "k"]
    case .nuclearNorm, .spectralRadius, .relu, .repeatRows, .pseudoInverse: ["M"]
    case .incidence, .normalisedIncidence, .triangularAdjacency, .vertexSigns: ["r"]
    case .patterns: ["r", "s"]
    case .sample: ["m", "n", "k", "s"]
    case .inclusion: ["n", "s", "t"]
    case .completeMultipartite: ["m", "t"]
    case .cocktailParty, .cycle, .path: ["n"]
    case .hypercube: ["d"]
    case .hamming: ["d", "q"]
    case .rook: ["m", "n"]
    case .johnson, .kneser: ["n", "k"]
    case .paley: ["q"]
    case .spanningTrees, .lineGraph, .complement, .adjacency, .incidenceMatrix,
      .orientedIncidence, .laplacian, .signlessLaplacian, .seidel, .distanceMatrix:
      ["G"]
    case .cartesianProduct, .tensorProduct, .strongProduct, .lexicographicProduct, .disjointUnion:
      ["G", "H"]
    case .kronecker, .hadamard: ["M", "N"]
    case .quotient: ["M", "P"]
    case .construction: ["B", "N"]
    case .collapse: ["K"]
    case .join: ["C", "D"]
    }
  }
}
