import Claims
import Graphs
import Statements

/// What `verify explain` shows.
enum Explanation {
  /// Statements on file, a line for each.
  static func index(of claims: [Claim]) -> TextTable {
    var table = TextTable(["statement", "where", "what it says"])
    for claim in claims { table.add([claim.id, claim.source, claim.title]) }
    return table
  }

  /// The functions and the statements of the claim language.
  static var vocabulary: TextTable {
    var table = TextTable(["function", "gives", "meaning"])
    for signature in Vocabulary.signatures {
      table.add([
        GraphFamily(rawValue: signature.function.name)?.signature ?? signature.form,
        signature.result.rawValue, signature.meaning,
      ])
    }
    for statement in Vocabulary.statements {
      table.add([statement.form, "statement", statement.meaning])
    }
    return table
  }

  /// One statement with all its forms, and the verdicts that were just found.
  ///
  /// - Parameters:
  ///   - related: The claims that belong to it.
  ///   - leaning: The claims that use it, directly or through others.
  ///   - proofs: The uniform proofs of its forms that are on file.
  static func text(
    of claim: Claim, _ document: Document, _ related: [Claim], leaning: [Claim],
    proofs: [ReplayedCertificate]
  ) -> String {
    var text = statement(claim)
    for entry in document.entries { text += form(entry) }
    for proof in proofs { text += "\n\(proof.name)\n  \(outcome(of: proof))\n" }
    if let reason = claim.beyond { text += "not decided here: \(reason)\n" }
    if !claim.coqTheorems.isEmpty {
      text += "\nproved in Coq from objective (1) and the definitions: "
      text += claim.coqTheorems.joined(separator: ", ") + " (proofs/coq/MainTheorems.v)\n"
    }
    for note in claim.notes { text += "\n\(note)\n" }
    let references = references(claim, related, leaning: leaning)
    if !references.isEmpty { text += "\n" }
    for (name, ids) in references { text += "\(name): \(ids.joined(separator: ", "))\n" }
    return text
  }

  /// What a proof on file shows.
  static func outcome(of proof: ReplayedCertificate) -> String {
    proof.failure.map { "INVALID: \($0)" } ?? "proves \(proof.statement)"
  }

  /// The statements that a claim has to do with, by what they are to it.
  static func references(
    _ claim: Claim, _ related: [Claim], leaning: [Claim]
  ) -> [(name: String, ids: [String])] {
    [
      ("uses", claim.uses), ("used by", leaning.map(\.id)), ("belonging to it", related.map(\.id)),
    ].filter { !$0.1.isEmpty }
  }

  /// Where in the paper a statement stands, or that it is ours, and what is wrong with it.
  static func standing(of claim: Claim) -> [String] {
    var lines: [String] = []
    if claim.role == .ours {
      let source = claim.source.isEmpty ? "" : "; it is about \(claim.source)"
      lines.append("ours: the paper does not say it" + source)
    } else if !claim.source.isEmpty {
      lines.append("in the paper: \(claim.source)")
    }
    if let fault = claim.fault { lines.append("wrong as printed: \(fault.explained)") }
    return lines
  }

  private static func statement(_ claim: Claim) -> String {
    var text = "\(claim.id)\n\(claim.title)\n"
    for line in standing(of: claim) { text += line + "\n" }
    text += "on file: \(claim.location)\n\n"
    for parameter in claim.parameters {
      let bound = parameter.bound.map { " \($0)" } ?? ""
      text += "for \(parameter.name)\(bound), \(parameter.isInteger ? "an integer" : "rational")"
      text += parameter.defaultValues.map { "; here \(parameter.name) ∈ \($0.shown)" } ?? ""
      text += "\n"
    }
    if let hypothesis = claim.hypothesis { text += "where \(hypothesis)\n" }
    for definition in claim.definitions {
      text += "let \(definition.name) = \(definition.expression)\n"
    }
    return text
  }

  private static func form(_ entry: Document.Entry) -> String {
    var text = "\n\(entry.claim.wordingText(of: entry.form)):\n"
    if entry.form.title != nil { text += "  \(entry.title)\n" }
    for proposition in entry.form.propositions { text += lines(of: proposition) }
    if let record = entry.form.record { text += "  on record: \(record.verdict.rawValue)\n" }
    guard case .decided(let report) = entry else {
      return text + "  undecided: \(entry.reason ?? "")\n"
    }
    text += "  \(report.verdict.kind.rawValue)"
    if report.extents.isFinite {
      text += ": holds for \(report.holds) of \(report.instances) values"
    }
    text += report.extents.entries.isEmpty ? "\n" : " (\(report.extents))\n"
    text += "  decided by: \(report.method)\n"
    let principles = report.principles.joined(separator: ", ")
    text += "  leans on: \(principles.isEmpty ? "exact arithmetic alone" : principles)\n"
    if case .refuted(let counterexample) = report.verdict {
      let failure = counterexample.failure
      text += "  \(report.failsAt) \(counterexample.at): \(failure.what)\n"
      text += "    claimed  \(Document.shown(failure.claimed, failure.claimedDecimal))\n"
      text += "    actual   \(Document.shown(failure.actual, failure.actualDecimal))\n"
      text += report.reachOfFailure.map { "  \($0)\n" }.joined()
    }
    if let reason = entry.reason { text += "  \(reason)\n" }
    return text
  }

  /// A spectrum has a line for each eigenvalue.
  private static func lines(of proposition: Proposition) -> String {
    guard case .spectrum(let matrix, let values, _) = proposition else {
      return "  \(proposition)\n"
    }
    let left = values.map { "\($0.value)" }
    let width = left.map(\.count).max() ?? 0
    var text = "  spectrum(\(matrix)) = {\n"
    for (value, line) in zip(values, left) {
      let space = String(repeating: " ", count: width - line.count)
      text += "    \(line)\(space) : \(value.multiplicity)\n"
    }
    return text + "  }\n"
  }
}

extension Claim.Fault {
  /// `a misprint`, `false`, `true under a condition that is not printed`, `as lemma-13 is`
  fileprivate var explained: String {
    switch self {
    case .misprint: "a misprint"
    case .wrong: "false"
    case .condition: "true under a condition that is not printed"
    case .inherited(let id): "it takes over what \(id) says"
    }
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
