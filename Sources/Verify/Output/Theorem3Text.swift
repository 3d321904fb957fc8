import Claims
import Rational
import Statements

/// The two layouts of Theorem 3.
enum Theorem3Text {
  /// One row for each number of layers.
  static func table(of document: Document, isVerbose: Bool) -> String {
    guard case .decided(let report)? = document.entries.first,
      report.verdict.kind == .checked || report.verdict.kind == .proved
    else { return document.text(isVerbose: isVerbose) }
    if report.verdict.kind == .proved { return proof(report, document) }
    var rows: [(layers: Rational, sizes: [Rational], criteria: [String])] = []
    let sizeName = report.domains.first { $0.parameter.name != "L" }?.parameter.name ?? "r"
    for finding in report.findings {
      guard let layers = finding.at["L"], let size = finding.at[sizeName] else { continue }
      let criterion = finding.entries.first { $0.name == "criterion" }?.value ?? ""
      if let index = rows.firstIndex(where: { $0.layers == layers }) {
        rows[index].sizes.append(size)
        if !rows[index].criteria.contains(criterion) { rows[index].criteria.append(criterion) }
      } else {
        rows.append((layers, [size], [criterion]))
      }
    }
    var table = TextTable(["L", sizeName, "values", "verdict", "decided by"])
    table.rightAligned = [0, 2]
    for row in rows.sorted(by: { $0.layers < $1.layers }) {
      table.add([
        "\(row.layers)", interval(row.sizes), "\(row.sizes.count)", report.verdict.kind.rawValue,
        row.criteria.joined(separator: "; or "),
      ])
    }
    let header = document.header.joined(separator: "\n")
    var text = "\(document.entries[0].title)\n\(header)\n\n\(table.text)"
    if document.showsOutside {
      for outside in report.outside {
        text += "\nat \(outside.at): \(outside.remark.abbreviated)\n"
      }
    }
    if isVerbose { text += document.found(report) }
    text += "\n" + document.remarks.map { $0.abbreviated + "\n" }.joined()
    let summary =
      "L_SRG < L_DNC for \(report.holds) of \(report.instances) pairs: "
      + "\(report.verdict.kind.rawValue)."
    return text + "\n" + document.coloured(summary) + "\n"
  }

  /// What is proved for all values of open ranges, and how.
  private static func proof(_ report: Report, _ document: Document) -> String {
    var text = "\(document.entries[0].title)\n\(document.header.joined(separator: "\n"))\n\n"
    text += "decided by: \(report.method)\n"
    text += "leans on: \(report.principles.joined(separator: ", "))\n"
    for outside in report.outside where document.showsOutside {
      text += "\nat \(outside.at): \(outside.remark.abbreviated)\n"
    }
    text += "\n" + document.remarks.map { $0.abbreviated + "\n" }.joined()
    return text + "\n" + document.coloured("L_SRG < L_DNC for \(report.provedFor): proved.") + "\n"
  }

  private static func interval(_ values: [Rational]) -> String {
    guard let first = values.min(), let last = values.max(), values.count > 1 else {
      return values.map(\.description).joined(separator: ", ")
    }
    return last - first == Rational(values.count - 1) && values.allSatisfy(\.isInteger)
      ? "\(first)…\(last)" : Domain.list(values)
  }

  /// Both minimal losses of each problem; verbose, the certificates as well.
  static func problems(of document: Document, isVerbose: Bool) -> String {
    var text = ""
    for entry in document.entries {
      guard case .decided(let report) = entry else {
        text += "\(entry.claim.id) is undecided: \(entry.reason ?? "")\n\n"
        continue
      }
      for finding in report.findings {
        let shown = zip(finding.at.names, finding.at.values).filter { $0.0 != "Lambda" }
        text += shown.map { "\($0.0) = \($0.1)" }.joined(separator: ", ") + "\n"
        let entries = finding.entries.filter { $0.name != Report.Finding.certificateText }
        let width = entries.map(\.name.count).max() ?? 0
        for entry in entries {
          let space = String(repeating: " ", count: width - entry.name.count)
          text += "  \(entry.name)\(space)  \(entry.value.abbreviated)\n"
        }
        if isVerbose, let certificate = finding.certificate {
          text += "\n" + certificate.split(separator: "\n").map { "  \($0)\n" }.joined()
        }
        text += "\n"
      }
      for outside in report.outside {
        text += "at \(outside.at): \(outside.remark.abbreviated)\n\n"
      }
      switch report.verdict {
      case .refuted(let counterexample):
        text += "L_SRG < L_DNC is false at \(counterexample.at.description.abbreviated): "
        text += "\(counterexample.failure.actual.abbreviated).\n"
        if entry.claim.parameters.contains(where: { $0.name == "K" }) {
          text += "SRG is the first way of Definition 8; verify loss --K has the second one, too.\n"
        }
        text += "\n"
      case .undecided(let reason): text += "undecided: \(reason)\n\n"
      case .checked, .proved: break
      }
    }
    return text + document.coloured(document.summary) + "\n"
  }
}

extension Report.Finding {
  /// The certificate that the kernel has replayed.
  fileprivate var certificate: String? {
    entries.first { $0.name == Self.certificateText }?.value
  }
}
