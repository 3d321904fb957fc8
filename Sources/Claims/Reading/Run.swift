import Dispatch
import Synchronization

/// Applies a function to `0 ..< count` on several threads and returns the results in order.
///
/// Work is handed out in small runs of consecutive indices, so that long last values do not leave
/// a core idle. Results do not depend on `jobs`.
///
/// - Parameter body: Called once for each index; nil means that the value was not taken up.
func inParallel<Result: Sendable>(
  count: Int, jobs: Int, _ body: @Sendable (Int) -> Result?
) -> [Result?] {
  guard jobs > 1, count > 1 else { return (0..<count).map(body) }
  let share = max(1, min(64, count / (jobs * 8)))
  let next = Mutex(0)
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in
    while true {
      let start = next.withLock { index in
        defer { index += share }
        return index
      }
      guard start < count else { return }
      let end = min(start + share, count)
      let found = (start..<end).map(body)
      results.withLock { all in
        for (offset, result) in found.enumerated() { all[start + offset] = result }
      }
    }
  }
  return results.withLock { $0 }
}
