/// Graphs by name.
extension Graph {
  /// The most vertices of a graph by name or from a file.
  public static let orderLimit = 1000

  /// The names that are known, with their arguments.
  public static let knownNames = [
    "complete:n", "cycle:n", "path:n", "star:n", "bipartite:a,b", "hypercube:d", "petersen",
  ]

  /// The graph of a name such as `cycle:4` or `petersen`.
  ///
  /// `complete:n` has n vertices, `cycle:n` and `path:n` too; `star:n` has n edges; `bipartite:a,b` is
  /// the complete bipartite graph, `hypercube:d` has 2^d vertices.
  ///
  /// - Returns: nil for a name that is not known, or arguments outside its range.
  public init?(name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    let numbers =
      parts.dropFirst().first.map { $0.split(separator: ",").compactMap { Int($0) } } ?? []
    guard parts.count <= 2 else { return nil }
    let known: Graph?
    switch (parts[0], numbers.count) {
    case ("complete", 1): known = Self.made(numbers[0], from: 2) { _, _ in true }
    case ("cycle", 1):
      let n = numbers[0]
      known = Self.made(n, from: 3) { $1 == $0 + 1 || ($0 == 0 && $1 == n - 1) }
    case ("path", 1): known = Self.made(numbers[0], from: 2) { $1 == $0 + 1 }
    case ("star", 1):
      known =
        numbers[0] < Self.orderLimit ? Self.made(numbers[0] + 1, from: 2) { i, _ in i == 0 } : nil
    case ("bipartite", 2):
      let (a, b) = (numbers[0], numbers[1])
      guard a >= 1, b >= 1, a < Self.orderLimit, b < Self.orderLimit else { return nil }
      known = Self.made(a + b, from: 2) { $0 < a && $1 >= a }
    case ("hypercube", 1):
      guard (1...9).contains(numbers[0]) else { return nil }
      known = Self.made(1 << numbers[0], from: 2) { ($0 ^ $1).nonzeroBitCount == 1 }
    case ("petersen", 0) where parts.count == 1: known = Self.petersen
    default: known = nil
    }
    guard let known else { return nil }
    self = known
  }

  private static func made(
    _ order: Int, from least: Int, _ adjacent: (Int, Int) -> Bool
  ) -> Graph? {
    (least...orderLimit).contains(order) ? Graph(order: order, adjacent: adjacent) : nil
  }

  /// The Petersen graph: the 2-subsets of five points, adjacent when they are disjoint.
  private static var petersen: Graph {
    let pairs = Subset.all(ofSize: 2, order: 5)
    return Graph(order: 10) { pairs[$0].intersectionSize(pairs[$1]) == 0 }
  }
}
