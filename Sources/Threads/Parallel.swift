import Synchronization

/// Applies a function to `0 ..< count` on several threads and returns the results in order.
///
/// Indices are handed out in ascending order. Results do not depend on `jobs`.
///
/// - Parameter run: How many indices in a row go to one thread: more than one when neighbours share work
///   that is kept.
/// - Parameter body: Called once for each index; nil means that the value was not taken up.
package func inParallel<Result: Sendable>(
  count: Int, jobs: Int, run: Int = 1, _ body: @Sendable (Int) -> Result?
) -> [Result?] {
  guard jobs > 1, count > 1 else { return (0..<count).map(body) }
  let next = Atomic(0)
  let results = Mutex([Result?](repeating: nil, count: count))
  Crew.shared.run(others: min(jobs, count) - 1) {
    while true {
      let start = next.wrappingAdd(run, ordering: .relaxed).oldValue
      guard start < count else { return }
      for index in start..<min(start + run, count) {
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }
  }
  return results.withLock { $0 }
}

/// Calls the body on this thread and, at the same time, on others, `jobs` in all, or as many as there are cores, or as
/// the system grants; all calls have returned when this does.
package func inParallel(jobs: Int, _ body: @Sendable () -> Void) {
  Crew.shared.run(others: max(0, jobs - 1), body)
}

/// Starts a thread for `inParallel` beforehand, where there is a core for it and none yet.
package func startThread() { Crew.shared.complete(others: 1) }

/// Starts a thread for `inParallel` beforehand, which first does something else.
package func startThread(_ first: @escaping @Sendable () -> Void) { Crew.shared.prepare(first) }

/// Applies a function that may throw to `0 ..< count` on several threads and returns the results in
/// order.
///
/// - Throws: The error of the first index that has one, whatever `jobs` is. Later indices are not
///   begun once it is known.
package func mapInParallel<Element: Sendable, Failure: Error>(
  count: Int, jobs: Int, _ body: @Sendable (Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
  let failed = Atomic(Int.max)
  let results = inParallel(count: count, jobs: jobs) { index -> Result<Element, Failure>? in
    guard index < failed.load(ordering: .relaxed) else { return nil }
    let result = Result { () throws(Failure) in try body(index) }
    if case .failure = result { failed.min(index, ordering: .relaxed) }
    return result
  }
  var elements: [Element] = []
  elements.reserveCapacity(count)
  // What was not begun stands behind an error.
  for result in results { if let result { elements.append(try result.get()) } }
  return elements
}
