import Claims

/// What a command has to say: its results in order, and how they are summed up.
struct Document {
  /// One form of one claim.
  enum Entry {
    case decided(Report)
    /// Nothing was begun: the job is over a limit.
    case refused(Claim, Claim.Form, reason: String)

    var claim: Claim {
      switch self {
      case .decided(let report): report.claim
      case .refused(let claim, _, _): claim
      }
    }

    var form: Claim.Form {
      switch self {
      case .decided(let report): report.form
      case .refused(_, let form, _): form
      }
    }
  }

  /// The command as it was asked: `lemma 13`.
  let command: String
  var entries: [Entry] = []
  /// Lines that follow the results.
  var remarks: [String] = []
  /// Whether results are held against their records rather than wanted to hold.
  var isRegression = false
  var seconds = 0.0
  /// Whether values that miss the hypotheses are listed: they are when they were asked for.
  var showsOutside = true

  /// Whether the exit code follows this entry: a corrected form shown beside a refuted printed one
  /// does not make the printed one right.
  private func counts(_ entry: Entry) -> Bool {
    isRegression || entry.form.wording == .printed
      || !entries.contains { $0.claim.id == entry.claim.id && $0.form.wording == .printed }
  }

  var status: ExitStatus {
    .combined(entries.filter(counts).map(status))
  }

  private func status(of entry: Entry) -> ExitStatus {
    guard case .decided(let report) = entry else { return .limit }
    if isRegression {
      if report.isStopped { return .limit }
      return report.regression == .asRecorded ? .holds : .refuted
    }
    switch report.verdict {
    case .proved, .checked: return .holds
    case .refuted: return .refuted
    case .undecided: return report.isStopped ? .limit : .undecided
    }
  }

  /// The last line.
  var summary: String {
    let counted = entries.filter(counts)
    if isRegression {
      let same = counted.count { status(of: $0) == .holds }
      return same == counted.count
        ? "\(same) of \(counted.count) verdicts are as recorded."
        : "\(same) of \(counted.count) verdicts are as recorded; \(counted.count - same) differ."
    }
    let reports = counted.compactMap { entry -> Report? in
      if case .decided(let report) = entry { report } else { nil }
    }
    let holds = reports.count { $0.verdict.kind == .checked || $0.verdict.kind == .proved }
    var parts = ["\(holds) of \(counted.count) statements hold"]
    let refuted = reports.filter { $0.verdict.kind == .refuted }
    if !refuted.isEmpty {
      let mended = refuted.count { report in
        entries.contains { entry in
          guard case .decided(let other) = entry else { return false }
          return other.claim.id == report.claim.id && other.form.wording == .corrected
            && other.verdict.kind != .refuted && other.verdict.kind != .undecided
        }
      }
      let ending =
        mended == 0 ? "" : mended == 1 ? ", its corrected form holds"
        : ", \(mended) corrected forms hold"
      parts.append("\(refuted.count) refuted" + (mended == 0 ? "" : " as printed") + ending)
    }
    let undecided = reports.count { $0.verdict.kind == .undecided }
    if undecided > 0 { parts.append("\(undecided) undecided") }
    let refused = counted.count - reports.count
    if refused > 0 { parts.append("\(refused) refused as too large") }
    return parts.joined(separator: "; ") + "."
  }
}

extension Report {
  /// Whether the run ended before all values were decided.
  var isStopped: Bool {
    guard case .undecided(let reason) = verdict else { return false }
    return reason.contains("values were decided")
  }
}
