import Foundation
import Testing

/// Claim files of a user's own, from the claim to the certificate and to Coq.
@Suite struct OwnFileTests {
  private let text = """
    claim my-square
      parameter r integer >= 4
      printed r*r = r^2
    claim my-spectrum
      parameter r integer >= 4 default 4..6
      printed spectrum(G(r)) = { 2*(r-2) : 1, r-4 : r-1, -2 : r*(r-3)/2 }

    """
  private let unproved = """
    claim my-signs
      parameter r integer >= 4 default 4..6
      printed inertia(G(r)) = (r, 0, r*(r-3)/2)

    """

  private func with(
    _ text: String,
    _ body: (_ run: ([String]) throws -> Program.Result, _ folder: URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: "mine"), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: folder.appending(path: "mine/my.claim"))
      try body({ try Program.run($0, in: folder) }, folder)
    }
  }

  private func names(_ place: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).sorted()
  }

  /// Another thread reads the paper's statements while the arguments are read; those of another folder, or of another
  /// statement, are what counts.
  @Test func `a folder that is named is read, whatever was read ahead`() throws {
    let own = """
      claim lemma-12
        title "Mine"
        parameter r integer >= 4 default 4..6
        printed r = r + 1
      claim theorem-3
        title "Mine, too"
        parameter r integer >= 4 default 4..6
        parameter L integer >= 3 default 3..4
        printed r*L = L*r

      """
    try with(own) { _, folder in
      let proofs = ["--proofs", folder.appending(path: "mine").path]
      let lemma = try Program.run(["lemma", "12"] + proofs)
      #expect(lemma.status == 1 && lemma.output.contains("Mine"))
      #expect(lemma.output.contains("fails first at r = 4"))
      let other = try Program.run(["lemma", "13"] + proofs)
      #expect(other.status == 65 && other.errors.contains("lemma-13 is not among the statements"))
    }
    let any = try Program.run(["theorem3", "--K", "6", "--L", "4"])
    #expect(any.status == 0 && any.output.contains("K"))
    for words in ["012", "+12", "12x"] {
      #expect(try Program.run(["lemma", words]).status == (words == "12x" ? 64 : 0), "\(words)")
    }
  }

  /// White space does not matter, so neither does it to what a lemma consists of.
  @Test(arguments: [
    "  claim lemma-12.extra", "claim\nlemma-12.extra", "claim # one more\n\tlemma-12.extra",
  ])
  func `a statement belongs to a lemma however it is written`(_ start: String) throws {
    try with("claim lemma-12\n  printed 1 = 1\n") { run, folder in
      try Data("\(start)\n  printed 1 = 2\n".utf8).write(
        to: folder.appending(path: "mine/extra.claim"))
      let result = try run(["lemma", "12", "--proofs", "mine"])
      #expect(result.status == 1 && result.output.contains("lemma-12.extra"), "\(start)")
      try Data("claim\nlemma-12\n  printed 1 = 1\n".utf8).write(
        to: folder.appending(path: "mine/extra.claim"))
      let twice = try run(["lemma", "12", "--proofs", "mine"])
      #expect(twice.status == 65 && twice.errors.contains("already stated"))
    }
  }

  @Test func `proofs of a file stand beside it, and are used from there`() throws {
    try with(text) { run, folder in
      let proved = try run(["prove", "mine/my.claim"])
      #expect(proved.status == 0 && proved.errors == "")
      #expect(
        proved.output == """
          mine/certificates/my-square.uniform  r ≥ 4
          mine/certificates/my-spectrum.uniform  r ≥ 4
          2 proofs written, 0 forms without one

          """)
      let certificates = folder.appending(path: "mine/certificates")
      #expect(names(certificates) == ["my-spectrum.uniform", "my-square.uniform"])
      let replayed = try run(["proofs", "mine"])
      #expect(replayed.status == 0)
      #expect(
        replayed.output.hasSuffix(
          "\n2 of 2 without a record hold; 2 of 2 certificates are valid.\n"))
      let checked = try run(["check", "mine/my.claim", "--r", "4.."])
      #expect(checked.status == 0 && checked.output.contains("proved"))
      // A certificate that is damaged is no proof; the statement is proved anew.
      let file = certificates.appending(path: "my-square.uniform")
      let right = try String(contentsOf: file, encoding: .utf8)
      try Data(right.replacing("power a1 2", with: "power a1 3").utf8).write(to: file)
      #expect(try run(["proofs", "mine"]).status == 1)
      #expect(try run(["check", "mine/my.claim", "--r", "4.."]).status == 0)
    }
  }

  @Test func `a file is exported to Coq, with proofs that are found`() throws {
    try with(text) { run, folder in
      let proofs = ["--proofs", packageFolder.appending(path: "proofs").path]
      let exported = try run(["export", "coq", "mine/my.claim"] + proofs)
      #expect(exported.status == 0 && exported.errors == "")
      #expect(exported.output.hasPrefix("2 proofs and "))
      let found = names(folder.appending(path: "mine/coq"))
      #expect(found.contains("my_square.v") && found.contains("my_spectrum.v"))
      #expect(found.contains("_CoqProject"))
      let other = try run(["export", "coq", "mine/my.claim", "--out", "a/b"] + proofs)
      #expect(other.status == 0)
      #expect(names(folder.appending(path: "a/b")) == found)
    }
  }

  @Test func `what has no proof is named, and is not written`() throws {
    try with(unproved) { run, folder in
      for command in [["prove", "mine/my.claim"], ["export", "coq", "mine/my.claim"]] {
        let result = try run(command)
        #expect(result.status == 2)
        #expect(result.errors == "my-signs.uniform: no uniform proof: no case for r = 4\n")
      }
      #expect(names(folder.appending(path: "mine")) == ["my.claim"])
      let replayed = try run(["proofs", "mine"])
      #expect(replayed.status == 1, "(r, 0, …) is the inertia from r = 5 on")
      #expect(replayed.output.contains("number of positive eigenvalues of G(r)"))
    }
  }

  @Test(arguments: [
    (["prove", "none.claim"], 65, "none.claim: No such file or directory"),
    (["export", "coq", "none.claim"], 65, "none.claim: No such file or directory"),
    (["export", "coq"], 64, "expected --out DIR"),
    (["export", "coq", "mine/my.claim", "--only", "x"], 64, "--only names proofs on file"),
    (["proofs", "none"], 65, "none: there is no such folder"),
  ])
  func `what is not there`(_ arguments: [String], _ status: Int32, _ says: String) throws {
    try with(text) { run, _ in
      let result = try run(arguments)
      #expect(result.status == status && result.output == "")
      #expect(result.errors.contains(says), "\(result.errors)")
    }
  }

  @Test func `the folder of a proof that is written is made`() throws {
    try with(text) { run, folder in
      let one = try run(["prove", "my-square", "--proofs", "mine", "--out", "a/b/c.uniform"])
      #expect(one.status == 0)
      #expect(names(folder.appending(path: "a/b")) == ["c.uniform"])
      let all = try run(["prove", "--all", "--proofs", "mine", "--out", "d/e"])
      #expect(all.status == 0)
      #expect(names(folder.appending(path: "d/e")).count == 2)
    }
  }
}
