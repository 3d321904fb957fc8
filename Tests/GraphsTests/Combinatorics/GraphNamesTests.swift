import Graphs
import Testing

@Suite("Graphs by name")
struct GraphNamesTests {
  @Test(
    "vertices, edges and degrees",
    arguments: [
      ("complete:5", 5, 10, [4]), ("cycle:4", 4, 4, [2]), ("cycle:3", 3, 3, [2]),
      ("path:4", 4, 3, [1, 2]), ("path:2", 2, 1, [1]), ("star:4", 5, 4, [1, 4]),
      ("bipartite:2,3", 5, 6, [2, 3]), ("hypercube:3", 8, 12, [3]), ("hypercube:1", 2, 1, [1]),
      ("petersen", 10, 15, [3]),
    ])
  func known(name: String, order: Int, edges: Int, degrees: [Int]) throws {
    let graph = try #require(Graph(name: name))
    #expect(graph.order == order)
    #expect(graph.edges.count == edges)
    #expect(Set((0..<order).map { graph.degree($0) }) == Set(degrees))
  }

  @Test(
    "names that there are not",
    arguments: [
      "", "complete", "complete:", "complete:1", "complete:1001", "cycle:2", "path:1", "star:0",
      "bipartite:0,3", "bipartite:3", "bipartite:1,2,3", "bipartite:999,999", "hypercube:0",
      "hypercube:10", "petersen:1", "Petersen", "cycle:4:5", "cycle:-4", "house", "cycle:4,5",
      "star:1000", "cycle:x",
    ])
  func unknown(name: String) { #expect(Graph(name: name) == nil) }

  @Test("the Petersen graph is strongly regular: (10, 3, 0, 1)")
  func petersen() throws {
    let graph = try #require(Graph(name: "petersen"))
    for i in 0..<10 {
      for j in 0..<10 where i != j {
        let common = (0..<10).count { graph.isAdjacent(i, $0) && graph.isAdjacent(j, $0) }
        #expect(common == (graph.isAdjacent(i, j) ? 0 : 1))
      }
    }
  }
}
