import Foundation
import Testing

/// `verify prove`, and `verify proofs` on what it writes.
@Suite struct ProveTests {
  private func recorded(_ name: String) throws -> String {
    try String(
      contentsOf: packageFolder.appending(path: "proofs/paper/certificates/\(name).uniform"),
      encoding: .utf8)
  }

  /// Replays a folder with the statement `mine` and that proof of it.
  private func proofs(_ proof: String, formula: String = "r*r = r^2") throws -> Program.Result {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "proofs/certificates")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(statement(formula).utf8).write(to: folder.appending(path: "proofs/a.claim"))
      try Data(proof.utf8).write(to: place.appending(path: "mine.uniform"))
      return try Program.run(["proofs", "proofs", "--verbose"], in: folder)
    }
  }

  private func statement(_ formula: String) -> String {
    """
    claim mine
      title "Mine"
      parameter r integer >= 3 default 3..6
      printed
        \(formula)
      expect checked

    """
  }

  private let proof = """
    verify uniform proof 1
    claim mine
    statement printed
    case
    for r in 3, 4..
    a1 = vertices
    a2 = multiply a1 a1
    a3 = power a1 2
    show a2 = a3
    end

    """

  @Test func `a proof is written as it is on file`() throws {
    let result = try Program.run(["prove", "section-1.exponent"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let known = try recorded("section-1.exponent")
    #expect(result.output == known)
    let corrected = try Program.run([
      "prove", "lemma-12.graph-spectrum", "--statement", "corrected",
    ])
    #expect(corrected.status == 0)
    let other = try recorded("lemma-12.graph-spectrum.corrected")
    #expect(corrected.output == other)
  }

  @Test func `a file that is written is valid`() throws {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "proofs/certificates")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(statement("r*r = r^2").utf8).write(to: folder.appending(path: "proofs/a.claim"))
      let path = "proofs/certificates/mine.uniform"
      let result = try Program.run(
        ["prove", "mine", "--out", path, "--proofs", "proofs"], in: folder)
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      let written = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      #expect(written == proof)
      let replayed = try Program.run(["proofs", "proofs", "--verbose"], in: folder)
      #expect(replayed.status == 0)
      #expect(replayed.output.contains("mine: r ≥ 3"))
      #expect(replayed.output.hasSuffix("1 of 1 certificates are valid.\n"))
      // All of them, into a folder.
      let all = try Program.run(["prove", "--all", "--out", ".", "--proofs", "proofs"], in: folder)
      #expect(all.status == 0)
      #expect(all.output.hasSuffix("1 proofs written, 0 forms without one\n"))
      let again = try String(contentsOf: folder.appending(path: "mine.uniform"), encoding: .utf8)
      #expect(again == proof)
    }
  }

  @Test(arguments: [
    (["--all"], "--all needs --out DIR"), ([], "name one statement"),
    (["lemma-12", "--all", "--out", "x"], "name one statement"),
    (["nothing"], "there is no statement 'nothing' on file"),
    (["lemma-12", "--statement", "corrected"], "lemma-12 has no corrected form"),
    (["lemma-12", "--statement", "other"], "other"),
  ])
  func `usage errors`(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(["prove"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message))
  }

  @Test func `a statement without a proof has a reason`() throws {
    let result = try Program.run(["prove", "lemma-10.irregular-rows"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "lemma-10.irregular-rows has no uniform proof: 'repeat_rows' has no step\n")
  }

  @Test(arguments: [
    ("show a2 = a3", "show a2 < a3", "the steps are not those of the statement"),
    ("a3 = power a1 2", "a3 = power a1 3", "expected a3 = power a1 2, found power a1 3"),
    ("claim mine", "claim other", "there is no such statement on file"),
    ("statement printed", "statement corrected", "there is no such statement on file"),
    ("for r in 3, 4..", "for r in 3", "no case for r ≥ 3"),
    (
      "for r in 3, 4..", "for r in 0, 4..",
      "case 1, the range of r: statement: expected r ≥ 1"
    ),
    (
      "a3 = power a1 2", "a3 = power a1 2 : r^3",
      "case 1, a3 = power a1 2: step: expected 9, found r^3"
    ),
  ])
  func `a damaged proof is invalid`(_ old: String, _ new: String, _ message: String) throws {
    #expect(proof.contains(old))
    let result = try proofs(proof.replacing(old, with: new))
    #expect(result.status == 1)
    let text = result.output + result.errors
    #expect(text.contains("mine.uniform: invalid: "))
    #expect(text.contains(message), "\(text)")
  }

  @Test(arguments: [
    ("a3 = power a1 2", "a3 = power a1", "mine.uniform:8"),
    ("a3 = power", "a4 = power", "mine.uniform:8"), ("end\n", "", "mine.uniform:10"),
    ("verify uniform proof 1", "verify uniform proof 2", "mine.uniform:1"),
    ("show a2 = a3", "show a2 = a4", "mine.uniform:9"),
    ("for r in 3, 4..", "for r in 3,4..", "mine.uniform:1"),
  ])
  func `one that is no proof is a syntax error`(
    _ old: String, _ new: String, _ place: String
  ) throws {
    let result = try proofs(proof.replacing(old, with: new))
    #expect(result.status == 65)
    #expect((result.output + result.errors).contains(place), "\(result.output)\(result.errors)")
  }

  /// A proof that is valid for another statement.
  @Test func `a false statement has none`() throws {
    let result = try proofs(proof, formula: "r*r = r^2 + 1")
    #expect(result.status == 1)
    #expect((result.output + result.errors).contains("the steps are not those of the statement"))
  }

  @Test func `the time limit ends it, and what was written is whole`() throws {
    try withTemporaryFolder { folder in
      let out = folder.appending(path: "out").path
      let result = try Program.run(["prove", "--all", "--out", out, "--timeout", "0.6"])
      #expect(result.status == 3)
      #expect(result.errors == "Error: the time limit of 0.6 s was reached\n")
    }
  }

  @Test func `hypotheses that nothing satisfies, or that have no value, have no proof`() throws {
    try withTemporaryFolder { folder in
      for (hypothesis, reason) in [
        ("r < 3", "no value satisfies the hypotheses of the statement, of the first 64"),
        ("1/(r-5) != 7", "that the hypotheses have a value was not shown"),
      ] {
        let claim =
          "claim c parameter r integer >= 3 default 3.. requires \(hypothesis) printed trace(I(r)) = r"
        try Data(claim.utf8).write(to: folder.appending(path: "c.claim"))
        let result = try Program.run(["prove", "c.claim"], in: folder)
        #expect(result.status == 2)
        #expect(result.output == "0 proofs written, 1 forms without one\n")
        #expect(result.errors.contains(reason), "\(result.errors)")
      }
    }
  }
}
