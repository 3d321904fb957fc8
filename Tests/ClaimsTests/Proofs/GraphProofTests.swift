import Certificates
import Foundation
import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// The facts about graph families that are proved for all sizes.
@Suite struct GraphProofTests {
  /// The claims with a proof on file.
  private static func proved() throws -> [(claim: Claim, text: String)] {
    try libraryOnFile(in: graphsFolder).claims.compactMap { claim in
      let file = graphsFolder.appending(path: "certificates/\(claim.id).uniform")
      return (try? String(contentsOf: file, encoding: .utf8)).map { (claim, $0) }
    }
  }

  @Test func `proofs on file are valid, and are what is found`() throws {
    let (library, proved) = (try libraryOnFile(in: graphsFolder), try Self.proved())
    #expect(proved.count >= 40)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: graphsFolder.appending(path: "certificates").path)
    #expect(files.count == proved.count, "a certificate without a claim")
    for (claim, text) in proved {
      #expect(try RecordedProof(text: text, in: library).failure == nil, "\(claim.id)")
      let form = try #require(claim.form(.printed))
      #expect(try claim.uniformProof(of: form).text == text, "\(claim.id)")
    }
  }

  /// By orbits, one after the other, for all sizes up to 12 that the claim admits.
  @Test func `what is proved holds for sizes up to 12`() throws {
    var decided = 0
    for (claim, _) in try Self.proved() {
      var domains = claim.replayDomains
      for parameter in claim.parameters {
        let least = try #require(parameter.bound?.leastInteger)
        domains[parameter.name] = .integers(least...max(12, least + 2))
      }
      let form = try #require(claim.form(.printed))
      let report = try claim.report(on: form, over: domains)
      #expect(report.verdict == .checked, "\(claim.id): \(report.verdict)")
      decided += report.instances
    }
    #expect(decided > 1500)
  }

  /// A variant that can be proved, for all sizes from where its proof begins on, is true there.
  @Test func `variants that can be proved are true`() throws {
    var (tried, proved) = (0, 0)
    for (claim, _) in try Self.proved() {
      let form = try #require(claim.form(.printed))
      // Every third variant: each takes a search for a proof.
      for (index, mutant) in mutants(of: claim, form).enumerated() where index % 3 == 0 {
        tried += 1
        guard let proof = try? mutant.claim.uniformProof(of: mutant.form) else { continue }
        proved += 1
        let recorded = RecordedProof(proof, of: mutant.claim, options: RunOptions())
        guard recorded.failure == nil else { continue }
        var domains = recorded.domains
        for (name, domain) in domains {
          if case .from(let first) = domain { domains[name] = .integers(first...first + 4) }
        }
        let report = try mutant.claim.report(on: mutant.form, over: domains)
        #expect(report.verdict == .checked, "\(claim.id): \(mutant.description)")
      }
    }
    #expect(tried > 250 && proved < tried / 4, "\(proved) of \(tried)")
  }
}
