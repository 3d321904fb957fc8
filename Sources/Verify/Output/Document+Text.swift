import Claims

extension Document {
  /// The results as aligned text.
  func text(isVerbose: Bool) -> String {
    var lines = header.map { $0 + "\n" }.joined()
    if !lines.isEmpty { lines += "\n" }
    lines += table.text
    for entry in entries {
      lines += details(entry)
      if isVerbose, case .decided(let report) = entry { lines += found(report) }
    }
    if !certificates.isEmpty { lines += "\n" + certificateTable.text }
    if !certificateFailures.isEmpty {
      lines += "\n" + certificateFailures.map { $0 + "\n" }.joined()
    }
    let notes = remarks.map(\.abbreviated) + listedLines
    if !notes.isEmpty { lines += "\n" + notes.map { $0 + "\n" }.joined() }
    return lines + "\n" + coloured(summary) + "\n"
  }

  /// The values that are asked, in lines; a parameter that has the same values in every claim
  /// stands in the first.
  var header: [String] {
    guard !isRegression else { return [] }
    var names: [String] = []
    var shown: [String: [String]] = [:]
    for case .decided(let report) in entries {
      for (parameter, domain) in report.domains {
        if !names.contains(parameter.name) { names.append(parameter.name) }
        let text = report.shown(parameter, domain)
        if shown[parameter.name]?.contains(text) != true {
          shown[parameter.name, default: []].append(text)
        }
      }
    }
    let shared = names.filter { shown[$0]?.count == 1 && !isOwn($0) }
    var lines = wrapped(shared.map { shown[$0]?.first ?? "" })
    var seen: Set<String> = []
    for case .decided(let report) in entries where seen.insert(report.claim.id).inserted {
      let own = report.domains.filter { !shared.contains($0.parameter.name) }
      let texts = own.map { report.shown($0.parameter, $0.domain) }
      guard let first = texts.first else { continue }
      lines += wrapped(["\(report.claim.id): " + first] + texts.dropFirst())
    }
    return lines
  }

  /// Whether one claim among several has that parameter.
  private func isOwn(_ name: String) -> Bool {
    let all = Set(entries.map(\.claim.id))
    let having = Set(
      entries.map(\.claim).filter { $0.parameters.contains { $0.name == name } }.map(\.id))
    return having.count == 1 && all.count > 1
  }

  /// The parts joined by semicolons, in lines of at most a hundred characters where possible.
  private func wrapped(_ parts: [String]) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, last.count + part.count < 98 {
        lines[lines.count - 1] = last + "; " + part
      } else {
        lines.append(lines.isEmpty ? part : "  " + part)
      }
    }
    return lines
  }

  var table: TextTable {
    let last = isRegression ? "record" : "what it says"
    var table = TextTable(["statement", "form", "verdict", "holds for", last])
    table.rightAligned = [3]
    for entry in entries {
      var holds = "—"
      if case .decided(let report) = entry {
        if entry.verdict == .proved {
          holds = "all"
        } else if report.instances > 0 {
          holds = "\(report.holds) of \(report.instances)"
        }
      }
      table.add([
        entry.claim.id, entry.form.wording.rawValue, entry.verdict.rawValue, holds, remark(entry),
      ])
    }
    return table
  }

  /// The last column: what the claim says, or how its record compares.
  private func remark(_ entry: Entry) -> String {
    switch entry {
    case .refused: "refused as too large"
    case .stopped: "not finished"
    case .decided(let report):
      if isRegression {
        entry.isStopped ? "not finished" : report.regression.shown
      } else {
        report.claim.title
      }
    }
  }

  /// The counterexample, the reason, and what lies outside.
  private func details(_ entry: Entry) -> String {
    guard case .decided(let report) = entry else {
      let what = if case .refused = entry { "was refused" } else { "is undecided" }
      return "\n\(entry.claim.id) \(what): \(entry.reason ?? "")\n"
    }
    var lines = ""
    switch report.verdict {
    case .refuted(let counterexample) where !isRegression || report.regression != .asRecorded:
      let failure = counterexample.failure
      lines += "\n\(report.claim.id) (\(report.form.wording.rawValue)) fails"
      lines += counterexample.at.names.isEmpty ? ":\n" : " first at \(counterexample.at):\n"
      lines += "  \(failure.what)\n"
      lines += "    claimed  \(Self.shown(failure.claimed, failure.claimedDecimal))\n"
      lines += "    actual   \(Self.shown(failure.actual, failure.actualDecimal))\n"
      lines += "  \(failure.location)\n"
      for entry in report.findings.flatMap(\.entries) where entry.name == Report.Finding.extent {
        lines += "  \(entry.value)\n"
      }
    case .undecided(let reason): lines += "\n\(report.claim.id) is undecided: \(reason)\n"
    default: break
    }
    for outside in showsOutside ? report.outside : [] {
      lines += "\n\(report.claim.id) at \(outside.at): \(outside.remark.abbreviated)\n"
    }
    return lines
  }

  /// An exact value, and its decimals where it is not an integer.
  static func shown(_ exact: String, _ decimal: String?) -> String {
    exact.abbreviated + (decimal.map { "  ≈ \($0)" } ?? "")
  }

  func found(_ report: Report) -> String {
    var lines = "\n\(report.claim.id) (\(report.form.wording.rawValue)): \(report.method)"
    if !report.principles.isEmpty {
      lines += "; leans on " + report.principles.joined(separator: ", ")
    }
    lines += "\n"
    for finding in report.findings {
      lines += "  \(finding.at): "
      let short = finding.entries.filter { $0.name != Report.Finding.certificateText }
      lines += short.map { "\($0.name) \($0.value.abbreviated)" }.joined(separator: "; ") + "\n"
    }
    return lines
  }

  func coloured(_ text: String) -> String {
    guard Terminal.hasColour else { return text }
    let code =
      switch status {
      case .holds: "32"
      case .undecided, .limit: "33"
      default: "31"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// The text with the middle of every number of more than sixty digits left out, for people: other
  /// formats have all digits.
  var abbreviated: String {
    var result = ""
    var digits = ""
    func flush() {
      result +=
        digits.count <= 60
        ? digits : "\(digits.prefix(20))…(\(digits.count) digits)…\(digits.suffix(5))"
      digits = ""
    }
    for character in self {
      if character.isASCII, character.isWholeNumber {
        digits.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }
}

extension Report {
  /// The values of a parameter that the verdict is about: `r ∈ {3, 4, …}`, `every alpha > 0`.
  func shown(_ parameter: Claim.Parameter, _ domain: Domain) -> String {
    symbols.contains(parameter.name)
      ? "every \(parameter.name) > 0" : "\(parameter.name) ∈ \(domain.shown)"
  }
}
