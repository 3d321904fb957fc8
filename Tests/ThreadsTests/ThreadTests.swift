import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Threads

@Suite("Threads of the system")
struct ThreadTests {
  /// The cores that a thread may use, as the kernel lists them ("0-3,6"): of "thread-self", or of "self", which is the
  /// thread that the process began with.
  private static func cores(of thread: String) -> String? {
    guard let file = fopen("/proc/\(thread)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let words = String(decoding: bytes, as: UTF8.self).split { $0 == "\t" || $0 == "\n" }
      if words.first == "Cpus_allowed_list:" { return words.last.map(String.init) }
    }
    return nil
  }

  @Test("A thread that has begun may use every core that the process may use")
  func movesFreely() throws {
    let process = try #require(Self.cores(of: "self"))
    let found = Mutex<[String?]>([])
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<8 {
      #expect(
        Thread.start {
          found.withLock { $0.append(Self.cores(of: "thread-self")) }
          done.signal()
        })
    }
    for _ in 0..<8 { done.wait() }
    #expect(found.withLock(\.self) == Array(repeating: process, count: 8))
  }

  @Test("Cores are those that the process may use")
  func cores() throws {
    let list = try #require(Self.cores(of: "self"))
    let count = try list.split(separator: ",").reduce(0) { sum, range in
      let ends = try range.split(separator: "-").map { try #require(Int($0)) }
      return sum + ends[ends.count - 1] - ends[0] + 1
    }
    #expect(Thread.cores == min(1024, count))
  }
}
