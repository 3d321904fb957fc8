import Dispatch
import Synchronization

/// Applies a function to `0 ..< count` on several threads and returns the results in order.
///
/// Indices are handed out one by one in ascending order. Results do not depend on `jobs`.
///
/// - Parameter body: Called once for each index; nil means that the value was not taken up.
package func inParallel<Result: Sendable>(
  count: Int, jobs: Int, _ body: @Sendable (Int) -> Result?
) -> [Result?] {
  guard jobs > 1, count > 1 else { return (0..<count).map(body) }
  let next = Atomic(0)
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = body(index)
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0 }
}
