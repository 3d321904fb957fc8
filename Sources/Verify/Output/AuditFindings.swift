import Claims
import Statements

/// What follows from the printed forms that are refuted.
struct AuditFindings {
  private let document: Document
  private let library: Library

  init(_ document: Document, _ library: Library) {
    self.document = document
    self.library = library
  }

  /// A line for each refuted printed form: its kind, its correction, and what becomes of the
  /// statements that lean on it.
  var lines: [String] {
    document.entries.compactMap { entry in
      guard case .decided(let report) = entry, report.form.wording == .printed,
        report.verdict.kind == .refuted
      else { return nil }
      let claim = report.claim
      var line = "\(claim.id) (\(claim.source)): "
      line += claim.isMisprint ? "a misprint" : "false as printed"
      switch finalVerdict(of: claim.id) {
      case .checked?, .proved?: line += "; the corrected form holds"
      case nil: line += "; no corrected form is on file"
      default: line += "; the corrected form does not hold"
      }
      // What is beyond exact arithmetic has no verdict to stand or fall.
      let leaning = library.claims(leaningOn: claim.id).filter { $0.beyond == nil }
      let stand = leaning.filter { stands($0.id) }.map(\.id)
      let fall = leaning.filter { !stands($0.id) }.map(\.id)
      if !stand.isEmpty { line += "; still stand: \(stand.joined(separator: ", "))" }
      if !fall.isEmpty { line += "; fall or need correction too: \(fall.joined(separator: ", "))" }
      return line + "."
    }
  }

  private func reports(on id: String) -> [Report] {
    document.entries.compactMap { entry in
      if case .decided(let report) = entry, report.claim.id == id { report } else { nil }
    }
  }

  /// Whether the printed form holds.
  private func stands(_ id: String) -> Bool {
    switch reports(on: id).first(where: { $0.form.wording == .printed })?.verdict.kind {
    case .checked?, .proved?: true
    default: false
    }
  }

  /// The verdict of the corrected form.
  private func finalVerdict(of id: String) -> Verdict.Kind? {
    reports(on: id).first { $0.form.wording == .corrected }?.verdict.kind
  }
}
