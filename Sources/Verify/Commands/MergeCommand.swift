import ArgumentParser
import Claims
import Rational

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    _superCommandName: "verify",
    abstract: "Puts together the parts of a run that was decided with --shard.",
    discussion: """
      Writes what the same command writes in one run, byte for byte but for the time, and ends with its
      exit status. All parts are needed, each once and complete, of the same command and the same claim
      files; anything else is an error, exit status 65.

      The parts are believed. With --verify they need not be: of the values of each form that hold, one in a
      hundred (--sample), drawn at random, is decided once more, and all others, as counterexamples, are. A
      part that says something else is an error, exit status 65. With m forged values of a form the parts
      pass with probability at most 0.99^m.

      EXAMPLES
        seq 16 | parallel verify lemma 14 --r 4..2000 --shard {}/16 --out part-{}.txt
        verify merge part-*.txt
        verify merge part-*.txt --format json
        verify merge part-*.txt --verify --sample 1/20
      """)

  @Argument(help: ArgumentHelp("The files of the parts.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: "How results are written.")
  var format: RunningOptions.Format = .text

  @Flag(name: .shortAndLong, help: "Write the summary only, and no progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Write what was found for each value as well.")
  var verbose = false

  @Option(
    help: ArgumentHelp("The folder of the statements on file.", valueName: "dir"),
    completion: .directory)
  var proofs: String?

  @Flag(help: "Decide some of the values once more, and refuse parts that say something else.")
  var verify = false

  @Option(
    help: ArgumentHelp(
      "Which share of the values that hold is decided once more; 1/100 where it is left out.",
      valueName: "1/20"), transform: Self.share)
  var sample: Rational?

  func validate() throws {
    if sample != nil, !verify {
      throw ValidationError("--sample: is for what --verify decides once more; expected it as well")
    }
  }

  private static func share(_ text: String) throws -> Rational {
    guard let share = Rational(text), share > 0, share <= 1 else {
      throw ValidationError("'\(text)': expected a number above 0, at most 1, such as 1/20")
    }
    return share
  }

  func run() throws {
    try reportingErrors("merge") {
      let run = try MergedRun(
        try files.map { ($0, try PartFile.read($0)) },
        recheck: verify ? Recheck(share: sample ?? Rational(1, 100)) : nil)
      var options = ["--format", format.rawValue]
      if quiet { options.append("--quiet") }
      if verbose { options.append("--verbose") }
      if let proofs { options += ["--proofs", proofs] }
      // After the name of the command, so that nothing of it can take them for its own.
      var command = try command(of: run, with: options)
      try Session.$merged.withValue(run) { try command.run() }
    }
  }

  /// The command of the parts, which anybody may have written: one that is decided in parts, and nothing in it
  /// that says how.
  private func command(
    of run: MergedRun, with options: [String]
  ) throws(FileError) -> any ParsableCommand {
    func refusal(_ reason: String) -> FileError {
      FileError(description: "\(files[0]): the command of the parts \(reason)")
    }
    let shown = "'\(run.command.joined(separator: " "))'"
    guard PartFile.words(of: run.command) == run.command else {
      throw refusal("has options that parts do not have: \(shown)")
    }
    let command: any ParsableCommand
    do {
      command = try Verify.parseAsRoot(run.command.prefix(1) + options + run.command.dropFirst())
    } catch {
      throw refusal("is none of this version: \(Verify.message(for: error))")
    }
    guard
      command is LemmaCommand || command is Theorem3Command || command is CheckCommand
        || command is AuditCommand
    else { throw refusal("is none that is decided in parts: \(shown)") }
    return command
  }
}
