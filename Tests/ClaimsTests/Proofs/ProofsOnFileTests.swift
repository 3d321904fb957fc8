import Certificates
import Rational
import Testing
import Threads

@testable import Claims
@testable import Proving
@testable import Statements

@Suite struct `uniform proofs on file` {
  /// What the paper's lemmas and its main theorem are on file as.
  static let lemmas = [
    "lemma-9.corrected", "lemma-10", "lemma-11", "lemma-12", "lemma-13.corrected", "lemma-14",
    "lemma-15", "theorem-3.corrected",
  ]

  @Test func `all are valid, and say what their statement says`() async throws {
    let library = try libraryOnFile()
    let files = try uniformProofsOnFile()
    #expect(files.count > 100)
    #expect(Set(Self.lemmas.map { $0 + ".uniform" }).isSubset(of: files.map(\.name)))
    let found = try await inParallel(files) { file in
      let proof = try UniformProof(text: file.text)
      // One text for each proof.
      #expect(proof.text == file.text, "\(file.name)")
      let recorded = RecordedProof(proof, of: library[proof.claim], options: RunOptions())
      let wording = recorded.statement == "printed" ? "" : "." + recorded.statement
      let what = recorded.isRefutation ? ".fails" : ""
      #expect(file.name == "\(recorded.claim)\(wording)\(what).uniform")
      #expect(recorded.failure == nil, "\(file.name): \(recorded.failure ?? "")")
      return recorded
    }
    // The lemmas about graphs are for all r, the theorem for all L as well.
    for id in Self.lemmas {
      let name = id.split(separator: ".")[0]
      let recorded = try #require(
        found.first { $0.claim == name && $0.failure == nil && !$0.isRefutation })
      #expect(recorded.extents.description.hasPrefix("r ≥ "), "\(recorded.extents)")
      let expected = Set(["intersection numbers are polynomials in r"])
      #expect(expected.isSubset(of: recorded.principles))
    }
    let theorem = try #require(found.first { $0.claim == "theorem-3" })
    #expect(theorem.extents.description == "r ≥ 4; L ≥ 3")
  }

  /// What is proved and what is refuted: no form is both.
  @Test func `a form is not proved and refuted`() throws {
    let names = Set(try uniformProofsOnFile().map(\.name))
    for name in names where name.hasSuffix(".fails.uniform") {
      #expect(!names.contains(name.replacing(".fails", with: "")))
    }
  }
}
