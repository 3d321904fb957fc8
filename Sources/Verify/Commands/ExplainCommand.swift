import ArgumentParser
import Claims
import Statements

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: "verify",
    abstract: "Shows one statement: as printed, corrected, its verdict, and how it was decided.",
    discussion: #"""
      Without a name it lists the statements on file. Explaining a false statement is not
      a failure: the exit status is 0.

      EXAMPLES
        verify explain
        verify explain lemma-13
        verify explain Lemma 13
        verify explain definition-8    what is on file about it
        verify explain lemma-13 --format latex    with its formulas, for \usepackage{amsmath,amssymb}
        verify explain lemma-13 --format html     the same as a part of a page, with MathML
        verify explain --language      the functions of the claim language
      """#)

  @Argument(
    help: ArgumentHelp("A statement, e.g. lemma-13.", valueName: "name"), completion: .statements)
  var words: [String] = []

  @Flag(help: "List the functions of the claim language.")
  var language = false

  @OptionGroup(title: "Running") var running: RunningOptions

  func run() throws {
    try reportingErrors("explain") {
      if language { return try write(Explanation.vocabulary, "explain --language") }
      let library = try running.wholeLibrary()
      guard !words.isEmpty else {
        return try write(Explanation.index(of: library.claims), "explain")
      }
      let asked = words.joined(separator: " ")
      let id = library[asked] == nil ? Library.name(for: asked) : asked
      guard let claim = library[id] else {
        let family = library.family(of: id)
        if !family.isEmpty { return try write(Explanation.index(of: family), "explain \(id)") }
        throw ValidationError(
          "there is no statement '\(asked)' on file; verify explain lists all"
            + Spelling.hint(for: id, among: library.claims.map(\.id)))
      }
      let related = library.family(of: id).filter { $0.id != id }
      let leaning = library.claims(leaningOn: id)
      let proofs = try running.proofs(of: claim, in: library)
      let session = try Session(
        "explain \(id)", running, library,
        text: { Explanation.text(of: claim, $0, related, leaning: leaning, proofs: proofs) },
        article: { Explanation.article(of: claim, $0, related, leaning: leaning, proofs: proofs) })
      session.edit { $0.purpose = .explanation }
      try session.carryOut(claim.forms) { form, part in
        try session.decide(claim, form, over: [:], in: part)
      }
      try session.finish()
    }
  }

  /// Writes a list; `verify` has nothing to decide for it.
  private func write(_ table: TextTable, _ command: String) throws {
    let text =
      switch running.format {
      case .text, .junit: table.text
      case .markdown: table.markdown
      case .latex: table.latex
      case .html: table.html.text
      case .json:
        JSON.object([
          "schema": .string("verify/1"), "command": .string(command), "exit": .integer(0),
          "entries": table.json,
        ]).text() + "\n"
      }
    if !Terminal.output(text) { throw ExitCode(ExitStatus.internalError.rawValue) }
  }
}
