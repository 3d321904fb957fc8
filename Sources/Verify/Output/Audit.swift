import Claims
import Statements

/// What an audit comes to: the questions that it answers, and what is false as printed, each root with what
/// inherits from it.
struct Audit: Sendable {
  let answers: [Answer]
  /// The printed forms that are refuted by themselves, in the order of the files.
  let roots: [Finding]
  /// How many statements of the paper were decided as printed, and how many of those hold.
  let printed: Count
  /// The same of statements that the paper does not make.
  let ours: Count
  /// How many statements a limit or an interrupt left undecided as printed.
  let unfinished: Int

  struct Count: Sendable {
    var decided = 0
    var holding = 0
  }

  /// A refuted printed form that inherits its fault from no other.
  struct Finding: Sendable {
    let claim: Claim
    let correction: Correction
    /// The statements that are refuted because this one is.
    let heirs: [String]
    /// The statements that lean on it or its heirs, directly or through others, and hold as printed
    /// nevertheless.
    let standing: [String]
    /// Those that lean on them and do not, though their fault is another.
    let falling: [String]

    /// What is true instead, in a line, where that holds and is on file.
    var truth: String? { correction == .holds ? claim.form(.corrected)?.title : nil }

    /// `3 that lean on it hold all the same`
    var standingText: String? {
      standing.isEmpty ? nil : "\(standing.count) that lean on it hold all the same"
    }
  }

  enum Correction: String, Sendable {
    case holds = "the corrected form holds"
    case fails = "the corrected form does not hold"
    case missing = "no corrected form is on file"
  }

  /// The answer to the question of one statement.
  struct Answer: Sendable {
    let claim: Claim
    /// "Yes, as printed", "Yes, in this form: …", "No", "Not decided".
    let answer: String
    /// Lines that say why.
    let reasons: [String]
  }

  init(_ entries: [Document.Entry], _ library: Library) {
    let outcomes = Outcomes(entries)
    answers = library.claims.compactMap { claim in
      claim.question.map { _ in outcomes.answer(claim, library.claims(under: claim.id)) }
    }
    let refuted = library.claims.filter { outcomes.printed[$0.id]?.verdict == .refuted }
    let families = Dictionary(grouping: refuted) { claim in
      let root = library.root(of: claim).id
      // Of a root that was not refuted in this run nothing is inherited.
      return outcomes.printed[root]?.verdict == .refuted ? root : claim.id
    }
    roots = refuted.filter { families[$0.id] != nil }.map { root in
      let family = families[root.id, default: []].map(\.id)
      let heirs = family.filter { $0 != root.id }
      let reached = Set(family.flatMap { library.claims(leaningOn: $0).map(\.id) })
      // What is beyond exact arithmetic has no verdict to stand or fall.
      let leaning = library.claims.filter {
        $0.beyond == nil && reached.contains($0.id) && !family.contains($0.id)
      }
      return Finding(
        claim: root, correction: outcomes.correction(root.id), heirs: heirs,
        standing: leaning.filter { outcomes.holds($0.id) }.map(\.id),
        falling: leaning.filter { !outcomes.holds($0.id) }.map(\.id))
    }
    var printed = Count()
    var ours = Count()
    for claim in library.claims where outcomes.printed[claim.id] != nil {
      let one = Count(decided: 1, holding: outcomes.holds(claim.id) ? 1 : 0)
      if claim.role == .ours { ours += one } else { printed += one }
    }
    self.printed = printed
    self.ours = ours
    unfinished = library.claims.count { outcomes.printed[$0.id]?.isStopped == true }
  }

  /// How many refuted printed forms inherit their fault.
  var heirs: Int { roots.map(\.heirs.count).reduce(0, +) }

  /// The roots of each kind that there is; those whose kind is not on file are last.
  var rootsByKind: [(kind: String, roots: [Finding])] {
    let kinds = Claim.Fault.kinds.map { kind in
      (kind: kind, roots: roots.filter { $0.claim.fault?.kind == kind })
    }
    let others = roots.filter { !Claim.Fault.kinds.contains($0.claim.fault?.kind ?? "") }
    let unnamed = (kind: Claim.Fault.unnamed, roots: others)
    return (kinds + [unnamed]).filter { !$0.roots.isEmpty }
  }

  /// The last line: by root.
  var summary: String {
    var parts = ["\(printed.holding) of \(printed.decided) statements of the paper hold as printed"]
    if !roots.isEmpty {
      let list = rootsByKind.map { "\($0.roots.count) \($0.kind)" }
      parts.append(
        "\(roots.count) do not by themselves (\(list.joined(separator: ", ")))"
          + (heirs == 0 ? "" : ", and \(heirs) because of those"))
    }
    if ours.decided > 0 {
      parts.append("\(ours.holding) of \(ours.decided) that the paper does not make hold")
    }
    if unfinished > 0 { parts.append("\(unfinished) not finished") }
    return parts.joined(separator: "; ") + "."
  }
}

extension Audit.Count {
  fileprivate static func += (left: inout Self, right: Self) {
    left.decided += right.decided
    left.holding += right.holding
  }
}

extension Claim.Fault {
  /// The words for what is a fault of its own, as they are counted.
  static let kinds = ["misprint", "false", "true under a condition"]

  /// Those of what is refuted and has no kind on file.
  static let unnamed = "of no kind on file"

  /// "misprint", "false", "true under a condition", "inherited".
  var kind: String {
    switch self {
    case .misprint: Self.kinds[0]
    case .wrong: Self.kinds[1]
    case .condition: Self.kinds[2]
    case .inherited: "inherited"
    }
  }
}

/// The verdicts of an audit by the names of the statements.
private struct Outcomes {
  var printed: [String: Document.Entry] = [:]
  private var corrected: [String: Document.Entry] = [:]

  init(_ entries: [Document.Entry]) {
    for entry in entries {
      switch entry.form.wording {
      case .printed: printed[entry.claim.id] = entry
      case .corrected: corrected[entry.claim.id] = entry
      }
    }
  }

  /// Whether the printed form holds.
  func holds(_ id: String) -> Bool { printed[id]?.holds == true }

  func correction(_ id: String) -> Audit.Correction {
    corrected[id].map { $0.holds ? .holds : .fails } ?? .missing
  }

  /// The answer to the question of a claim, from its own verdicts and from those that it leans on.
  func answer(_ claim: Claim, _ under: [Claim]) -> Audit.Answer {
    let answer: String
    var reasons: [String] = []
    if holds(claim.id) {
      answer = "Yes, as printed"
      reasons += printed[claim.id].map(extent) ?? []
    } else if let form = corrected[claim.id], form.holds {
      answer = "Yes, in this form: \(form.title)"
      reasons += extent(form)
      if case .decided(let report)? = printed[claim.id],
        case .refuted(let counterexample) = report.verdict
      {
        let failure = counterexample.failure
        let place = counterexample.at.names.isEmpty ? "" : "at \(counterexample.at): "
        reasons.append(
          "As printed it does not hold: \(place)\(failure.what): claimed \(failure.claimed), "
            + "actual \(failure.actual).")
      }
    } else {
      answer = printed[claim.id]?.verdict == .refuted ? "No" : "Not decided"
    }
    return Audit.Answer(claim: claim, answer: answer, reasons: reasons + leaning(under))
  }

  private func extent(_ entry: Document.Entry) -> [String] {
    guard case .decided(let report) = entry else { return [] }
    let coq = report.claim.coqTheorems.joined(separator: ", ")
    return [
      "\(report.verdict.kind.rawValue.capitalized) for \(report.extents)"
        + report.claim.hypothesisRemark
        + (report.verdict.kind == .checked ? "; with --all the proofs on file are replayed." : "."),
      coq.isEmpty
        ? nil : "In Coq, from the definitions: \(coq); Scripts/coq has Coq check these.",
      "To cite: the program with its version (verify --version), \(report.claim.id) with its form, "
        + "and for which values it was decided.",
    ].compactMap { $0 }
  }

  private func leaning(_ under: [Claim]) -> [String] {
    let decided = under.filter { printed[$0.id] != nil }
    guard !decided.isEmpty else { return [] }
    let mended = decided.filter { !holds($0.id) && correction($0.id) == .holds }
    let unfinished = decided.count { printed[$0.id]?.isStopped == true }
    let open = decided.filter {
      !holds($0.id) && correction($0.id) != .holds && printed[$0.id]?.isStopped != true
    }
    let asPrinted = decided.count - mended.count - open.count - unfinished
    var text =
      "Of the \(decided.count) statements that its proof leans on \(asPrinted) hold as printed"
    if !mended.isEmpty {
      text += ", \(mended.count) in a corrected form (\(mended.map(\.id).joined(separator: ", ")))"
    }
    if !open.isEmpty { text += ", and not: \(open.map(\.id).joined(separator: ", "))" }
    if unfinished > 0 { text += "; \(unfinished) were not finished" }
    return [text + "."]
  }
}
