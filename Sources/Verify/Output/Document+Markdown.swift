import Claims

extension Document {
  /// The results as tables for the appendix of a paper.
  var markdown: String {
    var lines = "## verify \(command)\n\n"
    if let audit { lines += audit.markdown + "\n" }
    if !header.isEmpty { lines += header.joined(separator: "  \n") + "\n\n" }
    lines += table.markdown
    lines += counterexamples
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
        report.claim.id, entry.label, counterexample.at.description, failure.what,
        Self.shown(failure.claimed, failure.claimedDecimal),
        Self.shown(failure.actual, failure.actualDecimal),
      ])
    }
    return isEmpty ? "" : "\n" + table.markdown
  }
}
