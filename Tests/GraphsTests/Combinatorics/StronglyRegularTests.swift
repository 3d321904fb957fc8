import Graphs
import Rational
import Testing

@Suite struct StronglyRegularTests {
  /// The definition, word for word and slowly: nil when it is not met.
  static func slowParameters(_ graph: Graph) -> [Int?]? {
    let vertices = 0..<graph.order
    let degrees = Set(vertices.map { i in vertices.count { graph.isAdjacent(i, $0) } })
    var adjacent: Set<Int> = []
    var apart: Set<Int> = []
    for i in vertices {
      for j in vertices where i != j {
        let common = vertices.count { graph.isAdjacent(i, $0) && graph.isAdjacent(j, $0) }
        if graph.isAdjacent(i, j) { adjacent.insert(common) } else { apart.insert(common) }
      }
    }
    guard degrees.count == 1, adjacent.count <= 1, apart.count <= 1 else { return nil }
    return [graph.order, degrees.first, adjacent.first, apart.first]
  }

  static func parameters(_ graph: Graph) -> [Int?]? {
    graph.stronglyRegularParameters.map {
      [$0.order, $0.degree, $0.adjacentCommon, $0.nonAdjacentCommon]
    }
  }

  @Test(arguments: 4...20)
  func `triangular graphs have the parameters of the paper`(r: Int) {
    #expect(
      Self.parameters(.triangular(r)) == [r * (r - 1) / 2, 2 * (r - 2), r - 2, 4])
  }

  @Test(arguments: 1...9)
  func `the fast count is the definition on triangular graphs`(r: Int) {
    #expect(Self.parameters(.triangular(r)) == Self.slowParameters(.triangular(r)) || r == 1)
  }

  /// Every graph on subsets of one size that permutations leave unchanged, beside the count of pairs.
  @Test(arguments: 0...7)
  func `counting orbits is counting pairs`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    for size in 0...2 {
      let subsets = Subset.all(ofSize: size, order: r)
      for joined in 0..<4 {
        func isJoined(_ a: Subset, _ b: Subset) -> Bool {
          a != b && joined >> a.intersectionSize(b) & 1 == 1
        }
        let matrix = try OrbitMatrix.integral(rows: size, columns: size, scheme) {
          isJoined($0, $1) ? 1 : 0
        }
        #expect(matrix.isAdjacencyMatrix)
        let graph = Graph(order: subsets.count) { isJoined(subsets[$0], subsets[$1]) }
        let counts = matrix.stronglyRegularCounts.map {
          [$0.order, $0.degree, $0.adjacentCommon, $0.nonAdjacentCommon]
        }
        #expect(counts == Self.parameters(graph)?.map { $0.map { Rational($0) } })
      }
    }
    let twice = OrbitMatrix.triangularAdjacency(scheme).scaled(by: 2)
    #expect(!twice.isAdjacencyMatrix || r < 3)
    #expect(!OrbitMatrix.identity([1], scheme).isAdjacencyMatrix || r == 0)
  }

  @Test func `known strongly regular graphs are recognised`() {
    let pentagon = Graph(order: 5) { [1, 4].contains($1 - $0) }
    #expect(Self.parameters(pentagon) == [5, 2, 0, 1])
    // Paley graph on 13 vertices: joined when the difference is a square modulo 13.
    let squares: Set = [1, 3, 4, 9, 10, 12]
    #expect(Self.parameters(Graph(order: 13) { squares.contains($1 - $0) }) == [13, 6, 2, 3])
    // The Petersen graph is the complement of the triangular graph of order 5.
    let triangular = Graph.triangular(5)
    let petersen = Graph(order: 10) { !triangular.isAdjacent($0, $1) }
    #expect(Self.parameters(petersen) == [10, 3, 0, 1])
    // 3 × 3 rook's graph.
    let rook = Graph(order: 9) { $0 / 3 == $1 / 3 || $0 % 3 == $1 % 3 }
    #expect(Self.parameters(rook) == [9, 4, 1, 2])
  }

  @Test func `degenerate graphs leave out what no pair defines`() {
    #expect(Self.parameters(.complete(4)) == [4, 3, 2, nil])
    #expect(Self.parameters(Graph(order: 3)) == [3, 0, nil, 0])
    #expect(Self.parameters(Graph(order: 1)) == [1, 0, nil, nil])
    #expect(Self.parameters(Graph(order: 0)) == nil)
    // Three edges always meet: the triangular graph of order 3 is a triangle.
    #expect(Self.parameters(.triangular(3)) == [3, 2, 1, nil])
    #expect(Graph.complete(4).stronglyRegularParameters?.description == "(4, 3, 2, –)")
  }

  @Test func `graphs that are not strongly regular are refused`() {
    let hexagon = Graph(order: 6) { [1, 5].contains($1 - $0) }
    let path = Graph(order: 3) { $1 == $0 + 1 }
    let prism = Graph(order: 6) { $1 == $0 + 3 || $0 / 3 == $1 / 3 }
    for graph in [hexagon, path, prism] {
      #expect(Self.parameters(graph) == nil)
      #expect(Self.slowParameters(graph) == nil)
    }
  }

  @Test(arguments: [(4, 0, 1), (6, 0, 9), (9, 3, 14), (13, 70, 77)])
  func `one switched pair is noticed wherever it is`(r: Int, i: Int, j: Int) {
    let triangular = Graph.triangular(r)
    #expect(Self.parameters(triangular) != nil)
    let damaged = Graph(order: triangular.order) {
      triangular.isAdjacent($0, $1) != ($0 == i && $1 == j)
    }
    #expect(Self.parameters(damaged) == nil)
  }

  @Test func `a switching that keeps all degrees is noticed`() {
    // Replace the edges ab, cd by ac, bd: every degree stays, the common neighbours do not.
    let triangular = Graph.triangular(7)
    let edges = triangular.edges.map(\.elements)
    for e in edges where e[0] == 0 {
      guard
        let f = edges.first(where: {
          Set($0).isDisjoint(with: e) && !triangular.isAdjacent(e[0], $0[0])
            && !triangular.isAdjacent(e[1], $0[1])
        })
      else { continue }
      let removed: Set = [Set(e), Set(f)]
      let added: Set = [Set([e[0], f[0]]), Set([e[1], f[1]])]
      let switched = Graph(order: triangular.order) {
        let pair = Set([$0, $1])
        return added.contains(pair) || (triangular.isAdjacent($0, $1) && !removed.contains(pair))
      }
      #expect((0..<switched.order).allSatisfy { switched.degree($0) == 10 })
      #expect(Self.parameters(switched) == Self.slowParameters(switched))
      #expect(Self.parameters(switched) == nil)
    }
  }
}
