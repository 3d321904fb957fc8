import Claims
import Figures

extension Document {
  /// A test suite with a test case for each form.
  var junit: String {
    let failures =
      entries.count { failure($0) != nil } + certificates.count { !$0.isValid }
    let skipped = entries.count { skip($0) != nil }
    var lines = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    lines +=
      "<testsuite name=\"verify \(command.escapedForXML)\" tests=\"\(entries.count + certificates.count)\" "
    lines += "failures=\"\(failures)\" skipped=\"\(skipped)\">\n"
    for entry in entries {
      lines += "  <testcase classname=\"\(entry.claim.id.escapedForXML)\" "
      lines += "name=\"\(name(entry).escapedForXML)\">"
      if let text = failure(entry) {
        lines += "\n    <failure message=\"\(text.escapedForXML)\"/>\n  "
      } else if let text = skip(entry) {
        lines += "\n    <skipped message=\"\(text.escapedForXML)\"/>\n  "
      }
      lines += "</testcase>\n"
    }
    for certificate in certificates {
      lines += "  <testcase classname=\"\(certificate.name.escapedForXML)\" name=\"certificate\">"
      if let reason = certificate.failure {
        lines += "\n    <failure message=\"\(reason.escapedForXML)\"/>\n  "
      }
      lines += "</testcase>\n"
    }
    return lines + "</testsuite>\n"
  }

  /// The wording, and the values that the verdict is about.
  private func name(_ entry: Entry) -> String {
    let wording = entry.form.wording.rawValue
    guard case .decided(let report) = entry, !report.extents.entries.isEmpty else {
      return wording
    }
    return "\(wording): \(entry.verdict == .proved ? report.provedFor : "\(report.extents)")"
  }

  /// Why the test case fails: refuted, or not as recorded.
  private func failure(_ entry: Entry) -> String? {
    guard case .decided(let report) = entry, !entry.isStopped else { return nil }
    if isRegression {
      return report.regression == .asRecorded ? nil : report.regression.shown
    }
    guard case .refuted(let counterexample) = report.verdict else { return nil }
    let failure = counterexample.failure
    return "\(counterexample.at): \(failure.what): claimed \(failure.claimed), "
      + "actual \(failure.actual)"
  }

  private func skip(_ entry: Entry) -> String? {
    if case .decided = entry, isRegression, !entry.isStopped { return nil }
    return entry.reason
  }
}
