import Glibc
import Synchronization
import Testing

@testable import Threads

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

  /// Threads that were done come back at once, or are woken when they had gone to sleep.
  @Test("Work after work, with pauses and without", arguments: [2, 3, 64])
  func again(jobs: Int) {
    for round in 0..<2000 {
      if round % 100 == 0 { usleep(1000) }
      let count = round % 7
      let results = inParallel(count: count, jobs: jobs) { index -> Int? in
        index % 3 == 1 ? nil : index * round
      }
      #expect(results == (0..<count).map { $0 % 3 == 1 ? nil : $0 * round })
    }
  }

  @Test("All calls have returned when the work has")
  func returned() {
    for round in 0..<300 {
      let begun = Atomic(0)
      let ended = Atomic(0)
      Crew.shared.run(others: 3) {
        begun.add(1, ordering: .relaxed)
        if round % 10 == 0 { usleep(400) }
        ended.add(1, ordering: .relaxed)
      }
      let number = begun.load(ordering: .relaxed)
      #expect(number >= 1 && number <= 4)
      let returned = ended.load(ordering: .relaxed)
      #expect(returned == number)
      usleep(50)
      let later = begun.load(ordering: .relaxed)
      #expect(later == number)
    }
  }

  @Test("Another thread takes part in work that takes some time")
  func helped() throws {
    try #require(sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1)
    let threads = Mutex<Set<UInt>>([])
    for _ in 0..<200 {
      _ = inParallel(count: 4, jobs: 2) { _ -> Int? in
        threads.withLock { _ = $0.insert(UInt(pthread_self())) }
        usleep(1000)
        return nil
      }
      if threads.withLock({ $0.count }) > 1 { return }
    }
    Issue.record("one thread did all of it")
  }

  @Test("Work within work, and of several callers at once")
  func nested() async {
    let table = inParallel(count: 20, jobs: 4) { row in
      inParallel(count: 20, jobs: 4) { row * $0 }.compactMap { $0 }
    }
    #expect(table == (0..<20).map { row in (0..<20).map { row * $0 } })
    await withTaskGroup(of: Bool.self) { group in
      for caller in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { round in
            inParallel(count: 9, jobs: 3) { $0 + round * caller }
              == (0..<9).map { $0 + round * caller }
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test("A thread that is prepared does what it is told first")
  func prepared() {
    let done = Atomic(false)
    startThread { done.store(true, ordering: .releasing) }
    for _ in 0..<10_000 where !done.load(ordering: .acquiring) { usleep(1000) }
    let isDone = done.load(ordering: .acquiring)
    #expect(isDone)
    #expect(mapInParallel(count: 100, jobs: 3) { $0 } == Array(0..<100))
  }
}
