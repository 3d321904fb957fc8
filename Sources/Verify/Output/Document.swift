import Claims
import Rational
import Statements

/// What a command has to say: its results in order, and how they are summed up.
struct Document: Sendable {
  /// One form of one claim.
  enum Entry: Sendable {
    case decided(Report)
    /// Nothing was begun: the job is over a limit.
    case refused(Claim, Claim.Form, reason: String)
    /// The time was up while a value was being decided.
    case stopped(Claim, Claim.Form, reason: String)

    var claim: Claim {
      switch self {
      case .decided(let report): report.claim
      case .refused(let claim, _, _), .stopped(let claim, _, _): claim
      }
    }

    var form: Claim.Form {
      switch self {
      case .decided(let report): report.form
      case .refused(_, let form, _), .stopped(_, let form, _): form
      }
    }

    /// What the form says, in a line.
    var title: String {
      form.wording == .corrected ? form.title ?? "the corrected form" : claim.title
    }

    /// What the form is called: `printed`, `corrected`, `ours`.
    var label: String {
      form.wording == .printed && claim.role == .ours
        ? Claim.Role.ours.rawValue : form.wording.rawValue
    }

    /// Whether the form is shown to hold.
    var holds: Bool { verdict == .checked || verdict == .proved }

    /// Whether the form has no verdict on file.
    var isUnrecorded: Bool { form.record == nil }

    /// The verdict to be shown.
    var verdict: Verdict.Kind {
      if case .decided(let report) = self { report.verdict.kind } else { .undecided }
    }

    /// How long deciding took, where it was measured.
    var seconds: Double? {
      if case .decided(let report) = self { report.seconds } else { nil }
    }

    /// Why there is no verdict.
    var reason: String? {
      switch self {
      case .refused(_, _, let reason), .stopped(_, _, let reason): reason
      case .decided(let report):
        if case .undecided(let reason) = report.verdict { reason.description } else { nil }
      }
    }

    /// Whether a limit ended it before all values were decided.
    var isStopped: Bool {
      switch self {
      case .refused: false
      case .stopped: true
      case .decided(let report):
        if case .undecided(.stopped) = report.verdict { true } else { false }
      }
    }
  }

  /// The command as it was asked: `lemma 13`.
  let command: String
  var entries: [Entry] = []
  /// Lines that follow the results.
  var remarks: [String] = []
  /// Statements that are beyond exact arithmetic: they are named with the reason, not left out.
  var listed: [Claim] = []
  /// Certificates on file that were replayed.
  var certificates: [ReplayedCertificate] = []
  /// What an audit comes to.
  var audit: Audit?
  /// What the results are for.
  var purpose = Purpose.decision
  var seconds = 0.0
  /// Whether values that miss the hypotheses are listed: they are when they were asked for.
  var showsOutside = true
  /// Whether the time was up before everything was done.
  var isCutShort = false

  init(command: String) { self.command = command }

  /// What was decided once more of a run in parts.
  private(set) var recheck: String?

  /// Says which values of a run in parts were decided once more.
  mutating func add(_ counts: Recheck.Counts, share: Rational, of command: String) {
    var line =
      "Decided once more, of '\(command)': \(counts.drawn) of the \(counts.holding) values that hold, drawn at random"
    if counts.others > 0 {
      line += counts.others == 1 ? ", and the 1 other" : ", and all \(counts.others) others"
    }
    line += "; each is as its part says"
    if share < 1 {
      line +=
        ". A part with m false ones of a form would have passed with probability at most "
        + "(\(1 - share))^m"
    }
    line += "."
    recheck = line
    remarks.append(line)
  }

  enum Purpose: Sendable {
    /// The results should hold.
    case decision
    /// The results should be as recorded.
    case regression
    /// The results are shown, whatever they are.
    case explanation
  }

  /// A line for each statement that is listed only.
  var listedLines: [String] {
    listed.map { claim in
      let source = claim.source.isEmpty ? "" : " (\(claim.source))"
      return "Not decided: \(claim.id)\(source): \(claim.title). \(claim.beyond ?? "")"
        + claim.coqMark
    }
  }

  var isRegression: Bool { purpose == .regression }

  /// Whether the exit code follows this entry: a corrected form shown beside a refuted printed one
  /// does not make the printed one right.
  private func counts(_ entry: Entry) -> Bool {
    isRegression || entry.form.wording == .printed
      || !entries.contains { $0.claim.id == entry.claim.id && $0.form.wording == .printed }
  }

  var status: ExitStatus {
    .combined(
      entries.filter(counts).map(status) + (isCutShort ? [.limit] : [])
        + (certificates.allSatisfy(\.isValid) ? [] : [.refuted]))
  }

  /// What one entry says of the exit status.
  func status(of entry: Entry) -> ExitStatus {
    guard case .decided(let report) = entry, !entry.isStopped else { return .limit }
    switch (purpose, report.verdict) {
    case (.regression, _) where report.regression != .unrecorded:
      return report.regression == .asRecorded ? .holds : .refuted
    // A form without a record counts by what was found.
    case (.regression, .refuted): return .refuted
    case (_, .undecided): return .undecided
    case (.decision, .refuted): return .refuted
    default: return .holds
    }
  }

  // MARK: Summing up

  /// The last line.
  var summary: String {
    if let audit { return audit.summary }
    let counted = entries.filter(counts)
    let parts = isRegression ? regressionSummary(counted) : decisionSummary(counted)
    return parts.joined(separator: "; ") + "."
  }

  private func regressionSummary(_ counted: [Entry]) -> [String] {
    let recorded = counted.filter { !$0.isUnrecorded }
    let same = recorded.count { status(of: $0) == .holds }
    let differing = recorded.count { status(of: $0) == .refuted }
    let unfinished = recorded.count - same - differing
    var parts: [String] = []
    if !recorded.isEmpty || counted.isEmpty {
      parts.append("\(same) of \(recorded.count) verdicts are as recorded")
      if differing > 0 { parts.append("\(differing) \(differing == 1 ? "is" : "are") not") }
      if unfinished > 0 { parts.append("\(unfinished) not finished") }
    }
    let others = counted.filter(\.isUnrecorded)
    if !others.isEmpty {
      let holding = others.count { status(of: $0) == .holds }
      parts.append(
        "\(holding) of \(others.count) without a record \(holding == 1 ? "holds" : "hold")")
    }
    if !certificates.isEmpty { parts.append(certificateSummary) }
    return parts
  }

  private func decisionSummary(_ counted: [Entry]) -> [String] {
    func count(_ kind: Verdict.Kind) -> Int { counted.count { $0.verdict == kind } }
    let what = counted.count == 1 ? "1 statement holds" : "\(counted.count) statements hold"
    var parts = ["\(count(.checked) + count(.proved)) of \(what)"]
    let refuted = counted.filter { $0.verdict == .refuted }
    if !refuted.isEmpty {
      let mended = refuted.count(where: hasCorrection)
      let ending =
        mended == 0
        ? ""
        : mended == 1
          ? ", its corrected form holds"
          : ", \(mended) corrected forms hold"
      parts.append("\(refuted.count) refuted" + (mended == 0 ? "" : " as printed") + ending)
    }
    let refused = counted.count { if case .refused = $0 { true } else { false } }
    let stopped = counted.count(where: \.isStopped)
    let undecided = count(.undecided) - refused - stopped
    if undecided > 0 { parts.append("\(undecided) undecided") }
    if refused > 0 { parts.append("\(refused) refused as too large") }
    if stopped > 0 { parts.append("\(stopped) not finished") }
    return parts
  }

  /// Whether a corrected form of the same claim was decided and holds.
  private func hasCorrection(_ entry: Entry) -> Bool {
    entries.contains {
      $0.claim.id == entry.claim.id && $0.form.wording == .corrected
        && $0.holds
    }
  }
}
