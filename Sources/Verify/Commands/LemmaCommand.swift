import ArgumentParser
import Claims

struct LemmaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lemma",
    _superCommandName: "verify",
    abstract: "Checks one of Lemmas 9 to 15, with the displays it rests on.",
    discussion: """
      EXAMPLES
        verify lemma 12 --r 5..40
        verify lemma 13 --r 5..40 --statement corrected
        verify lemma 14 --r 4..20 --alpha 1,9/4 --lambda 1/250
        verify lemma 13 --r 5..40 --format json
      """)

  @Argument(help: "The number of the lemma, 9 to 15.")
  var number: Int

  @OptionGroup(title: "Values") var domains: DomainOptions
  @Option(name: .customLong("statement"), help: WordingChoice.help) var wording: WordingChoice?
  @OptionGroup(title: "Running") var running: RunningOptions
  @OptionGroup(title: "In parts") var sharding: ShardOptions

  mutating func validate() throws {
    guard (9...15).contains(number) else {
      throw ValidationError("there is no lemma \(number) on file; expected 9 to 15")
    }
  }

  func run() throws {
    try reportingErrors("lemma") {
      let library = try running.library(of: "lemma-\(number)")
      let family = library.family(of: "lemma-\(number)")
      let claims = family.filter { $0.role == .statement }
      guard !claims.isEmpty else {
        throw FileError(description: "lemma-\(number) is not among the statements on file")
      }
      let assignments = try domains.assignments()
      try DomainOptions.requireMeaning(assignments, for: claims)
      let session = try Session(
        "lemma \(number)", running, library, part: try sharding.part(of: library))
      try session.decide(claims, wording, assignments)
      let remarks = family.filter { $0.role == .remark }
      if !remarks.isEmpty {
        session.remark(
          "Beside the lemma: " + remarks.map { "verify explain \($0.id)" }.joined(separator: ", "))
      }
      try session.finish()
    }
  }
}
