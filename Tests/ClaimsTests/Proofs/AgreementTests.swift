import Certificates
import Foundation
import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// What is shown for all r against what is decided for each r up to 30, in every statement on file.
@Suite struct AgreementTests {
  private static let last = 30

  /// The forms with a uniform proof on file.
  static func proved() throws -> [(claim: Claim, form: Claim.Form)] {
    let place = paperFolder.appending(path: "certificates").path
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: place))
    return try libraryOnFile().claims.flatMap { claim in
      claim.forms.filter { form in
        let suffix = form.wording == .printed ? "" : ".corrected"
        return names.contains("\(claim.id)\(suffix).uniform")
      }.map { (claim, $0) }
    }
  }

  @Test func `what is proved holds for every r up to 30`() throws {
    var decided = 0
    for (claim, form) in try Self.proved() {
      let roles = ParameterRoles(claim, form.propositions)
      // A record `proved` says that single values are not decided: the eigenvalues are no square roots.
      guard form.record?.verdict != .proved, let name = roles.open,
        let bound = claim.parameters.first(where: { $0.name == name })?.bound?.leastInteger,
        case let least = roles.vertices(at: bound), least <= Self.last
      else { continue }
      let values = (least...Self.last).flatMap { roles.values(atVertices: $0) }
        .filter { $0 >= bound }
      // A row of K has r values: its first and its last ones.
      let chosen = roles.row == nil ? values : values.filter { $0 % 7 == 0 || $0 < 30 }
      let domain = Domain.finite(chosen.map { Rational($0) }, text: "…")
      var domains = claim.defaultDomains
      domains[name] = domain
      let report = try claim.report(on: form, over: domains)
      #expect(report.verdict == .checked, "\(claim.id) \(form.wording.rawValue)")
      decided += report.instances
    }
    #expect(decided > 1500)
  }

  @Test func `a false statement fails for exactly the r that its refutation names`() throws {
    let options = RunOptions(proofOnFile: { claim, form, isRefutation in
      guard isRefutation else { return nil }
      let place = paperFolder.appending(path: "certificates/\(claim.id).fails.uniform")
      return (try? String(contentsOf: place, encoding: .utf8)).flatMap {
        try? UniformProof(text: $0)
      }
    })
    var seen = 0
    for claim in try libraryOnFile().claims {
      guard let form = claim.form(.printed), form.record?.verdict == .refuted,
        let parameter = claim.parameters.first(where: { $0.name == "r" && $0.isInteger }),
        let least = parameter.bound.flatMap({ Int(exactly: $0.value.numerator) })
      else { continue }
      let report = try claim.report(on: form, over: ["r": .from(least)], options: options)
      guard let refutation = report.refutation,
        case .from(let first)? = refutation.extents.entries.first(where: { $0.name == "r" })?.extent
      else { continue }
      let holding = Set(refutation.holds.compactMap { $0["r"] }.map { Int(exactly: $0.numerator)! })
      #expect(holding.allSatisfy { $0 < first })
      for r in least...Self.last {
        let here = try claim.report(
          on: form, over: ["r": .finite([Rational(r)], text: "\(r)")])
        #expect((here.verdict == .checked) == holding.contains(r), "\(claim.id) at r = \(r)")
      }
      seen += 1
    }
    #expect(seen >= 7)
  }
}

extension Claim {
  /// At most two values of every parameter: the regression has them all, for fewer r.
  fileprivate var defaultDomains: [String: Domain] {
    var domains: [String: Domain] = [:]
    for parameter in parameters {
      guard case .finite(let values, _)? = parameter.defaultValues else { continue }
      domains[parameter.name] = .finite(Array(values.prefix(2)), text: "…")
    }
    return domains
  }
}
