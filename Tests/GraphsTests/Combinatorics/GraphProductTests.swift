import Rational
import Testing

@testable import Graphs

/// Products, unions and complements by their adjacency matrices.
@Suite struct GraphProductTests {
  private static let graphs = [
    Graph(order: 1), Graph(order: 3), Graph.complete(4),
    Graph(order: 5) { $1 == $0 + 1 }, Graph(order: 6) { ($0 * $0 + 2 * $1) % 3 == 1 },
  ]

  private func adjacency(_ graph: Graph) -> Matrix<Rational> { graph.adjacencyMatrix() }

  private func kronecker(_ a: Matrix<Rational>, _ b: Matrix<Rational>) -> Matrix<Rational> {
    Matrix(rows: a.rows * b.rows, columns: a.columns * b.columns) {
      a[$0 / b.rows, $1 / b.columns] * b[$0 % b.rows, $1 % b.columns]
    }
  }

  /// A □ B = A ⊗ I + I ⊗ B, A × B = A ⊗ B, A ⊠ B = both, A[B] = A ⊗ J + I ⊗ B.
  @Test(arguments: graphs, graphs)
  func `products are Kronecker products`(first: Graph, second: Graph) {
    let (a, b) = (adjacency(first), adjacency(second))
    let i = Matrix<Rational>.identity(first.order)
    let j = Matrix<Rational>.identity(second.order)
    let ones = Matrix<Rational>(rows: second.order, columns: second.order) { _, _ in .one }
    let cartesian = kronecker(a, j) + kronecker(i, b)
    #expect(adjacency(first.product(.cartesian, with: second)) == cartesian)
    #expect(adjacency(first.product(.tensor, with: second)) == kronecker(a, b))
    #expect(adjacency(first.product(.strong, with: second)) == cartesian + kronecker(a, b))
    #expect(
      adjacency(first.product(.lexicographic, with: second)) == kronecker(a, ones)
        + kronecker(i, b))
  }

  @Test(arguments: graphs, graphs)
  func `a union has the edges of both`(first: Graph, second: Graph) {
    let union = first.disjointUnion(with: second)
    #expect(union.order == first.order + second.order)
    #expect(
      union.edges.map(\.elements)
        == first.edges.map(\.elements)
        + second.edges.map { $0.elements.map { $0 + first.order } })
    #expect(union.complement.complement == union)
    #expect(union.edgeCount + union.complement.edgeCount == union.order * (union.order - 1) / 2)
  }

  @Test(arguments: graphs + [Graph(order: 130) { $1 == $0 + 1 }])
  func `edges, neighbours and distances are those of the adjacency`(graph: Graph) {
    let pairs = Subset.all(ofSize: 2, order: graph.order).filter {
      graph.isAdjacent($0.elements[0], $0.elements[1])
    }
    #expect(graph.edges == pairs)
    #expect(graph.edgeCount == pairs.count)
    for vertex in 0..<graph.order {
      #expect(
        graph.neighbours(of: vertex) == (0..<graph.order).filter { graph.isAdjacent(vertex, $0) })
      // Ford's way: a distance is at most one more than that of a neighbour.
      var expected = [Int?](repeating: nil, count: graph.order)
      expected[vertex] = 0
      for _ in 0..<graph.order {
        for pair in pairs {
          let (a, b) = (pair.elements[0], pair.elements[1])
          for (from, to) in [(a, b), (b, a)] {
            if let known = expected[from], known + 1 < expected[to] ?? .max {
              expected[to] = known + 1
            }
          }
        }
      }
      #expect(graph.distances(from: vertex) == expected)
    }
  }
}
