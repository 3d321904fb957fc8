import Rational

extension Parser {
  /// What has been read of a claim so far.
  private struct Draft {
    var title: String?
    var source: String?
    var role: Claim.Role?
    var notes: [String] = []
    var question: String?
    var fault: Claim.Fault?
    var uses: [String] = []
    var coqTheorems: [String] = []
    var parameters: [Claim.Parameter] = []
    var hypothesis: Condition?
    var definitions: [Claim.Definition] = []
    var forms: [Claim.Form] = []
    var beyond: String?
  }

  mutating func claim() throws(ClaimError) -> Claim {
    let place = current.location
    try expect(keyword: "claim", "at the start of a statement")
    let id = try identifier()
    var draft = Draft()
    while case .name(let word) = current.kind, word != "claim" {
      try clause(word, into: &draft)
    }
    guard current.kind == .end || isAt(keyword: "claim") else {
      throw unexpected("a clause of claim '\(id)' (let, printed, …) or the next claim")
    }
    if let form = draft.forms.first {
      guard draft.beyond == nil else {
        throw ClaimError(
          form.location, "the claim '\(id)' is beyond being decided; expected no 'printed' form")
      }
      guard form.wording == .printed else {
        throw ClaimError(form.location, "a corrected form needs the printed form before it")
      }
    } else if draft.beyond == nil {
      throw ClaimError(place, "the claim '\(id)' asserts nothing; expected 'printed' and a formula")
    }
    return Claim(
      id: id, title: draft.title ?? id, source: draft.source ?? "", role: draft.role ?? .statement,
      notes: draft.notes, question: draft.question, fault: draft.fault, uses: draft.uses,
      coqTheorems: draft.coqTheorems,
      parameters: draft.parameters, hypothesis: draft.hypothesis, definitions: draft.definitions,
      forms: draft.forms, beyond: draft.beyond, location: place)
  }

  /// Definitions without a claim: `let B = …  let N = …  graph G = …`.
  ///
  /// - Returns: A claim that has them and asserts nothing.
  package static func definitions(
    in text: String, file: String, readGraph: GraphReader?
  ) throws(ClaimError) -> Claim {
    try reading(text, file: file, readGraph) { parser, start throws(ClaimError) in
      var definitions: [Claim.Definition] = []
      while parser.isAt(keyword: "let") || parser.isAt(keyword: "graph") {
        definitions.append(try parser.definition())
      }
      guard parser.current.kind == .end else {
        throw parser.unexpected("'let NAME = …' or 'graph NAME = …'")
      }
      let claim = Claim(
        id: "construction", title: "", source: "", role: .remark, notes: [], question: nil,
        fault: nil, uses: [], coqTheorems: [], parameters: [], hypothesis: nil,
        definitions: definitions,
        forms: [], beyond: nil, location: start)
      try TypeChecker.check(claim)
      return claim
    }
  }

  /// The words that clauses start with.
  private static let clauses = [
    "title", "source", "role", "note", "question", "fault", "uses", "coq", "parameter", "requires",
    "let",
    "graph", "printed", "corrected", "beyond", "claim",
  ]

  private mutating func clause(_ word: String, into draft: inout Draft) throws(ClaimError) {
    let place = current.location
    func once(_ isMissing: Bool) throws(ClaimError) {
      guard isMissing else { throw ClaimError(place, "the clause '\(word)' stands twice") }
    }
    switch word {
    case "title":
      try once(draft.title == nil)
      _ = advance()
      draft.title = try quoted("the title in quotes")
    case "source":
      try once(draft.source == nil)
      _ = advance()
      draft.source = try quoted("the place in the paper in quotes")
    case "role":
      try once(draft.role == nil)
      _ = advance()
      guard case .name(let text) = current.kind, let role = Claim.Role(rawValue: text) else {
        throw unexpected("'statement', 'remark' or 'ours'")
      }
      _ = advance()
      draft.role = role
    case "note":
      _ = advance()
      draft.notes.append(try quoted("the note in quotes"))
    case "beyond":
      try once(draft.beyond == nil)
      _ = advance()
      draft.beyond = try quoted("why exact arithmetic does not decide it, in quotes")
    case "question":
      try once(draft.question == nil)
      _ = advance()
      draft.question = try quoted("the question in quotes")
    case "fault":
      try once(draft.fault == nil)
      draft.fault = try fault()
    case "uses":
      try once(draft.uses.isEmpty)
      _ = advance()
      repeat { draft.uses.append(try identifier()) } while skip(symbol: ",")
    case "coq":
      try once(draft.coqTheorems.isEmpty)
      _ = advance()
      repeat {
        draft.coqTheorems.append(try name("the name of a theorem of proofs/coq/MainTheorems.v"))
      } while skip(symbol: ",")
    case "parameter": draft.parameters.append(try parameter())
    case "requires":
      try once(draft.hypothesis == nil)
      _ = advance()
      conditionSize = 0
      nesting = 0
      draft.hypothesis = try condition()
    case "let", "graph": draft.definitions.append(try definition())
    case "printed", "corrected":
      let form = try form()
      try once(draft.forms.allSatisfy { $0.wording != form.wording })
      draft.forms.append(form)
    default:
      throw unexpected(
        Self.clauses.dropLast().joined(separator: ", ") + " or claim"
          + Spelling.hint(for: word, among: Self.clauses))
    }
  }

  private mutating func parameter() throws(ClaimError) -> Claim.Parameter {
    let place = advance().location
    let name = try name("the name of a parameter")
    let isInteger: Bool
    switch current.kind {
    case .name("integer"): isInteger = true
    case .name("rational"): isInteger = false
    default: throw unexpected("'integer' or 'rational' after the parameter '\(name)'")
    }
    _ = advance()
    var bound: Claim.Parameter.Bound?
    if isAt(symbol: ">=") || isAt(symbol: ">") {
      let isStrict = advance().kind == .symbol(">")
      bound = .init(value: try rational(), isStrict: isStrict)
    }
    var values: Domain?
    if skip(keyword: "default") { values = try domain(integersOnly: isInteger) }
    var replay: Domain?
    if skip(keyword: "replay") { replay = try domain(integersOnly: isInteger) }
    return Claim.Parameter(
      name: name, isInteger: isInteger, bound: bound, defaultValues: values, replayValues: replay,
      location: place)
  }

  private mutating func domain(integersOnly: Bool) throws(ClaimError) -> Domain {
    let place = current.location
    var text = ""
    var followsNumber = false
    scan: while true {
      switch current.kind {
      case .number(let piece):
        guard !followsNumber else {
          throw unexpected("',' or '..' between two values, or the next clause")
        }
        (text, followsNumber) = (text + Token.decimal(piece), true)
      case .symbol(let piece): (text, followsNumber) = (text + piece, false)
      default: break scan
      }
      _ = advance()
    }
    do throws(DomainError) {
      return try Domain(parsing: text, integersOnly: integersOnly)
    } catch {
      throw ClaimError(place, error.description)
    }
  }

  /// A signed number: `3`, `-1/2`, `0.004`.
  private mutating func rational() throws(ClaimError) -> Rational {
    let place = current.location
    var text = skip(symbol: "-") ? "-" : ""
    guard case .number(let whole) = current.kind else { throw unexpected("a number") }
    _ = advance()
    text += Token.decimal(whole)
    if skip(symbol: "/") {
      guard case .number(let below) = current.kind else { throw unexpected("a denominator") }
      _ = advance()
      text += "/" + Token.decimal(below)
    }
    guard let value = Rational(text) else {
      throw ClaimError(
        place,
        Domain.exponentFault(of: text)
          ?? "'\(text)' is not a number; expected e.g. 3, -1/2 or 0.004")
    }
    return value
  }

  private mutating func definition() throws(ClaimError) -> Claim.Definition {
    let isGraph = isAt(keyword: "graph")
    let place = advance().location
    let name = try name("the name that is defined")
    try expect(symbol: "=", "after '\(isGraph ? "graph" : "let") \(name)'")
    return Claim.Definition(
      name: name, expression: try expression(), isGraph: isGraph, location: place)
  }

  /// `fault misprint`, `fault false`, `fault condition`, `fault inherited lemma-13`.
  private mutating func fault() throws(ClaimError) -> Claim.Fault {
    _ = advance()
    if skip(keyword: "misprint") { return .misprint }
    if skip(keyword: "false") { return .wrong }
    if skip(keyword: "condition") { return .condition }
    if skip(keyword: "inherited") { return .inherited(try identifier()) }
    throw unexpected("'misprint', 'false', 'condition' or 'inherited' and the name of a statement")
  }

  private mutating func form() throws(ClaimError) -> Claim.Form {
    let place = current.location
    guard case .name(let word) = advance().kind, let wording = Claim.Wording(rawValue: word) else {
      throw unexpected("'printed' or 'corrected'")
    }
    var title: String?
    if wording == .corrected, case .string = current.kind {
      title = try quoted("what the corrected form says in quotes")
    }
    let propositions = try assertions()
    let record = isAt(keyword: "expect") ? try record() : nil
    return Claim.Form(
      wording: wording, title: title, propositions: propositions, record: record, location: place)
  }

  /// `expect checked`, or `expect refuted at r = 6, alpha = 1 claimed "22/7" actual "36/7"`.
  private mutating func record() throws(ClaimError) -> Claim.Record {
    let place = advance().location
    guard case .name(let word) = current.kind, let verdict = VerdictKind(rawValue: word) else {
      throw unexpected("a verdict: proved, checked, refuted or undecided")
    }
    _ = advance()
    var counterexample: [String: Rational] = [:]
    if skip(keyword: "at") {
      repeat {
        let name = try name("the name of a parameter")
        try expect(symbol: "=", "after '\(name)'")
        counterexample[name] = try rational()
      } while skip(symbol: ",")
    }
    let claimed = skip(keyword: "claimed") ? try quoted("the claimed value in quotes") : nil
    let actual = skip(keyword: "actual") ? try quoted("the actual value in quotes") : nil
    return Claim.Record(
      verdict: verdict, counterexample: counterexample, claimed: claimed, actual: actual,
      location: place)
  }
}
