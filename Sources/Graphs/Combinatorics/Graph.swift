/// A finite simple undirected graph on the vertices 0, 1, …, `order - 1`.
///
/// Each row of the adjacency relation is a run of 64-bit words with one bit a vertex, so that
/// counting the common neighbours of two vertices is a conjunction and a population count. Bits
/// beyond `order` are zero; equality and hashing are structural.
public struct Graph: Hashable, Sendable {
  /// The most vertices of a graph by name or from a file: 50 MB of bits.
  public static let orderLimit = 20_000

  /// The number of vertices.
  public let order: Int
  /// The words of one row.
  let wordsPerRow: Int
  /// The rows, one after the other.
  private(set) var words: [UInt64]

  /// The graph without edges.
  ///
  /// - Precondition: `order` is not negative.
  public init(order: Int) {
    precondition(order >= 0, "the number of vertices is not negative")
    self.order = order
    wordsPerRow = (order + 63) / 64
    words = Array(repeating: 0, count: order * wordsPerRow)
  }

  /// The graph in which `i < j` are adjacent when `adjacent(i, j)` is true.
  ///
  /// - Precondition: `order` is not negative.
  /// - Complexity: One call for each pair of vertices.
  public init(order: Int, adjacent: (_ i: Int, _ j: Int) -> Bool) {
    self.init(order: order)
    for pair in Subsets(ofSize: 2, order: order) where adjacent(pair.first, pair.second) {
      connect(pair.first, pair.second)
    }
  }

  /// Adds the edge between two distinct vertices.
  mutating func connect(_ i: Int, _ j: Int) {
    precondition(i != j, "a simple graph has no loops")
    words[i * wordsPerRow + j / 64] |= 1 << UInt64(j % 64)
    words[j * wordsPerRow + i / 64] |= 1 << UInt64(i % 64)
  }

  /// Whether there is an edge between the two vertices; a vertex is not adjacent to itself.
  ///
  /// - Precondition: Both are vertices of the graph.
  public func isAdjacent(_ i: Int, _ j: Int) -> Bool {
    precondition(i >= 0 && i < order && j >= 0 && j < order, "not a vertex of the graph")
    return words[i * wordsPerRow + j / 64] >> UInt64(j % 64) & 1 == 1
  }

  /// The edges as two-element sets of vertices, in lexicographic order.
  public var edges: [Subset] {
    (0..<order).flatMap { first in
      neighbours(of: first).lazy.filter { $0 > first }.map { Subset(first: first, second: $0) }
    }
  }

  /// The number of edges.
  public var edgeCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } / 2 }

  /// The neighbours of a vertex, in increasing order.
  ///
  /// - Precondition: `vertex` is a vertex of the graph.
  public func neighbours(of vertex: Int) -> [Int] {
    precondition(vertex >= 0 && vertex < order, "not a vertex of the graph")
    var found: [Int] = []
    for index in 0..<wordsPerRow {
      var rest = words[vertex * wordsPerRow + index]
      while rest != 0 {
        found.append(64 * index + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }

  /// The number of neighbours of a vertex.
  ///
  /// - Precondition: `vertex` is a vertex of the graph.
  public func degree(_ vertex: Int) -> Int {
    precondition(vertex >= 0 && vertex < order, "not a vertex of the graph")
    return words[(vertex * wordsPerRow)..<((vertex + 1) * wordsPerRow)]
      .reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
