import Glibc
import Synchronization

/// Writing to the two streams: results to standard output, the rest to standard error.
enum Terminal {
  /// Whether results may be coloured: on a terminal, unless `NO_COLOR` is set and not empty.
  static let hasColour = isatty(1) != 0 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)

  static func output(_ text: String) { write(text, to: 1) }
  static func error(_ text: String) { write(text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // A reader that has gone wants no more.
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// A line on standard error that says how far a long run is; only on a terminal.
final class Progress: Sendable {
  private let label: String
  private let start = Clock.seconds()
  private let lastShown = Mutex(0.0)
  private let isShown: Bool

  init(_ label: String, isQuiet: Bool) {
    self.label = label
    isShown = !isQuiet && isatty(2) != 0
  }

  func update(_ done: Int, _ total: Int) {
    guard isShown else { return }
    let elapsed = Clock.seconds() - start
    guard elapsed > 1 else { return }
    let isDue = lastShown.withLock { last in
      guard elapsed - last > 0.1 || done == total else { return false }
      last = elapsed
      return true
    }
    guard isDue else { return }
    let rate = Double(done) / elapsed
    let left = Int(Double(total - done) / max(rate, 1e-9)) + 1
    let width = 24
    let filled = width * done / max(total, 1)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Terminal.error("\r\u{1B}[K\(label) \(bar) \(done)/\(total), \(Int(rate))/s, \(left) s left")
  }

  /// Removes the line.
  func finish() {
    if isShown, lastShown.withLock({ $0 > 0 }) { Terminal.error("\r\u{1B}[K") }
  }
}
