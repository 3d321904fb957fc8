import Foundation
import Graphs
import Losses
import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

/// All connected graphs on two to six vertices, against explicit matrices of doubles and a minimisation
/// on a grid.
@Suite struct SmallGraphTests {
  /// One graph of each class of isomorphism, by exchanging neighbouring vertices.
  private static func connectedGraphs(order: Int) -> [[(Int, Int)]] {
    let pairs = (0..<order).flatMap { a in ((a + 1)..<max(order, a + 1)).map { (a, $0) } }
    func place(_ a: Int, _ b: Int) -> Int {
      pairs.firstIndex { $0 == (min(a, b), max(a, b)) } ?? 0
    }
    let exchanges = (0..<(order - 1)).map { swapped in
      func image(_ v: Int) -> Int { v == swapped ? v + 1 : v == swapped + 1 ? v - 1 : v }
      return pairs.map { place(image($0.0), image($0.1)) }
    }
    var isSeen = Array(repeating: false, count: 1 << pairs.count)
    var graphs: [[(Int, Int)]] = []
    for start in isSeen.indices where !isSeen[start] {
      isSeen[start] = true
      var orbit = [start]
      var next = 0
      while next < orbit.count {
        for exchange in exchanges {
          let image = pairs.indices.reduce(0) {
            orbit[next] >> $1 & 1 == 1 ? $0 | 1 << exchange[$1] : $0
          }
          if !isSeen[image] {
            isSeen[image] = true
            orbit.append(image)
          }
        }
        next += 1
      }
      let edges = pairs.indices.filter { start >> $0 & 1 == 1 }.map { pairs[$0] }
      var reached: Set = [0]
      for _ in 0..<order {
        for (a, b) in edges where reached.contains(a) || reached.contains(b) {
          reached.formUnion([a, b])
        }
      }
      if reached.count == order { graphs.append(edges) }
    }
    return graphs
  }

  /// What the definitions give in floating point.
  private struct Invariants {
    var base: Double
    var last: Double
    var rank: Int
    var reach: Double
    var eigenvalues: [Double]

    init(_ edges: [(Int, Int)], order: Int) {
      let degrees = (0..<order).map { v in edges.count { $0.0 == v || $0.1 == v } }
      let b = DoubleMatrix(order, edges.count) { v, e in
        edges[e].0 == v || edges[e].1 == v ? 1 / Double(degrees[v]).squareRoot() : 0
      }
      let signs = DoubleMatrix(edges.count, order) { e, v in
        edges[e].0 == v || edges[e].1 == v ? -1 : 1
      }
      let product = signs * b
      let n = DoubleMatrix(product.rows, product.columns) { i, j in
        let square = (0..<product.columns).reduce(0) { $0 + product[i, $1] * product[i, $1] }
        return product[i, j] / square.squareRoot()
      }
      func spectrum(_ matrix: DoubleMatrix) -> [Double] {
        (matrix.transposed * matrix).eigen.values.map { $0 < 1e-11 ? 0 : $0 }.sorted()
      }
      base = spectrum(b).reduce(0) { $0 + $1.squareRoot() }
      last = spectrum(n).reduce(0) { $0 + $1.squareRoot() }
      rank = spectrum(b).count { $0 > 0 }
      reach = (n * b.pseudoInverse).squaredNorm
      // An entry that is zero is one of about 10⁻¹⁷ here.
      eigenvalues = spectrum(
        DoubleMatrix(n.rows, n.columns) { n[$0, $1] > 1e-12 ? n[$0, $1] : 0 })
    }

    /// ln D
    func depth(_ layers: Int) -> Double {
      layers == 2
        ? 2 * log(last) : 2 * log(base) + Double(layers - 3) * log(Double(rank)) + log(reach)
    }
  }

  /// The least value of L t + Σ 1/(K + μ_i t^L/(D Λ)): the local minima on a grid for ln t, each refined, and
  /// 1 for t = 0.
  private func least(
    _ eigenvalues: [Double], depth: Double, layers: Int, regularisation: Double
  ) -> Double {
    let (classes, power) = (Double(eigenvalues.count), Double(layers))
    func value(_ u: Double) -> Double {
      let growth = exp(power * u - depth - log(regularisation))
      return eigenvalues.reduce(power * exp(u)) { $0 + 1 / (classes + $1 * growth) }
    }
    let grid = (0...120).map { -14 + Double($0) * 14 / 120 }
    let values = grid.map(value)
    var best = 1.0
    for index in 1..<120 where values[index] <= min(values[index - 1], values[index + 1]) {
      var (low, high) = (grid[index - 1], grid[index + 1])
      for _ in 0..<50 {
        let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
        if value(a) < value(b) { high = b } else { low = a }
      }
      best = min(best, value((low + high) / 2))
    }
    return best
  }

  @Test(arguments: zip(2...6, [1, 2, 6, 21, 112]))
  func `every small graph has an answer, and the right one`(_ order: Int, _ count: Int) throws {
    let graphs = Self.connectedGraphs(order: order)
    #expect(graphs.count == count)
    for edges in graphs {
      let adjacent = Set(edges.map { $0.0 * order + $0.1 })
      let graph = Graph(order: order) { adjacent.contains($0 * order + $1) }
      let found = try ProposedConstruction("\(edges)", graph: graph)
      let expected = Invariants(edges, order: order)
      #expect(found.rank == expected.rank)
      let pairs = [
        (found.nuclearNorm, expected.base), (found.nuclearNormOfLastLayer, expected.last),
        (found.lastLayerNorm, expected.reach),
      ]
      for (value, double) in pairs {
        #expect(abs(value.bounds.lower.double - double) < 1e-6, "\(edges)")
        #expect(abs(value.bounds.upper.double - double) < 1e-6, "\(edges)")
      }
      let eigenvalues = found.spectrum.reversed().flatMap {
        Array(repeating: $0.value.bounds, count: $0.multiplicity)
      }
      #expect(eigenvalues.count == edges.count)
      for (value, double) in zip(eigenvalues, expected.eigenvalues) {
        #expect(abs(value.lower.double - double) < 1e-9, "\(edges)")
        #expect(abs(value.upper.double - double) < 1e-9, "\(edges)")
      }
      // The loss is 1/2 for every Λ when relu(N) = 0, and only then.
      #expect(found.vanishes == expected.eigenvalues.allSatisfy { $0 == 0 })
      #expect(found.vanishes == (edges.count == 1 || order == 3 && edges.count == 3))
      for layers in order < 6 ? 2...4 : 3...3 { try check(found, expected, layers) }
    }
  }

  /// The order against collapse at a few Λ.
  private func check(
    _ found: ProposedConstruction, _ expected: Invariants, _ layers: Int
  ) throws {
    guard let bounds = found.bounds(layers: layers) else {
      #expect(found.vanishes)
      return
    }
    let classes = found.classes
    let threshold = Collapse.threshold(classes: classes, layers: layers).double
    func ratio(_ regularisation: Double) -> Double {
      let collapse = least(
        Array(repeating: 1, count: classes), depth: Double(layers) * log(Double(classes)),
        layers: layers, regularisation: regularisation)
      return least(
        expected.eigenvalues, depth: expected.depth(layers), layers: layers,
        regularisation: regularisation) / collapse
    }
    let places = [0.9, 1e-6].map { $0 * threshold }
    switch CollapseOrder(bounds, layers: layers, digits: 8) {
    case .equal: for place in places { #expect(abs(ratio(place) - 1) < 1e-4) }
    case .less: for place in places { #expect(ratio(place) < 1 + 1e-4, "\(found.name)") }
    case .greater: for place in places { #expect(ratio(place) > 1 - 1e-4, "\(found.name)") }
    case .change(let place):
      #expect(ratio(place.lower.double / 3) > 1)
      let above = (place.upper.double * threshold).squareRoot()
      #expect(above < threshold && ratio(above) < 1, "\(found.name)")
    case .undecided(let reason): Issue.record("\(found.name): \(reason)")
    }
  }
}
