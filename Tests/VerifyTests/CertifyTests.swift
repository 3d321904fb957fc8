import Foundation
import Testing

/// `verify certify`: weights of one's own.
@Suite struct CertifyTests {
  private func certify(
    _ content: String, _ options: String..., name: String = "weights.json"
  ) throws -> Program.Result {
    try withTemporaryFolder { folder in
      try Data(content.utf8).write(to: folder.appending(path: name))
      return try Program.run(["certify", name] + options, in: folder)
    }
  }

  /// Collapse of two classes with two samples each, one of them off by a tenth.
  private let network = """
    {"H1": [[1, 1, 0, 0], [0, 0, 1, 0.9]],
     "W": [[["1/2", 0], [0, "1/2"]], [[1, 0], [0, 1]], [[1, 0], [0, 1]]]}
    """

  @Test func `the exact loss, the ranks and the variability`() throws {
    let result = try certify(network, "--lambda", "1/100", "--digits", "9")
    #expect(result.errors == "")
    #expect(result.status == 0)
    let parts = [
      """
      K = 2 classes, L = 3 layers, n = 2, every λ = 1/100; Λ = n·λ_H·λ_1⋯λ_L = 1/50000000
      H_1 is 2×4, W_1 … W_3 are 2×2, 2×2, 2×2.

      term of the objective  value
      ─────────────────────  ─────────
      1/(2N) ‖W_L H_L - Y‖²  421/3200
      λ_1/2 ‖W_1‖²           1/400
      λ_2/2 ‖W_2‖²           1/100
      λ_3/2 ‖W_3‖²           1/100
      λ_H/2 ‖H_1‖²           381/20000

      weights  shape  exact rank  numerical rank  largest σ
      ───────  ─────  ──────────  ──────────────  ─────────
      """,
      // The second class has the mean 0.95; Σ_B = v vᵀ with v = (0.5, -0.475).
      """

      features          width  exact rank  numerical rank  tr Σ_W  tr Σ_W / tr Σ_B  tr(Σ_W Σ_B⁺)/K
      ────────────────  ─────  ──────────  ──────────────  ──────  ───────────────  ───────────────
      H_1               2      2           2               1/800   2/761            0.000623358…
      W_1 H_1           2      2           2               1/3200  2/761            0.000623358…
      H_2 = σ(W_1 H_1)  2      2           2               1/3200  2/761            0.000623358…
      W_2 H_2           2      2           2               1/3200  2/761            0.000623358…
      H_3 = σ(W_2 H_2)  2      2           2               1/3200  2/761            0.000623358…
      W_3 H_3           2      2           2               1/3200  2/761            0.000623358…

      class means of  exact rank  numerical rank  condition  to DNC
      ──────────────  ──────────  ──────────────  ─────────  ──────────
      H_1             2           2               1.05263…   0.0511811…
      """,
      """

                 loss             loss of the point / this
      ─────────  ───────────────  ────────────────────────
      the point  0.173112500…     1
      DNC        0.0472819957…    3.66127735…

      loss(point) > loss(DNC), exactly.
      """,
    ]
    // Widths of columns are those of the table as a whole.
    func plain(_ text: String) -> String {
      text.replacing(#/ +/#, with: " ").replacing(#/─+/#, with: "─").replacing(" \n", with: "\n")
    }
    for part in parts {
      #expect(plain(result.output).contains(plain(part)), "\(result.output)")
    }
  }

  @Test func `each λ has its own option, and one for all the others`() throws {
    func loss(_ options: String...) throws -> String {
      try withTemporaryFolder { folder in
        try Data(network.utf8).write(to: folder.appending(path: "w.json"))
        let result = try Program.run(
          ["certify", "w.json", "--format", "json"] + options, in: folder)
        #expect(result.status == 0)
        let point = try #require(try object(result.output)["point"] as? [String: Any])
        return try #require(point["loss"] as? String)
      }
    }
    // 421/3200 + λ_H/2·381/100 + (λ_1/2 + 2 λ_2 + 2 λ_3)/2, the norms being 1/2, 2 and 2.
    let all = try loss("--lambda-H", "1e-5", "--lambda-W", "5e-4,5e-4,5e-4")
    #expect(all == "2654131/20000000")
    #expect(try loss("--lambda", "5e-4", "--lambda-H", "1e-5") == all)
    #expect(try loss("--lambda-W", "5e-4", "--lambda-H", "1e-5") == all)
    #expect(try loss("--lambda", "1e-5", "--lambda-W", "1/2000") == all)
  }

  @Test func `columns in another order have the same loss by their labels`() throws {
    let shuffled = network.replacing(
      "[1, 1, 0, 0], [0, 0, 1, 0.9]", with: "[0, 1, 0, 1], [0.9, 0, 1, 0]")
    let labelled = shuffled.dropLast() + ", \"labels\": [1, 0, 1, 0]}"
    let sorted = try certify(network, "--lambda", "1/100")
    let found = try certify(String(labelled), "--lambda", "1/100")
    #expect(found.status == 0, "\(found.errors)")
    #expect(
      found.output
        == "labels: labels; the columns of H_1 are put in their order\n\n" + sorted.output)
    // Without them the loss is another one, and that is told.
    let wrong = try certify(shuffled, "--lambda", "1/100")
    #expect(wrong.output.contains("The columns look as if they were in another order: in 2 of 4"))
    #expect(!wrong.output.contains("0.173112500"))
  }

  @Test func `a width without room for DNC is told where it is compared with it`() throws {
    let narrow = """
      {"H1": [[1, 0, 0], [0, 1, 0]], "W1": [[1, 0]], "W2": [[1], [0], [0]]}
      """
    let line =
      "A layer has width 1, below K = 3, where DNC has no room: its loss is that of wider networks."
    let compared = try certify(narrow, "--lambda", "1/100")
    #expect(compared.output.hasPrefix(line + "\n"), "\(compared.output)")
    #expect(try !certify(network, "--lambda", "1/100").output.contains("no room"))
    #expect(try !certify(narrow).output.contains("no room"))
  }

  @Test func `a network with biases is one with a constant feature`() throws {
    let biased = network.dropLast() + ", \"b1\": [0, 0], \"b2\": [0, \"1/10\"]}"
    let result = try certify(String(biased), "--lambda", "1/100")
    #expect(result.status == 0, "\(result.errors)")
    // λ_H/2·4 + λ_1/2, and λ_2/2 (2 + 1/100).
    #expect(result.output.contains("alone cost 1/40."))
    #expect(result.output.contains("201/20000"))
    #expect(result.output.contains("b1: zero, and not used\nb2: b_2, which is not zero\n"))
  }

  @Test func `what is not decided of unequal classes is not said`() throws {
    let labelled = network.dropLast() + ", \"labels\": [0, 0, 0, 1]}"
    let result = try certify(String(labelled), "--lambda", "1/100", "--certificate", "no.point")
    #expect(result.status == 2)
    #expect(result.output.contains("K = 2 classes of different sizes: 3, 1."))
    #expect(!result.output.contains("loss(point)"))
    #expect(try certify(String(labelled), "--lambda", "1/100", "--n", "2").status == 64)
  }

  @Test func `columns of H1 that differ are the samples, and one column stands n times`() throws {
    let single = network.replacing("[1, 1, 0, 0], [0, 0, 1, 0.9]", with: "[1, 0], [0, 1]")
    let twice = network.replacing("0.9", with: "1")
    let first = try certify(single, "--lambda", "1/100", "--n", "2", "--format", "json")
    let second = try certify(twice, "--lambda", "1/100", "--format", "json")
    #expect(first.status == 0)
    let points = try [first, second].map { result -> String? in
      try #require(try object(result.output)["point"] as? [String: Any])["loss"] as? String
    }
    #expect(points[0] == points[1])
    #expect(points[0] != nil)
  }

  @Test func `a certificate that is written is one that replays`() throws {
    try withTemporaryFolder { folder in
      let file = packageFolder.appending(path: "proofs/paper/certificates/K5-L4.point").path
      let path = folder.appending(path: "mine.point").path
      let result = try Program.run(["certify", file, "--certificate", path])
      #expect(result.status == 0)
      #expect(result.output.contains("loss(point) < loss(DNC), exactly; certificate replayed"))
      // Its own features and weights, as JSON, give the same certificate.
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == (try String(contentsOfFile: file, encoding: .utf8)))
      var matrices: [String] = []
      var rows: [String] = []
      var over = ""
      let lines: [String] = text.split(separator: "\n").map(String.init) + ["features "]
      for line in lines {
        let words = line.split(separator: " ").map(String.init)
        if words[0] == "over" { over = words[1] }
        if words[0] == "row" {
          let entries = words.dropFirst().map { "\"\($0)/\(over)\"" }
          rows.append("[\(entries.joined(separator: ","))]")
        } else if words[0] != "over", !rows.isEmpty {
          matrices.append("[\(rows.joined(separator: ","))]")
          rows = []
        }
      }
      let weights = matrices.dropFirst().joined(separator: ",")
      let json = "{\"W\": [\(weights)], \"H1\": \(matrices[0])}"
      try Data(json.utf8).write(to: folder.appending(path: "w.json"))
      let again = try Program.run(
        ["certify", "w.json", "--lambda", "0.01", "--certificate", "again.point"], in: folder)
      #expect(again.status == 0)
      #expect(
        try String(contentsOf: folder.appending(path: "again.point"), encoding: .utf8) == text)
    }
  }

  /// A certificate on file with the value of one line changed.
  private func tampered(_ name: String, _ value: String) throws -> String {
    let text = try String(
      contentsOf: packageFolder.appending(path: "proofs/paper/certificates/K3-L4.point"),
      encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("\(name) ") } == 1)
    return lines.map { ($0.hasPrefix("\(name) ") ? "\(name) \(value)" : "\($0)") + "\n" }.joined()
  }

  /// x = 97/3 and the loss 502848779089/6871947673600 are on file; the bound is
  /// (1 + 5·97/3)/(2·(100/3)²) = 183/2500.
  @Test(arguments: [
    ("loss", "1/1000000", "loss: value: expected the objective 0.0731741280599, found 0.000001"),
    (
      "loss", "502848779087/6871947673600",
      "loss: value: expected the objective 0.0731741280599, found 0.0731741280596"
    ),
    ("bound", "1/2", "bound: value: expected (1 + (L+1) x)/(2 (1 + x)²) = 183/2500, found 1/2"),
    ("x", "32", "bound: value: expected (1 + (L+1) x)/(2 (1 + x)²) = 161/2178, found 183/2500"),
    ("x", "5/2", "x: below: expected at least L - 1 = 3, found 5/2"),
    ("feature-decay", "1/101", "loss: value: expected the objective 0.0730312"),
    ("classes", "4", "H_1: statement: expected K times the columns of a class, found 3 columns"),
    ("samples", "2", "loss: value: expected the objective 0.0876077"),
  ])
  func `a certificate is judged as it stands`(
    _ name: String, _ value: String, _ message: String
  ) throws {
    let content = try tampered(name, value)
    let result = try certify(content, "--certificate", "new.point", name: "my.point")
    #expect(result.status == 1)
    #expect(result.output.contains("certificate INVALID: \(message)"), "\(result.output)")
    #expect(!result.output.contains("replayed"))
    #expect(result.errors.contains("new.point: not written"))
    let json = try object(try certify(content, "--format", "json", name: "my.point").output)
    let judged = try #require(json["certificate"] as? [String: Any])
    #expect(judged["replayed"] as? Bool == false)
    #expect(json["exit"] as? Int == 1)
    #expect(message.hasPrefix(try #require(judged["place"] as? String)))
  }

  /// The bound is (1 + 5x)/(2(1 + x)²), from Λ = x³/((1 + x)⁸ 3⁵) on: 9.6·10⁻¹¹ for x = 32 and
  /// 1.3·10⁻¹⁰, which is more than the Λ of the point, for x = 30.
  @Test func `another bound that holds is shown, and one beyond the point's own problem is not`()
    throws
  {
    let other = try certify(
      try tampered("x", "32").replacing("bound 183/2500", with: "bound 161/2178"),
      name: "my.point")
    #expect(other.status == 0)
    #expect(other.output.contains("< 161/2178 ≤ loss(DNC), by x = 32."))
    let beyond = try certify(
      try tampered("x", "30").replacing("bound 183/2500", with: "bound 151/1922"),
      name: "my.point")
    #expect(beyond.status == 1)
    #expect(
      beyond.output.contains("INVALID: x: above: expected x^(L-1)/((1 + x)^(2L) K^(L+1)) ≤ Λ"))
  }

  @Test func `a point above collapse has an answer and no certificate`() throws {
    let result = try certify(network, "--lambda", "1/100", "--certificate", "none.point")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "none.point: not written: the point is not certified to lose less than DNC\n")
  }

  @Test(arguments: [
    ("{\"H1\": [[1]],\n \"W\": [[[1]], [[1, 2]]]}", "weights.json:2:15: expected 1 columns"),
    ("nonsense", "weights.json:1:1: expected an object with \"H1\" and \"W\", found \"nonsense\""),
    ("{\"H1\": [[1e9999999]], \"W\": []}", "weights.json:1:10: expected a number such as"),
    ("PK", "weights.json:byte"), ("verify point 1\nclasses x\n", "weights.json:2: expected"),
  ])
  func `what is no file of weights names the place`(_ content: String, _ message: String) throws {
    let options = content.hasPrefix("verify") ? [] : ["--lambda", "1/100"]
    let result = try withTemporaryFolder { folder in
      try Data(content.utf8).write(to: folder.appending(path: "weights.json"))
      return try Program.run(["certify", "weights.json"] + options, in: folder)
    }
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
  }

  @Test(arguments: [
    ["--lambda", "0"], ["--lambda", "x"], ["--lambda", "1/100", "--n", "3"],
    ["--lambda-H", "1", "--lambda-W", "1,1"], ["--lambda", "1/100", "--digits", "0"],
    ["--lambda-H", "1"], ["--names", "X=1"], ["--names", "W1=none"], ["--transpose", "none,x"],
    ["--threshold", "1"], ["--threshold", "1/9", "--absolute-threshold", "1"], ["--memory", "x"],
  ])
  func `options that do not fit are usage errors`(_ options: [String]) throws {
    let result = try withTemporaryFolder { folder in
      try Data(network.utf8).write(to: folder.appending(path: "weights.json"))
      return try Program.run(["certify", "weights.json"] + options, in: folder)
    }
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: --"))
  }

  @Test func `of H1 and H the first is taken, whatever the order of the file`() throws {
    func identity(_ value: Int) -> String { "[[\(value), 0], [0, \(value)]]" }
    let parts = ["\"H\": \(identity(2))", "\"H1\": \(identity(1))"]
    for order in [parts, parts.reversed()] {
      let content =
        "{\(order.joined(separator: ", ")), \"W1\": \(identity(1)), \"W2\": \(identity(1))}"
      let result = try certify(content, "--lambda", "1/100", "--format", "json")
      let point = try #require(try object(result.output)["point"] as? [String: Any])
      // The output is Y, and the norms are 2, 2 and 2.
      #expect(point["loss"] as? String == "3/100")
    }
  }

  @Test func `a wrong number of labels is told with their file`() throws {
    try withTemporaryFolder { folder in
      try Data(network.utf8).write(to: folder.appending(path: "weights.json"))
      try Data("0 0 1".utf8).write(to: folder.appending(path: "short.txt"))
      let result = try Program.run(
        ["certify", "weights.json", "--labels", "short.txt"], in: folder)
      #expect(result.status == 65)
      #expect(result.errors == "short.txt: expected 4 labels, found 3\n")
    }
    let empty = try certify(String(network.dropLast() + ", \"labels\": []}"))
    #expect(empty.status == 65)
    #expect(empty.errors.hasSuffix("expected 4 labels, found 0\n"), "\(empty.errors)")
  }

  @Test func `where all classes have the same mean there is no DNC1`() throws {
    let same = network.replacing("[1, 1, 0, 0], [0, 0, 1, 0.9]", with: "[1, 2, 1, 2], [0, 0, 0, 0]")
    let result = try certify(same)
    #expect(result.status == 0)
    let row = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("H_1 ") })
    #expect(row.split(separator: " ").suffix(3) == ["1/4", "—", "—"])
    #expect(result.output.contains("— beside tr Σ_W: Σ_B = 0, all classes have the same mean."))
    let zeros = try certify(
      network.replacing("[1, 1, 0, 0], [0, 0, 1, 0.9]", with: "[0, 0], [0, 0]"))
    let last = try #require(zeros.output.split(separator: "\n").first { $0.hasPrefix("H_1 ") })
    #expect(last.split(separator: " ").suffix(3) == ["0", "—", "—"])
    let json = try object(try certify(same, "--format", "json").output)
    let features = try #require(json["features"] as? [[String: Any]])
    #expect(features[0]["DNC1"] as? String == "undefined")
  }

  @Test func `a DNC1 that takes too long is told as such`() throws {
    func matrix(_ entries: [String]) -> String {
      let rows = (0..<20).map { row in
        (0..<20).flatMap { column in entries.map { row == column ? $0 : "0" } }
          .joined(separator: ",")
      }
      return "[[\(rows.joined(separator: "],["))]]"
    }
    let result = try certify(
      "{\"H1\": \(matrix(["1e140", "2e140"])), \"W1\": \(matrix(["1"])), \"W2\": \(matrix(["1"]))}")
    #expect(result.status == 0, "\(result.errors)")
    let row = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("H_1 ") })
    #expect(row.hasSuffix("not computed"))
    #expect(result.output.contains("tr(Σ_W Σ_B⁺)/K is not computed where the inverse"))
  }

  @Test func `a file beyond the memory granted is a limit`() throws {
    for options in [["weights.json"], ["small.json", "--labels", "weights.json"]] {
      try withTemporaryFolder { folder in
        let long = network + String(repeating: " ", count: 2000)
        try Data(long.utf8).write(to: folder.appending(path: "weights.json"))
        try Data(network.utf8).write(to: folder.appending(path: "small.json"))
        let result = try Program.run(["certify"] + options + ["--memory", "1K"], in: folder)
        #expect(result.status == 3)
        #expect(result.errors.hasPrefix("weights.json: the file has more than "))
      }
    }
  }

  /// Definition 6 has r ≥ 4.
  @Test func `three classes are not compared with SRG`() throws {
    let result = try Program.run(
      ["certify", "docs/examples/weights.json", "--lambda", "1/100", "--n", "2"])
    #expect(result.status == 0)
    #expect(result.output.contains("loss(point) > loss(DNC), exactly"))
    #expect(!result.output.contains("loss(SRG)"))
  }

  @Test func `a file that is not there is a bad input`() throws {
    let result = try Program.run(["certify", "none.npz", "--lambda", "1/100"])
    #expect(result.status == 65)
    #expect(result.errors == "none.npz: No such file or directory\n")
  }
}
