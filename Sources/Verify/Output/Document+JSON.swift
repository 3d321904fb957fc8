import Claims
import Rational
import Statements
import Typesetting

extension Document {
  /// One object; the same bytes from run to run but for `timing`.
  var json: String {
    var members: [String: JSON] = [
      "schema": .string("verify/1"),
      "command": .string(command),
      "exit": .integer(Int(status.rawValue)),
      "results": .array(entries.map(json)),
      "remarks": .array(remarks.map(JSON.string)),
      "summary": .string(summary),
      "timing": .object(["seconds": .decimal(Self.rounded(seconds))]),
    ]
    if let audit { members["audit"] = audit.json }
    if !certificates.isEmpty { members["certificates"] = certificatesJSON }
    if !listed.isEmpty { members["beyond"] = .array(listed.map(json)) }
    return JSON.object(members).text() + "\n"
  }

  /// A statement that is listed only.
  private func json(_ claim: Claim) -> JSON {
    .object([
      "claim": .string(claim.id), "source": .string(claim.source), "title": .string(claim.title),
      "reason": .string(claim.beyond ?? ""), "coq": .array(claim.coqTheorems.map(JSON.string)),
    ])
  }

  /// Seconds to a millisecond.
  static func rounded(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private func json(_ entry: Entry) -> JSON {
    var members: [String: JSON] = [
      "claim": .string(entry.claim.id),
      "statement": .string(entry.form.wording.rawValue),
      "source": .string(entry.claim.source),
      "title": .string(entry.title),
      "role": .string(entry.claim.role.rawValue),
    ]
    if entry.form.wording == .printed, let fault = entry.claim.fault {
      members["kind"] = .string(fault.kind)
      if case .inherited(let id) = fault { members["inheritedFrom"] = .string(id) }
    }
    if !entry.claim.coqTheorems.isEmpty {
      members["coq"] = .array(entry.claim.coqTheorems.map(JSON.string))
    }
    let formulas = ClaimFormulas(entry.claim)
    members["formulas"] = .array(formulas.propositions(of: entry.form).map(\.json))
    members["definitions"] = .array(formulas.definitions.map(\.json))
    if let hypothesis = formulas.hypothesis { members["hypothesis"] = hypothesis.json }
    members["verdict"] = .string(entry.verdict.rawValue)
    if let reason = entry.reason { members["reason"] = .string(reason) }
    switch entry {
    case .refused, .stopped:
      members["instances"] = .integer(0)
      members["holds"] = .integer(0)
    case .decided(let report):
      members["domain"] = .object(
        Dictionary(
          uniqueKeysWithValues: report.domains.map {
            ($0.parameter.name, .string($0.domain.description))
          }))
      members["extent"] = json(report.extents)
      if report.extents.isFinite {
        members["instances"] = .integer(report.instances)
        members["holds"] = .integer(report.holds)
      }
      if let refutation = report.refutation {
        members["refutation"] = .object([
          "assertion": .integer(refutation.assertion), "extent": json(refutation.extents),
          "method": .string(refutation.method),
          "holds": .array(refutation.holds.map(json)),
        ])
      }
      members["method"] = .string(report.method)
      members["principles"] = .array(report.principles.map(JSON.string))
      if case .refuted(let counterexample) = report.verdict {
        members["counterexample"] = json(counterexample)
      }
      if !report.open.isEmpty { members["open"] = .array(report.open.map(JSON.string)) }
      if showsOutside, !report.outside.isEmpty {
        members["outside"] = .array(
          report.outside.map {
            .object(["at": json($0.at), "remark": .string($0.remark)])
          })
      }
      if !report.findings.isEmpty {
        members["findings"] = .array(
          report.findings.map { finding in
            .object([
              "at": json(finding.at),
              "found": .array(
                finding.entries.map {
                  .object(["name": .string($0.name), "value": .string($0.value)])
                }),
            ])
          })
      }
      if isRegression {
        members["regression"] = .string(
          entry.isStopped ? "not finished" : report.regression.shown)
      }
    }
    return .object(members)
  }

  private func json(_ extents: Extents) -> JSON {
    .object(
      Dictionary(
        uniqueKeysWithValues: extents.entries.map { ($0.name, .object($0.extent.members)) }))
  }

  private func json(_ instance: Instance) -> JSON {
    .object(
      Dictionary(
        uniqueKeysWithValues: zip(instance.names, instance.values.map { .string("\($0)") })))
  }

  private func json(_ counterexample: Counterexample) -> JSON {
    let failure = counterexample.failure
    var members: [String: JSON] = [
      "at": json(counterexample.at), "what": .string(failure.what),
      "claimed": .string(failure.claimed), "actual": .string(failure.actual),
      "location": .string("\(failure.location)"),
    ]
    let values = ["claimed": failure.claimed, "actual": failure.actual]
    members["latex"] = .object(
      values.compactMapValues { Formula(value: $0).map { .string($0.latex) } })
    return .object(members)
  }
}

extension Formula {
  fileprivate var json: JSON { .object(["latex": .string(latex), "text": .string(text)]) }
}

extension Extent {
  /// The longest list that is written value by value.
  private static let listLimit = 1000

  /// `{"from": "3"}`, `{"above": "0"}`, `{"values": ["1", "2"]}`; a long list of consecutive integers is
  /// `{"from": "1", "to": "5000"}`.
  fileprivate var members: [String: JSON] {
    switch self {
    case .from(let first): return ["from": .string("\(first)")]
    case .above(let bound): return ["above": .string("\(bound)")]
    case .values(let values):
      if values.count > Self.listLimit, let first = values.first, let last = values.last,
        values.allSatisfy(\.isInteger), last - first == Rational(values.count - 1)
      {
        return ["from": .string("\(first)"), "to": .string("\(last)")]
      }
      return ["values": .array(values.map { .string("\($0)") })]
    }
  }
}

extension Regression {
  /// `as recorded`, or what differs.
  var shown: String {
    switch self {
    case .asRecorded: "as recorded"
    case .unrecorded: "no record on file"
    case .differs(let what, let recorded, let found):
      "\(what) differs: recorded \(recorded), found \(found)"
    }
  }
}
