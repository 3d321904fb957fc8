import Glibc
import Synchronization

/// Whether the user asked to stop, and whether the time is up.
enum Interruption {
  private static let isRequested = Atomic<Bool>(false)

  /// From now on the first interrupt from the keyboard sets a flag; the second ends the process.
  static func catchFirst() {
    signal(SIGINT) { _ in
      Interruption.isRequested.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
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
}
