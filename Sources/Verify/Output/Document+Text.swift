import Claims
import Statements

extension Document {
  /// The results as aligned text.
  func text(isVerbose: Bool) -> String {
    var lines = audit.map { $0.lines.map { $0 + "\n" }.joined() + "\n" } ?? ""
    lines += header.map { $0 + "\n" }.joined()
    if !header.isEmpty { lines += "\n" }
    if isRegression, !isVerbose {
      lines += folders.text
      let differing = entries.filter { status(of: $0) != .holds }
      if !differing.isEmpty { lines += "\n" + table(of: differing).text }
    } else {
      lines += table.text
    }
    for entry in entries {
      lines += details(entry)
      if isVerbose, case .decided(let report) = entry { lines += found(report) }
    }
    let shown = isVerbose || !isRegression ? certificates : certificates.filter { !$0.isValid }
    if !shown.isEmpty { lines += "\n" + table(of: shown).text }
    if !certificateFailures.isEmpty {
      lines += "\n" + certificateFailures.map { $0 + "\n" }.joined()
    }
    let notes = remarks.map(\.abbreviated) + listedLines
    if !notes.isEmpty { lines += "\n" + notes.map { $0 + "\n" }.joined() }
    return lines + "\n" + coloured(summary) + "\n"
  }

  /// The values that are asked of every claim alike; those of single claims stand in the table, as does
  /// what a proof is about.
  var header: [String] { wrapped(shared.map(\.text)) }

  /// The parameters that have the same values in every claim that has them.
  private var shared: [(name: String, text: String)] {
    guard !isRegression, audit == nil else { return [] }
    var names: [String] = []
    var shown: [String: [String]] = [:]
    for case .decided(let report) in entries {
      for (name, text) in report.asked {
        if !names.contains(name) { names.append(name) }
        if shown[name]?.contains(text) != true { shown[name, default: []].append(text) }
      }
    }
    return names.filter { shown[$0]?.count == 1 && !isOwn($0) }.map { ($0, shown[$0]?.first ?? "") }
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

  var table: TextTable { table(of: entries) }

  /// How many forms of each folder are as recorded, and how many certificates in it are valid.
  private var folders: TextTable {
    func folder(_ path: String) -> String {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let place = parts.last == "certificates" ? parts.dropLast() : parts
      return place.isEmpty ? "." : place.joined(separator: "/")
    }
    var table = TextTable(["folder", "forms", "as recorded", "certificates", "valid"])
    table.rightAligned = [1, 2, 3, 4]
    let forms = Dictionary(grouping: entries) { folder($0.claim.location.file) }
    let proofs = Dictionary(grouping: certificates) { folder($0.name) }
    for name in Set(forms.keys).union(proofs.keys).sorted() {
      let own = forms[name] ?? []
      let replayed = proofs[name] ?? []
      table.add([
        name, "\(own.count)", "\(own.count { status(of: $0) == .holds })", "\(replayed.count)",
        "\(replayed.count(where: \.isValid))",
      ])
    }
    return table
  }

  private func table(of entries: [Entry]) -> TextTable {
    let last = isRegression ? "record" : "what it says"
    var table = TextTable(["statement", "form", "verdict", "holds for", last])
    table.widest = [3: 44]
    let shared = Set(shared.map(\.name))
    for entry in entries {
      table.add([
        entry.claim.id, entry.label, entry.verdict.rawValue, reach(entry, shared), remark(entry),
      ])
    }
    return table
  }

  /// For which values a form holds: all that its proof is about, or how many of a finite list, with the
  /// values of the parameters that are not in the header.
  private func reach(_ entry: Entry, _ shared: Set<String>) -> String {
    guard case .decided(let report) = entry else { return "—" }
    if entry.verdict == .proved {
      return report.extents.entries.isEmpty ? "it has no parameters" : report.provedFor
    }
    if let refutation = report.refutation {
      let assertion =
        report.form.propositions.count == 1 ? "" : "assertion \(refutation.assertion) "
      return assertion + "not for \(refutation.extents)\(report.claim.hypothesisRemark)"
    }
    guard report.extents.isFinite, report.instances > 0 else { return "—" }
    let count = "\(report.holds) of \(report.instances)" + (report.open.isEmpty ? "" : " decided")
    let own = isRegression ? [] : report.extents.entries.filter { !shared.contains($0.name) }
    return own.isEmpty
      ? count : "\(count): " + own.map { $0.extent.text(of: $0.name) }.joined(separator: "; ")
  }

  /// The last column: what the claim says, or how its record compares.
  func remark(_ entry: Entry) -> String {
    switch entry {
    case .refused: "refused as too large"
    case .stopped: "not finished"
    case .decided(let report):
      if isRegression {
        entry.isStopped ? "not finished" : report.regression.shown
      } else {
        entry.title + report.claim.coqMark
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
      lines += "\n\(report.claim.id) (\(entry.label)) fails"
      lines +=
        counterexample.at.names.isEmpty ? ":\n" : " \(report.failsAt) \(counterexample.at):\n"
      lines += "  \(failure.what)\n"
      lines += "    claimed  \(Self.shown(failure.claimed, failure.claimedDecimal))\n"
      lines += "    actual   \(Self.shown(failure.actual, failure.actualDecimal))\n"
      lines += "  \(failure.location)\n"
      lines += report.reachOfFailure.map { "  \($0)\n" }.joined()
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
    exact.abbreviated.cutShort + (decimal.map { "  ≈ \($0)" } ?? "")
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
  /// The beginning and the end of a long list of numbers; the whole is in other formats.
  fileprivate var cutShort: String { count <= 400 ? self : "\(prefix(240)) … \(suffix(60))" }

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

extension Claim {
  /// `  [Coq: theorem_3]` for a statement that has a theorem there.
  var coqMark: String {
    coqTheorems.isEmpty ? "" : "  [Coq: \(coqTheorems.joined(separator: ", "))]"
  }
}

extension Report {
  /// The values that a proof is about, and that some of them miss the hypotheses.
  var provedFor: String { "\(extents)" + (outside.isEmpty ? "" : ", within the hypotheses") }

  /// What was asked: each parameter with its values, or, when some range is open, the open ones.
  var asked: [(name: String, text: String)] {
    let hasOpen = domains.contains { $0.domain.isOpen }
    return domains.filter { !hasOpen || $0.domain.isOpen }.map {
      ($0.parameter.name, "\($0.parameter.name) ∈ \($0.domain.shown)")
    }
  }

  /// What stands before the values of a counterexample: `at` where a value before these was left open.
  var failsAt: String { knowsFirstFailing ? "first at" : "at" }

  /// Which other values were left open, and how far a form that was refuted over an open range, or has a proof
  /// that it fails, does fail: lines.
  var reachOfFailure: [String] {
    let open = open.map { "not all values were decided: \($0)" }
    guard let refutation else {
      return extents.isFinite
        ? open : open + ["single values were tried until it failed; how far it fails was not shown"]
    }
    let what = form.propositions.count == 1 ? "it" : "its assertion \(refutation.assertion)"
    var lines =
      open + [
        "\(what) fails for \(refutation.extents)\(claim.hypothesisRemark) (\(refutation.method))"
      ]
    if !refutation.holds.isEmpty {
      lines.append(
        "before that it holds for "
          + refutation.holds.map { "(\($0))" }.joined(separator: ", ").abbreviated)
    }
    return lines
  }
}

extension Claim {
  /// `, within the hypotheses` where it has some.
  var hypothesisRemark: String { hypothesis == nil ? "" : ", within the hypotheses" }
}
