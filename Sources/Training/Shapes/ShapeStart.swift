import Glibc

/// Where a search for shapes begins: structured solutions, and perturbed ones.
///
/// A start is a matrix B of features, which pass the layers as they are, and a last layer S, M_L = σ(S
/// B). Where B is the incidence matrix of a graph a class is an edge, and rows of S are signs of the
/// vertices:
///
/// | B | S |
/// |---|---|
/// | the complete graph on r vertices, classes removed, or added with a vertex of their own | the edge -1 and the others 1 (the paper's A1); the edge 1 and the others negative; or signs that balance |
/// | a circle, a path, a star, a complete bipartite graph, the cube | the same |
/// | any K of the pairs and single points of r points | the same |
/// | K directions of a circle, with the constant that makes them ≥ 0 | directions of it |
/// | random, non-negative, half of it zero | normal |
///
/// With two layers nothing passes before S, and random B has either sign.
enum ShapeStart {
  /// A graph's edges, each one or two vertices.
  private typealias Edges = [[Int]]

  /// How many starts of a number of classes are structured and unperturbed.
  static func structuredCount(classes: Int) -> Int { graphs(classes).count * 3 }

  /// H_1, W_1, …, W_{L-1} of one start; those after the structured ones are random.
  static func matrices(classes: Int, layers: Int, index: Int) -> [DenseMatrix] {
    var random = RandomSource(seed: UInt64(index) &* 0xD134_2543_DE82_EF95 &+ 1)
    let known = graphs(classes)
    let base: DenseMatrix
    let last: DenseMatrix
    var noise = 0.01
    if index < known.count * 3 {
      (base, last) = patterns(known[index / 3], index % 3, &random)
    } else {
      noise = [0.03, 0.1, 0.3][random.below(3)]
      (base, last) = randomPattern(classes, layers, &random)
    }
    var result = [base]
    if layers > 2 {
      result += Array(repeating: DenseMatrix.identity(base.rows), count: layers - 2)
    }
    result.append(last)
    for layer in result.indices {
      let scale =
        noise * (result[layer].squaredNorm / Double(result[layer].entries.count)).squareRoot()
      for place in result[layer].entries.indices {
        result[layer].entries[place] += scale * random.normal()
      }
    }
    return result
  }

  /// Graphs with K edges that are known to be good, or are near to such.
  private static func graphs(_ classes: Int) -> [Edges] {
    var result: [Edges] = []
    func complete(_ order: Int) -> Edges {
      (0..<order).flatMap { a in (a + 1..<order).map { [a, $0] } }
    }
    for order in 3...max(3, classes) {
      let edges = complete(order)
      if edges.count < classes {
        // Classes added, a vertex each.
        guard (order + 1) * order / 2 >= classes else { continue }
        result.append(edges + (0..<classes - edges.count).map { [order + $0] })
      } else {
        result.append(Array(edges.prefix(classes)))
        if edges.count > classes { result.append(Array(edges.suffix(classes))) }
        break
      }
    }
    if classes >= 3 { result.append((0..<classes).map { [$0, ($0 + 1) % classes] }) }
    result.append((0..<classes).map { [$0, $0 + 1] })
    result.append((0..<classes).map { [0, $0 + 1] })
    result.append([[0]] + (1..<classes).map { [0, $0] })
    for side in 2..<max(3, classes) where classes % side == 0 && side * side <= classes {
      let other = classes / side
      result.append((0..<side).flatMap { a in (0..<other).map { [a, side + $0] } })
    }
    if classes == 12 {
      result.append(
        (0..<8).flatMap { a in [1, 2, 4].filter { a & $0 == 0 }.map { [a, a + $0] } })
    }
    return result
  }

  private static func patterns(
    _ edges: Edges, _ kind: Int, _ random: inout RandomSource
  ) -> (DenseMatrix, DenseMatrix) {
    let order = (edges.joined().max() ?? 0) + 1
    let base = DenseMatrix(rows: order, columns: edges.count) {
      edges[$1].contains($0) ? 1 / Double(edges[$1].count).squareRoot() : 0
    }
    let last: DenseMatrix
    if kind < 2 {
      let outside = kind == 0 ? 1 : -0.3 - 0.5 * random.uniform()
      last = DenseMatrix(rows: edges.count, columns: order) {
        edges[$0].contains($1) ? (kind == 0 ? -1 : 1) : outside
      }
    } else {
      let rows = balanced(order, limit: 2 * edges.count + 4, &random)
      last = DenseMatrix(rows: rows.count, columns: order) { rows[$0][$1] }
    }
    return (base, last)
  }

  /// Rows of signs, half of them negative: all if they are few, otherwise some.
  private static func balanced(
    _ order: Int, limit: Int, _ random: inout RandomSource
  ) -> [[Double]] {
    if order <= 7 {
      let all = (0..<1 << order).filter { $0.nonzeroBitCount == order / 2 }
      if all.count <= limit {
        return all.map { set in (0..<order).map { set & 1 << $0 == 0 ? 1 : -1 } }
      }
    }
    return (0..<limit).map { _ in
      var signs = (0..<order).map { $0 < order / 2 ? -1.0 : 1 }
      for place in stride(from: order - 1, to: 0, by: -1) {
        signs.swapAt(place, random.below(place + 1))
      }
      return signs
    }
  }

  private static func randomPattern(
    _ classes: Int, _ layers: Int, _ random: inout RandomSource
  ) -> (DenseMatrix, DenseMatrix) {
    switch random.below(3) {
    case 0:
      // Any pairs and points.
      let order = min(2 + random.below(max(1, classes - 1)), classes)
      var sets = (0..<order).map { [$0] }
      sets += (0..<order).flatMap { a in (a + 1..<order).map { [a, $0] } }
      var edges: Edges = []
      while edges.count < classes {
        edges.append(
          sets.isEmpty ? [random.below(order)] : sets.remove(at: random.below(sets.count)))
      }
      return patterns(edges, random.below(3), &random)
    case 1:
      let shift = random.below(2) == 0 ? Double.pi / Double(classes) : 2 * .pi * random.uniform()
      let rows = classes + random.below(3)
      func angle(_ index: Int, _ count: Int) -> Double { 2 * .pi * Double(index) / Double(count) }
      let constant = layers == 2 ? 0.0 : 1
      let base = DenseMatrix(rows: 3, columns: classes) {
        constant + cos(angle($1, classes) - angle($0, 3))
      }
      let last = DenseMatrix(rows: rows, columns: 3) {
        cos(angle($0, rows) + shift - angle($1, 3))
      }
      return (base, last)
    default:
      let rank = 2 + random.below(max(1, classes - 2))
      var base = DenseMatrix.zero(rank, classes)
      for place in base.entries.indices {
        let value = random.normal()
        base.entries[place] =
          layers == 2 ? value : random.below(2) == 0 ? 0 : abs(value)
      }
      var last = DenseMatrix.zero(classes + random.below(4), rank)
      for place in last.entries.indices { last.entries[place] = random.normal() }
      return (base, last)
    }
  }
}
