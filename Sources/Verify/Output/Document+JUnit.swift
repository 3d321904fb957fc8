import Claims
import Markup
import Statements

extension Document {
  /// A test suite with a test case for each form, each statement that is listed only, and each certificate.
  ///
  /// What is not decided is skipped, with the reason. What follows the results in other formats is the output of
  /// the suite.
  var junit: String {
    let cases =
      entries.map { entry in
        Case(
          className: entry.claim.id, name: name(entry), seconds: entry.seconds,
          failure: failure(entry), skip: skip(entry))
      }
      + listed.map {
        Case(className: $0.id, name: Claim.Wording.printed.rawValue, skip: $0.beyond ?? "")
      }
      + certificates.map {
        // The folder may be anywhere; the names of test cases should not depend on it.
        let file = $0.name.split(separator: "/").last.map(String.init) ?? $0.name
        return Case(className: file, name: "certificate", failure: $0.failure)
      }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuite name=\"verify \(command.escapedForXML)\" tests=\"\(cases.count)\" "
    text += "failures=\"\(cases.count { $0.failure != nil })\" "
    text += "skipped=\"\(cases.count { $0.failure == nil && $0.skip != nil })\" "
    text += "time=\"\(Self.rounded(seconds))\">\n"
    text += cases.map(\.text).joined()
    if !remarks.isEmpty {
      text += "  <system-out>\(remarks.joined(separator: "\n").escapedForXML)</system-out>\n"
    }
    return text + "</testsuite>\n"
  }

  private struct Case {
    let className: String
    let name: String
    var seconds: Double?
    var failure: String?
    var skip: String?

    var text: String {
      var text = "  <testcase classname=\"\(className.escapedForXML)\" "
      text += "name=\"\(name.escapedForXML)\""
      if let seconds { text += " time=\"\(Document.rounded(seconds))\"" }
      text += ">"
      if let failure {
        text += "\n    <failure message=\"\(failure.escapedForXML)\"/>\n  "
      } else if let skip {
        text += "\n    <skipped message=\"\(skip.escapedForXML)\"/>\n  "
      }
      return text + "</testcase>\n"
    }
  }

  /// The wording, and the values that the verdict is about.
  private func name(_ entry: Entry) -> String {
    let wording = entry.label
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
