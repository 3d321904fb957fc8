import Graphs
import Rational

extension ProposedConstruction {
  /// The rows of N for a graph with vertices V: patterns of signs on V times B, each at norm 1.
  public enum LastLayer: Hashable, Sendable {
    /// One for each edge: -1 at its two ends and +1 elsewhere, as in Definition 6.
    case edges
    /// One for each set of s vertices: -1 there and +1 elsewhere.
    case minus(Int)
  }

  /// The most vertices of a graph.
  public static let vertexLimit = 1000

  /// The most rows of N.
  public static let rowLimit = 5000

  /// B = the incidence matrix of a graph with rows of norm 1, and one of the families for N.
  ///
  /// Vertices without edges have no row. `notes` is what else is to be said of the graph, a line each.
  ///
  /// - Throws: `NoConstruction`; `RunError.tooLarge` for too many rows or edges.
  public init(
    _ name: String, graph: Graph, _ family: LastLayer = .edges, notes: [String] = []
  ) throws {
    guard graph.order <= Self.vertexLimit else {
      throw RunError.tooLarge(
        "\(name): \(graph.order) vertices, over the limit of \(Self.vertexLimit)")
    }
    let edges = graph.edges
    let used = (0..<graph.order).filter { graph.degree($0) > 0 }
    guard !edges.isEmpty else { throw NoConstruction("a graph without edges has no classes") }
    let patterns: [Set<Int>]
    let text: String
    switch family {
    case .edges:
      let places = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
      patterns = edges.map { Set($0.elements.compactMap { places[$0] }) }
      text = "N: for each edge -1 at its two ends and +1 elsewhere, times B, rows of norm 1"
    case .minus(let size):
      guard (0...used.count).contains(size) else {
        throw NoConstruction("\(size) minus signs on \(used.count) vertices")
      }
      let count = Integer.binomial(used.count, size)
      guard count <= Integer(Self.rowLimit) else {
        throw RunError.tooLarge("N would have \(count) rows, over the limit of \(Self.rowLimit)")
      }
      patterns = Combinations(size: size, of: used.count).map { Set($0) }
      text =
        "N: for each set of \(size) vertices -1 there and +1 elsewhere, times B, rows of norm 1"
    }
    try Self.admit(rows: patterns.count, columns: edges.count)
    let pair = ConstructionPair(graph, vertices: used, patterns: patterns)
    guard pair.rows.rows > 0 else {
      throw NoConstruction("every row of N is zero, and has no direction")
    }
    let isolated = graph.order - used.count
    let omitted = patterns.count - pair.rows.rows
    try self.init(
      name,
      [
        "\(used.count) vertices, \(edges.count) edges; B: its incidence matrix, rows of norm 1 "
          + "(\(used.count) × \(edges.count))"
          + (isolated == 0 ? "" : "; vertices without edges left out: \(isolated)"),
        "\(text) (\(pair.rows.rows) × \(edges.count))"
          + (omitted == 0 ? "" : "; rows that are zero left out: \(omitted)"),
      ] + notes, pair)
  }

  private static func admit(rows: Int, columns: Int) throws {
    do {
      try SizeLimit.standard.admit(rows: rows, columns: columns)
    } catch {
      throw RunError.tooLarge(error.description)
    }
  }
}
