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

  @Test(arguments: [
    ("plain", list(), 0), ("counted from 7", list(from: 7), 0),
    ("byte order mark and CRLF", "\u{FEFF}" + list(end: "\r\n"), 0),
    ("old Macintosh", list(end: "\r"), 0),
    ("no end of the last line", String(list().dropLast()), 0),
    ("comments", "# Petersen\n% once more\n\n" + list(" # edge"), 0),
    ("commas", list().replacing(" ", with: ","), 0),
    ("tabs and spaces", list().replacing(" ", with: " \t  "), 0),
    ("NetworkX", list(" {}"), 0), ("NetworkX with data", list(" {'weight': 3, 'x': 1}"), 1),
    ("a first line with the counts", "10 15\n" + list(), 1),
    ("the same, counted from 1", "10 15\n" + list(from: 1), 1), ("weights", list(" 2.5"), 1),
    ("a heading and weights", "Source,Target,Weight\n" + list(",1"), 2),
    ("loops and repetitions", list() + "3 3\n1 0\n0 1\n", 1),
    (
      "DIMACS",
      "c Petersen\nc\np edge 10 15\n" + petersen.map { "e \($0.0 + 1) \($0.1 + 1)\n" }.joined(), 0
    ),
    (
      "DIMACS with both directions",
      "p col 10 15\n"
        + petersen.map { "e \($0.0 + 1) \($0.1 + 1)\ne \($0.1 + 1) \($0.0 + 1)\n" }.joined(), 1
    ),
    (
      "Matrix Market",
      "%%MatrixMarket matrix coordinate pattern symmetric\n% from a table\n10 10 15\n"
        + petersen.map { "\($0.1 + 1) \($0.0 + 1)\n" }.joined(), 1
    ),
    // As networkx.to_graph6_bytes writes it.
    ("graph6", "IheA@GUAo\n", 0), ("graph6 with its mark", ">>graph6<<IheA@GUAo\n", 0),
    ("adjacency matrix", adjacency, 0),
    (
      "labels",
      petersen.map { "\("abcdefghij"[$0.0]) \("abcdefghij"[$0.1])\n" }.joined(), 0
    ),
  ])
  func `each is Petersen's graph`(_ name: String, _ text: String, _ notes: Int) throws {
    let file = try GraphFile(text: text)
    #expect(file.graph.order == 10)
    #expect(file.graph.edges.count == 15)
    // The strongly regular graph with these parameters is unique.
    let expected = StronglyRegularParameters(
      order: 10, degree: 3, adjacentCommon: 0, nonAdjacentCommon: 1)
    #expect(file.graph.stronglyRegularParameters == expected)
    #expect(file.notes.count == notes, "\(file.notes)")
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

  @Test(arguments: [
    ("", 1, 1), ("# only\n", 1, 1), ("\u{FEFF}", 1, 1), ("1 2\n3\n", 2, 2), ("1 1\n", 1, 1),
    ("1 2\n\n1 -2\n", 3, 3), ("1 2\n1 x\n", 2, 3), ("0 1 2 3\n", 1, 5), ("0 1 2\n1 2\n", 1, 5),
    ("0 1\n1 2 3\n", 2, 5), ("1 2\n1 99999999999999999999\n", 2, 3), ("0\n", 1, 2),
    ("p edge 3 2\ne 1 2\ne 2 4\n", 3, 5), ("p edge 3 3\ne 1 2\ne 2 3\n", 3, 6),
    ("c nothing\n", 1, 10), ("c a\ne 1 2\np edge 2 1\n", 2, 1), ("p edge 2 1\nx 1 2\n", 2, 1),
    ("p edge 2 1\np edge 2 1\ne 1 2\n", 2, 1), (">>sparse6<<:Fa@x^\n", 1, 1), (":Fa@x^\n", 1, 1),
    ("IheA@GUA\n", 1, 1), (">>graph6<<IheA@GUA\n", 1, 11), ("IheA@GUAo\nIheA@GUAo\n", 2, 1),
    ("IheA@GU!o\n", 1, 10), ("{\"nodes\": []}\n", 1, 1), ("<?xml version=\"1.0\"?>\n", 1, 1),
    ("graph {\n a -- b\n}\n", 1, 1), ("0 1 1\n1 0 0\n0 0 0\n", 1, 3),
    ("%%MatrixMarket matrix array real general\n2 2\n0\n1\n1\n0\n", 1, 1),
    ("%%MatrixMarket matrix coordinate pattern symmetric\n3 4 1\n2 1\n", 2, 3),
    ("%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n", 2, 5),
    ("1 0\n" + (1...1001).map { "\($0) \($0 + 1)\n" }.joined(), 1, 1),
  ])
  func `what is no graph names the place`(_ text: String, _ line: Int, _ column: Int) {
    #expect {
      try GraphFile(text: text)
    } throws: { error in
      let failure = error as? GraphFile.Failure
      return failure?.line == line && failure?.column == column
        && failure?.expected.isEmpty == false && failure?.found.isEmpty == false
    }
  }
}

extension String {
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
