import Testing

@testable import Graphs

/// Files of graphs as other programs write them.
@Suite struct GraphFileTests {
  /// The edges of Petersen's graph: an outer and an inner pentagon, and spokes.
  private static let petersen = [
    (0, 1), (0, 4), (0, 5), (1, 2), (1, 6), (2, 3), (2, 7), (3, 4), (3, 8), (4, 9), (5, 7), (5, 8),
    (6, 8), (6, 9), (7, 9),
  ]

  private static func list(_ more: String = "", from first: Int = 0, end: String = "\n") -> String {
    petersen.map { "\($0.0 + first) \($0.1 + first)\(more)\(end)" }.joined()
  }

  private static let adjacency = (0..<10).map { i in
    (0..<10).map { j in petersen.contains { $0 == (i, j) || $0 == (j, i) } ? "1" : "0" }
      .joined(separator: " ") + "\n"
  }.joined()

  /// A name, a text, and how many lines the reader has to say about it.
  private struct Sample: Sendable {
    let name: String
    let text: String
    let notes: Int

    init(_ name: String, _ text: String, notes: Int = 0) {
      (self.name, self.text, self.notes) = (name, text, notes)
    }
  }

  /// A line for each edge.
  private static func lines(_ line: (Int, Int) -> String) -> String {
    petersen.map { line($0.0, $0.1) + "\n" }.joined()
  }

  private static let dimacs = lines { "e \($0 + 1) \($1 + 1)" }
  private static let reversed = lines { "e \($1 + 1) \($0 + 1)" }
  private static let market = lines { "\($1 + 1) \($0 + 1)" }
  private static let letters = lines { "v\($0) v\($1)" }
  private static let marketHeading = "%%MatrixMarket matrix coordinate pattern symmetric"

  private static let samples: [Sample] = [
    Sample("plain", list()), Sample("counted from 7", list(from: 7)),
    Sample("byte order mark and CRLF", "\u{FEFF}" + list(end: "\r\n")),
    Sample("old Macintosh", list(end: "\r")),
    Sample("no end of the last line", String(list().dropLast())),
    Sample("comments", "# Petersen\n% once more\n\n" + list(" # edge")),
    Sample("commas", list().replacing(" ", with: ",")),
    Sample("tabs and spaces", list().replacing(" ", with: " \t  ")),
    Sample("NetworkX", list(" {}")),
    Sample("NetworkX with data", list(" {'weight': 3, 'x': 1}"), notes: 1),
    Sample("a first line with the counts", "10 15\n" + list(), notes: 1),
    Sample("the same, counted from 1", "10 15\n" + list(from: 1), notes: 1),
    Sample("weights", list(" 2.5"), notes: 1),
    Sample("a heading and weights", "Source,Target,Weight\n" + list(",1"), notes: 2),
    Sample("loops and repetitions", list() + "3 3\n1 0\n0 1\n", notes: 1),
    Sample("DIMACS", "c Petersen\nc\np edge 10 15\n" + dimacs),
    Sample("DIMACS, both directions", "p col 10 15\n" + dimacs + reversed, notes: 1),
    Sample("Matrix Market", marketHeading + "\n% a\n10 10 15\n" + market, notes: 1),
    // As networkx.to_graph6_bytes writes it.
    Sample("graph6", "IheA@GUAo\n"), Sample("graph6 with its mark", ">>graph6<<IheA@GUAo\n"),
    Sample("adjacency matrix", adjacency), Sample("labels", letters),
  ]

  @Test(arguments: samples.indices)
  func `each is Petersen's graph`(_ index: Int) throws {
    let sample = Self.samples[index]
    let file = try GraphFile(text: sample.text)
    #expect(file.graph.order == 10)
    #expect(file.graph.edges.count == 15)
    // The strongly regular graph with these parameters is unique.
    let expected = StronglyRegularParameters(
      order: 10, degree: 3, adjacentCommon: 0, nonAdjacentCommon: 1)
    #expect(file.graph.stronglyRegularParameters == expected)
    #expect(file.notes.count == sample.notes, "\(sample.name): \(file.notes)")
  }

  @Test func `what was left out or read in another way is said`() throws {
    #expect(
      try GraphFile(text: "0 1\n1 2\n2 2\n1 0\n").notes == [
        "loops left out: 1; repeated edges left out: 1"
      ])
    #expect(
      try GraphFile(text: "3 2\n0 1\n1 2\n").notes
        == ["the first line is read as 3 vertices and 2 edges"])
    // Fourteen lines follow, or a vertex that there is not: no counts.
    for text in ["10 3\n0 1\n1 2\n", "3 2\n0 1\n1 7\n"] {
      let file = try GraphFile(text: text)
      #expect(file.graph.edges.count == 3)
    }
    #expect(try GraphFile(text: "10 3\n0 1\n1 2\n").notes.count == 1)
    #expect(try GraphFile(text: "0 1\n1 2\n").notes == [])
  }

  @Test func `counts and DIMACS have vertices without edges, lists have not`() throws {
    #expect(try GraphFile(text: "5 2\n0 1\n1 2\n").graph.order == 5)
    #expect(try GraphFile(text: "p edge 5 2\ne 1 2\ne 2 3\n").graph.order == 5)
    #expect(try GraphFile(text: "0 1\n1 5\n").graph.order == 3)
  }

  private static let malformed: [(String, Int, Int)] = [
    ("", 1, 1), ("# only\n", 1, 1), ("\u{FEFF}", 1, 1), ("1 2\n3\n", 2, 2), ("1 1\n", 1, 1),
    ("1 2\n\n1 -2\n", 3, 3), ("1 2\n1 x\n", 2, 3), ("0 1 2 3\n", 1, 5), ("0 1 2\n1 2\n", 1, 5),
    ("0 1\n1 2 3\n", 2, 5), ("1 2\n1 99999999999999999999\n", 2, 3), ("0\n", 1, 2),
    ("p edge 3 2\ne 1 2\ne 2 4\n", 3, 5), ("p edge 3 3\ne 1 2\ne 2 3\n", 3, 6),
    ("c nothing\n", 1, 10), ("c a\ne 1 2\np edge 2 1\n", 2, 1), ("p edge 2 1\nx 1 2\n", 2, 1),
    ("p edge 2 1\np edge 2 1\ne 1 2\n", 2, 1), (">>sparse6<<:Fa@x^\n", 1, 1), (":Fa@x^\n", 1, 1),
    ("IheA@GUA\n", 1, 1), (">>graph6<<IheA@GUA\n", 1, 11), ("IheA@GUAo\nIheA@GUAo\n", 2, 1),
    ("IheA@GU!o\n", 1, 10), ("{\"nodes\": []}\n", 1, 1), ("<?xml version=\"1.0\"?>\n", 1, 1),
    ("graph {\n a -- b\n}\n", 1, 1), ("0 1 1\n1 0 0\n0 0 0\n", 1, 5),
    ("%%MatrixMarket matrix array real general\n2 2\n0\n1\n1\n0\n", 1, 1),
    ("%%MatrixMarket matrix coordinate pattern symmetric\n3 4 1\n2 1\n", 2, 3),
    ("%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n", 2, 5),
  ]

  @Test(arguments: malformed.indices)
  func `what is no graph names the place`(_ index: Int) {
    let (text, line, column) = Self.malformed[index]
    #expect {
      try GraphFile(text: text)
    } throws: { error in
      let failure = error as? GraphFile.Failure
      return failure?.line == line && failure?.column == column
        && failure?.expected.isEmpty == false && failure?.found.isEmpty == false
    }
  }

  @Test func `too many vertices are refused`() {
    let path = (1...1001).map { "\($0) \($0 + 1)\n" }.joined()
    #expect(throws: GraphFile.Failure.self) { try GraphFile(text: path) }
  }
}
