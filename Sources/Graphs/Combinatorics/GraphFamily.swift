/// The families of graphs that have a name: in claims, in commands and in the help alike.
///
/// The order of the vertices is part of the definition: subsets of `{0, …, n-1}` and tuples come in
/// lexicographic order, parts one after the other.
public enum GraphFamily: String, Hashable, Sendable, CaseIterable {
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

  /// How it is written.
  public var name: String { rawValue }

  /// An argument: its letter, and its least value.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let least: Int
  }

  /// The arguments in their order. For `johnson` and `kneser` k is at most n, and for `paley` q is a
  /// prime power of the form 4m + 1.
  public var parameters: [Parameter] {
    func list(_ pairs: (String, Int)...) -> [Parameter] {
      pairs.map { Parameter(name: $0.0, least: $0.1) }
    }
    return switch self {
    case .complete, .path, .star, .cocktailParty: list(("n", 1))
    case .cycle: list(("n", 3))
    case .completeBipartite, .rook: list(("m", 1), ("n", 1))
    case .completeMultipartite: list(("m", 1), ("t", 1))
    case .hypercube: list(("d", 0))
    case .hamming: list(("d", 0), ("q", 1))
    case .johnson, .kneser: list(("n", 0), ("k", 0))
    case .paley: list(("q", 5))
    case .petersen, .hoffmanSingleton: []
    }
  }

  /// The name with the letters of the arguments: `johnson(n, k)`.
  public var signature: String { "\(name)(\(parameters.map(\.name).joined(separator: ", ")))" }

  /// The graph in a line: what the vertices are, and when two of them are adjacent.
  public var meaning: String {
    switch self {
    case .complete: "the complete graph K_n: any two of n vertices are adjacent"
    case .completeBipartite:
      "K_{m,n}: m vertices, then n, adjacent when they are of different parts"
    case .completeMultipartite:
      "m parts of t vertices each, adjacent when they are of different parts"
    case .cocktailParty: "n pairs one after the other, adjacent when they are of different pairs"
    case .cycle: "n ≥ 3 vertices in a circle, each adjacent to the next one"
    case .path: "n vertices in a row, each adjacent to the next one"
    case .star: "K_{1,n}: a vertex, then n that are adjacent to it alone"
    case .hypercube: "the d-tuples of 0 and 1, adjacent when they differ in one place"
    case .hamming: "H(d, q): the d-tuples of q letters, adjacent when they differ in one place"
    case .rook: "the squares of an m × n board, row by row, adjacent when a rook moves between them"
    case .johnson: "J(n, k): the k-subsets of n points, adjacent when they share k-1 points"
    case .kneser: "K(n, k): the k-subsets of n points, adjacent when they are disjoint"
    case .paley:
      "the elements of the field with q ≡ 1 (mod 4) elements, adjacent when they differ by a square"
    case .petersen: "Petersen's graph, kneser(5, 2)"
    case .hoffmanSingleton:
      "50 vertices: pentagons P_0 … P_4, then pentagrams Q_0 … Q_4; vertex j of P_h is adjacent to "
        + "vertex hi + j of Q_i"
    }
  }
}
