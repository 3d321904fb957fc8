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
    let format: GraphFile.Format
    let notes: Int

    init(_ name: String, _ text: String, _ format: GraphFile.Format = .edges, notes: Int = 0) {
      (self.name, self.text, self.format, self.notes) = (name, text, format, notes)
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
    Sample(
      "a heading and weights", "Source,Target,Weight\n" + list(",1").replacing(" ", with: ","),
      notes: 2),
    Sample("loops and repetitions", list() + "3 3\n1 0\n0 1\n", notes: 2),
    Sample("DIMACS", "c Petersen, {}\nc\np edge 10 15\n" + dimacs, .dimacs),
    Sample("DIMACS, both directions", "p col 10 15\n" + dimacs + reversed, .dimacs, notes: 1),
    Sample(
      "Matrix Market", marketHeading + "\n% a\n10 10 15\n" + market, .matrixMarket, notes: 1),
    Sample(
      "Matrix Market, both directions",
      "%%MatrixMarket matrix coordinate integer general\n10 10 30\n"
        + lines { "\($0 + 1) \($1 + 1) 1\n\($1 + 1) \($0 + 1) 1" }, .matrixMarket, notes: 1),
    // As networkx.to_graph6_bytes writes it.
    Sample("graph6", "IheA@GUAo\n", .graph6),
    Sample("graph6 with its mark", ">>graph6<<IheA@GUAo\n", .graph6),
    // As networkx.to_sparse6_bytes writes it.
    Sample("sparse6", ":I`ES@obGkqegW~\n", .sparse6),
    Sample("sparse6 with its mark", ">>sparse6<<:I`ES@obGkqegW~\r\n", .sparse6),
    // As networkx.write_adjlist writes it: each edge at its first end.
    Sample(
      "adjacency list of NetworkX",
      "#/usr/bin/nx.py\n# GMT Sun\n#\n0 1 4 5\n1 2 6\n2 3 7\n3 4 8\n4 9\n5 7 8\n6 8 9\n7 9\n8\n9\n",
      .adjacencyList),
    Sample("neighbours behind a colon", neighbours(": ", " "), .adjacencyList),
    Sample("the same, with commas", neighbours(":", ", "), .adjacencyList),
    Sample("lists of neighbours", neighbours(" ", " "), .adjacencyList),
    Sample("a list of labels", neighbours(" ", " ", name: "v"), .adjacencyList),
    Sample("adjacency matrix", adjacency, .adjacencyMatrix),
    Sample("adjacency matrix with commas", adjacency.replacing(" ", with: ","), .adjacencyMatrix),
    Sample("labels", letters),
    Sample("labels with blanks", lines { "\"vertex \($0)\", vertex \($1)" }),
    Sample("labels with colons", lines { "urn:\($0) urn:\($1)" }),
    Sample("labels with brackets", lines { "v(\($0)) v(\($1))" }),
    Sample("labels with signs", lines { "C#\($0)\tC#\($1)" }),
    Sample(
      "a heading of other words", "person;friend\n" + list().replacing(" ", with: ";"), notes: 1),
  ]

  /// A line for each vertex with all its neighbours.
  private static func neighbours(
    _ first: String, _ between: String, name: String = ""
  ) -> String {
    (0..<10).map { vertex in
      let others = petersen.compactMap {
        $0.0 == vertex ? $0.1 : $0.1 == vertex ? $0.0 : nil
      }
      return "\(name)\(vertex)" + first
        + others.map { "\(name)\($0)" }.joined(separator: between) + "\n"
    }.joined()
  }

  @Test(arguments: samples.indices)
  func `each is Petersen's graph`(_ index: Int) throws {
    let sample = Self.samples[index]
    let file = try GraphFile(text: sample.text)
    #expect(file.format == sample.format)
    #expect(file.graph.order == 10)
    #expect(file.graph.edges.count == 15)
    // The vertices come in the order of their numbers, and labels in that of their first lines.
    let expectedEdges = Set(Self.petersen.map { Subset($0.0, $0.1) })
    let isRelabelled = sample.name.contains("labels") && sample.format == .edges
    #expect(isRelabelled || Set(file.graph.edges) == expectedEdges, "\(sample.name)")
    // The strongly regular graph with these parameters is unique.
    let expected = StronglyRegularParameters(
      order: 10, degree: 3, adjacentCommon: 0, nonAdjacentCommon: 1)
    #expect(file.graph.stronglyRegularParameters == expected)
    #expect(file.notes.count == sample.notes, "\(sample.name): \(file.notes)")
  }

  @Test func `what was left out or read in another way is said`() throws {
    #expect(
      try GraphFile(text: "0 1\n1 2\n2 2\n1 0\n").notes == [
        "loops left out: 1", "repeated edges left out: 1",
      ])
    #expect(
      try GraphFile(text: "0 1\n1 2\n2 2\n1 0\n").summary
        == "read as a list of edges: 3 vertices, 2 edges; loops left out: 1; "
        + "repeated edges left out: 1")
    #expect(
      try GraphFile(text: "0: 1 2\n1: 0\n").notes == ["edges at one of their ends only: 1"])
    #expect(try GraphFile(text: "0: 1 1 0\n").notes.count == 2)
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
    ("p edge 2 1\np edge 2 1\ne 1 2\n", 2, 1), (">>sparse5<<:Fa@x^\n", 1, 1),
    (">>sparse6<<Fa@x^\n", 1, 12),
    (">>graph6<<:Fa@x^\n", 1, 11), (":", 1, 2), (":~\n", 1, 2), (":~~?????@\n", 1, 2),
    // A character after the last edge; a vertex 7 of seven.
    (":Fa@x^~\n", 1, 2), (":I`ES@obGkqegW~~\n", 1, 2), (":I`ES@ob!kqegW~\n", 1, 9),
    (";Fa@x^\n", 1, 1), ("&DI?AO?\n", 1, 1), ("*Vertices 3\n1\n2\n3\n", 1, 1),
    // Other notations are no labels: the heads of the arrows were taken for weights, brackets for letters.
    ("0 -> 1\n1 -> 2\n", 1, 3), ("a -- b\nb -- c\n", 1, 3), ("(0, 1)\n(1, 2)\n", 1, 1),
    ("[0, 1],\n[1, 2]\n", 1, 1), ("[[0, 1], [1, 2]]\n", 1, 1), ("<0 1>\n0 1\n", 1, 1),
    ("a ->\nb ->\n", 1, 3), ("v(1 v2\nv2 v3\n", 1, 1),
    ("0: 1\n1 0\n", 2, 4), ("0: 1\n1 2: 0\n", 2, 3), ("0: 1\n: 0\n", 2, 1), ("0: x\n", 1, 4),
    ("0: 1\n-1: 0\n", 2, 1), ("1,,2\n3,4\n", 1, 3),
    ("0 1\n1 2 3\n3 0\n", 2, 5), ("a b\nc\n", 2, 2),
    ("c a\np edge 2 1\n{}\ne 1 2\n", 3, 3), ("0 1 2\n{}\n1 0 2\n2 0 1\n", 1, 5),
    ("a,b\n0 1,1\n", 2, 1), ("0 1,1\n0 2,1\n", 1, 1),
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
    let path = (1...20_000).map { "\($0) \($0 + 1)\n" }.joined()
    let texts = [path, "p edge 20001 1\ne 1 2\n", "20001 1\n0 1\n", ":~Cw`"]
    for text in texts {
      let failure = #expect(throws: GraphFile.Failure.self) { try GraphFile(text: text) }
      #expect(failure?.description == "1:1: expected at most 20000 vertices, found 20001")
    }
  }

  /// As networkx writes small graphs in graph6 and sparse6: a first character that brackets and braces have,
  /// and fillings that could be edges.
  @Test(arguments: [
    ("A_", 2, [(0, 1)]), (":An", 2, [(0, 1)]), ("CW", 4, [(0, 2), (1, 2)]),
    (":CoJ", 4, [(0, 2), (1, 2)]), (":Co", 4, [(0, 2)]), ("G??C??", 8, [(0, 6)]),
    (":GwF", 8, [(0, 6)]), (":O{B", 16, [(0, 14)]), (":O{v", 16, [(13, 14)]),
    (":@", 1, []), ("@", 1, []), (":?", 0, []), ("?", 0, []), (":A", 2, []),
    ("D~{", 5, (0..<5).flatMap { i in (i + 1..<5).map { (i, $0) } }),
    (
      "[hCGGC@?G?_@?@??_?G?@??C??G??G??C??@???G???_??@???@????_???K???@", 28,
      (0..<28).map { ($0, ($0 + 1) % 28) }
    ),
  ])
  func `encoded`(text: String, order: Int, edges: [(Int, Int)]) throws {
    let file = try GraphFile(text: text)
    #expect(file.graph.order == order)
    #expect(Set(file.graph.edges) == Set(edges.map { Subset($0.0, $0.1) }))
    #expect(file.notes.isEmpty)
  }

  /// What could be two things is read by the rule that is written down.
  @Test func `rules for what could be two things`() throws {
    // Three numbers a line: weights, unless every edge comes from both ends.
    let cycle = try GraphFile(text: "0 1 4\n1 0 2\n2 1 3\n3 2 4\n4 3 0\n")
    #expect(cycle.format == .adjacencyList)
    #expect(cycle.graph == (try NamedGraph(.cycle, [5])).graph)
    let weighted = try GraphFile(text: "0 1 4\n1 2 2\n2 3 3\n3 4 4\n4 0 1\n")
    #expect(weighted.format == .edges)
    #expect(weighted.graph == cycle.graph)
    #expect(weighted.notes == ["weights are not used"])
    // Zeros and ones: a matrix from three rows on, as many as columns.
    #expect(try GraphFile(text: "0 1 1\n1 0 1\n1 1 0\n").format == .adjacencyMatrix)
    #expect(try GraphFile(text: "0 1\n1 0\n").format == .edges)
    // A vertex without neighbours has a line of its own in a list of them, and none among edges.
    #expect(try GraphFile(text: "0 1\n1\n2\n").graph.order == 3)
    #expect(throws: GraphFile.Failure.self) { try GraphFile(text: "0 1\n2\n") }
    // Without edges.
    #expect(try GraphFile(text: "p edge 4 0\n").graph == Graph(order: 4))
    #expect(try GraphFile(text: "0:\n1:\n").graph == Graph(order: 2))
  }
}
