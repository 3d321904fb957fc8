import Certificates
import Foundation
import Rational
import Testing

@testable import Claims

/// What is shown for all r against what is decided for each r up to 30, in every statement on file.
@Suite struct AgreementTests {
  private static let last = 30

  /// The forms with a uniform proof on file.
  static func proved() throws -> [(claim: Claim, form: Claim.Form)] {
    let place = proofsFolder.appending(path: "certificates").path
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
      let roles = claim.uniformRoles(in: form)
      guard let name = roles.open, let least = claim.leastVertices(roles), least <= Self.last else {
        continue
      }
      let values = (least...Self.last).flatMap { claim.openValues(roles, vertices: $0) }
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

  @Test func `a false statement fails for exactly the r that the uniform reading names`() throws {
    var seen = 0
    for claim in try libraryOnFile().claims {
      guard let form = claim.form(.printed), form.record?.verdict == .refuted,
        let parameter = claim.parameters.first(where: { $0.name == "r" && $0.isInteger }),
        let least = parameter.bound.flatMap({ Int(exactly: $0.value.numerator) })
      else { continue }
      let report = try claim.report(on: form, over: ["r": .from(least)])
      guard let extent = report.findings.flatMap(\.entries).first(where: { $0.name == "extent" })
      else { continue }
      // "it fails for every r ≥ 6; below that it holds for r = 4, 5"
      let parts = extent.value.components(separatedBy: ";")
      let holding = Set(
        parts[1].components(separatedBy: CharacterSet.decimalDigits.inverted).compactMap { Int($0) }
      )
      for r in least...Self.last {
        let here = try claim.report(
          on: form, over: ["r": .finite([Rational(r)], text: "\(r)")])
        #expect((here.verdict == .checked) == holding.contains(r), "\(claim.id) at r = \(r)")
      }
      seen += 1
    }
    #expect(seen >= 8)
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
