import Graphs
import Losses
import Rational

extension GraphConstruction {
  /// Definition 8, first way, for K ≥ 3 classes: the construction for the largest r with
  /// r(r-1)/2 ≤ K, and deep neural collapse for the classes that are left.
  ///
  /// - Throws: `RunError.tooLarge` for more vertices than are enumerated.
  public static func firstWay(
    classes: Int, layers: Int
  ) throws -> (order: Int, blocks: [Construction]) {
    let order = CompleteGraph.order(withEdgesAtMost: classes)
    // First, as it is refused where the number of edges is not within a word.
    let graph = try triangular(order: order, layers: layers)
    let rest = classes - order * (order - 1) / 2
    return (order, rest == 0 ? [graph] : [graph, .collapse(classes: rest)])
  }

  /// A choice of the columns that Definition 8, second way, removes.
  public struct Removal: Sendable {
    /// Which edges the removed columns belong to; empty where all choices are alike.
    public let edges: String
    /// What is left.
    public let construction: RestrictedConstruction
  }

  /// Definition 8, second way, for K ≥ 3 classes: the construction for the smallest r with
  /// K ≤ r(r-1)/2, without as many columns as are too many, by choice.
  ///
  /// All columns have the same fit loss, as the symmetric group permutes them, so any may be removed.
  /// The loss is an affine function of how many pairs of the removed edges touch. That is most often for
  /// edges at one vertex, and least often when the degrees differ by at most one; with fewer edges than
  /// vertices these are paths. Other choices lie between the two.
  ///
  /// - Throws: `RunError.tooLarge` for more vertices than are enumerated.
  public static func secondWay(
    classes: Int, layers: Int
  ) throws -> (order: Int, removals: [Removal]) {
    let below = CompleteGraph.order(withEdgesAtMost: classes)
    let hasAllEdges = Integer(below) * Integer(below - 1) == Integer(classes) * 2
    let order = hasAllEdges ? below : below + 1
    // First, as it is refused where the number of edges is not within a word.
    let whole = try triangular(order: order, layers: layers)
    let removed = order * (order - 1) / 2 - classes
    let twice = max(0, 2 * removed - order)
    let star = [removed] + Array(repeating: 1, count: removed)
    let apart =
      Array(repeating: 2, count: twice) + Array(repeating: 1, count: 2 * (removed - twice))
    let choices: [(edges: String, degrees: [Int])] =
      switch removed {
      case 0: [("", [])]
      case 1: [("", apart)]
      case 2: [("edges at one vertex", star), ("edges that do not touch", apart)]
      default: [("edges at one vertex", star), ("edges that touch as little as can be", apart)]
      }
    return try limited { limit in
      let gram = try LayerMatrices(order: order, .orbit, limit).last.rectified
      guard case .orbit(let matrix) = try gram.transposed.multiplied(by: gram, limit: limit)
      else { throw RunError.readingsDisagree("a matrix of the graph is not in orbit form") }
      let removals = try choices.map { edges, degrees in
        let table = try Self.overlaps(
          of: matrix, values: whole.gramSpectrum.map(\.value), order: order, removed: degrees)
        return Removal(
          edges: edges,
          construction: RestrictedConstruction(whole, classes: classes, overlaps: table))
      }
      return (order, removals)
    }
  }

  /// `Σ (E_j)_ab (E_k)_ab` over the edges a, b that are kept.
  ///
  /// - Parameter removed: How many edges are removed at each vertex where any are.
  private static func overlaps(
    of matrix: OrbitMatrix<Surd>, values: [Surd], order: Int, removed: [Int]
  ) throws -> [[Surd]] {
    let decomposition: SpectralDecomposition<OrbitMatrix<Surd>>
    do {
      decomposition = try SpectralDecomposition(matrix, values: values)
    } catch {
      throw MatrixValue.Failure.matrix(error)
    }
    // How many ordered pairs of the edges that are kept share 0, 1 and 2 vertices.
    let degrees = removed + Array(repeating: 0, count: order - removed.count)
    let kept = degrees.reduce(0) { $0 + order - 1 - $1 } / 2
    let sharing = degrees.reduce(0) { $0 + (order - 1 - $1) * (order - 2 - $1) }
    let counts = [kept * (kept - 1) - sharing, sharing, kept]
    return decomposition.projectors.map { left in
      decomposition.projectors.map { right in
        counts.indices.reduce(Surd.zero) { sum, common in
          guard counts[common] > 0, let a = left.entry(0, 0, common: common),
            let b = right.entry(0, 0, common: common)
          else { return sum }
          return sum + a * b * Surd(counts[common])
        }
      }
    }
  }
}
