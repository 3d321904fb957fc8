import Glibc
import Synchronization
import Threads

/// Whether the user asked to stop, and whether the time is up.
enum Interruption {
  private static let isRequested = Atomic<Bool>(false)
  /// When it was asked first, in seconds of `Clock`, as bits.
  private static let requested = Atomic<UInt64>(0)
  /// Who sends a signal to a process and to its group, as `timeout` and schedulers do, asks once.
  private static let sameRequest = 0.2

  /// From now on the first interrupt from the keyboard sets a flag; one after it, not in the same moment, ends the
  /// process. For commands that ask for the flag; the others end at once.
  static func catchFirst() { catchFirst(SIGINT) }

  /// From now on the request to end that schedulers send when the time is up is an interrupt.
  static func catchTermination() { catchFirst(SIGTERM) }

  /// Lets both through: whoever started the process may have blocked them, as threads of a library do.
  static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func catchFirst(_ number: Int32) {
    signal(number) { number in
      let now = Clock.seconds()
      guard Interruption.isRequested.load(ordering: .acquiring) else {
        Interruption.requested.store(now.bitPattern, ordering: .relaxed)
        Interruption.isRequested.store(true, ordering: .releasing)
        return
      }
      let first = Double(bitPattern: Interruption.requested.load(ordering: .relaxed))
      if now > first + Interruption.sameRequest {
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// A reason to stop, asked between values.
  static func reason(deadline: Double?) -> String? {
    if isRequested.load(ordering: .relaxed) { return "interrupted" }
    if let deadline, Clock.seconds() >= deadline { return "the time limit was reached" }
    return nil
  }
}

/// When a file that grows is written again: after some seconds at least, and twenty times as long as writing it
/// took, so that this costs little.
struct SavingPace {
  private let seconds: Double
  private var due: Double

  init(seconds: Double) {
    self.seconds = seconds
    due = Clock.seconds() + seconds
  }

  func isDue(_ now: Double) -> Bool { now > due }

  /// Writes it, whether it is due or not.
  mutating func save(_ write: () throws -> Void) rethrows {
    let begin = Clock.seconds()
    try write()
    let end = Clock.seconds()
    due = end + max(seconds, 20 * (end - begin))
  }
}
