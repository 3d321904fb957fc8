import ArgumentParser
import Claims
import Statements

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    _superCommandName: "verify",
    abstract: "Writes an audit, or a check of your own claims, as a page for a browser.",
    discussion: """
      Without files it decides the paper's statements as 'verify audit' does; the page has the answer, each
      statement as printed and corrected with its verdict, the figures and the regions of K and L.
      With files it decides their claims as 'verify check' does.

      The page is one file that fetches nothing. It is written whole or not at all; when a limit or an
      interrupt ends the run, with what was finished. The results also go to standard output: the
      summary, or all of them with --verbose or a --format.

      The exit status is that of the results: 0 all hold, 1 a printed form is refuted, 2 something is
      undecided, 3 a limit was reached; and 70 when the page cannot be written.

      EXAMPLES
        verify report --out audit.html
        verify report --all --out audit.html      for all r, all L, every α > 0, where a proof is on file
        verify report my.claim --out mine.html
        verify report my.claim --r 5..40 --out mine.html --format junit > results.xml
      """)

  @Argument(help: ArgumentHelp("Claim files (default: the paper's).", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The file of the page.", valueName: "file"))
  var out: String

  @Flag(
    help: "Decide each statement that has a uniform proof on file for all values of its parameters."
  )
  var all = false

  @OptionGroup(title: "Values") var domains: DomainOptions
  @OptionGroup(title: "Running") var running: RunningOptions

  mutating func validate() throws {
    if out == "-" { throw ValidationError("--out -: expected the name of a file") }
    let place = Files.resolved(out) ?? out
    if files.contains(where: { $0 == out || Files.resolved($0) == place }) {
      throw ValidationError("--out \(out): is one of the claim files")
    }
  }

  func run() throws {
    try reportingErrors("report") {
      let (library, subject) = try read()
      let assignments = try domains.assignments()
      try DomainOptions.requireMeaning(assignments, for: library.claims)
      let words = ["report"] + (all ? ["--all"] : []) + files + assignments.flatMap(\.words)
      let session = try Session(
        words.joined(separator: " "), running, library,
        text: { [isVerbose = running.verbose, out] document in
          // The summary, unless everything is asked for.
          (isVerbose
            ? document.text(isVerbose: true) : document.coloured(document.summary) + "\n")
            + "Written to \(out).\n"
        },
        page: { [out] document throws(FileError) in
          let page = Page(document, library, subject, assignments)
          try Files.write(page.html, to: out)
        })
      session.edit { $0.showsOutside = false }
      try session.decide(library.claims, nil, assignments, isOpen: all)
      if files.isEmpty {
        let audit = Audit(session.document.entries, library)
        session.edit { $0.audit = audit }
      }
      try session.finish()
    }
  }

  private func read() throws -> (Library, Page.Subject) {
    guard files.isEmpty else {
      let texts = try files.map { (name: $0, text: try Files.text($0)) }
      return (try Library(files: texts, readGraph: running.readGraph), .files(files))
    }
    let library = try running.library()
    let supplement = try PageSupplement(
      folder: Files.paperFolder(running.proofs), jobs: running.threads)
    return (library, .paper(supplement))
  }
}
