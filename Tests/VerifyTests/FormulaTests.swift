import Foundation
import FoundationXML
import Testing

/// Formulas in what commands print.
@Suite struct FormulaTests {
  private static let printed =
    #"M^{\top} M\text{ has the eigenvalues }\left\{\begin{array}{ll} "#
    + #"\displaystyle \frac{(r - 2)(5r - 19)\alpha}{(r - 2)(r - 3) + 2} & \text{with multiplicity }1 "#
  private static let definition =
    #"M = \sqrt{\alpha} \sigma(\mathop{\mathrm{unit\ rows}}(A_{r}^{(1)} T_{r}))"#

  @Test func `explain as LaTeX has the statement, both forms and the two values`() throws {
    let result = try Program.run(["explain", "lemma-13", "--format", "latex"])
    #expect(result.status == 0 && result.errors == "")
    for piece in [
      "\\paragraph{lemma-13}\n", "In the paper: Lemma 13.", #"$r \in \mathbb{Z}, r \ge 4$"#,
      "As printed:\n\n\\[\n  " + Self.printed, "where $" + Self.definition + "$.",
      "Verdict: refuted, holds for 2 of 37 values, $r$ = 4, \\dots{}, 40; $\\alpha$ = 1.",
      "It fails first at $r$ = $6$, $\\alpha$ = $1$: eigenvalue 1.",
      #"claimed: $\frac{22}{7}$ \ensuremath{\approx} 3.14286"#,
      #"actual: $\frac{36}{7}$ \ensuremath{\approx} 5.14286"#,
      "As corrected: M\\_L", "Verdict: checked, holds for 37 of 37 values",
      "agrees with the true one for r = 4 and r = 5 only", #"\item $\sigma(M)$: max(0, x)"#,
    ] {
      #expect(result.output.contains(piece), "\(piece)")
    }
    // Below the first form the definitions stand once.
    #expect(result.output.components(separatedBy: Self.definition).count == 2)
  }

  @Test(arguments: [
    ["explain", "lemma-13"], ["explain", "theorem-4"], ["explain"], ["explain", "--language"],
    ["lemma", "12", "--r", "5"], ["loss", "--r", "5", "--L", "4", "--lambda", "1/250"],
  ])
  func `HTML is a well-formed fragment`(_ arguments: [String]) throws {
    let result = try Program.run(arguments + ["--format", "html"])
    #expect(result.status == 0)
    let page = Data("<body>\(result.output)</body>".utf8)
    #expect(XMLParser(data: page).parse())
    if arguments.contains("lemma-13") {
      #expect(result.output.contains("<math xmlns="))
      #expect(result.output.contains("<p>As corrected: M_Lᵀ M_L has "))
    }
  }

  @Test(arguments: [
    ["explain", "lemma-13"], ["explain", "beyond-5.four-layers"], ["explain"],
    ["explain", "--language"], ["lemma", "13", "--r", "5..7"],
    ["loss", "--r", "5", "--L", "4", "--lambda", "1/250"], ["phase", "--r", "5", "--L", "4"],
  ])
  func `LaTeX has brackets, environments and dollars in pairs`(_ arguments: [String]) throws {
    let result = try Program.run(arguments + ["--format", "latex"])
    #expect(result.errors == "")
    let text = result.output.replacingOccurrences(of: "\\\\", with: "  ")
    let plain = text.replacingOccurrences(of: "\\{", with: "").replacingOccurrences(
      of: "\\}", with: ""
    ).replacingOccurrences(of: "\\$", with: "")
    #expect(plain.count { $0 == "{" } == plain.count { $0 == "}" })
    #expect(plain.count { $0 == "$" }.isMultiple(of: 2))
    #expect(
      plain.components(separatedBy: "\\begin{").count
        == plain.components(separatedBy: "\\end{").count)
    // Outside of formulas only Latin letters stand as they are.
    #expect(plain.unicodeScalars.allSatisfy { $0.value < 0x250 })
    #expect(!plain.contains("[U+"))
  }

  @Test func `JSON has each formula in LaTeX and in the claim language`() throws {
    let result = try Program.run(["lemma", "13", "--r", "6", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let document = try #require(object as? [String: Any])
    let results = try #require(document["results"] as? [[String: Any]])
    let formulas = try #require(results[0]["formulas"] as? [[String: String]])
    #expect(formulas.count == 1)
    #expect(formulas[0]["latex"]?.hasPrefix(Self.printed) == true)
    #expect(formulas[0]["text"]?.hasPrefix("spectrum(gram(M)) = { (r - 2) * (5 * r - 19)") == true)
    let definitions = try #require(results[0]["definitions"] as? [[String: String]])
    #expect(definitions.map { $0["latex"] } == [Self.definition])
    let counterexample = try #require(results[0]["counterexample"] as? [String: Any])
    #expect(
      counterexample["latex"] as? [String: String]
        == ["claimed": #"\frac{22}{7}"#, "actual": #"\frac{36}{7}"#])
    let corrected = try #require(results[1]["formulas"] as? [[String: String]])
    #expect(corrected[0]["latex"]?.contains(#"\frac{(r - 2)^{2} (r - 3)^{2} \alpha}"#) == true)
  }

  @Test func `Markdown lists the formulas below the tables`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7", "--format", "markdown"])
    let lines = result.output.split(separator: "\n").map(String.init)
    let item = try #require(lines.first { $0.hasPrefix("- lemma-13, printed: $`") })
    #expect(item.hasPrefix("- lemma-13, printed: $`" + Self.printed))
    #expect(item.hasSuffix(#"; claimed $`\frac{22}{7}`$; actual $`\frac{36}{7}`$"#))
    #expect(item.contains(", where $`" + Self.definition + "`$"))
    #expect(lines.contains { $0.hasPrefix("- lemma-13, corrected: $`M^{\\top} M") })
    // GitHub renders no formula that has this command.
    #expect(!result.output.contains("\\operatorname"))
  }

  @Test func `a value that is no formula stays a sentence`() throws {
    let result = try Program.run(["explain", "theorem-3", "--format", "latex"])
    #expect(
      result.output.contains(
        #"\item actual: both are 1/2 at \ensuremath{\Lambda} = 1/9437184"#))
  }

  @Test func `a graph from a file is shown by its name`() throws {
    try withTemporaryFolder { folder in
      let edges = folder.appending(path: "my_edges.txt")
      try Data("1 2\n2 3\n1 3\n".utf8).write(to: edges)
      let file = folder.appending(path: "my.claim")
      try Data("claim my graph G = \"my_edges.txt\" printed edges(G) = 3".utf8).write(to: file)
      let result = try Program.run(["check", file.path, "--format", "latex", "--quiet"])
      #expect(result.output.contains(#"G = \text{my\_edges.txt}"#), "\(result.output)")
      #expect(result.output.contains(#"\lvert E(G)\rvert = 3"#))
    }
  }
}
