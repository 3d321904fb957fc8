/// A graph from a file, in one of the formats that people have: a list of edges, DIMACS, Matrix Market,
/// graph6, or the rows of an adjacency matrix. What it is is told from the content.
public struct GraphFile: Hashable, Sendable {
  /// The graph; vertices without edges are there where the file says that they are.
  public let graph: Graph
  /// What the reader did that the file does not say, a line each; none for a plain file.
  public let notes: [String]

  /// The graph and the notes in a line: `read as a list of edges: 34 vertices, 78 edges`.
  public var summary: String {
    (["\(graph.order) vertices, \(graph.edgeCount) edges"] + notes).joined(separator: "; ")
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
    let lines = Self.lines(of: text)
    guard let first = lines.first(where: { !$0.isComment }) else {
      throw Failure(
        line: 1, column: 1, expected: "a graph with at least one edge",
        found: lines.isEmpty ? "an empty file" : "comments alone")
    }
    guard !"{[<:&".contains(lines[0].text.first { !$0.isWhitespace } ?? " "),
      first.words.count > 1 || !first.hasData
    else {
      throw Failure(
        line: lines[0].number, column: 1, expected: Self.formats,
        found: "'\(lines[0].text.prefix(20))'")
    }
    if lines[0].text.hasPrefix("%%MatrixMarket") {
      self = try Self.matrixMarket(lines)
    } else if Self.isDimacs(first) {
      self = try Self.dimacs(lines)
    } else if Self.isGraph6(first) {
      self = try Self.graph6(lines)
    } else if let matrix = try Self.adjacencyMatrix(lines) {
      self = matrix
    } else {
      self = try Self.edgeList(lines)
    }
  }

  static let formats = "a list of edges, DIMACS, Matrix Market, graph6 or an adjacency matrix"

  init(_ graph: Graph, notes: [String]) {
    self.graph = graph
    self.notes = notes
  }

  /// The graph with these edges, of which loops and repetitions are left out, and that is said.
  ///
  /// - Throws: When no edge is left, or there are too many vertices.
  init(order: Int, edges: [(Int, Int)], notes: [String]) throws(Failure) {
    guard order <= Graph.orderLimit else {
      throw Failure(
        line: 1, column: 1, expected: "at most \(Graph.orderLimit) vertices", found: "\(order)")
    }
    var graph = Graph(order: order)
    var (loops, repeated) = (0, 0)
    for (a, b) in edges {
      if a == b {
        loops += 1
      } else if graph.isAdjacent(a, b) {
        repeated += 1
      } else {
        graph.connect(a, b)
      }
    }
    guard edges.count > loops else {
      throw Failure(
        line: 1, column: 1, expected: "at least one edge",
        found: loops == 0 ? "no edges" : "loops alone: \(loops)")
    }
    let omitted = [(loops, "loops"), (repeated, "repeated edges")].filter { $0.0 > 0 }
      .map { "\($0.1) left out: \($0.0)" }
    self.init(graph, notes: notes + (omitted.isEmpty ? [] : [omitted.joined(separator: "; ")]))
  }
}

extension GraphFile {
  /// A line that is not empty.
  struct Line {
    /// Counted from 1.
    let number: Int
    let text: Substring
    /// The words, with the places of their first characters, counted from 1. Comments from `#` or `%` on,
    /// and NetworkX's data from `{` on, are no words.
    let words: [(text: Substring, column: Int)]
    /// Whether there is something from `{` on, and whether that is more than `{}`.
    let hasData: Bool
    let isDataEmpty: Bool

    var isComment: Bool { words.isEmpty }

    init(number: Int, text: Substring) {
      self.number = number
      self.text = text
      let content = text.prefix { $0 != "#" && $0 != "%" && $0 != "{" }
      let rest = text[content.endIndex...]
      hasData = rest.first == "{"
      isDataEmpty = rest.allSatisfy { $0 == "{" || $0 == "}" || $0.isWhitespace }
      words = content.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map {
        ($0, text.distance(from: text.startIndex, to: $0.startIndex) + 1)
      }
    }

    func failure(_ word: Int, expected: String) -> Failure {
      let isThere = words.indices.contains(word)
      return Failure(
        line: number, column: isThere ? words[word].column : text.count + 1, expected: expected,
        found: isThere ? "'\(words[word].text.prefix(40))'" : "the end of the line")
    }

    /// A word that is a whole number in a range.
    func number(_ word: Int, in range: ClosedRange<Int>, _ expected: String) throws(Failure) -> Int
    {
      guard words.indices.contains(word), let value = Int(words[word].text), range ~= value else {
        throw failure(word, expected: expected)
      }
      return value
    }

    /// - Throws: When there are more words.
    func end(after count: Int) throws(Failure) {
      if words.count > count { throw failure(count, expected: "the end of the line") }
    }
  }

  /// The lines that are not empty, without a byte order mark, whatever ends a line.
  private static func lines(of text: String) -> [Line] {
    let content = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    return content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { Line(number: $0 + 1, text: $1) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
  }
}
