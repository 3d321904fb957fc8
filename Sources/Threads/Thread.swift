import CSystem
import Glibc

/// The time since an arbitrary moment, unaffected by changes of the date.
package enum Clock {
  package static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits for less than a second, or until a signal comes.
  package static func sleep(_ seconds: Double) { usleep(UInt32(seconds * 1e6)) }
}

/// Threads of the system.
package enum Thread {
  /// The number of cores that can be used now, at least 1 and at most 1024.
  package static var cores: Int {
    let cores = Int(verify_cores())
    return min(1024, max(1, cores > 0 ? cores : sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs the body on a thread of its own, which nobody waits for, and which begins on another core where there is one.
  ///
  /// - Returns: Whether there is one: the system can refuse it.
  @discardableResult
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body))
    let code = verify_start_thread(
      { pointer in
        verify_move_freely()
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if code != 0 { work.release() }
    return code == 0
  }
}
