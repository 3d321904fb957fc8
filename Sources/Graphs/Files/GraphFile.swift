/// A graph from a file, in one of the formats that people have. What it is is told from the content, by
/// these rules in this order:
///
/// 1. A first line `%%MatrixMarket …` begins a matrix of that format.
/// 2. `>>graph6<<`, `>>sparse6<<` and a single line that begins with `:` are graph6 and sparse6.
/// 3. A first word `c`, or `p` in a line of four words, begins a DIMACS file.
/// 4. A single line that is one word of the characters `?` … `~` is graph6.
/// 5. Three or more rows of as many 0s and 1s are an adjacency matrix.
/// 6. Lines `u: v w …` are an adjacency list, told by the first: a blank stands behind the colon, or a whole
///    number before it.
/// 7. So are lines `u v w …` when no two begin with the same word, every word begins a line, and they have
///    not all one word or all two; if all have three, every edge has to come from both of its ends as well.
/// 8. Everything else is a list of edges.
public struct GraphFile: Hashable, Sendable {
  /// The graph; vertices without edges are there where the file says that they are.
  public let graph: Graph
  public let format: Format
  /// What the reader did that the file does not say, a line each; none for a plain file.
  public let notes: [String]

  /// What a file was read as.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case edges = "a list of edges"
    case dimacs = "DIMACS"
    case matrixMarket = "Matrix Market"
    case graph6
    case sparse6
    case adjacencyList = "an adjacency list"
    case adjacencyMatrix = "an adjacency matrix"
  }

  /// All formats, for messages.
  static let formats = {
    let names = Format.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
  }()

  /// What the file was read as in a line: `read as a list of edges: 34 vertices, 78 edges`.
  public var summary: String {
    let counts = "\(graph.order) vertices, \(graph.edgeCount) edges"
    return (["read as \(format.rawValue): \(counts)"] + notes).joined(separator: "; ")
  }

  /// Why a file is no graph.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// The character of the line, counted from 1.
    public let column: Int
    /// What was expected there.
    public let expected: String
    /// What is there instead.
    public let found: String

    /// `3:5: expected …, found …`
    public var description: String { "\(line):\(column): expected \(expected), found \(found)" }
  }

  /// Reads a file.
  public init(text: String) throws(Failure) {
    let texts = Self.lines(of: text)
    guard let head = texts.first else {
      throw Failure(line: 1, column: 1, expected: Self.formats, found: "an empty file")
    }
    if head.text.lowercased().hasPrefix("%%matrixmarket") {
      self = try Self.matrixMarket(head, texts.dropFirst().map { Line($0, mayHaveCommas: false) })
      return
    }
    if head.text.hasPrefix(">>") || (head.text.hasPrefix(":") && texts.count == 1) {
      self = try Self.encoded(texts)
      return
    }
    // Comments of DIMACS may have separators as well.
    let first = texts.lazy.map { Line($0, mayHaveCommas: false) }.first { !$0.isComment }
    let isDimacs = first.map(Self.isDimacs) == true
    let lines = texts.map { Line($0, mayHaveCommas: !isDimacs) }.filter { !$0.isComment }
    guard let first else {
      throw Failure(line: 1, column: 1, expected: Self.formats, found: "comments alone")
    }
    if isDimacs {
      self = try Self.dimacs(lines)
    } else if lines.allSatisfy({ Self.isEncoded($0.text) }) {
      self = try Self.encoded(lines.map { ($0.number, $0.text) })
    } else if "{[<:;&*".contains(first.text.first { !$0.isWhitespace } ?? " ")
      || (first.hasData && first.words.count < 2)
    {
      throw Failure(
        line: first.number, column: 1, expected: Self.formats,
        found: "'\(first.text.prefix(20))'")
    } else if let matrix = try Self.adjacencyMatrix(lines) {
      self = matrix
    } else if let list = try Self.adjacencyList(lines) {
      self = list
    } else {
      self = try Self.edgeList(lines)
    }
  }

  init(_ graph: Graph, _ format: Format, notes: [String] = []) {
    self.graph = graph
    self.format = format
    self.notes = notes
  }

  /// The graph with these edges, of which loops and repetitions are left out, and that is said.
  ///
  /// - Parameter mayBeReversed: Whether an edge may stand once in each direction.
  /// - Throws: When there are too many vertices.
  init(
    order: Int, edges: [(Int, Int)], _ format: Format, notes: [String], mayBeReversed: Bool = false
  ) throws(Failure) {
    var graph = try Self.empty(order: order)
    var (loops, repeated) = (0, 0)
    // Of the edges that may come twice, the directions that have come.
    var directions: Set<Int> = []
    for (a, b) in edges {
      if a == b {
        loops += 1
      } else if mayBeReversed, !directions.insert(a * order + b).inserted {
        repeated += 1
      } else if graph.isAdjacent(a, b) {
        repeated += mayBeReversed ? 0 : 1
      } else {
        graph.connect(a, b)
      }
    }
    let omitted = [(loops, "loops"), (repeated, "repeated edges")].filter { $0.0 > 0 }
      .map { "\($0.1) left out: \($0.0)" }
    self.init(graph, format, notes: notes + omitted)
  }

  /// The graph without edges, if it is not too large.
  static func empty(order: Int) throws(Failure) -> Graph {
    guard order <= Graph.orderLimit else {
      throw Failure(
        line: 1, column: 1, expected: "at most \(Graph.orderLimit) vertices", found: "\(order)")
    }
    return Graph(order: order)
  }
}
