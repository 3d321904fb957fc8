import Claims
import Markup
import Statements
import Typesetting

/// A statement as the page shows it.
struct PageStatement {
  let id: String
  let title: String
  let source: String?
  let question: String?
  /// The verdict of the printed form: a word of the style sheet, and for people.
  let verdict: PageLabel
  /// What is wrong with it, as it is filtered by, and as it is said where that is on file.
  let fault: PageLabel?
  let wrong: String?
  /// The statement whose fault it inherits.
  let root: String?
  /// The parameters and the hypotheses.
  let conditions: XML?
  let definitions: [XML]
  let forms: [Form]
  let beyond: String?
  let notes: [String]
  let coq: String?
  let uses: [String]
  let users: [String]
  let commands: [String]

  /// One wording.
  struct Form {
    let name: String
    let says: String?
    let verdict: PageLabel
    let formulas: [XML]
    /// What was found and how.
    let findings: XML
  }

  /// - Parameters:
  ///   - entries: What was found for its forms.
  ///   - users: The names of the statements that use it.
  ///   - assignments: The options that gave parameters their values.
  init(
    _ claim: Claim, _ entries: [Document.Entry], in library: Library, users: [String],
    _ assignments: [DomainOptions.Assignment]
  ) {
    let formulas = ClaimFormulas(claim)
    let printed = entries.first { $0.form.wording == .printed }
    id = claim.id
    title = claim.title
    source = claim.source.isEmpty ? nil : claim.source
    question = claim.question
    verdict = PageLabel(verdictOf: printed)
    fault = PageLabel(faultOf: claim, printed)
    wrong = claim.fault?.kind
    let root = library.root(of: claim).id
    self.root = root == claim.id ? nil : root
    conditions = formulas.conditions.isEmpty ? nil : formulas.conditions.html
    definitions = formulas.definitions.map { XML($0.mathML()) }
    forms = claim.forms.map { form in
      let entry = entries.first { $0.form.wording == form.wording }
      return Form(claim, form, entry, formulas, wasPrintedDecided: printed != nil)
    }
    beyond = claim.beyond
    notes = claim.notes
    coq = claim.coqTheorems.isEmpty ? nil : claim.coqTheorems.joined(separator: ", ")
    uses = claim.uses
    self.users = users
    commands = Self.commands(
      claim, assignments.filter { $0.applies(to: claim) }.flatMap(\.words))
  }

  /// The commands that decide it again.
  private static func commands(_ claim: Claim, _ arguments: [String]) -> [String] {
    var commands: [String] = []
    // Explaining takes the values on file, and knows the statements on file only.
    let parts = claim.location.file.split(separator: "/").map(String.init)
    if arguments.isEmpty, parts.contains("proofs") { commands.append("verify explain \(claim.id)") }
    if claim.beyond != nil { return commands }
    let lemma = claim.id.prefix { $0 != "." }
    if claim.role == .statement, lemma.hasPrefix("lemma-"), !commands.isEmpty {
      commands.append("verify lemma \(lemma.dropFirst("lemma-".count))")
    }
    let words = ["verify", "check", claim.location.file] + arguments
    return commands + [words.map(\.quotedForShell).joined(separator: " ")]
  }
}

extension PageStatement.Form {
  init(
    _ claim: Claim, _ form: Claim.Form, _ entry: Document.Entry?, _ formulas: ClaimFormulas,
    wasPrintedDecided: Bool
  ) {
    name = claim.wordingText(of: form).capitalizedFirst
    says = form.title
    verdict = PageLabel(verdictOf: entry)
    self.formulas = formulas.propositions(of: form).map {
      XML($0.mathML(isDisplay: true))
    }
    var article = Article()
    if let entry {
      article.add(verdictOf: entry, formulas)
      article.add(method: entry)
    } else {
      let reason =
        wasPrintedDecided ? "corrected forms are when the printed one is refuted" : "not begun"
      article.add(.words("Not decided: \(reason)."))
    }
    findings = article.html
  }
}

/// A verdict or a kind of fault: what the style sheet and the filters call it, and the words for it.
struct PageLabel: Hashable {
  let kind: String
  let words: String

  private init(_ words: String) { (kind, self.words) = (words.slug, words) }

  /// Every verdict that a printed form can have.
  static let verdicts = VerdictKind.allCases.map { Self($0.rawValue) } + [noVerdict]
  private static let noVerdict = Self("not decided here")

  /// The verdict of a form that was decided; none of one that is beyond exact arithmetic.
  init(verdictOf entry: Document.Entry?) {
    self = entry.map { Self($0.verdict.rawValue) } ?? Self.noVerdict
  }

  /// Everything that can be wrong with a printed form.
  static let faults =
    (Claim.Fault.kinds + [Claim.Fault.inherited("").kind, Claim.Fault.unnamed]).map { Self($0) }

  /// The kind on file, whatever was decided; without one, that a refuted form has none.
  init?(faultOf claim: Claim, _ printed: Document.Entry?) {
    if let fault = claim.fault {
      self.init(fault.kind)
    } else if printed?.verdict == .refuted {
      self.init(Claim.Fault.unnamed)
    } else {
      return nil
    }
  }
}

extension String {
  /// `true-under-a-condition`
  fileprivate var slug: String { split(separator: " ").joined(separator: "-") }

  /// One word of a command.
  fileprivate var quotedForShell: String {
    let isPlain = allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=,:".contains($0))
    }
    guard !isPlain || isEmpty else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
