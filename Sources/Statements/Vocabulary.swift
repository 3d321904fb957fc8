import Graphs

/// What kind of thing a formula denotes.
public enum Kind: String, Hashable, Sendable {
  case number
  case matrix
  case graph
  case construction
  case partition

  /// With its article, for messages.
  package var shown: String { "a \(rawValue)" }
}

/// One way to call a function of the claim language: what it takes and gives, and what it means.
public struct Signature: Hashable, Sendable {
  public let function: Function
  public let parameters: [Kind]
  public let result: Kind
  /// Whether the last parameter may stand any number of times.
  public let repeatsLast: Bool
  /// The meaning in a line: shown by `verify explain --language` and in `proofs/FORMAT.md`.
  public let meaning: String

  package init(
    _ function: Function, _ parameters: [Kind], _ result: Kind, repeatsLast: Bool = false,
    _ meaning: String
  ) {
    self.function = function
    self.parameters = parameters
    self.result = result
    self.repeatsLast = repeatsLast
    self.meaning = meaning
  }

  /// The kinds of so many arguments; nil where it does not take as many.
  package func kinds(ofArguments count: Int) -> [Kind]? {
    guard repeatsLast, count > parameters.count, let last = parameters.last else {
      return count == parameters.count ? parameters : nil
    }
    return parameters + Array(repeating: last, count: count - parameters.count)
  }

  /// `max(number, …)`, in lists of the functions.
  public var form: String {
    guard function.boundNames < 2 else { return "\(function.name)(m, n; i, j: f)" }
    let list = parameters.map(\.rawValue) + (repeatsLast ? ["…"] : [])
    return "\(function.name)(\(list.joined(separator: ", ")))"
  }
}

/// The functions of the language. Matrices of graphs are built from their definitions only.
public enum Vocabulary {
  public static let signatures: [Signature] =
    numbers + matrices + derived + graphs + ofGraphs
    + constructions

  /// The ways to call a function; they differ in how many arguments they take, or of what kind.
  package static func signatures(of function: Function) -> [Signature] {
    byFunction[function] ?? []
  }

  private static let byFunction = Dictionary(grouping: signatures, by: \.function)

  private static let numbers: [Signature] = [
    .init(.squareRoot, [.number], .number, "the square root of a rational number ≥ 0, symbolic"),
    .init(.binomial, [.number, .number], .number, "n choose k, for integers n, k ≥ 0"),
    .init(
      .triangularRoot, [.number], .number,
      "the largest integer r with r(r-1)/2 ≤ K, for an integer K ≥ 0"),
    .init(
      .sum, [.number, .number, .number, .number], .number,
      "sum(k, a, b, f): the sum of f over the integers k from a to b; 0 when b < a"),
    .init(
      .product, [.number, .number, .number, .number], .number,
      "product(k, a, b, f): the product of f over the integers k from a to b; 1 when b < a"),
    .init(
      .sum, [.number, .number, .number, .matrix], .matrix,
      "the same for matrices of one shape; an error when b < a"),
    .init(.maximum, [.number], .number, repeatsLast: true, "the largest of the numbers"),
    .init(.minimum, [.number], .number, repeatsLast: true, "the smallest of the numbers"),
    .init(.absolute, [.number], .number, "the absolute value"),
    .init(
      .modulus, [.number, .number], .number,
      "mod(a, b): the integer from 0 to b - 1 that differs from a by a multiple of b; for integers a, "
        + "b ≥ 1"),
    .init(
      .root, [.number, .matrix], .number,
      "root(k, [c0, c1, …, cn]): the k-th smallest real root of c0 + c1 x + … + cn x^n, each "
        + "counted once; rational coefficients. It can be compared, not used in arithmetic, unless it is a sum "
        + "of square roots"),
    .init(.trace, [.matrix], .number, "the sum of the diagonal"),
    .init(.rank, [.matrix], .number, "the dimension of the row space"),
    .init(
      .squaredNorm, [.matrix], .number, "the squared Frobenius norm, the sum of squared entries"),
    .init(.rows, [.matrix], .number, "the number of rows"),
    .init(.columns, [.matrix], .number, "the number of columns"),
    .init(.entry, [.matrix, .number, .number], .number, "the entry in row i, column j, from 1"),
    .init(
      .leastNorm, [.matrix, .matrix], .number,
      "min ‖W‖² over all W with W X = Y; an error where there is none"),
    .init(
      .minimalRidge, [.matrix, .number], .number,
      "min over W of 1/(2K) ‖W M - I_K‖² + λ/2 ‖W‖², where K is the number of columns of M"),
    .init(
      .minimalFactorisation, [.matrix, .number, .number], .number,
      "min of λ_A/2 ‖A‖² + λ_B/2 ‖B‖² over all A, B with A B = C"),
    .init(.nuclearNorm, [.matrix], .number, "the sum of the singular values"),
    .init(.determinant, [.matrix], .number, "the determinant of a square matrix; 1 without rows"),
    .init(
      .eigenvalue, [.matrix, .number], .number,
      "eigenvalue(M, k): the k-th largest eigenvalue, from 1, each as often as its multiplicity; an "
        + "error unless all eigenvalues are real. As root(…) for arithmetic"),
    .init(.largestEigenvalue, [.matrix], .number, "eigenvalue(M, 1)"),
    .init(.smallestEigenvalue, [.matrix], .number, "eigenvalue(M, n) of an n × n matrix"),
    .init(
      .spectralRadius, [.matrix], .number,
      "the largest absolute value of an eigenvalue; an error unless all are real"),
    .init(.spanningTrees, [.graph], .number, "how many spanning trees the graph has"),
    .init(
      .spanningTrees, [.matrix], .number,
      "how many spanning trees the graph with this adjacency matrix has; an entry > 1 counts edges "
        + "beside one another"),
  ]

  private static let matrices: [Signature] = [
    .init(.identity, [.number], .matrix, "the identity matrix, n × n"),
    .init(.ones, [.number], .matrix, "the matrix of ones, n × n"),
    .init(.ones, [.number, .number], .matrix, "the matrix of ones, n × m"),
    .init(
      .incidence, [.number], .matrix,
      "the incidence matrix of the complete graph K_r: row vertex, column edge, 1 if it belongs"),
    .init(
      .normalisedIncidence, [.number], .matrix,
      "Definition 5: the incidence matrix of K_r with every row scaled to norm 1"),
    .init(
      .triangularAdjacency, [.number], .matrix,
      "Definition 5: the adjacency matrix of the line graph of K_r; edges that share one vertex"),
    .init(
      .vertexSigns, [.number], .matrix,
      "Definition 6: row edge, column vertex; -1 at the two vertices of the edge, +1 elsewhere"),
    .init(
      .patterns, [.number, .number], .matrix,
      "patterns(r, s): a row for each set of s of the r columns, -1 there and +1 elsewhere"),
    .init(
      .sample, [.number, .number, .number, .number], .matrix,
      "sample(m, n, k, seed): a rational m × n matrix of rank at most k, from a fixed generator"),
    .init(
      .byFormula, [.number, .number, .number, .number, .number], .matrix,
      "matrix(m, n; i, j: f): the m × n matrix with f in row i, column j, from 1"),
    .init(
      .inclusion, [.number, .number, .number], .matrix,
      "inclusion(n, s, t): row s-subset, column t-subset of {1, …, n}, in lexicographic order; 1 where "
        + "the one is in the other"),
  ]

  private static let derived: [Signature] = [
    .init(.transpose, [.matrix], .matrix, "the transposed matrix, also written Mᵀ or M'"),
    .init(.gram, [.matrix], .matrix, "MᵀM"),
    .init(.relu, [.matrix], .matrix, "max(0, x), entry by entry"),
    .init(.unitRows, [.matrix], .matrix, "every row scaled to norm 1; an error for a zero row"),
    .init(.stack, [.matrix, .matrix], .matrix, "the rows of M, then the rows of N"),
    .init(
      .kronecker, [.matrix, .matrix], .matrix,
      "the Kronecker product M ⊗ N: the block matrix with the blocks M_ij N"),
    .init(
      .repeatRows, [.matrix], .matrix,
      "row i of M replaced by 1, 2 or 3 multiples of it (i modulo 3) whose squares sum to 1: "
        + "(1), (3/5, 4/5), (1/3, 2/3, 2/3)"),
    .init(.inverse, [.matrix], .matrix, "the inverse; an error for a singular matrix"),
    .init(.pseudoInverse, [.matrix], .matrix, "the Moore-Penrose inverse"),
    .init(
      .leastNormForm, [.matrix, .matrix], .matrix,
      "W Wᵀ for the least-norm solution W of W X = Y; an error where there is none"),
    .init(
      .ridgeMinimiser, [.matrix, .number], .matrix, "the W at which min_ridge(M, λ) is attained"),
    .init(
      .diagonal, [.number], .matrix, repeatsLast: true,
      "the diagonal matrix with these numbers"),
    .init(
      .diagonal, [.matrix], .matrix, "the diagonal matrix with the entries of a row or a column"),
    .init(.diagonalOf, [.matrix], .matrix, "the diagonal of a square matrix, as a column"),
    .init(
      .hadamard, [.matrix, .matrix], .matrix,
      "the product entry by entry of two matrices of one shape"),
    .init(
      .characteristicPolynomial, [.matrix], .matrix,
      "the row [c0, c1, …, 1] with det(x I - M) = c0 + c1 x + … + x^n"),
    .init(
      .quotient, [.matrix, .partition], .matrix,
      "a row and a column for each part of {1, 2 | 3..n}: the mean sum of a row of the block"),
  ]

  private static let graphs: [Signature] =
    Function.allCases.compactMap { function in
      GraphFamily(rawValue: function.name).map {
        .init(function, $0.parameters.map { _ in .number }, .graph, $0.meaning)
      }
    } + [
      .init(
        .lineGraph, [.graph], .graph,
        "the edges of G in lexicographic order, adjacent when they share a vertex"),
      .init(
        .complement, [.graph], .graph,
        "the same vertices, two of them adjacent when they are not adjacent in G"),
      .init(
        .cartesianProduct, [.graph, .graph], .graph,
        "pairs (g, h), lexicographically; adjacent in one place and equal in the other"),
      .init(
        .tensorProduct, [.graph, .graph], .graph,
        "pairs (g, h), lexicographically; adjacent in both places"),
      .init(
        .strongProduct, [.graph, .graph], .graph,
        "pairs (g, h), lexicographically; adjacent or equal in each place"),
      .init(
        .lexicographicProduct, [.graph, .graph], .graph,
        "pairs (g, h), lexicographically; adjacent in the first place, or equal there and adjacent "
          + "in the second"),
      .init(
        .disjointUnion, [.graph, .graph], .graph,
        "the vertices of G, then those of H; no edge between"),
    ]

  private static let ofGraphs: [Signature] = [
    .init(.adjacency, [.graph], .matrix, "A: 1 where two vertices are adjacent, 0 elsewhere"),
    .init(
      .incidenceMatrix, [.graph], .matrix,
      "row vertex, column edge (in lexicographic order), 1 if it belongs"),
    .init(
      .orientedIncidence, [.graph], .matrix,
      "the incidence matrix with -1 at the first vertex of each edge and 1 at the second"),
    .init(.laplacian, [.graph], .matrix, "D - A, where D has the degrees on its diagonal"),
    .init(.signlessLaplacian, [.graph], .matrix, "D + A"),
    .init(
      .seidel, [.graph], .matrix,
      "J - I - 2A: -1 where two vertices are adjacent, 1 where they are not, 0 on the diagonal"),
    .init(
      .distanceMatrix, [.graph], .matrix,
      "the lengths of shortest paths; an error for a graph that is not connected"),
    .init(
      .degree, [.graph], .number,
      "the number of neighbours of every vertex; an error for a graph that is not regular"),
    .init(.degree, [.graph, .number], .number, "the number of neighbours of vertex v, from 1"),
    .init(.vertices, [.graph], .number, "the number of vertices"),
    .init(.edges, [.graph], .number, "the number of edges"),
  ]

  private static let constructions: [Signature] = [
    .init(
      .construction, [.matrix, .matrix], .construction,
      "the solutions M_l = A_l B (2 ≤ l < L), M̃_L = A_L N, with everything else optimal"),
    .init(
      .construction, [.matrix], .construction,
      "for two layers: the solutions M̃_2 = A_2 N, with everything else optimal"),
    .init(.collapse, [.number], .construction, "deep neural collapse for K classes: B = N = I_K"),
    .init(
      .join, [.construction, .construction], .construction,
      "Definition 8, first way: block diagonal, for the classes of both together"),
  ]

  /// The statements, with what they say.
  public static let statements: [(form: String, meaning: String)] = [
    ("a = b, !=, <, <=, >, >=", "numbers; = and != of matrices; a <= b < c is a chain"),
    ("A >= B, >, <=, <", "symmetric matrices in the Loewner order: A - B is positive semidefinite"),
    (
      "spectrum(M) = { value : multiplicity, … }",
      "the eigenvalues of M, all real, with multiplicities; a value may be root(k, […])"
    ),
    ("inertia(M) = (p, z, n)", "a symmetric M has p eigenvalues > 0, z that are 0, n < 0"),
    ("positive_definite(M)", "M is symmetric, zᵀ M z > 0 for z ≠ 0"),
    ("positive_semidefinite(M)", "M is symmetric, zᵀ M z ≥ 0"),
    (
      "strongly_regular(G) = (v, k, λ, μ)",
      "counted pair by pair; any λ is right without edges, any μ for a complete graph"
    ),
    (
      "equitable(M, {1, 2 | 3..n})",
      "between any two parts all rows of the block have the same sum"
    ),
    (
      "interlaces(A, B)",
      "eigenvalue(B, i) ≥ eigenvalue(A, i) ≥ eigenvalue(B, n - m + i), A m × m and B n × n"
    ),
    (
      "for all vectors z in R^n: a >= b",
      "both sides linear or quadratic in the column z; 'nonzero vectors' leaves z = 0 out"
    ),
    ("feasible(X, Y), infeasible(X, Y)", "every row, or no row, of Y is in the row space of X"),
    (
      "minimal_loss(C) < minimal_loss(D) with L layers …",
      "for every regularisation, or at one"
    ),
    (
      "… and …, … or …, ( … )",
      "'and' binds first; an alternative counts where those before it fail"
    ),
  ]
}
