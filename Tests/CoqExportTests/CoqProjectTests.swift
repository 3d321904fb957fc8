import Certificates
import CoqExport
import Testing

/// The folder that is written: what is in it and how it is built.
@Suite struct CoqProjectTests {
  private func project(_ names: String...) throws -> CoqProject {
    let proof = try Proofs.proof(Proofs.symbols)
    return CoqProject(
      library: [
        .init(
          name: "Decide.v",
          text:
            "Theorem first_one : True.\nTheorem second (n : nat) : n = n.\nLemma third : True.\n")
      ],
      proofs: try names.map { try CoqFile(proof, name: $0) })
  }

  private func content(_ name: String, of project: CoqProject) throws -> String {
    try #require(project.files.first { $0.name == name }).text
  }

  @Test func `the record names every file`() throws {
    let project = try project("a", "b")
    #expect(
      try content("_CoqProject", of: project) == """
        # Written by verify export coq.
        -Q . Uniform
        Decide.v
        a.v
        b.v
        Axioms.v

        """)
    #expect(try content("Makefile", of: project).hasPrefix(CoqProject.heading))
  }

  @Test func `two proofs of one name are two files`() throws {
    let project = try project("a-b", "a.b", "A_b", "decide", "axioms")
    #expect(
      project.proofs.map(\.name) == ["a_b.v", "a_b_2.v", "A_b_3.v", "decide_2.v", "axioms_2.v"])
  }

  @Test func `the axioms of all proofs are printed at once`() throws {
    let text = try content("Axioms.v", of: try project("a", "b"))
    #expect(text.contains("  a.everything,\n  b.everything)."))
    #expect(text.hasSuffix("Print Assumptions everything.\n"))
    // Whatever the library calls a theorem, with and without proofs.
    for text in [text, try content("Axioms.v", of: project())] {
      #expect(text.contains("From Uniform Require Decide.\n"))
      #expect(text.contains("(Decide.first_one,\n  Decide.second"))
      #expect(!text.contains("Decide.third"))
    }
  }
}
