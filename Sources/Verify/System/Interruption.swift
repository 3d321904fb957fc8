import Glibc
import Synchronization

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

/// The time since an arbitrary moment, unaffected by changes of the date.
enum Clock {
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits for less than a second, or until a signal comes.
  static func sleep(_ seconds: Double) { usleep(UInt32(seconds * 1e6)) }
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

/// Threads of the system.
enum Thread {
  /// The number of cores that can be used now, at least 1 and at most 1024.
  static var cores: Int { min(1024, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs the body on a thread of its own, which nobody waits for.
  static func start(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if code == 0 { pthread_detach(thread) } else { work.release() }
  }
}
