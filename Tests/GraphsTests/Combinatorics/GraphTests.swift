import Graphs
import Rational
import Testing

@Suite struct GraphTests {
  @Test func `adjacency is symmetric and without loops`() {
    let graph = Graph(order: 70) { ($0 + $1) % 3 == 0 }
    for i in 0..<70 {
      #expect(!graph.isAdjacent(i, i))
      for j in 0..<70 where j != i {
        #expect(graph.isAdjacent(i, j) == ((i + j) % 3 == 0))
      }
    }
  }

  @Test func `degrees add up to twice the number of edges`() {
    let graph = Graph(order: 67) { $0 * $1 % 5 == 1 }
    let degrees = (0..<67).map(graph.degree)
    #expect(degrees.reduce(0, +) == 2 * graph.edges.count)
    #expect(degrees[1] == (0..<67).filter { $0 != 1 && $0 % 5 == 1 }.count)
  }

  @Test func `the line graph of a path is a shorter path`() {
    let path = Graph(order: 5) { $1 == $0 + 1 }
    #expect(path.lineGraph == Graph(order: 4) { $1 == $0 + 1 })
  }

  @Test func `the line graph of a star is complete`() {
    let star = Graph(order: 6) { i, _ in i == 0 }
    #expect(star.lineGraph == .complete(5))
  }

  @Test(arguments: 0...9)
  func `triangular graphs join the pairs that share one vertex`(order: Int) {
    let pairs = Graph.complete(order).edges
    let graph = Graph.triangular(order)
    #expect(graph.order == pairs.count)
    for i in pairs.indices {
      for j in pairs.indices where i != j {
        let shared = Set(pairs[i].elements).intersection(pairs[j].elements).count
        #expect(graph.isAdjacent(i, j) == (shared == 1))
      }
    }
  }

  @Test func `B Bᵀ and Bᵀ B count edges and vertices`() {
    // In any graph: B Bᵀ = degrees on the diagonal plus adjacency, Bᵀ B = 2 I + line graph.
    let graph = Graph(order: 7) { ($0 * $0 + $1) % 3 != 0 }
    let incidence = graph.incidenceMatrix(over: Rational.self)
    let degrees = Matrix<Rational>(rows: 7, columns: 7) {
      $0 == $1 ? Rational(graph.degree($0)) : .zero
    }
    #expect(incidence * incidence.transposed == degrees + graph.adjacencyMatrix())
    let identity = Matrix<Rational>.identity(graph.edges.count)
    #expect(
      incidence.gram == identity.scaled(by: Rational(2)) + graph.lineGraph.adjacencyMatrix())
  }
}
