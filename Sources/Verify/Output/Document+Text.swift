import Claims

extension Document {
  /// The results as aligned text.
  func text(_ options: RunningOptions) -> String {
    if options.quiet { return summary + "\n" }
    var lines = header.isEmpty ? "" : header + "\n\n"
    lines += table.text
    for entry in entries {
      guard case .decided(let report) = entry else {
        if case .refused(let claim, _, let reason) = entry {
          lines += "\n\(claim.id) was refused: \(reason)\n"
        }
        continue
      }
      lines += details(report)
      if options.verbose { lines += found(report) }
    }
    if !remarks.isEmpty { lines += "\n" + remarks.map { $0 + "\n" }.joined() }
    lines += "\n" + coloured(summary) + "\n"
    return lines
  }

  /// The domains that all results share.
  var header: String {
    var shown: [String] = []
    for case .decided(let report) in entries {
      for (parameter, domain) in report.domains {
        let text = "\(parameter.name) ∈ \(domain.shown)"
        if !shown.contains(text) { shown.append(text) }
      }
    }
    return shown.count > 4 ? "" : shown.joined(separator: "; ")
  }

  private var table: TextTable {
    var table = TextTable(["statement", "form", "verdict", "holds for", isRegression ? "record" : "what it says"])
    for entry in entries {
      let id = entry.claim.id
      let wording = entry.form.wording.rawValue
      switch entry {
      case .refused: table.add([id, wording, "undecided", "—", "refused as too large"])
      case .decided(let report):
        let last = isRegression ? report.regression.shown : report.claim.title
        table.add([
          id, wording, report.verdict.kind.rawValue,
          report.instances == 0 ? "—" : "\(report.holds) of \(report.instances)", last,
        ])
      }
    }
    table.rightAligned = [3]
    return table
  }

  /// The counterexample, the reason, and what lies outside.
  private func details(_ report: Report) -> String {
    var lines = ""
    switch report.verdict {
    case .refuted(let counterexample) where !isRegression || report.regression != .asRecorded:
      let failure = counterexample.failure
      lines += "\n\(report.claim.id) (\(report.form.wording.rawValue)) fails"
      lines += counterexample.at.names.isEmpty ? ":\n" : " first at \(counterexample.at):\n"
      lines += "  \(failure.what)\n"
      lines += "    claimed  \(failure.claimed)\(Self.approximately(failure.claimedDecimal))\n"
      lines += "    actual   \(failure.actual)\(Self.approximately(failure.actualDecimal))\n"
      lines += "  \(failure.location)\n"
    case .undecided(let reason): lines += "\n\(report.claim.id) is undecided: \(reason)\n"
    default: break
    }
    for outside in showsOutside ? report.outside : [] {
      lines += "\n\(report.claim.id) at \(outside.at): \(outside.remark)\n"
    }
    return lines
  }

  private static func approximately(_ decimal: String?) -> String {
    decimal.map { "  ≈ \($0)" } ?? ""
  }

  private func found(_ report: Report) -> String {
    var lines = "\n\(report.claim.id): \(report.method)"
    if !report.principles.isEmpty {
      lines += "; leans on " + report.principles.joined(separator: ", ")
    }
    lines += "\n"
    for finding in report.findings {
      lines += "  \(finding.at): "
      lines += finding.entries.map { "\($0.name) \($0.value)" }.joined(separator: "; ") + "\n"
    }
    return lines
  }

  private func coloured(_ text: String) -> String {
    guard Terminal.hasColour else { return text }
    let code = switch status {
    case .holds: "32"
    case .undecided, .limit: "33"
    default: "31"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The results as a Markdown document.
  var markdown: String {
    var lines = "## verify \(command)\n\n"
    if !header.isEmpty { lines += header + "\n\n" }
    lines += table.markdown
    for case .decided(let report) in entries {
      let text = details(report)
      if !text.isEmpty { lines += "\n" + text.split(separator: "\n").map { "> \($0)\n" }.joined(separator: ">\n") }
    }
    if !remarks.isEmpty { lines += "\n" + remarks.map { "- \($0)\n" }.joined() }
    return lines + "\n" + summary + "\n"
  }
}
