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
    let rest = classes - order * (order - 1) / 2
    let graph = try triangular(order: order, layers: layers)
    return (order, rest == 0 ? [graph] : [graph, .collapse(classes: rest)])
  }

  /// Definition 8, second way, for K ≥ 3 classes: the construction for the smallest r with
  /// K ≤ r(r-1)/2, without the last columns.
  ///
  /// All columns have the same fit loss, as the symmetric group permutes them, so any may be removed.
  /// The ones that are belong to edges at one vertex, as few as there are.
  ///
  /// - Throws: `RunError.tooLarge` for more vertices than are enumerated.
  public static func secondWay(
    classes: Int, layers: Int
  ) throws -> (order: Int, construction: RestrictedConstruction) {
    let below = CompleteGraph.order(withEdgesAtMost: classes)
    let order = below * (below - 1) / 2 == classes ? below : below + 1
    let whole = try triangular(order: order, layers: layers)
    let table = try limited { limit in
      let gram = try LayerMatrices(order: order, .orbit, limit).last.rectified
      guard case .orbit(let matrix) = try gram.transposed.multiplied(by: gram, limit: limit)
      else { throw RunError.readingsDisagree("a matrix of the graph is not in orbit form") }
      return try Self.overlaps(
        of: matrix, values: whole.gramSpectrum.map(\.value), order: order,
        removed: order * (order - 1) / 2 - classes)
    }
    return (order, RestrictedConstruction(whole, classes: classes, overlaps: table))
  }

  /// `Σ (E_j)_ab (E_k)_ab` over the edges a, b but for the first `removed` ones at one vertex.
  private static func overlaps(
    of matrix: OrbitMatrix<Surd>, values: [Surd], order: Int, removed: Int
  ) throws -> [[Surd]] {
    let decomposition: SpectralDecomposition<OrbitMatrix<Surd>>
    do {
      decomposition = try SpectralDecomposition(matrix, values: values)
    } catch {
      throw MatrixValue.Failure.matrix(error)
    }
    let edges = order * (order - 1) / 2
    var degrees = Array(repeating: order - 1, count: order)
    for edge in Subset.all(ofSize: 2, order: order).prefix(removed) {
      for vertex in 0..<order where edge.contains(vertex) { degrees[vertex] -= 1 }
    }
    // How many ordered pairs of the edges that are kept share 0, 1 and 2 vertices.
    let kept = edges - removed
    let sharing = degrees.reduce(0) { $0 + $1 * ($1 - 1) }
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
