import Foundation
import Testing

/// Files of graphs beside claims and for `verify construction`, and graphs by name on the command line.
@Suite struct GraphFileTests {
  /// Runs the program in a folder with these files.
  private func run(
    _ files: [String: String], _ arguments: String...
  ) throws -> Program.Result {
    try run(files, arguments)
  }

  private func run(_ files: [String: String], _ arguments: [String]) throws -> Program.Result {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: "sub"), withIntermediateDirectories: true)
      for (name, content) in files {
        try Data(content.utf8).write(to: folder.appending(path: name))
      }
      return try Program.run(arguments, in: folder)
    }
  }

  private let house = "claim house\n  graph G = \"house.txt\"\n  printed edges(G) = 6\n"

  @Test func `a claim about a graph of a file says what it was read as`() throws {
    let result = try run(
      ["my.claim": house, "house.txt": "a b\nb c\nc d\nd a\na e\nb e\nb e\n"], "check", "my.claim")
    #expect(result.status == 0)
    #expect(
      result.errors
        == "house.txt: read as a list of edges: 5 vertices, 6 edges; repeated edges left out: 1\n")
  }

  @Test func `the path is beside the claim file, and quiet is quiet`() throws {
    let result = try run(
      ["sub/my.claim": house, "sub/house.txt": "D{c\n"], "check", "--quiet", "sub/my.claim")
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test(
    arguments: [
      ([:], "my.claim:2:13: house.txt: No such file or directory"),
      (
        ["house.txt": "0 1\n1 2 x\n"],
        "my.claim:2:13: house.txt:2:5: expected the end of the line, or a weight on every line, found 'x'"
      ),
      (
        ["house.txt": ">>graph6<<D{\n"],
        "my.claim:2:13: house.txt:1:11: expected a graph6 text, found one word, which as graph6 would be "
          + "5 vertices with 2 more characters, not 1"
      ),
      (["house.txt": "p edge 30000 1\ne 1 2\n"], "expected at most 20000 vertices, found 30000"),
      (["house.txt": "\u{0}\n"], "house.txt:1:1: expected a vertex: a number, or a label"),
    ] as [([String: String], String)])
  func `a file that is no graph`(files: [String: String], message: String) throws {
    let result = try run(files.merging(["my.claim": house]) { a, _ in a }, "check", "my.claim")
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  /// A claim about a file has no proof for all r; that is no reason to refuse the file.
  @Test func `every command that reads claims reads the graphs that they name`() throws {
    let files = [
      "my.claim":
        "claim mine\n  parameter r integer >= 1 default 1..\n  graph G = \"g.txt\"\n"
        + "  printed edges(G) + r = 1 + r\n", "g.txt": "0 1\n",
    ]
    for command in [["check"], ["prove"], ["export", "coq"]] {
      let result = try run(files, command + ["my.claim"])
      #expect(result.status == 2, "\(command): \(result.errors)")
      #expect(result.errors.hasPrefix("g.txt: read as a list of edges: 2 vertices, 1 edges\n"))
    }
  }

  /// The parts of a run are put together for the graph that they were decided with.
  @Test func `a graph that has changed is another statement`() throws {
    try withTemporaryFolder { folder in
      func write(_ name: String, _ content: String) throws {
        try Data(content.utf8).write(to: folder.appending(path: name))
      }
      try write(
        "my.claim",
        "claim mine parameter r integer default 1..9 graph G = \"g.txt\" printed edges(G)*r > 0\n")
      try write("g.txt", "0 1\n")
      for part in 1...2 {
        let result = try Program.run(
          ["check", "my.claim", "--shard", "\(part)/2", "--out", "p\(part)"], in: folder)
        #expect(result.status == 0, "\(result.errors)")
      }
      #expect(try Program.run(["merge", "p1", "p2"], in: folder).status == 0)
      try write("g.txt", "0 1\n1 2\n")
      #expect(try Program.run(["merge", "p1", "p2"], in: folder).status == 65)
    }
  }

  @Test func `a graph for a construction`() throws {
    let files = ["c4.adj": "0: 1 3\n1: 0 2\n2: 1 3\n3: 2 0\n"]
    let named = try run(files, "construction", "--graph", "cycle:4", "--L", "3")
    let read = try run(files, "construction", "--graph", "c4.adj", "--L", "3")
    #expect(named.status == 0)
    #expect(read.status == 0)
    #expect(read.output.contains("read as an adjacency list: 4 vertices, 4 edges"))
    func table(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter {
        $0.contains("κ") || $0.contains("ν") || $0.contains("μ")
      }
    }
    #expect(table(named.output).count >= 4)
    #expect(table(named.output) == table(read.output))
    let defined = try run(
      files.merging([
        "c4.construction":
          "graph G = \"c4.adj\" let B = incidence(G) let N = unit_rows(B)"
      ]) { a, _ in a }, "construction", "--file", "c4.construction", "--L", "3")
    #expect(defined.status == 0)
    #expect(defined.errors.contains("c4.adj: read as an adjacency list"))
  }

  @Test(arguments: [
    ("jonson:3,2", 64, "no such graph; did you mean 'johnson'?"),
    ("house", 64, "no such graph; expected complete(n), complete_bipartite(m, n)"),
    ("johnson:3", 64, "'johnson' takes 2 argument(s), not 1; expected johnson(n, k)"),
    ("johnson(3, 4)", 64, "the k of johnson(n, k) is 4; expected at most n, which is 3"),
    ("cycle:2", 64, "the n of cycle(n) is 2; expected an integer ≥ 3"),
    ("cycle:x", 64, "'x' is not defined"),
    ("petersen:1", 64, "'petersen' takes 0 argument(s), not 1"),
    ("paley:7", 64, "the q of paley(q) is 7"),
    ("complement(house())", 64, "'house' is not a function"),
    ("adjacency(petersen())", 64, "this is a matrix; expected a graph"),
    ("complete:1", 64, "a graph without edges has no classes"),
    ("complete:1001", 3, "1001 vertices, over the limit of 1000"),
    ("complete:100000", 3, "a graph with 100000 vertices; the limit is 20000"),
    ("hypercube:100", 3, "hypercube(100) has more than 2^63 vertices"),
    ("none.edges", 65, "none.edges: No such file or directory"),
  ])
  func `graphs that there are not`(graph: String, status: Int32, message: String) throws {
    let result = try Program.run(["construction", "--graph", graph, "--L", "3"])
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `the help and the list of the language have every name`() throws {
    let help = try Program.run(["construction", "--help"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let format = try String(
      contentsOf: packageFolder.appending(path: "proofs/FORMAT.md"), encoding: .utf8)
    let language = try Program.run(["explain", "--language"]).output
    for name in [
      "complete(n)", "complete_bipartite(m, n)", "complete_multipartite(m, t)",
      "cocktail_party(n)", "cycle(n)", "path(n)", "star(n)", "hypercube(d)", "hamming(d, q)",
      "rook(m, n)", "johnson(n, k)", "kneser(n, k)", "paley(q)", "petersen()",
      "hoffman_singleton()",
    ] {
      #expect(help.contains(name), "\(name)")
      #expect(language.contains("\n\(name) "), "\(name)")
      #expect(format.contains("\n| `\(name)` | "), "\(name)")
    }
  }
}
