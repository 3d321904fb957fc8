import Foundation
import FoundationXML
import Testing

/// `verify report`: a page that needs nothing else, with every statement and what was found.
@Suite struct ReportTests {
  /// The page of the paper and the results beside it, decided once.
  private static let paper = Result { () throws -> (run: Program.Result, page: WrittenPage) in
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "audit.html").path
      let run = try Program.run(["report", "--out", path, "--format", "json"])
      return (run, try WrittenPage(path))
    }
  }

  /// The page of a claim file.
  private func page(
    of claims: String, _ options: String..., named name: String = "my.claim"
  ) throws -> (run: Program.Result, page: WrittenPage) {
    try withTemporaryFolder { folder in
      try Data(claims.utf8).write(to: folder.appending(path: name))
      let arguments = ["report", name, "--out", "mine.html"] + options
      let run = try Program.run(arguments, in: folder)
      return (run, try WrittenPage(folder.appending(path: "mine.html").path))
    }
  }

  // MARK: The paper

  @Test func `every statement on file is there, with the verdict that the results have`() throws {
    let (run, page) = try Self.paper.get()
    #expect(run.status == 1 && run.errors == "")
    let results = try #require(object(run.output)["results"] as? [[String: Any]])
    for result in results where result["statement"] as? String == "printed" {
      let id = try #require(result["claim"] as? String)
      #expect(page.statements[id] == result["verdict"] as? String, "\(id)")
    }
    let folder = packageFolder.appending(path: "proofs/paper")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".claim") }.flatMap { name in
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
          .filter { $0.hasPrefix("claim ") }.map { String($0.dropFirst("claim ".count)) }
      }
    #expect(page.order.sorted() == names.sorted())
  }

  @Test func `the page fetches nothing and is small`() throws {
    let page = try Self.paper.get().page
    #expect(page.text.utf8.count < 2_000_000)
    #expect(page.sources.isEmpty)
    // No address but the names of the languages that elements are in.
    let addresses = Set(page.text.matches(of: /[a-z]+:\/\/[^"' )<]+/).map { String($0.output) })
    #expect(
      addresses == [
        "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/2000/svg",
      ])
    #expect(
      !page.text.contains("@import") && !page.text.replacing("url(#", with: "").contains("url("))
  }

  @Test func `no two elements have one name, and every link leads to one of them`() throws {
    let page = try Self.paper.get().page
    #expect(Set(page.ids).count == page.ids.count)
    #expect(page.links.allSatisfy { $0.hasPrefix("#") })
    #expect(Set(page.links.map { String($0.dropFirst()) }).subtracting(page.ids).isEmpty)
    #expect(page.links.count > 500)
  }

  @Test func `the answer is first, then the paper in its order, and last what it does not say`()
    throws
  {
    let page = try Self.paper.get().page
    let milestones = [
      "abstract.beyond-two", "section-1.exponent", "section-3.schatten", "definition-5.incidence",
      "definition-6.signs", "theorem-3.dnc-alphas", "definition-8.fit", "theorem-3",
      "theorem-3.weights", "theorem-3.eq-5", "theorem-3.eq-8", "lemma-9",
      "lemma-10", "lemma-15", "theorem-4", "theorem-17", "appendix-c.width", "beyond-1",
      "beyond-5.four-layers",
    ]
    let places = milestones.map { page.order.firstIndex(of: $0) ?? -1 }
    #expect(places == places.sorted() && places.first == 0, "\(zip(milestones, places).map { $0 })")
    let answer = try #require(
      page.text.range(of: "<h2><a href=\"#theorem-3\">Does Theorem 3 hold?"))
    let first = try #require(page.text.range(of: "<article"))
    #expect(answer.lowerBound < first.lowerBound)
  }

  @Test func `a false statement has both forms, the two values, and what it leans on`() throws {
    let page = try Self.paper.get().page
    let article = try #require(page.article("lemma-13"))
    for piece in [
      "<h4>As printed</h4>", "<h4>As corrected</h4>", "Verdict: refuted, holds for 2 of 37 values",
      "<mfrac><mn>22</mn><mn>7</mn></mfrac>", "≈ 3.14286", "≈ 5.14286", "Verdict: checked",
      "leans on Vandermonde, spectral theorem", "<a href=\"#lemma-13.decomposition\">",
      "<a href=\"#theorem-3.fit-loss\">", "verify explain lemma-13", "verify lemma 13",
      "verify check proofs/paper/lemma-13.claim",
      "agrees with the true one for r = 4 and r = 5 only",
    ] {
      #expect(article.contains(piece), "\(piece)")
    }
    let theorem = try #require(page.article("theorem-3"))
    #expect(theorem.contains("<code>theorem_3_triangular, theorem_3_solutions"))
    let inherited = try #require(page.article("theorem-3.any-K"))
    #expect(
      inherited.contains("<span class=\"fault\">inherited</span>, from <a href=\"#theorem-3\">"))
  }

  @Test func `the figures and the table of regions are those of their commands`() throws {
    let page = try Self.paper.get().page
    for figure in ["2", "3", "phase"] {
      let alone = try Program.run(["figure", figure]).output
      // All but the style sheet, which the page has once for all.
      let drawing = try #require(alone.range(of: "</style>\n").map { alone[$0.upperBound...] })
      #expect(page.text.contains(drawing), "\(figure)")
    }
    let points = try Program.run(["points"]).output
    let row = try #require(points.split(separator: "\n").first { $0.hasPrefix("7 ") })
    #expect(row.contains("every Λ, 4.98 %"))
    #expect(page.text.contains("<th scope=\"row\">7</th>"))
    #expect(page.text.contains("<td>every Λ, 4.98 %</td>"))
  }

  // MARK: Claims of one's own

  private static let mine = """
    claim mine
      title "n + n = 3n"
      parameter n integer >= 1 default 1..4
      printed n + n = 3*n
      corrected "n + n = 2n" n + n = 2*n

    claim theirs
      title "0 < n"
      uses mine
      parameter n integer >= 1 default 1..4
      printed 0 < n

    """

  @Test func `files of one's own are chapters, and are decided as check does`() throws {
    let (run, page) = try page(of: Self.mine)
    #expect(run.status == 1)
    #expect(
      run.output
        == "1 of 2 statements hold; 1 refuted as printed, its corrected form holds.\n"
        + "Written to mine.html.\n")
    #expect(page.statements == ["mine": "refuted", "theirs": "checked"])
    #expect(page.text.contains("<h2 id=\"_part-1-heading\">my.claim</h2>"))
    #expect(page.text.contains("<code class=\"command\">verify check my.claim</code>"))
    // What is about the paper alone.
    #expect(!page.text.contains("<figure>") && !page.text.contains("Where DNC"))
    #expect(!page.text.contains("verify explain"))
  }

  @Test func `values that were given are in the command`() throws {
    let (run, page) = try page(
      of: Self.mine, "--set", "n=5..7", "--format", "junit", named: "a b.claim")
    #expect(run.output.hasPrefix("<?xml"))
    #expect(page.text.contains("verify check 'a b.claim' --set n=5..7"))
    #expect(page.text.contains("holds for 0 of 3 values"))
  }

  @Test func `what stands in files is text, never markup`() throws {
    let (run, page) = try page(
      of: """
        claim mine
          title "<script>alert(1)</script> & <b>bold</b>"
          source "</style><img src=x onerror=alert(1)>\u{301}"
          question "<i>Is it?</i>"
          note "a quote ' and an accent <\u{301}b>"
          parameter n integer >= 1 default 1..4
          printed n + n = 3*n
          corrected "<u>n</u>" n + n = 2*n

        """, named: "<b>\u{301}.claim")
    #expect(run.status == 1)
    #expect(page.texts.contains("<script>alert(1)</script> & <b>bold</b>"))
    #expect(page.texts.contains("</style><img src=x onerror=alert(1)>\u{301}"))
    #expect(page.texts.contains("<i>Is it?</i>"))
    #expect(page.elements["script"] == 1)
    for element in ["b", "i", "u", "img"] { #expect(page.elements[element] == nil, "\(element)") }
    // Nor by an accent that makes another character of a quote or a bracket.
    let scalars = page.text.unicodeScalars
    #expect(
      !zip(scalars, scalars.dropFirst()).contains {
        ["<", ">", "\""].contains($0) && $1 == "\u{301}"
      })
  }

  @Test func `the page is the same for every number of jobs`() throws {
    let pages = try [["--jobs", "1"], ["--jobs", "3"]].map { options in
      try withTemporaryFolder { folder in
        try Data(Self.mine.utf8).write(to: folder.appending(path: "my.claim"))
        let arguments = ["report", "my.claim", "--out", "mine.html"] + options
        _ = try Program.run(arguments, in: folder)
        return try WrittenPage(folder.appending(path: "mine.html").path).text
      }
    }
    #expect(pages[0] == pages[1])
  }

  @Test func `an open range is told in full, and proved by the certificate alone`() throws {
    let (run, page) = try page(of: Self.mine.replacing(" default 1..4", with: " default 1.."))
    #expect(run.status == 1)
    #expect(page.statements == ["mine": "refuted", "theirs": "proved"])
    let article = try #require(page.article("theirs"))
    #expect(article.contains("Verdict: proved, "))
    #expect(article.contains("≥ 1"))
  }

  // MARK: What goes wrong

  @Test func `what was finished is written when the time is up`() throws {
    let (run, page) = try page(
      of: Self.mine + "claim long title \"long\" printed norm2(sample(2000, 2000, 2000, 1)) = 1\n",
      "--timeout", "0.5", "--jobs", "1")
    #expect(run.status == 1)
    #expect(page.text.contains("This run is not finished"))
    #expect(page.statements["mine"] == "refuted")
    #expect(page.statements["long"] == "undecided")
  }

  @Test func `a file is written whole or not at all`() throws {
    try withTemporaryFolder { folder in
      try Data(Self.mine.utf8).write(to: folder.appending(path: "my.claim"))
      let missing = try Program.run(["report", "my.claim", "--out", "no/mine.html"], in: folder)
      #expect(missing.status == 70)
      #expect(missing.output == "")
      #expect(missing.errors == "no/mine.html: not written: No such file or directory\n")
      guard Program.canLimitFiles else { return }
      let out = folder.appending(path: "mine.html")
      try Data("old".utf8).write(to: out)
      let full = try Program.shell(
        "cd '\(folder.path)'; ulimit -f 1; trap '' XFSZ; \"$0\" report my.claim --out mine.html")
      #expect(full.status == 70)
      #expect(full.errors.contains("not written: File too large"))
      #expect(try String(contentsOf: out, encoding: .utf8) == "old")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(left == ["mine.html", "my.claim"])
    }
  }

  @Test(arguments: [
    (["report"], 64, "Missing expected argument '--out <file>'"),
    (["report", "--out", "-"], 64, "--out -: expected the name of a file"),
    (["report", "my.claim", "--out", "my.claim"], 64, "is one of the claim files"),
    (["report", "no.claim", "--out", "x.html"], 65, "no.claim: No such file"),
    (["report", "my.claim", "--K", "3", "--out", "x.html"], 64, "--K: no such parameter here"),
  ])
  func `what is no report`(_ arguments: [String], _ status: Int, _ message: String) throws {
    try withTemporaryFolder { folder in
      try Data(Self.mine.utf8).write(to: folder.appending(path: "my.claim"))
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == Int32(status))
      #expect(result.output == "")
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["my.claim"])
    }
  }
}
