import Foundation
import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Statements

/// The textbook facts in proofs/graphs: as recorded, and refuted when one spot is changed.
@Suite struct GraphFactsTests {
  @Test func `two dozen facts at least, each with a source and as recorded`() throws {
    let claims = try libraryOnFile(in: graphsFolder).claims
    #expect(claims.count >= 24)
    for claim in claims {
      #expect(!claim.source.isEmpty && claim.title != claim.id, "\(claim.id)")
      for form in claim.forms {
        let report = try claim.report(on: form, over: claim.replayDomains)
        #expect(report.regression == .asRecorded, "\(claim.id)")
      }
    }
  }

  /// Sizes at which no formula is favoured, of both parities for n.
  private static let sizes: [String: [Rational]] = [
    "n": [8, 9, 10], "m": [3], "t": [4], "q": [13], "d": [5], "k": [3],
  ]

  /// Variants that are as true, with the reason.
  private static let equivalent: [String: String] = [
    "complete.determinant: ": "of the exponent of -1 the parity alone counts",
    "path.determinant: ": "likewise, and a factor ±1 may be above or below",
    "johnson-2.least-eigenvalue: 2 becomes ": "with more added it is as true",
  ]

  /// Whether a variant is refuted, or asks for a graph or a shape that there is not, or for one that is too
  /// large.
  private func isNoticed(_ mutant: Mutant, _ domains: [String: Domain]) throws -> Bool {
    do {
      switch try mutant.claim.report(on: mutant.form, over: domains).verdict {
      case .refuted: return true
      case .undecided(.value(let reason)): return reason.contains(mutant.claim.location.file)
      default: return false
      }
    } catch RunError.tooLarge { return true }
  }

  @Test func `every variant of a fact is refuted`() throws {
    var tried = 0
    var survivors: [String] = []
    for claim in try libraryOnFile(in: graphsFolder).claims {
      var domains: [String: Domain] = [:]
      for parameter in claim.parameters {
        let small = claim.id.hasPrefix("hamming.spectrum") || claim.id == "kneser.matching"
        guard let sizes = small ? [3] : Self.sizes[parameter.name] else { continue }
        domains[parameter.name] = .finite(sizes, text: "sizes")
      }
      for form in claim.forms {
        for mutant in mutants(of: claim, form) {
          tried += 1
          if try !isNoticed(mutant, domains) {
            survivors.append("\(claim.id): \(mutant.description)")
          }
        }
      }
    }
    let unexplained = survivors.filter { survivor in
      !Self.equivalent.keys.contains { survivor.hasPrefix($0) }
    }
    #expect(
      unexplained.isEmpty,
      "\(unexplained.count) of \(tried): \(unexplained.joined(separator: "\n"))")
    #expect(tried > 800)
  }
}
