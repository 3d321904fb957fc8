import Certificates
import Rational
import Testing

@testable import Claims

@Suite struct `uniform proofs on file` {
  /// What the paper's lemmas and its main theorem are on file as.
  static let lemmas = [
    "lemma-9", "lemma-10", "lemma-11", "lemma-12", "lemma-13.corrected", "lemma-14", "lemma-15",
    "theorem-3",
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
      let recorded = RecordedProof(proof, in: library)
      let wording = recorded.statement == "printed" ? "" : "." + recorded.statement
      #expect(file.name == "\(recorded.claim)\(wording).uniform")
      #expect(recorded.failure == nil, "\(file.name): \(recorded.failure ?? "")")
      return recorded
    }
    // The lemmas about graphs are for all r, the theorem for all L as well.
    for id in Self.lemmas {
      let name = id.split(separator: ".")[0]
      let recorded = try #require(found.first { $0.claim == name && $0.failure == nil })
      #expect(recorded.domain.hasPrefix("r ≥ "), "\(recorded.domain)")
      let expected = Set(["intersection numbers are polynomials in r"])
      #expect(expected.isSubset(of: recorded.principles))
    }
    let theorem = try #require(found.first { $0.claim == "theorem-3" })
    #expect(theorem.domain == "r ≥ 4; L ≥ 3")
  }

  /// A statement with an open L has its L in exponents alone, or as the number of layers.
  @Test func `L is open where it is in linear exponents alone`() throws {
    for file in try uniformProofsOnFile() {
      let proof = try UniformProof(text: file.text)
      guard proof.cases.contains(where: { $0.layers != nil }) else { continue }
      let claim = try #require(try libraryOnFile()[proof.claim])
      let form = try #require(claim.forms.first { $0.wording.rawValue == proof.statement })
      let induction = Induction(claim: claim, name: "L")
      // What is shown for all L is known to the other engine as geometric in L.
      #expect(throws: Never.self, "\(file.name)") { try induction.steps(of: form.propositions) }
    }
  }
}
