import Certificates
import Foundation
import Rational
import TestSupport
import Testing
import Threads

@testable import Claims
@testable import Proving
@testable import Statements

/// Variants of the statements that have a uniform proof: one that can be proved is true.
@Suite struct `uniform proofs of mutated statements` {
  private struct Found: Sendable {
    let name: String
    let isProved: Bool
    let isTrue: Bool
  }

  /// Whether a form has equations alone, whose variants are false but for a few.
  private static func isEquation(_ form: Claim.Form) -> Bool {
    form.propositions.allSatisfy { proposition in
      switch proposition {
      case .relation(_, let relation, _, _): relation == .equal
      case .spectrum, .stronglyRegular: true
      case .feasibility, .lossComparison, .lossValue, .inertia, .definite, .equitable, .interlacing,
        .forAllVectors, .either:
        false
      }
    }
  }

  /// A variant with a proof, decided one by one for seven r from where the proof begins on.
  private static func decide(_ mutant: Mutant) throws -> Found {
    let name = "\(mutant.claim.id) \(mutant.form.wording): \(mutant.description)"
    guard let proof = try? mutant.claim.uniformProof(of: mutant.form) else {
      return Found(name: name, isProved: false, isTrue: false)
    }
    var domains = mutant.claim.replayDomains
    for (parameter, domain) in domains {
      // As many values of the others as make sense.
      if case .finite(let values, _) = domain, values.count > 3 {
        domains[parameter] = .finite(Array(values.prefix(3)), text: "three")
      }
    }
    let roles = ParameterRoles(mutant.claim, mutant.form.propositions)
    if let open = roles.open, let first = proof.cases.compactMap(\.sizes.first?.first).max() {
      let values = (first...(first + 6)).flatMap { roles.values(atVertices: $0) }
      domains[open] = .finite(values.map { Rational($0) }, text: "seven")
    }
    let report = try mutant.claim.report(on: mutant.form, over: domains, options: RunOptions())
    let isOutside = report.instances == 0 && !report.outside.isEmpty
    return Found(name: name, isProved: true, isTrue: report.verdict == .checked || isOutside)
  }

  @Test(arguments: [
    "construction(I(K), I(K))", "construction(I(K), J(K))", "construction(T(r), T(r))",
    "construction(T(r), unit_rows(B(r)))", "construction(I(K), G(r))",
    "construction(I(K), I(K) + G(r))", "construction(J(K), J(K))",
    "construction(I(K), 2*I(K) + J(K))", "construction(I(K) + J(K), I(K))",
    "construction(-T(r), unit_rows(A1(r) * T(r)))", "construction(T(r), -unit_rows(A1(r) * T(r)))",
    "construction(A1(r)ᵀ, unit_rows(A1(r) * T(r)))",
    "construction(T(r), stack(T(r), 2*T(r)))",
  ])
  func `a construction that is not the paper's has no proof`(_ construction: String) throws {
    func isProved(_ construction: String) throws -> Bool {
      let claim = try #require(
        try Parser.claims(
          in: """
            claim c
              parameter r integer >= 5 default 5..6
              parameter L integer >= 3 default 3..4
              let K = r*(r-1)/2
              let srg = \(construction)
              let dnc = collapse(K)
              printed minimal_loss(srg) < minimal_loss(dnc) with L layers
                for every regularisation where dnc is nonzero
            """, file: "test.claim"
        ).first)
      return (try? claim.uniformProof(of: claim.forms[0])) != nil
    }
    #expect(try !isProved(construction))
    #expect(try isProved("construction(T(r), unit_rows(A1(r) * T(r)))"))
  }

  @Test(.timeLimit(.minutes(5)))
  func `a variant that can be proved is true`() async throws {
    let library = try libraryOnFile()
    var random = SplitMix64(seed: 31)
    var equations: [Mutant] = []
    var others: [Mutant] = []
    for file in try uniformProofsOnFile()
    where file.text.utf8.count < 2500 && !file.name.contains(".fails.") {
      let proof = try UniformProof(text: file.text)
      let claim = try #require(library[proof.claim])
      let form = try #require(claim.forms.first { $0.wording.rawValue == proof.statement })
      let all = mutants(of: claim, form)
      guard !all.isEmpty else { continue }
      if Self.isEquation(form) {
        for _ in 0..<3 { equations.append(random.element(of: all)) }
      } else {
        for _ in 0..<3 { others.append(random.element(of: all)) }
      }
    }
    #expect(equations.count > 80 && others.count > 10, "\(equations.count), \(others.count)")
    let found = try await inParallel(equations) { try Self.decide($0) }
    let more = try await inParallel(others) { try Self.decide($0) }
    for entry in found + more where entry.isProved {
      #expect(entry.isTrue, "\(entry.name) is proved, and false")
    }
    let proved = found.filter(\.isProved)
    #expect(
      proved.count * 20 <= found.count,
      "\(proved.count) of \(found.count): \(proved.map(\.name).joined(separator: "\n"))")
  }
}
