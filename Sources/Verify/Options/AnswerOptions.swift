import ArgumentParser
import Glibc
import Synchronization
import Threads

/// Options of the commands that answer a question: the answer, whatever it is, has the exit status 0.
struct AnswerOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, latex, html
  }

  @Option(help: "How the answer is written.")
  var format: Format = .text

  @OptionGroup var limit: TimeLimit
}

/// The option that ends a command when its time is up.
struct TimeLimit: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stop after that long.", valueName: "seconds"))
  var timeout: Double?

  mutating func validate() throws { try Self.check(timeout) }

  /// - Throws: `ValidationError` for a time that is not positive, or beyond all waiting.
  static func check(_ timeout: Double?) throws {
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout \(timeout): expected a positive number of seconds")
    }
  }

  private static let isOver = Atomic<Bool>(false)

  /// Ends the process with the status of a limit once the time is up, unless `finish` was called.
  func begin() { Self.begin(timeout) }

  /// The same for a time that was granted in another way; without one it does nothing.
  static func begin(_ timeout: Double?) {
    guard let timeout else { return }
    let deadline = Clock.seconds() + timeout
    let isWatched = Thread.start {
      while Clock.seconds() < deadline { Clock.sleep(0.05) }
      if isOver.exchange(true, ordering: .relaxed) { return }
      Terminal.error("Error: the time limit of \(timeout) s was reached\n")
      _exit(ExitStatus.limit.rawValue)
    }
    if !isWatched { Terminal.error(Self.unwatched) }
  }

  /// What is said where the system grants no thread that looks at the time.
  static let unwatched =
    "--timeout may not be kept: the system grants no thread that watches the time\n"

  /// From here on the answer is written, and the time no longer matters.
  static func finish() {
    // The other thread is about to end the process.
    if isOver.exchange(true, ordering: .relaxed) { while true { pause() } }
  }
}
