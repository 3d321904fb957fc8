import Synchronization
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

@Suite("Indices on several threads")
struct ParallelTests {
  private struct Unlucky: Error, Equatable { let index: Int }

  @Test("Results stand in the order of their indices", arguments: [1, 2, 5])
  func order(jobs: Int) throws {
    for count in [0, 1, 2, 100] {
      #expect(mapInParallel(count: count, jobs: jobs) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test("The first error is thrown, whichever index is done first", arguments: [1, 2, 5])
  func firstError(jobs: Int) {
    for _ in 0..<20 {
      #expect(throws: Unlucky(index: 40)) {
        try mapInParallel(count: 100, jobs: jobs) { index throws(Unlucky) in
          // Later ones fail at once, the first one takes longer.
          if index == 40 { for _ in 0..<10_000 { _ = Atomic(0).load(ordering: .relaxed) } }
          if index >= 40 { throw Unlucky(index: index) }
          return index
        }
      }
    }
  }

  @Test("Nothing is begun behind an error on one thread")
  func stops() {
    let begun = Mutex(0)
    #expect(throws: Unlucky(index: 3)) {
      try mapInParallel(count: 10, jobs: 1) { index throws(Unlucky) in
        begun.withLock { $0 += 1 }
        if index == 3 { throw Unlucky(index: index) }
      }
    }
    #expect(begun.withLock { $0 } == 4)
  }
}
