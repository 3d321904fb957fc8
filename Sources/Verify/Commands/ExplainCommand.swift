import ArgumentParser
import Claims

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows one statement: as printed, corrected, its verdict, and how it was decided.",
    discussion: """
      EXAMPLES
        verify explain                     all statements on file
        verify explain lemma-13
        verify explain --language          the functions of the claim language
      """)

  @Argument(help: "The name of a statement, e.g. lemma-13.")
  var id: String?

  @Flag(help: "List the functions of the claim language.")
  var language = false

  @OptionGroup(title: "Running") var running: RunningOptions

  func run() throws {
    try reportingErrors {
      if language { return Terminal.output(Self.vocabulary) }
      let library = try running.library()
      guard let id else { return Terminal.output(Self.index(library)) }
      guard let claim = library[id] else {
        let near = library.claims.map(\.id).filter { Self.isNear($0, id) }
        throw ValidationError(
          "there is no statement '\(id)' on file"
            + (near.isEmpty ? "; verify explain lists all" : "; is it one of "
              + near.joined(separator: ", ") + "?"))
      }
      var session = Session("explain \(id)", running)
      for form in claim.forms { try session.decide(claim, form, over: [:]) }
      let related = library.family(of: id).filter { $0.id != id }
      let leaning = library.claims(leaningOn: id)
      // Explaining a false statement is not a failure.
      do {
        try session.finish { Self.explanation(of: claim, $0, related, leaning) }
      } catch let code as ExitCode where code.rawValue == ExitStatus.refuted.rawValue {}
    }
  }

  private static func isNear(_ candidate: String, _ id: String) -> Bool {
    let stem = id.prefix { $0 != "." }
    return candidate.contains(id) || id.contains(candidate) || candidate.hasPrefix(stem)
  }

  private static func index(_ library: Library) -> String {
    var table = TextTable(["statement", "where", "what it says"])
    for claim in library.claims { table.add([claim.id, claim.source, claim.title]) }
    return table.text
  }

  private static var vocabulary: String {
    var table = TextTable(["function", "gives", "meaning"])
    for function in Vocabulary.functions {
      let parameters = function.parameters.map(\.rawValue).joined(separator: ", ")
      table.add(["\(function.name)(\(parameters))", function.result.rawValue, function.meaning])
    }
    return table.text
  }

  private static func explanation(
    of claim: Claim, _ document: Document, _ related: [Claim], _ leaning: [Claim]
  ) -> String {
    var lines = "\(claim.id)\n\(claim.title)\n"
    if !claim.source.isEmpty { lines += "in the paper: \(claim.source)\n" }
    lines += "on file: \(claim.location)\n\n"
    for parameter in claim.parameters {
      let bound = parameter.bound.map { " \($0)" } ?? ""
      lines += "for \(parameter.name)\(bound), \(parameter.isInteger ? "an integer" : "rational")"
      lines += parameter.defaultValues.map { "; here \(parameter.name) ∈ \($0.shown)" } ?? ""
      lines += "\n"
    }
    if let hypothesis = claim.hypothesis { lines += "where \(hypothesis)\n" }
    for definition in claim.definitions {
      lines += "let \(definition.name) = \(definition.expression)\n"
    }
    for entry in document.entries {
      lines += "\nas \(entry.form.wording.rawValue):\n"
      for proposition in entry.form.propositions { lines += "  \(proposition)\n" }
      guard case .decided(let report) = entry else { continue }
      lines += "  \(report.verdict.kind.rawValue): holds for \(report.holds) of "
      lines += "\(report.instances) values\n"
      lines += "  decided by: \(report.method)\n"
      let principles = report.principles.joined(separator: ", ")
      lines += "  leans on: \(principles.isEmpty ? "exact arithmetic alone" : principles)\n"
      if case .refuted(let counterexample) = report.verdict {
        let failure = counterexample.failure
        lines += "  first at \(counterexample.at): \(failure.what)\n"
        lines += "    claimed  \(failure.claimed)"
        lines += (failure.claimedDecimal.map { "  ≈ \($0)" } ?? "") + "\n"
        lines += "    actual   \(failure.actual)"
        lines += (failure.actualDecimal.map { "  ≈ \($0)" } ?? "") + "\n"
      }
      if case .undecided(let reason) = report.verdict { lines += "  \(reason)\n" }
    }
    if claim.isMisprint { lines += "\na misprint, which a reader corrects at sight\n" }
    if !claim.uses.isEmpty { lines += "\nleans on \(claim.uses.joined(separator: ", "))\n" }
    if !leaning.isEmpty {
      lines += "\nwhat leans on it: \(leaning.map(\.id).joined(separator: ", "))\n"
    }
    for note in claim.notes { lines += "\n\(note)\n" }
    if !related.isEmpty {
      lines += "\nbelonging to it: \(related.map(\.id).joined(separator: ", "))\n"
    }
    return lines
  }
}
