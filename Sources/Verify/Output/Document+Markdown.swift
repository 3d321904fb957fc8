import Claims
import Typesetting

extension Document {
  /// What they come to: the answers of an audit, what is false as printed with its formulas, and the last
  /// line.
  var brief: String {
    guard let audit else { return "## verify \(command)\n\n\(summary)\n" }
    let roots = Set(audit.roots.map(\.claim.id))
    let formulas = formulas(of: entries.filter { roots.contains($0.claim.id) })
    return "## verify \(command)\n\n\(audit.markdown)\n"
      + (formulas.isEmpty ? "" : "In formulas, as printed and corrected:\n\(formulas)\n")
      + "\(summary)\n"
  }

  /// The results as tables for the appendix of a paper.
  var markdown: String {
    var lines = "## verify \(command)\n\n"
    if let audit { lines += audit.markdown + "\n" }
    if !header.isEmpty { lines += header.joined(separator: "  \n") + "\n\n" }
    lines += table.markdown
    lines += counterexamples
    if !isRegression { lines += formulas(of: entries) }
    for entry in entries {
      if let reason = entry.reason { lines += "\n- \(entry.claim.id): \(reason)\n" }
      guard showsOutside, case .decided(let report) = entry else { continue }
      for outside in report.outside {
        lines += "\n- \(entry.claim.id) at \(outside.at): \(outside.remark.abbreviated)\n"
      }
    }
    if !certificates.isEmpty { lines += "\n" + certificateTable.markdown }
    for failure in certificateFailures { lines += "\n- \(failure)\n" }
    for line in remarks.map(\.abbreviated) + listedLines { lines += "\n\(line)\n" }
    return lines + "\n\(summary)\n"
  }

  /// What the forms say and, where they fail, the two values.
  private func formulas(of entries: [Entry]) -> String {
    entries.map { entry in
      let formulas = ClaimFormulas(entry.claim)
      var line = "\n- \(entry.claim.id), \(entry.form.wording.rawValue): "
      line += formulas.propositions(of: entry.form).markdown(joinedBy: " and ")
      if let hypothesis = formulas.hypothesis {
        line += ", provided that " + [hypothesis].markdown()
      }
      let definitions = formulas.definitions
      if !definitions.isEmpty { line += ", where " + definitions.markdown(joinedBy: ", ") }
      if case .decided(let report) = entry, case .refuted(let counterexample) = report.verdict {
        let failure = counterexample.failure
        for (name, value) in [("claimed", failure.claimed), ("actual", failure.actual)] {
          if let value = Formula(value: value) { line += "; \(name) \([value].markdown())" }
        }
      }
      return line + "\n"
    }.joined()
  }

  /// Where refuted forms fail first.
  private var counterexamples: String {
    var table = TextTable(["statement", "form", "fails first at", "what", "claimed", "actual"])
    var isEmpty = true
    for entry in entries {
      guard case .decided(let report) = entry, case .refuted(let counterexample) = report.verdict
      else { continue }
      let failure = counterexample.failure
      isEmpty = false
      table.add([
        report.claim.id, entry.label,
        "\(counterexample.at)" + (report.knowsFirstFailing ? "" : ", or before"), failure.what,
        Self.shown(failure.claimed, failure.claimedDecimal),
        Self.shown(failure.actual, failure.actualDecimal),
      ])
    }
    return isEmpty ? "" : "\n" + table.markdown
  }
}

extension [Formula] {
  /// With backquotes inside of the dollars, so that no sign of a formula is taken for one of Markdown.
  fileprivate func markdown(joinedBy word: String = "") -> String {
    map { "$`\($0.latex)`$" }.joined(separator: word)
  }
}
