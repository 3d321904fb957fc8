/// A function of the claim language.
///
/// Every reading switches over all of them, without a default: one that is new cannot be forgotten.
public enum Function: String, Hashable, Sendable, CaseIterable {
  // Numbers
  case squareRoot = "sqrt"
  case binomial
  case triangularRoot = "triangular_root"
  case sum
  case product
  case maximum = "max"
  case minimum = "min"
  case absolute = "abs"
  case modulus = "mod"
  case root
  // Numbers of matrices
  case trace
  case rank
  case squaredNorm = "norm2"
  case rows
  case columns
  case entry
  case leastNorm = "least_norm"
  case minimalRidge = "min_ridge"
  case minimalFactorisation = "min_factorisation"
  case nuclearNorm = "nuclear_norm"
  case determinant
  case eigenvalue
  case smallestEigenvalue = "smallest_eigenvalue"
  case largestEigenvalue = "largest_eigenvalue"
  case spectralRadius = "spectral_radius"
  case spanningTrees = "spanning_trees"
  // Matrices by name
  case identity = "I"
  case ones = "J"
  case incidence = "B"
  case normalisedIncidence = "T"
  case triangularAdjacency = "G"
  case vertexSigns = "A1"
  case patterns
  case sample
  case byFormula = "matrix"
  case inclusion
  // Graphs by name: the families of `GraphFamily`
  case complete
  case completeBipartite = "complete_bipartite"
  case completeMultipartite = "complete_multipartite"
  case cocktailParty = "cocktail_party"
  case cycle
  case path
  case star
  case hypercube
  case hamming
  case rook
  case johnson
  case kneser
  case paley
  case petersen
  case hoffmanSingleton = "hoffman_singleton"
  // Graphs of graphs
  case lineGraph = "line_graph"
  case complement
  case cartesianProduct = "cartesian_product"
  case tensorProduct = "tensor_product"
  case strongProduct = "strong_product"
  case lexicographicProduct = "lexicographic_product"
  case disjointUnion = "disjoint_union"
  // Matrices and numbers of graphs
  case adjacency
  case incidenceMatrix = "incidence"
  case orientedIncidence = "oriented_incidence"
  case laplacian
  case signlessLaplacian = "signless_laplacian"
  case seidel
  case distanceMatrix = "distance_matrix"
  case degree
  case vertices
  case edges
  // Matrices of matrices
  case transpose
  case gram
  case relu
  case unitRows = "unit_rows"
  case stack
  case kronecker
  case repeatRows = "repeat_rows"
  case inverse
  case pseudoInverse = "pseudo_inverse"
  case leastNormForm = "least_norm_form"
  case ridgeMinimiser = "ridge_minimiser"
  case diagonal
  case diagonalOf = "diagonal_of"
  case hadamard
  case characteristicPolynomial = "characteristic_polynomial"
  case quotient
  // Constructions
  case construction
  case collapse
  case join

  /// How it is written.
  public var name: String { rawValue }

  /// How many of the first arguments are names of its own, which run over integers and are known in the
  /// last argument alone.
  package var boundNames: Int {
    switch self {
    case .sum, .product: 1
    case .byFormula: 2
    default: 0
    }
  }
}
