import ArgumentParser
import Claims
import Statements

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: "verify",
    abstract: "Checks the claims of files that you wrote.",
    discussion: """
      The language is described in proofs/FORMAT.md; verify explain --language lists its functions.

      EXAMPLES
        verify check my.claim
        verify check my.claim --r 5..40 --set seed=1..20
        verify check - < my.claim
      """)

  @Argument(
    help: ArgumentHelp("Claim files; - is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @OptionGroup(title: "Values") var domains: DomainOptions
  @Option(name: .customLong("statement"), help: WordingChoice.help) var wording: WordingChoice?
  @OptionGroup(title: "Running") var running: RunningOptions
  @OptionGroup(title: "In parts") var sharding: ShardOptions

  mutating func validate() throws {
    if sharding.shard != nil, files.contains("-") {
      throw ValidationError("-: verify merge reads the claims once more; expected a file")
    }
  }

  func run() throws {
    try reportingErrors("check") {
      let texts = try files.map { ($0, try Files.text($0)) }
      let library = try Library(
        files: texts.map { (name: $0.0, text: $0.1) }, readGraph: running.readGraph)
      let claims = library.claims
      let assignments = try domains.assignments()
      try DomainOptions.requireMeaning(assignments, for: claims)
      let session = try Session(
        "check " + files.joined(separator: " "), running, library,
        part: try sharding.part(of: library))
      try session.decide(claims, wording, assignments)
      try session.finish()
    }
  }
}
