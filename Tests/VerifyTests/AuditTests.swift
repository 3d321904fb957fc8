import Foundation
import Testing

/// What an audit says of files that were written for it.
@Suite struct `an audit` {
  /// Two roots, a misprint and a false one; two that inherit from the second, one of them through the
  /// other; one that leans on it and holds; one of ours; and the question.
  private static let claims = """
    claim main
      title "n + n = 3"
      question "Does the theorem hold?"
      fault inherited step
      uses leaning, slip
      parameter n integer >= 1 default 1..4
      printed n + n = 3*n
      corrected "n + n = 2n" n + n = 2*n

    claim leaning
      title "n <= 3n"
      uses step
      parameter n integer >= 1 default 1..4
      printed n <= 3*n

    claim step
      title "2 = 3"
      source "page 1"
      fault inherited root
      printed 2 = 3
      corrected "2 = 2" 2 = 2

    claim root
      title "1 = 2"
      fault false
      printed 1 = 2
      corrected "1 = 1" 1 = 1

    claim slip
      title "5 = 6"
      fault misprint
      printed 5 = 6
      corrected "5 = 5" 5 = 5

    claim added
      title "0 < 1"
      role ours
      printed 0 < 1
    """

  private func audit(_ claims: String, _ options: String...) throws -> Program.Result {
    try withTemporaryFolder { folder in
      try Data(claims.utf8).write(to: folder.appending(path: "paper.claim"))
      return try Program.run(["audit", "--proofs", "."] + options, in: folder)
    }
  }

  @Test func `begins with the answer, and why`() throws {
    let result = try audit(Self.claims)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Does the theorem hold? Yes, in this form: n + n = 2n.")
    #expect(
      lines[1...4] == [
        "  Checked for n = 1, 2, 3, 4; with --all the proofs on file are replayed.",
        "  To cite: the program with its version (verify --version), main with its form, and for "
          + "which values it was decided.",
        "  As printed it does not hold: at n = 1: n + n: claimed 3, actual 2.",
        "  Of the 3 statements that its proof leans on 1 hold as printed, 2 in a corrected form "
          + "(step, slip).",
      ])
  }

  @Test func `counts by roots, and ours apart`() throws {
    let result = try audit(Self.claims, "--quiet")
    #expect(
      result.output
        == "1 of 5 statements of the paper hold as printed; 2 do not by themselves (1 misprint, "
        + "1 false), and 2 because of those; 1 of 1 that the paper does not make hold.\n")
  }

  @Test func `names what inherits and what leans, and never a corrected form by the false title`()
    throws
  {
    let result = try audit(Self.claims)
    #expect(result.output.contains("root: false because of it: main, step"))
    let lines = result.output.split(separator: "\n")
    #expect(!lines.contains { $0.contains("corrected") && $0.contains("1 = 2") })
    #expect(
      lines.contains { $0.hasPrefix("root ") && $0.contains("corrected") && $0.hasSuffix("1 = 1") })
    #expect(lines.contains { $0.hasPrefix("added ") && $0.contains(" ours ") })
  }

  @Test func `answers yes, no, or neither`() throws {
    func answer(_ claim: String) throws -> String {
      let output = try audit("claim a\n title \"t\" question \"Q?\" \(claim)").output
      return String(output.prefix { $0 != "\n" })
    }
    #expect(try answer("printed 1 = 1") == "Q? Yes, as printed.")
    #expect(try answer("printed 1 = 2") == "Q? No.")
    #expect(try answer("printed 1 = 2 corrected \"c\" 1 = 3") == "Q? No.")
    #expect(try answer("printed 1/0 = 2") == "Q? Not decided.")
  }

  @Test func `of what is not refuted itself nothing is inherited`() throws {
    let result = try audit(
      "claim a fault inherited b printed 1 = 2\nclaim b fault false printed 1/0 = 2\n", "--quiet")
    #expect(
      result.output
        == "0 of 2 statements of the paper hold as printed; 1 do not by themselves (1 of no kind on "
        + "file).\n")
  }

  @Test func `what it leans on and has no true form is named`() throws {
    let result = try audit(
      "claim a question \"Q?\" uses b printed 1 = 1\nclaim b printed 1 = 2\n")
    #expect(result.output.contains("leans on 0 hold as printed, and not: b."))
  }

  @Test func `in JSON and Markdown as well`() throws {
    let found = try object(try audit(Self.claims, "--format", "json").output)
    let audit = try #require(found["audit"] as? [String: Any])
    let roots = try #require(audit["roots"] as? [[String: Any]])
    #expect(roots.map { $0["claim"] as? String } == ["root", "slip"])
    #expect(roots.map { $0["kind"] as? String } == ["false", "misprint"])
    #expect(roots[0]["inherit"] as? [String] == ["main", "step"])
    #expect(roots[0]["stand"] as? [String] == ["leaning"])
    let results = try #require(found["results"] as? [[String: Any]])
    #expect(
      results.compactMap { $0["inheritedFrom"] as? String } == ["step", "root"])
    let markdown = try self.audit(Self.claims, "--format", "markdown").output
    #expect(markdown.contains("**Does the theorem hold?** Yes, in this form: n + n = 2n."))
  }

  @Test(
    arguments: [
      (
        "claim a fault inherited b printed 1 = 2",
        "'a' inherits a fault of 'b', which is not stated"
      ),
      (
        "claim a fault inherited b printed 1 = 2 claim b fault inherited a printed 1 = 2",
        "inherits its fault from itself"
      ),
      ("claim a fault inherited a printed 1 = 2", "inherits its fault from itself"),
      ("claim a fault wrong printed 1 = 2", "'misprint', 'false', 'condition' or 'inherited'"),
      ("claim a fault false fault false printed 1 = 2", "the clause 'fault' stands twice"),
      ("claim a role hours printed 1 = 2", "'statement', 'remark' or 'ours'"),
      ("claim a printed \"title\" 1 = 2", "1:17"),
    ])
  func `faults that cannot be are refused`(claims: String, says: String) throws {
    let result = try audit(claims)
    #expect(result.status == 65)
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test func `a limit that ends it is said in the last line`() throws {
    let result = try Program.run(["audit", "--quiet", "--timeout", "0.05"])
    let last = try #require(result.output.split(separator: "\n").last)
    #expect(last.hasSuffix(" not finished."), "\(last)")
    // What was not reached is not said to be false.
    #expect(!result.output.contains("and not:"))
  }
}
