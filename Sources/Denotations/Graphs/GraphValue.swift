import Graphs
import Synchronization

/// A graph of the instance reading, as it was said: its family is known as long as there is one.
package indirect enum GraphValue: Hashable, Sendable {
  case named(NamedGraph)
  /// One that was read or built.
  case graph(Graph)
  case lineGraph(GraphValue)
  case complement(GraphValue)
  /// The vertices are pairs, in lexicographic order.
  case product(GraphProduct, GraphValue, GraphValue)
  /// The vertices of the first one, then those of the second.
  case disjointUnion(GraphValue, GraphValue)

  /// The number of vertices; no graph is built for it unless the edges of one are counted.
  ///
  /// - Throws: `SizeLimit.Exceeded` for a number beyond a word, and for a line graph of a graph that is too
  ///   large to be built.
  package func order() throws(SizeLimit.Exceeded) -> Int {
    switch self {
    case .named(let graph):
      guard let order = graph.order else {
        throw SizeLimit.Exceeded(description: "\(graph) has more than 2^63 vertices")
      }
      return order
    case .graph(let graph): return graph.order
    case .lineGraph(let graph): return try graph.built().edgeCount
    case .complement(let graph): return try graph.order()
    case .product(_, let first, let second):
      let (order, overflows) = try first.order().multipliedReportingOverflow(by: second.order())
      guard !overflows else {
        throw SizeLimit.Exceeded(description: "a product of graphs has more than 2^63 vertices")
      }
      return order
    case .disjointUnion(let first, let second):
      let (order, overflows) = try first.order().addingReportingOverflow(second.order())
      guard !overflows else {
        throw SizeLimit.Exceeded(description: "a union of graphs has more than 2^63 vertices")
      }
      return order
    }
  }

  /// The graph with all its adjacencies.
  ///
  /// - Throws: `SizeLimit.Exceeded` for more than `Graph.orderLimit` vertices, before anything is built.
  /// - Complexity: Each pair of vertices is looked at, once while the graph is remembered.
  package func built() throws(SizeLimit.Exceeded) -> Graph {
    if case .graph(let graph) = self { return graph }
    let order = try order()
    guard order <= Graph.orderLimit else {
      throw SizeLimit.Exceeded(
        description: "\(noun) with \(order) vertices; the limit is \(Graph.orderLimit)")
    }
    if let known = BuiltGraphs.shared[self] { return known }
    let graph: Graph
    switch self {
    case .named(let named): graph = named.graph
    case .graph(let known): graph = known
    case .lineGraph(let inner): graph = try inner.built().lineGraph
    case .complement(let inner): graph = try inner.built().complement
    case .product(let product, let first, let second):
      graph = try first.built().product(product, with: second.built())
    case .disjointUnion(let first, let second):
      graph = try first.built().disjointUnion(with: second.built())
    }
    BuiltGraphs.shared[self] = graph
    return graph
  }

  /// What it is called in messages.
  private var noun: String {
    switch self {
    case .named(let named): "\(named), a graph"
    case .graph: "a graph"
    case .lineGraph: "a line graph"
    case .complement: "a complement"
    case .product: "a product of graphs"
    case .disjointUnion: "a union of graphs"
    }
  }
}

/// The graphs that were built last: one claim asks for several things of each.
private final class BuiltGraphs: Sendable {
  static let shared = BuiltGraphs()
  /// How many are kept.
  private static let limit = 8

  private let graphs = Mutex<[(value: GraphValue, graph: Graph)]>([])

  subscript(value: GraphValue) -> Graph? {
    get { graphs.withLock { $0.first { $0.value == value }?.graph } }
    set {
      guard let newValue else { return }
      graphs.withLock {
        $0.append((value, newValue))
        if $0.count > Self.limit { $0.removeFirst() }
      }
    }
  }
}
