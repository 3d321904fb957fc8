import Foundation
import Testing

/// What is decided, and the exit status that follows.
@Suite struct ResultTests {
  @Test func `a true lemma`() throws {
    let result = try Program.run(["lemma", "12", "--r", "5..8"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "r ∈ {5, 6, 7, 8}, 4 values; alpha ∈ {1}, 1 value")
    #expect(lines.contains { $0.hasPrefix("lemma-12 ") && $0.contains("checked  4 of 4") })
    #expect(lines.suffix(2) == ["3 of 3 statements hold.", ""])
  }

  @Test func `a false lemma, its corrected form, and where it fails`() throws {
    // At r = 6 the printed eigenvalue is 4·11/(4·3 + 2) = 22/7; the true one, from row sums of the
    // matrix of counts, 4²·3²/(2·14) = 36/7. At r = 5 both are 18/8.
    let result = try Program.run(["lemma", "13", "--r", "5..12"])
    #expect(result.status == 1)
    #expect(result.errors == "")
    #expect(result.output.contains("lemma-13                printed    refuted  1 of 8 "))
    #expect(result.output.contains("lemma-13                corrected  checked  8 of 8 "))
    #expect(
      result.output.contains(
        """
        lemma-13 (printed) fails first at r = 6, alpha = 1:
          eigenvalue 1
            claimed  22/7  ≈ 3.14286
            actual   36/7  ≈ 5.14286
          proofs/paper/lemma-13.claim:
        """))
    #expect(
      result.output.hasSuffix(
        "\n2 of 3 statements hold; 1 refuted as printed, its corrected form holds.\n"))
  }

  @Test func `the printed form holds where it does`() throws {
    let result = try Program.run(["lemma", "13", "--r", "4,5"])
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("\n3 of 3 statements hold.\n"))
    #expect(!result.output.contains("corrected"))
  }

  @Test(arguments: [("corrected", Int32(0), false), ("printed", 1, true)])
  func `one wording alone`(_ wording: String, _ status: Int32, _ isRefuted: Bool) throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7", "--statement", wording])
    #expect(result.status == status)
    #expect(result.output.contains("refuted") == isRefuted)
    #expect(result.output.contains("corrected ") == !isRefuted)
  }

  @Test func `a lemma that is true under a condition`() throws {
    // No standard basis vector is in the row space of T_r; what is in it has the value of Lemma 9.
    let result = try Program.run(["lemma", "9", "--r", "5,6"])
    #expect(result.status == 1)
    #expect(result.output.contains("lemma-9                 printed    refuted  0 of 2 "))
    #expect(result.output.contains("lemma-9                 corrected  checked  2 of 2 "))
    #expect(
      result.output.contains(
        """
          rows of I(K) in the row space of X
            claimed  10 of 10
            actual   0 of 10
        """))
    #expect(
      result.output.hasSuffix(
        "\n4 of 5 statements hold; 1 refuted as printed, its corrected form holds.\n"))
  }

  @Test(arguments: ["10", "11", "14", "15"])
  func `the other lemmas hold`(_ number: String) throws {
    let result = try Program.run(["lemma", number, "--r", "5,6", "--quiet"])
    #expect(result.status == 0)
    #expect(result.output.hasSuffix(" hold.\n"))
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func `options reach the parameters of their name`() throws {
    let result = try Program.run(
      ["lemma", "14", "--r", "4,5", "--alpha", "1,2.25", "--lambda", "4e-3", "--set", "seed=1,2"])
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        r ∈ {4, 5}, 2 values; alpha ∈ {1, 9/4}, 2 values; lambda ∈ {1/250}, 1 value

        """))
    let rows = result.output.split(separator: "\n").drop { !$0.hasPrefix("lemma-14.any-matrix ") }
    #expect(rows.first?.contains("128 of 128: m = 1, 2, 3, 4; K = 1, 2, 3, 4; ") == true)
    #expect(rows.dropFirst().first?.contains("k = 0, 1, 2, 3; seed = 1, 2") == true)
  }

  @Test func `a range that is open asks for a proof`() throws {
    let result = try Program.run(["lemma", "12", "--r", "3.."])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("r ∈ {3, 4, …}, all integers from 3 on\n\n"))
    #expect(
      result.output.contains("lemma-12                printed  proved   r ≥ 3; every alpha > 0  "))
    #expect(!result.output.contains("checked"))
  }

  @Test func `a false statement is refuted for all r`() throws {
    let result = try Program.run(["lemma", "13", "--r", "4.."])
    #expect(result.status == 1)
    #expect(result.output.contains("lemma-13 (printed) fails first at r = 6, alpha = 1:"))
    // What is refuted for all large values has a proof of its own.
    #expect(
      result.output.contains(
        "\n  it fails for r ≥ 6; every alpha > 0 (uniform proof, 41 steps replayed by the kernel)\n"
          + "  before that it holds for (r = 4, alpha = 1), (r = 5, alpha = 1)\n"))
    #expect(
      result.output.contains(
        "lemma-13                printed    refuted  not for r ≥ 6; every alpha > 0  "))
    #expect(
      result.output.contains("lemma-13                corrected  proved   r ≥ 4; every alpha > 0  ")
    )
  }

  @Test(
    arguments: [
      (["--K", "6..", "--L", "4.."], "K ≥ 6; L ≥ 4: proved.\n"),
      (["--K", "10..", "--L", "3"], "K ≥ 10; L = 3: proved.\n"),
      (["--K", "6.."], "K ≥ 6; L = 3, …, 8, within the hypotheses: proved.\n"),
    ]) func `Theorem 3 is proved for all K`(_ arguments: [String], _ end: String) throws
  {
    let result = try Program.run(["theorem3"] + arguments)
    #expect(result.status == 0)
    #expect(result.output.contains("all integers from \(arguments[1].dropLast(2)) on"))
    #expect(result.output.contains("decided by: uniform proof, 94 steps replayed by the kernel\n"))
    #expect(result.output.hasSuffix("L_SRG < L_DNC for " + end))
    #expect(
      result.output.contains("at K = 9, L = 3: outside the hypothesis")
        == (arguments == ["--K", "6.."]))
  }

  @Test func `what is proved for all r stands in the audit`() throws {
    let result = try Program.run(["audit", "--all"])
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "theorem-3.any-K                  corrected  proved   K ≥ 6; L ≥ 3, within the hypotheses ")
    )
    #expect(
      result.output.hasPrefix(
        "Does Theorem 3 hold? Yes, in this form: L_SRG < L_DNC for K = r(r-1)/2 >= 6 and L >= 4, or "
          + "K >= 10 and L = 3, wherever the minimiser of DNC is not zero.\n"
          + "  Proved for r ≥ 4; L ≥ 3, within the hypotheses.\n  In Coq, from the definitions: "))
  }

  /// As the paper writes it, and as the command is called.
  @Test func `theorem 3 is theorem3`() throws {
    let result = try Program.run(["theorem", "3", "--r", "5", "--L", "3"])
    #expect(result.status == 0)
    #expect(try Program.run(["theorem3", "--r", "5", "--L", "3"]).output == result.output)
    #expect(try Program.run(["theorem", "4"]).status == 64)
  }

  @Test func `Theorem 3 is proved for all r and all L`() throws {
    let result = try Program.run(["theorem3", "--L", "3..", "--r", "4.."])
    #expect(result.status == 0)
    #expect(result.output.contains("at r = 4, L = 3: outside the hypothesis"))
    #expect(
      result.output.hasSuffix(
        "\nL_SRG < L_DNC for r ≥ 4; L ≥ 3, within the hypotheses: proved.\n"))
    let outside = try Program.run(["theorem3", "--L", "3", "--r", "4.."])
    #expect(outside.output.hasSuffix("for r ≥ 4; L = 3, within the hypotheses: proved.\n"))
  }

  @Test func `an open range without a proof is undecided`() throws {
    let result = try check(claim("rank(sample(2, 2, 1, 1)) <= r", r: "5.."))
    #expect(result.status == 2)
    #expect(
      result.output.contains(
        "\nmine is undecided: no proof for all values was found: 'sample' has no step; it holds for "
          + "the 64 values tried\n"))
    #expect(!result.output.contains("proved"))
    // 5 + √5 is the square of no sum of roots of rational numbers: (x + y√5)² = 5 + √5 has no rational
    // solution, as 25 - 5 is no square.
    let undefined = try check(claim("sqrt(r + sqrt(r)) > 0", r: "5.."))
    #expect(undefined.status == 2)
    #expect(
      undefined.output.contains("\nmine is undecided: at r = 5: my.claim:5:5: the square root"))
  }

  @Test(arguments: [
    ("5..8", "{5, 6, 7, 8}, 4 values"), ("5...8", "{5, 6, 7, 8}, 4 values"),
    ("5..<8", "{5, 6, 7}, 3 values"), ("7", "{7}, 1 value"),
    ("9..12,5,7,7", "{5, 7, 9, 10, 11, 12}, 6 values"), ("5..12:3", "{5, 8, 11}, 3 values"),
    ("5..11", "{5, …, 11}, 7 values"),
  ])
  func `a range is echoed with its size`(_ range: String, _ shown: String) throws {
    let result = try Program.run(["lemma", "12", "--r", range])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("r ∈ \(shown); alpha"))
  }

  @Test func `both readings of the matrices agree`() throws {
    let orbit = try Program.run(["lemma", "13", "--r", "4..6", "--format", "json"])
    let dense = try Program.run(
      ["lemma", "13", "--r", "4..6", "--format", "json", "--method", "dense"])
    func verdicts(_ json: String) throws -> [String] {
      let results = try #require(try object(json)["results"] as? [[String: Any]])
      return results.map { "\($0["claim"] ?? "") \($0["verdict"] ?? "") \($0["holds"] ?? "")" }
    }
    #expect(try verdicts(orbit.output) == (try verdicts(dense.output)))
    #expect(orbit.status == 1 && dense.status == 1)
  }

  // MARK: Theorem 3

  @Test func `Theorem 3 by number of layers, with its hypothesis`() throws {
    let result = try Program.run(["theorem3", "--L", "3..4"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    // 4 ... 40 are 37 values of r, one fewer for L = 3.
    #expect(result.output.contains("3  5…40      36  checked  "))
    #expect(result.output.contains("4  4…40      37  checked  "))
    #expect(result.output.contains("K^(L+1)·L^(2L)·Λ < (L-1)^(L-1)"))
    #expect(result.output.contains("Without it the strict inequality fails: at r = 4, L = 4"))
    #expect(!result.output.contains("outside"))
    #expect(result.output.hasSuffix("\nL_SRG < L_DNC for 73 of 73 pairs: checked.\n"))
  }

  @Test func `the hypothesis that is printed is the one that was used`() throws {
    let result = try Program.run(
      ["theorem3", "--L", "3..5", "--r", "5..7", "--format", "json"])
    let results = try #require(try object(result.output)["results"] as? [[String: Any]])
    let findings = try #require(results.first?["findings"] as? [[String: Any]])
    #expect(findings.count == 9)
    for finding in findings {
      let place = try #require(finding["at"] as? [String: String])
      let layers = try #require(place["L"].flatMap { Int($0) })
      let r = try #require(place["r"].flatMap { Int($0) })
      let entries = try #require(finding["found"] as? [[String: String]])
      let bound = try #require(
        entries.first { $0["name"] == "DNC minimiser is nonzero iff Λ <" }?["value"])
      // (L-1)^(L-1) / (K^(L+1)·L^(2L)), in lowest terms
      func power(_ base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { product, _ in product * base }
      }
      let numerator = power(layers - 1, layers - 1)
      let denominator = power(r * (r - 1) / 2, layers + 1) * power(layers, 2 * layers)
      let parts = bound.split(separator: "/").compactMap { Int($0) }
      #expect(parts.count == 2)
      let (left, right) = (
        parts[0].multipliedFullWidth(by: denominator), parts[1].multipliedFullWidth(by: numerator)
      )
      #expect(left == right, "at r = \(r), L = \(layers)")
    }
  }

  @Test func `a pair outside the hypotheses that was asked for is listed`() throws {
    let both = try Program.run(["theorem3", "--L", "3", "--r", "4,5"])
    #expect(both.status == 0)
    #expect(both.output.contains("at r = 4, L = 3: outside the hypothesis"))
    #expect(both.output.contains("there it is false"))
    let alone = try Program.run(["theorem3", "--L", "3", "--r", "4"])
    #expect(alone.status == 2)
    #expect(alone.output.contains("at r = 4, L = 3: outside the hypothesis"))
  }

  @Test func `any number of classes`() throws {
    let result = try Program.run(["theorem3", "--L", "4", "--K", "6..12"])
    #expect(result.status == 0)
    #expect(result.output.contains("4  6…12       7  checked  "))
    #expect(result.output.hasSuffix("\nL_SRG < L_DNC for 7 of 7 pairs: checked.\n"))
  }

  @Test func `one problem: both minimal losses`() throws {
    // The decay may be written in any way, and enters as Λ = n·λ^(L+1) = (1/250)^5.
    let forms = try ["1/250", "0.004", "4e-3"].map {
      try Program.run(["theorem3", "--r", "5", "--L", "4", "--lambda", $0])
    }
    #expect(forms.allSatisfy { $0.status == 0 && $0.output == forms[0].output })
    #expect(forms[0].output.contains("1/976562500000\n"))
    let separate = try Program.run([
      "theorem3", "--r", "5", "--L", "4", "--lambda-H", "1/500",
      "--lambda-W", "1/250,1/250,1/250,1/250", "--n", "2",
    ])
    #expect(separate.output == forms[0].output)
  }

  @Test func `a tie and a loss that is greater are refuted`() throws {
    let tie = try Program.run(["theorem3", "--r", "5", "--L", "4", "--lambda", "1/2"])
    #expect(tie.status == 1)
    #expect(tie.output.contains("a tie, 1/2"))
    let greater = try Program.run(["theorem3", "--r", "4", "--L", "3", "--lambda", "1/250"])
    #expect(greater.status == 1)
    #expect(greater.output.contains("L_SRG < L_DNC is false at r = 4, L = 3"))
  }

  // MARK: The record

  @Test func `a record is compared with what is found`() throws {
    func record(_ text: String) -> String { claim("r = 4") + "  expect \(text)\n" }
    func replay(_ content: String) throws -> Program.Result {
      try withTemporaryFolder { folder in
        try Data(content.utf8).write(to: folder.appending(path: "a.claim"))
        return try Program.run(["proofs", folder.path])
      }
    }
    let right = try replay(record("refuted at r = 5 claimed \"4\" actual \"5\""))
    #expect(right.status == 0)
    #expect(right.output.hasSuffix("\n1 of 1 verdicts are as recorded.\n"))
    let wrong = [
      ("checked", "verdict differs: recorded checked, found refuted"),
      ("refuted at r = 6", "counterexample differs: recorded r = 6, found r = 5"),
      ("refuted at r = 5 claimed \"3\"", "claimed value differs: recorded 3, found 4"),
      ("refuted at r = 5 actual \"6\"", "actual value differs: recorded 6, found 5"),
    ]
    for (text, difference) in wrong {
      let result = try replay(record(text))
      #expect(result.status == 1)
      #expect(result.output.contains(difference))
      #expect(result.output.hasSuffix("\n0 of 1 verdicts are as recorded; 1 is not.\n"))
    }
    let unrecorded = try replay(claim("r = 4"))
    #expect(unrecorded.status == 1)
    #expect(unrecorded.output.contains("no record on file"))
  }

  // MARK: Explaining

  @Test func `an explanation has the statement, its verdicts and what they lean on`() throws {
    let result = try Program.run(["explain", "lemma-13"])
    #expect(result.status == 0)
    for part in [
      "in the paper: Lemma 13", "for r ≥ 4, an integer", "let M = sqrt(alpha) * relu(",
      "as printed:\n  spectrum(gram(M)) = {",
      "refuted: holds for 2 of 37 values (r = 4, …, 40; alpha = 1)",
      "claimed  22/7", "as corrected:\n",
      "checked: holds for 37 of 37 values (r = 4, …, 40; alpha = 1)", "leans on: ",
      "proves lemma-13 fails: r ≥ 6; every alpha > 0\n",
      "proves lemma-13, corrected: r ≥ 4; every alpha > 0\n",
      "belonging to it: lemma-13.decomposition",
    ] {
      #expect(result.output.contains(part))
    }
  }

  @Test func `a fact about graphs is explained as the paper's statements are`() throws {
    let result = try Program.run(["explain", "johnson-3.spectrum"])
    #expect(result.status == 0)
    #expect(result.output.contains("\n  proved (n ≥ 6)\n"))
    #expect(result.output.contains("johnson-3.spectrum.uniform"))
    // That is said of what is refuted.
    #expect(!result.output.contains("fail"))
  }

  @Test func `lists of statements and of functions`() throws {
    let statements = try Program.run(["explain"])
    #expect(statements.status == 0)
    #expect(statements.output.contains("\nrook.spectrum "))
    #expect(statements.output.contains("\nlemma-15.small-matrices "))
    let functions = try Program.run(["explain", "--language"])
    #expect(functions.status == 0)
    #expect(functions.output.contains("\nbinomial(number, number) "))
  }
}
