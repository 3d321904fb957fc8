import Dispatch
import Glibc
import Synchronization

/// Threads that wait for work, as many as were wanted at a time so far.
///
/// Dispatch has such threads, too; it takes a millisecond to begin, and a tenth of one whenever work comes after a pause.
/// A lemma is decided form by form, each in a millisecond: there it was a tenth of the time. Here a thread that is done
/// looks for more work for a moment before it sleeps.
final class Crew: Sendable {
  static let shared = Crew()

  /// What one caller has done by several threads.
  private struct Job: @unchecked Sendable {
    /// On the stack of the caller, who waits until nobody uses it.
    let body: UnsafePointer<@Sendable () -> Void>

    /// Calls it, and has let go of it afterwards.
    @inline(never)
    func callAsFunction() { body.pointee() }
  }

  private struct State {
    /// What can be joined.
    var job: Job?
    /// How many more may join it.
    var places = 0
    /// How many have joined and not left.
    var working = 0
    /// How many jobs there have been.
    var jobs = 0
    var threads = 0
    var sleeping = 0
    /// Whether the caller sleeps until the last one has left.
    var isAwaited = false
  }

  private let state = Mutex(State())
  /// How many jobs there have been, and how many work, to be looked at without a lock.
  private let jobs = Atomic(0)
  private let working = Atomic(0)
  private let work = DispatchSemaphore(value: 0)
  private let end = DispatchSemaphore(value: 0)

  /// How long a thread looks for what it waits for before it sleeps, in seconds.
  private static let patience = 0.0003

  /// How many threads there are at most besides that of the caller: one for each other core.
  private static let limit = Thread.cores - 1

  /// Calls `body` on this thread and, at the same time, once on each of up to `others` more; all calls have returned
  /// when this does. While there is other work, it is this thread alone: so it is for work within work.
  func run(others: Int, _ body: @Sendable () -> Void) {
    let others = min(others, Self.limit)
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        let isBegun = begin(Job(body: pointer), others: others)
        body()
        if isBegun { finish() }
      }
    }
  }

  /// Starts a thread that will be wanted, and has it do something else first.
  func prepare(_ first: @escaping @Sendable () -> Void) {
    state.withLock { $0.threads += 1 }
    start(first)
  }

  /// Starts the threads that are wanted and not there.
  func complete(others: Int) {
    let missing = state.withLock { state in
      let missing = max(0, min(others, Self.limit) - state.threads)
      state.threads += missing
      return missing
    }
    for _ in 0..<missing { start {} }
  }

  private func begin(_ job: Job, others: Int) -> Bool {
    let asleep: Int? = state.withLock { state in
      guard state.job == nil, state.working == 0 else { return nil }
      state.job = job
      state.places = others
      state.jobs += 1
      jobs.store(state.jobs, ordering: .releasing)
      let asleep = min(state.sleeping, others)
      state.sleeping -= asleep
      return asleep
    }
    guard let asleep else { return false }
    for _ in 0..<asleep { work.signal() }
    complete(others: others)
    return true
  }

  /// Lets nobody join any more, and waits for those who have.
  private func finish() {
    state.withLock { $0.job = nil }
    if Self.look(until: { working.load(ordering: .acquiring) == 0 }) { return }
    let isLate = state.withLock { state in
      state.isAwaited = state.working > 0
      return state.isAwaited
    }
    if isLate { end.wait() }
  }

  // MARK: The threads

  private func start(_ first: @escaping @Sendable () -> Void) {
    let isThere = Thread.start {
      first()
      self.serve()
    }
    // Without it the others do the work.
    if !isThere { state.withLock { $0.threads -= 1 } }
  }

  private func serve() -> Never {
    var seen = 0
    while true {
      waitForJob(after: seen)
      let job = state.withLock { state -> Job? in
        seen = state.jobs
        guard let job = state.job, state.places > 0 else { return nil }
        state.places -= 1
        state.working += 1
        working.store(state.working, ordering: .releasing)
        return job
      }
      guard let job else { continue }
      job()
      let isLast = state.withLock { state in
        state.working -= 1
        working.store(state.working, ordering: .releasing)
        let isLast = state.working == 0 && state.isAwaited
        if isLast { state.isAwaited = false }
        return isLast
      }
      if isLast { end.signal() }
    }
  }

  /// Returns when there has been a job after so many.
  private func waitForJob(after seen: Int) {
    if Self.look(until: { jobs.load(ordering: .acquiring) != seen }) { return }
    let sleeps = state.withLock { state in
      let sleeps = state.jobs == seen
      if sleeps { state.sleeping += 1 }
      return sleeps
    }
    if sleeps { work.wait() }
  }

  /// Whether a condition came to hold in a moment.
  private static func look(until holds: () -> Bool) -> Bool {
    let start = Clock.seconds()
    while !holds() {
      if Clock.seconds() - start > patience { return false }
      sched_yield()
    }
    return true
  }
}
