import Claims
import Figures
import Markup
import Statements
import Typesetting

/// The results of a run as one page for a browser, which needs nothing else.
struct Page {
  let title: String
  let program: String
  let command: String
  /// The last line of the results.
  let summary: String
  /// Whether a limit ended the run.
  let isUnfinished: Bool
  let answers: [Answer]
  let counts: [Count]
  let kinds: [Kind]
  let sections: [Section]
  let notation: [Sign]
  let supplement: PageSupplement?
  let verdictFilters: [Filter]
  let faultFilters: [Filter]
  let statementCount: Int
  let style = XML(PageStyle.text + SVG.embeddedStyle)
  let script = XML(PageScript.text)

  /// The answer to a question.
  struct Answer {
    let claim: String
    let asked: String
    let reply: String
    let reasons: [String]
  }

  /// A number in large print and what it counts.
  struct Count {
    let number: String
    let what: String
  }

  /// The roots of one kind.
  struct Kind {
    let name: String
    let roots: [Root]
  }

  /// A printed form that is false by itself.
  struct Root {
    let statement: String
    let place: String?
    let truth: String
    let heirs: [String]
    let falling: [String]
    let standing: String?
  }

  /// A part of the paper, or a file.
  struct Section {
    let anchor: String
    let heading: String
    let size: Int
    let statements: [PageStatement]
  }

  /// A sign and its meaning.
  struct Sign {
    let formula: XML
    let meaning: String
  }

  /// A choice of statements, and how many they are.
  struct Filter {
    let value: String
    let label: String
    let number: Int
  }

  /// What the page is about.
  enum Subject: Sendable {
    case paper(PageSupplement)
    case files([String])
  }

  /// - Parameters:
  ///   - assignments: The options that gave the parameters their values.
  init(
    _ document: Document, _ library: Library, _ subject: Subject,
    _ assignments: [DomainOptions.Assignment]
  ) {
    let audit = document.audit ?? Audit(document.entries, library)
    let chapters: [Chapter]
    switch subject {
    case .paper(let supplement):
      title = "“Neural Collapse versus Low-rank Bias”, statement by statement"
      self.supplement = supplement
      chapters = Chapter.paper(library.claims)
      summary = audit.summary
      counts = Self.counts(audit, document.entries)
    case .files(let names):
      title = names.joined(separator: ", ")
      supplement = nil
      chapters = Chapter.files(library.claims)
      summary = document.summary
      counts = []
    }
    program = Verify.configuration.version
    command = "verify \(document.command)"
    isUnfinished = document.isCutShort || document.entries.contains(where: \.isStopped)
    answers = audit.answers.map {
      Answer(
        claim: $0.claim.id, asked: $0.claim.question ?? "", reply: $0.answer, reasons: $0.reasons)
    }
    kinds = audit.rootsByKind.map { Kind(name: $0.kind, roots: $0.roots.map(Root.init)) }
    let entries = Dictionary(grouping: document.entries, by: \.claim.id)
    var users: [String: [String]] = [:]
    for claim in library.claims {
      for used in claim.uses { users[used, default: []].append(claim.id) }
    }
    sections = chapters.enumerated().map { number, chapter in
      Section(
        anchor: "_part-\(number + 1)", heading: chapter.title, size: chapter.claims.count,
        statements: chapter.claims.map {
          PageStatement(
            $0, entries[$0.id] ?? [], in: library, users: users[$0.id] ?? [], assignments)
        })
    }
    let statements = sections.flatMap(\.statements)
    statementCount = statements.count
    verdictFilters = Self.filters(PageLabel.verdicts, of: statements.map(\.verdict))
    faultFilters = Self.filters(PageLabel.faults, of: statements.compactMap(\.fault))
    notation = Self.notation(library.claims)
  }

  /// The choices that some statement meets.
  private static func filters(_ all: [PageLabel], of labels: [PageLabel]) -> [Filter] {
    all.map { label in
      Filter(value: label.kind, label: label.words, number: labels.count { $0 == label })
    }.filter { $0.number > 0 }
  }

  private static func counts(_ audit: Audit, _ entries: [Document.Entry]) -> [Count] {
    var counts = [
      Count(
        number: "\(audit.printed.holding) of \(audit.printed.decided)",
        what: "statements of the paper hold as printed")
    ]
    if !audit.roots.isEmpty {
      let kinds = audit.rootsByKind.map { "\($0.roots.count) \($0.kind)" }
      counts.append(
        Count(
          number: "\(audit.roots.count)",
          what: "do not by themselves: \(kinds.joined(separator: ", "))"))
    }
    if audit.heirs > 0 {
      counts.append(Count(number: "\(audit.heirs)", what: "do not because of those"))
    }
    let undecided = entries.count { $0.form.wording == .printed && $0.verdict == .undecided }
    if undecided > 0 { counts.append(Count(number: "\(undecided)", what: "are undecided")) }
    if audit.ours.decided > 0 {
      counts.append(
        Count(
          number: "\(audit.ours.holding) of \(audit.ours.decided)",
          what: "that the paper does not make hold"))
    }
    return counts
  }

  /// The signs of all statements, each once.
  private static func notation(_ claims: [Claim]) -> [Sign] {
    var known: Set<String> = []
    var signs: [Sign] = []
    for sign in claims.flatMap({ ClaimFormulas($0).notation })
    where known.insert(sign.formula.text).inserted {
      signs.append(Sign(formula: XML(sign.formula.mathML()), meaning: sign.meaning))
    }
    return signs
  }
}

extension Page.Root {
  init(_ finding: Audit.Finding) {
    statement = finding.claim.id
    place = finding.claim.source.isEmpty ? nil : finding.claim.source
    truth = finding.truth.map { "True: \($0)" } ?? finding.correction.rawValue.capitalizedFirst
    heirs = finding.heirs
    falling = finding.falling
    standing = finding.standingText
  }
}
