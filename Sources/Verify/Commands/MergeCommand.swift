import ArgumentParser
import Claims

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Puts together the parts of a run that was decided with --shard.",
    discussion: """
      Writes what the same command writes in one run, byte for byte but for the time, and ends with its
      exit status. All parts are needed, each once and complete, of the same command and the same claim
      files; anything else is an error, exit status 65.

      EXAMPLES
        seq 16 | parallel verify lemma 14 --r 4..2000 --shard {}/16 --out part-{}.txt
        verify merge part-*.txt
        verify merge part-*.txt --format json
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

  func run() throws {
    try reportingErrors("merge") {
      let run: MergedRun
      do {
        run = try MergedRun(try files.map { ($0, try PartFile.read($0)) })
      } catch let error as MergedRun.Failure {
        throw FileError(description: error.description)
      }
      var options = ["--format", format.rawValue]
      if quiet { options.append("--quiet") }
      if verbose { options.append("--verbose") }
      if let proofs { options += ["--proofs", proofs] }
      // After the name of the command, so that nothing of it can take them for its own.
      let words = run.command.prefix(1) + options + run.command.dropFirst()
      var command: any ParsableCommand
      do {
        command = try Verify.parseAsRoot(Array(words))
      } catch {
        throw FileError(
          description: "\(files[0]): the command of the parts is none of this version: "
            + Verify.message(for: error))
      }
      try Session.$merged.withValue(run) { try command.run() }
    }
  }
}
