import Foundation
import Testing

/// What a user wrote: each defect at its place, exit status 65, nothing on standard output.
@Suite struct ClaimFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let content: String
    let message: String
    var testDescription: String { name }

    init(_ name: String, _ content: String, says message: String) {
      (self.name, self.content, self.message) = (name, content, message)
    }
  }

  // In the text that `claim` makes, the formulas begin in line 5, column 5.

  @Test(arguments: [
    Case("syntax", claim("r + = 5"), says: "my.claim:5:9: found '='; expected a formula"),
    Case("no name", "claim\n", says: "my.claim:2:1: found the end of the file; expected the name"),
    Case("empty file", "", says: "my.claim:1:1: the file states nothing; expected 'claim NAME"),
    Case("comment only", "# nothing\n", says: "the file states nothing"),
    Case("open text", "claim c\n  title \"t\n", says: "my.claim:2:9: this text is not closed"),
    Case("no formula", "claim c\n  title \"t\"\n", says: "the claim 'c' asserts nothing"),
    Case("control character", "claim c\u{0}\n", says: "my.claim:1:8: unexpected character"),
    // In a text it could repaint the verdict on a terminal; in a message it is not passed on.
    Case(
      "escape sequence", "claim c\n  title \"t\u{1B}[1Gproved\"\n",
      says: "my.claim:2:11: a control character in a text"),
    Case(
      "direction of writing", "claim c\n  title \"t\u{202E}devorp\"\n",
      says: "my.claim:2:11: a control character in a text"),
    Case(
      "escape sequence in a name", "claim c\n \u{1B}[1G\n", says: "unexpected character '\u{FFFD}'"),
    Case(
      "twice", claim("r = r") + claim("r = r"),
      says: "my.claim:6:1: the claim 'mine' is already stated at my.claim:1:1"),
    Case("unknown name", claim("s = 5"), says: "my.claim:5:5: 's' is not defined"),
    Case("unknown function", claim("foo(r) = 5"), says: "my.claim:5:5: 'foo' is not a function"),
    Case(
      "matrix for number", claim("sqrt(T(r)) = 5"),
      says: "my.claim:5:10: this is a matrix; expected a number"),
    Case(
      "sides", claim("T(r) = 5"),
      says: "my.claim:5:10: the left side is a matrix, the right side a number"),
    Case(
      "too deep", claim(String(repeating: "(", count: 100_000) + "1 = 1"), says: "too deep"),
    Case(
      "too many signs", claim(String(repeating: "-", count: 100_000) + "1 = 1"), says: "too deep"),
    Case(
      "too long", claim(Array(repeating: "1", count: 50_000).joined(separator: "+") + " = 1"),
      says: "too long"),
  ])
  func `a text that is not a claim`(_ wrong: Case) throws {
    let result = try check(wrong.content)
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("my.claim:"))
    #expect(result.errors.contains(wrong.message))
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    // T_r has r rows and r(r-1)/2 columns.
    Case(
      "sum", claim("T(r) + T(r+1) = T(r)"),
      says:
        "at r = 4: my.claim:5:10: '+' joins a 4 × 6 and a 5 × 10 matrix; expected the same shape"),
    Case(
      "product", claim("T(r) * T(r) = T(r)"),
      says: "at r = 4: my.claim:5:10: '*' joins a 4 × 6 and a 4 × 6 matrix"),
    Case(
      "equation", claim("T(r) = I(r)"),
      says: "at r = 4: my.claim:5:10: a 4 × 6 matrix is compared with a 4 × 4 one"),
    Case(
      "division", claim("1/(r-5) = 1/(r-5)"), says: "at r = 5: my.claim:5:6: division by zero"),
    Case(
      "inverse", claim("inverse(J(r)) = J(r)"),
      says: "at r = 4: my.claim:5:5: the matrix has no inverse"),
    Case(
      "root", claim("sqrt(5-r) * 0 = 0"),
      says: "at r = 6: my.claim:5:5: the square root of a negative number, -1"),
    Case(
      "vertices", claim("trace(gram(T(r))) = r", r: "0..2"),
      says: "at r = 0: my.claim:5:18: the number of vertices is 0; expected an integer ≥ 2"),
  ])
  func `a formula without a value for some r is undecided there`(_ wrong: Case) throws {
    let result = try check(wrong.content)
    #expect(result.status == 2)
    #expect(result.errors == "")
    #expect(result.output.contains("\nmine is undecided: \(wrong.message)"), "\(result.output)")
    #expect(result.output.hasSuffix("\n0 of 1 statement holds; 1 undecided.\n"))
  }

  @Test func `how far one assertion fails is not said of the others`() throws {
    let whole = try check(claim("1/(r+1) < 5 and r = 3", r: "4.."))
    #expect(whole.output.contains("  refuted  assertion 2 not for r ≥ 4  "), "\(whole.output)")
    // Beyond the values that are tried first the other one has none.
    let part = try check(claim("1/(r-12) < 5 and r = 3", r: "4.."))
    #expect(part.status == 1)
    #expect(part.output.contains("\n  single values were tried until it failed;"), "\(part.output)")
  }

  @Test func `what has no value stops neither other values nor other claims`() throws {
    // 1/(r-5) has no value at r = 5; at r = 6 it is 1.
    let refuted = try check(claim("1/(r-5) != 1"))
    #expect(refuted.status == 1)
    #expect(refuted.output.contains("  1 of 2 decided  "))
    #expect(refuted.output.contains("mine (printed) fails at r = 6:"))
    #expect(
      refuted.output.contains(
        "  not all values were decided: undecided at r = 5: my.claim:5:6: division by zero\n"))
    let theirs = claim("r < 7").replacing("claim mine", with: "claim theirs")
    let both = try check(claim("1/(r-5) != 2") + theirs)
    #expect(both.status == 2)
    #expect(both.output.contains("mine is undecided: at r = 5: my.claim:5:6: division by zero"))
    #expect(both.output.contains("theirs     printed  checked    3 of 3"))
    #expect(both.output.hasSuffix("\n1 of 2 statements hold; 1 undecided.\n"))
    // Refuted goes before undecided.
    let worse = try check(claim("1/(r-5) != 2") + theirs.replacing("r < 7", with: "r < 6"))
    #expect(worse.status == 1)
    #expect(worse.output.hasSuffix("\n0 of 2 statements hold; 1 refuted; 1 undecided.\n"))
    // Undecided goes before a limit.
    let large = claim("trace(gram(B(r))) = r*(r-1)", r: "1000000")
      .replacing("claim mine", with: "claim large")
    #expect(try check(claim("1/(r-5) != 2") + large).status == 2)
    #expect(try check(theirs + large).status == 3)
  }

  @Test func `an error shows the line and what was meant`() throws {
    let result = try check(claim("tracee(B(r)) = 5"))
    #expect(result.status == 65)
    #expect(
      result.errors == """
        my.claim:5:5: 'tracee' is not a function; did you mean 'trace'? (verify explain --language \
        lists them)
              tracee(B(r)) = 5
              ^

        """)
  }

  @Test(arguments: [
    Case("power", claim("2^10000000000 = r"), says: "my.claim:5:6: a power with more than"),
    Case("tower", claim("10^(10^9) = r"), says: "a power with more than"),
    Case("binomial", claim("binomial(1000000000, 500000000) = r"), says: "too large"),
    Case(
      "vertices", claim("trace(gram(T(r))) = r", r: "1000000"), says: "the limit is 5000 vertices"),
  ])
  func `a job over the limit is refused with the figure`(_ large: Case) throws {
    let result = try check(large.content)
    #expect(result.status == 3)
    #expect(result.output.contains(large.message))
    #expect(result.output.contains("1 refused as too large."))
    #expect(result.errors == "")
  }

  @Test(arguments: [
    (["check", "missing.claim"], "missing.claim: No such file or directory\n"),
    (["check", "."], ".: Is a directory\n"),
    (["check", "latin.claim"], "latin.claim: the file is not UTF-8 text\n"),
    (["check", "/dev/zero"], "/dev/zero: the file has more than 4000000 bytes\n"),
    (["proofs", "missing"], "missing: there is no such folder, or it cannot be read\n"),
    (["proofs", "empty"], "empty: the folder has no claim files (*.claim)\n"),
    (
      ["proofs", "latin.claim"],
      "latin.claim: expected a folder with claim files; verify check decides a single one\n"
    ),
    (["lemma", "12", "--proofs", "empty"], "empty: the folder has no claim files (*.claim)\n"),
  ])
  func `a file that cannot be read`(_ arguments: [String], _ message: String) throws {
    try withTemporaryFolder { folder in
      try Data([0x63, 0xE9, 0x0A]).write(to: folder.appending(path: "latin.claim"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "empty"), withIntermediateDirectories: false)
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == 65)
      #expect(result.output == "")
      #expect(result.errors == message)
    }
  }

  @Test func `a file without permission`() throws {
    // The superuser may read everything, so that there is nothing to see.
    guard geteuid() != 0 else { return }
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "secret.claim").path
      #expect(FileManager.default.createFile(atPath: file, contents: Data("claim c".utf8)))
      #expect(chmod(file, 0) == 0)
      let result = try Program.run(["check", "secret.claim"], in: folder)
      #expect(result.status == 65)
      #expect(result.errors == "secret.claim: Permission denied\n")
    }
  }

  @Test func `a parameter without values asks for them`() throws {
    let text = "claim c\n  title \"t\"\n  parameter r integer >= 4\n  printed\n    r >= 4\n"
    let silent = try check(text)
    #expect(silent.status == 64)
    #expect(
      silent.errors.contains("c has no default value for it; name its values, e.g. --set r=5..40"))
    #expect(silent.output == "")
    for option in ["--r=4..9", "--set=r=4..9"] {
      let asked = try check(text, option)
      #expect(asked.status == 0)
      #expect(asked.output.hasPrefix("r ∈ {4, …, 9}, 6 values\n"))
    }
  }

  @Test func `true and false claims, from a file and from standard input`() throws {
    // A graph's incidence matrix has two ones in each of the r(r-1)/2 columns.
    let good = claim("trace(gram(B(r))) = r*(r-1)")
    let fine = try check(good)
    #expect(fine.status == 0)
    #expect(
      fine.output == """
        r ∈ {4, 5, 6}, 3 values

        statement  form     verdict  holds for  what it says
        ─────────  ───────  ───────  ─────────  ────────────
        mine       printed  checked  3 of 3     Mine

        1 of 1 statement holds.

        """)
    let piped = try Program.run(["check", "-"], input: good)
    #expect(piped.status == 0)
    #expect(piped.output == fine.output)

    let wrong = try check(claim("r/3 = 4/3"))
    #expect(wrong.status == 1)
    #expect(
      wrong.output == """
        r ∈ {4, 5, 6}, 3 values

        statement  form     verdict  holds for  what it says
        ─────────  ───────  ───────  ─────────  ────────────
        mine       printed  refuted  1 of 3     Mine

        mine (printed) fails first at r = 5:
          r / 3
            claimed  4/3  ≈ 1.33333
            actual   5/3  ≈ 1.66667
          my.claim:5:9

        0 of 1 statement holds; 1 refuted.

        """)
  }

  @Test func `values can be set`() throws {
    let result = try check(claim("r^2 = 49"), "--set", "r=7,-7")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("r ∈ {-7, 7}, 2 values\n"))
  }
}
