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
  package static var cores: Int { min(1024, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs the body on a thread of its own, which nobody waits for.
  ///
  /// - Returns: Whether there is one: the system can refuse it.
  @discardableResult
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if code == 0 { pthread_detach(thread) } else { work.release() }
    return code == 0
  }
}
