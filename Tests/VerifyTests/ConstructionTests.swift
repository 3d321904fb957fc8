import Foundation
import Testing

/// `verify construction`: exact text and exit codes. The invariants of small graphs are worked out by hand
/// or with floating point singular values by another program.
@Suite struct ConstructionCommandTests {
  /// Runs it on a file of that name and content.
  private func run(
    _ name: String, _ content: String, _ options: String...
  ) throws -> Program.Result {
    try withTemporaryFolder { folder in
      try Data(content.utf8).write(to: folder.appending(path: name))
      return try Program.run(["construction", "--file", name] + options, in: folder)
    }
  }

  @Test func `the four edges of a square`() throws {
    // B has the singular values √2 |cos(πk/4)|; a row of relu(N) has one entry, 1/√2.
    let result = try Program.run(["construction", "--graph", "cycle:4", "--L", "2..5"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(
      result.output == """
        cycle:4: K = 4 classes
          4 vertices, 4 edges; B: its incidence matrix, rows of norm 1 (4 × 4)
          N: for each edge -1 at its two ends and +1 elsewhere, times B, rows of norm 1 (4 × 4)

                    exact   decimal
        ──────────  ──────  ───────────
        ν           2 + √2  3.414213562
        ρ           3
        κ           4
        μ, 4 times  1/2     0.5
        Σ 1/μ       8

        L  D Σ 1/μ / K^(L+1)  against DNC  decided by
        ─  ─────────────────  ───────────  ─────────────────
        2  1                  equal        all c_i = 1
        3  1.4571067…         more         D ≥ K^(L-1) Σ μ
        4  1.0928300…         more         D ≥ K^(L-1) Σ μ
        5  0.81962256…        less         D Σ 1/μ ≤ K^(L+1)

        less, more: for every Λ = n·λ_H·λ_1⋯λ_L where the other one is not zero. D = ν² ρ^(L-3) κ; for L = 2 ‖N‖_*².

        """)
  }

  @Test func `a table of last layers, and the one that loses least`() throws {
    let result = try Program.run(
      ["construction", "--graph", "complete:5", "--last", "minus:1..4", "--L", "3,4"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    // κ Σ 1/μ = K/2 Σ m_i/e_i with the counts of sets: 5·550/9 and 5·100.
    #expect(
      lines.contains("minus:2 10 305.55556 0.727159…, less 0.363579…, less"))
    #expect(
      lines.contains("minus:3 10 500 1.18989…, more 0.594948…, less"))
    #expect(lines.contains("least minus:2 minus:2"))
    #expect(lines.contains { $0.hasPrefix("minus:4 5 relu(N) = 0 more more") })
  }

  @Test func `on the cube it depends on Λ which last layer loses least`() throws {
    let result = try Program.run(
      [
        "construction", "--graph", "hypercube:3", "--last", "minus:3,4", "--L", "3..5", "--format",
        "json",
      ])
    let answer = try object(result.output)
    let graphs = try #require(answer["graphs"] as? [[String: Any]])
    let least = try #require(graphs[0]["least"] as? [[String: Any]])
    #expect(
      least.map { $0["last"] as? String } == [
        "DNC up to 7.13921e-8…, minus:3", "minus:4 up to 5.52600e-10…, minus:3", "minus:4",
      ])
    let rows = try #require(graphs[0]["last"] as? [[String: Any]])
    // The two halves of the bipartition give no row.
    #expect(rows.map { $0["rows"] as? Int } == [56, 68])
  }

  @Test func `Petersen's graph against the complete graph with as many edges`() throws {
    let result = try Program.run(
      [
        "construction", "--graph", "petersen", "--against", "complete:6", "--L", "3,8", "--format",
        "json",
      ])
    #expect(result.status == 0)
    let answer = try object(result.output)
    let found = try #require((answer["constructions"] as? [[String: Any]])?.first)
    #expect(found["classes"] as? Int == 15)
    let invariants = try #require(found["invariants"] as? [[String: String]])
    #expect(
      invariants.map { $0["exact"] } == [
        "√2 + 14√3/3", "10", "225/22", "100/11", "9/11", "1/11", "0", "an eigenvalue is zero",
      ])
    let layers = try #require(found["layers"] as? [[String: Any]])
    #expect(layers.map { $0["against"] as? String } == ["more", "more"])
  }

  @Test func `the construction of Definition 8 as the rival`() throws {
    let cube = try Program.run(
      ["construction", "--graph", "hypercube:3", "--against", "triangular", "--L", "3..5"])
    #expect(cube.status == 0)
    #expect(cube.output.contains("against SRG"))
    let own = try Program.run(
      ["construction", "--graph", "complete:6", "--against", "triangular", "--L", "3"])
    #expect(own.output.contains("D Σ 1/μ ≤ K^(L+1)  equal"))
  }

  @Test func `the identity is collapse`() throws {
    let result = try run("my.construction", "let B = I(4)\nlet N = I(4)\n", "--L", "2..6")
    #expect(result.status == 0)
    #expect(result.output.components(separatedBy: "all c_i = 1").count == 6)
  }

  @Test func `an irrational spectrum of square roots is exact, another one enclosed`() throws {
    let five = try Program.run(["construction", "--graph", "cycle:5", "--L", "3"])
    #expect(five.status == 0)
    #expect(five.output.contains("√2 + √10"))
    #expect(five.output.contains("1/2 + √5/6"))
    let seven = try Program.run(["construction", "--graph", "cycle:7", "--L", "3"])
    #expect(seven.status == 0)
    // √2/sin(π/14) = 6.35541805990592899…
    #expect(seven.output.contains(/ν +6\.355418059905(9(2(8)?)?)?…/))
    // A row of N has the square 14·(4 + 3·0)/…: κ = 7·7/10.
    #expect(seven.output.contains("49/10"))
    #expect(seven.output.contains("μ, 2 within"))
  }

  /// relu(N) of a path on three vertices has rank 2: its rows are 1/√2 - 1 and 1 - 1/√2 over √3, each
  /// once, so that μ = (1 - 1/√2)²/3 = 1/2 - √2/3.
  @Test func `a relu that is not zero is not called zero`() throws {
    let named = try Program.run(["construction", "--graph", "path:3", "--L", "3..4"])
    #expect(named.status == 0)
    #expect(named.output.contains("μ, 2 times  1/2 - √2/3"))
    let written = try run(
      "my.construction",
      "let B = unit_rows([1, 0; 1, 1; 0, 1])\nlet N = unit_rows([-1, -1, 1; 1, -1, -1]*B)\n",
      "--L", "3..4")
    #expect(written.status == 0)
    #expect(written.output.contains("μ, 2 times  1/2 - √2/3"))
  }

  @Test(arguments: ["path:2", "complete:3", "complete:2"])
  func `where relu(N) is zero the loss is 1/2 for every Λ`(_ name: String) throws {
    let result = try Program.run(["construction", "--graph", name, "--L", "2..4"])
    #expect(result.status == 0)
    #expect(result.output.contains(/relu\(N\) +0/))
    #expect(
      result.output.components(separatedBy: "more         relu(N) = 0: its loss is 1/2 for every Λ")
        .count == 4)
  }

  @Test func `norms of rows that are no sums of square roots are not needed`() throws {
    let result = try Program.run(["construction", "--graph", "bipartite:3,4", "--L", "3"])
    #expect(result.status == 0)
    // B has the singular values √2, and 1 five times.
    #expect(result.output.contains("5 + √2"))
    let written = try run(
      "my.construction", "let B = I(2)\nlet N = unit_rows([sqrt(2), 1 + sqrt(3); 1, 1])\n")
    #expect(written.status == 0)
    // ‖(√2, 1 + √3)‖² = 6 + 2√3, which is not a square in Q(√2, √3); κ = 2.
    #expect(written.output.contains(/κ +2\n/))
  }

  @Test func `parts, vertices without edges and rows without a direction are told`() throws {
    // Two edges without a vertex in common: a row is -1 on its own and +1 on the other edge.
    let parts = try run("my.edges", "0 1\n2 3\n", "--L", "3..4")
    #expect(parts.status == 0)
    #expect(parts.output.contains("μ, 2 times  1/2"))
    // A square with its two sides as patterns: s B = 0.
    let square = try Program.run(["construction", "--graph", "cycle:4", "--last", "minus:2"])
    #expect(square.status == 0)
    #expect(square.output.contains("(4 × 4); rows that are zero left out: 2"))
    let edge = try Program.run(["construction", "--graph", "path:2", "--last", "minus:1"])
    #expect(edge.status == 64)
    #expect(edge.errors.contains("every row of N is zero, and has no direction"))
  }

  @Test(arguments: [
    ("let N = [1]", "my.construction:1:1: the file defines no B; expected let B = …"),
    ("let B = [1]", "the file defines no N"),
    ("let B = [1, -1]\nlet N = [1, -1]", "B has a negative entry"),
    ("let B = [1, 0]\nlet N = [1, 1]", "a row of N is not in the row space of B"),
    ("let B = [1, 0]\nlet N = [1, 1; 1, 0; 0, 1]", "a row of N is not in the row space of B"),
    ("let B = [1, 0]\nlet N = unit_rows([0, 0])", "row 1 of N is zero and has no direction"),
    ("let B = [1, 0]\nlet N = [1]", "B has 2 columns and N 1; expected as many"),
    ("let B = [1, 0", "my.construction:1:14: "), ("claim c", "my.construction:1:1: "),
    ("let B = 3\nlet N = [1]", "my.construction:"),
  ])
  func `a file that is no construction`(_ content: String, _ message: String) throws {
    let result = try run("my.construction", content)
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test(arguments: [
    ("0 1\n1 x\n", 2, "'x'"), ("0 1 2 3\n", 1, "'2'"), ("# a\n\n3 3\n", 1, "loops alone"),
    ("0 1\n1 -2\n", 2, "'-2'"), ("# nothing\n", 1, "comments alone"),
    ("0 99999999999999999999\n", 1, "'99999999999999999999'"),
  ])
  func `a malformed list of edges`(_ content: String, _ line: Int, _ found: String) throws {
    let result = try run("my.edges", content)
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.contains("my.edges:\(line):"), "\(result.errors)")
    #expect(result.errors.contains(found))
  }

  @Test func `a list of edges is the graph of that name`() throws {
    let listed = try run("my.edges", "7 9 # a square\n9,12\r\n12\t8\n8 7\n", "--L", "3..6")
    let named = try Program.run(["construction", "--graph", "cycle:4", "--L", "3..6"])
    #expect(listed.status == 0)
    let note = "  read as a list of edges: 4 vertices, 4 edges\n"
    #expect(listed.output.contains(note))
    #expect(
      listed.output.replacing(note, with: "").replacing("my.edges", with: "cycle:4") == named.output
    )
  }

  @Test(arguments: [
    (["--graph", "house"], "--graph house: no such graph; expected complete(n)"),
    ([], "name a --graph or a --file"),
    (["--graph", "cycle:4", "--last", "plus"], "--last plus: expected edges, minus:s or a range"),
    (["--graph", "cycle:4", "--last", "minus:"], "--last: the range is empty"),
    (["--graph", "cycle:4", "--last", "minus:2.."], "expected a finite range"),
    (["--graph", "cycle:4", "--last", "minus:5"], "5 minus signs on 4 vertices"),
    (["--graph", "cycle:4", "--against", "cycle:5"], "5 classes, and cycle:4 has 4"),
    (["--graph", "cycle:4", "--against", "triangular"], "needs at least 6 classes"),
    (
      ["--graph", "petersen", "--against", "complete:6", "--last", "minus:2,3"],
      "--against: with one"
    ),
    (["--graph", "cycle:4", "--L", "1"], "--L 1"),
  ])
  func `what is not a request`(_ options: [String], _ message: String) throws {
    let result = try Program.run(["construction"] + options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `too many rows are refused`() throws {
    let result = try Program.run(["construction", "--graph", "complete:20", "--last", "minus:10"])
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors == "Error: N would have 184756 rows, over the limit of 5000\n")
  }
}
