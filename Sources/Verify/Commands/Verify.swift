import ArgumentParser
import CRevision
import Glibc
import Statements

@main
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Decides statements about matrices of graphs and minimal losses, exactly.",
    discussion: """
      The statements of "Neural Collapse versus Low-rank Bias: Is Deep Neural
      Collapse Really Optimal?" are on file; those of your own go in a claim file.

      EXAMPLES
        verify lemma 12 --r 5..40      one lemma, each r of a range
        verify lemma 13 --r 5..40      false as printed; the corrected form as well
        verify theorem3 --L 3...8      the main theorem
        verify loss --r 5 --L 4 --lambda 1/250    one problem: which solution loses less
        verify phase --r 4..30 --L 3..7           for which Λ which one does
        verify figure 2 --out fig2.svg            the paper's figures, from exact values
        verify explain lemma-13        one statement and how it is decided
        verify audit                   the paper, statement by statement
        verify report --out audit.html the same as a page for a browser
        verify train --lambda 1/250 --n 50 --out runs  the paper's trainings
        verify search --K 3 --L 4 --lambda 1/100  a point that loses less than DNC
        verify certify weights.npz --lambda 1/100 the exact loss of weights of your own
        verify check my.claim          a statement of your own
        verify merge part-*.txt        a run that was decided in parts, with --shard
        verify proofs                  everything on file against its record
        verify export coq --out DIR    the proofs for all r, for Coq to check again

      EXIT STATUS
        0 holds · 1 refuted, or not as recorded · 2 undecided · 3 a limit was reached
        64 usage · 65 bad input file · 70 internal error
      """,
    version: "verify \(version) (\(revision))",
    subcommands: [
      LemmaCommand.self, Theorem3Command.self, LossCommand.self, PhaseCommand.self,
      FigureCommand.self, ConstructionCommand.self,
      AuditCommand.self, ReportCommand.self,
      TrainCommand.self, SearchCommand.self, CertifyCommand.self, PointsCommand.self,
      CheckCommand.self, MergeCommand.self,
      ProofsCommand.self, ExportCommand.self, ProveCommand.self, ExplainCommand.self,
    ])

  /// That of the newest release in `CHANGELOG.md`.
  static let version = "0.2.0"

  /// Which commit of the sources this is, and its day; a build that was not told is one of somebody at work.
  static let revision: String = {
    let commit = String(cString: verify_commit())
    guard !commit.isEmpty else { return "development build" }
    return "commit \(commit), \(String(cString: verify_commit_date()))"
  }()

  static func main() {
    // A reader that closes the pipe ends the output, not the process.
    signal(SIGPIPE, SIG_IGN)
    // A file beyond the size that the system grants is not written, and that is said.
    signal(SIGXFSZ, SIG_IGN)
    Terminal.fillStreams()
    Interruption.unblock()
    let arguments = arguments
    StatementsAhead.begin(arguments)
    do {
      var command = try parsed(arguments)
      try command.run()
    } catch let status as ExitCode {
      // Everything is said; the library would put together a usage that nobody sees.
      Glibc.exit(status.rawValue)
    } catch {
      end(error)
    }
  }

  /// Says what an error says: one of usage, or what was asked for, such as help.
  private static func end(_ error: any Error) -> Never {
    let text = fullMessage(for: error) + "\n"
    var status = exitCode(for: error).rawValue
    if status != ExitCode.success.rawValue {
      Terminal.error(text)
    } else if !Terminal.output(text) {
      status = ExitStatus.internalError.rawValue
    }
    Glibc.exit(status)
  }

  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    if let command = alone(words) { return command }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    let asksForHelp = words.first == "help" && words.count > 1
    if let word = asksForHelp ? words[1] : words.first, !word.hasPrefix("-"), !names.contains(word)
    {
      throw ValidationError(
        "there is no command '\(word)'" + Spelling.hint(for: word, among: names))
    }
    return try parseAsRoot(words)
  }

  /// The command that the first word names, read without the others; nil where it cannot be, and where it is asked for
  /// help: there the whole tree of commands has the words.
  ///
  /// The library looks for requests of its own before it reads a root's arguments, but not those of a part of another program. That
  /// takes longer than reading them.
  private static func alone(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let type = configuration.subcommands.first(where: { $0._commandName == arguments.first })
    else { return nil }
    let command = try? type.parseAsRoot(Array(arguments.dropFirst()))
    return command.flatMap { Swift.type(of: $0) == type ? $0 : nil }
  }

  /// The words after the name of the program; `theorem 3`, as the paper writes it, is `theorem3`.
  static var arguments: [String] {
    let words = Array(CommandLine.arguments.dropFirst())
    return words.starts(with: ["theorem", "3"]) ? ["theorem3"] + words.dropFirst(2) : words
  }
}
