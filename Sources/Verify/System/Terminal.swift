import Glibc
import Statements

/// Writing to the two streams: results to standard output, the rest to standard error.
enum Terminal {
  /// Whether results may be coloured: on a terminal, unless `NO_COLOR` is set and not empty.
  static let hasColour = isatty(1) != 0 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)

  /// Opens those of the three streams that are closed so that they can neither be read nor written: a file
  /// that is opened later would take the number of one, and get the results within.
  static func fillStreams() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // It gets the smallest number that is free, which is this one.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// - Returns: Whether the result reached its reader, or the reader has left.
  static func output(_ text: String) -> Bool {
    guard let code = write(text, to: 1), code != EPIPE else { return true }
    error("Error: the result cannot be written: \(String(cString: strerror(code)))\n")
    return false
  }

  /// Writes a message. What it quotes of files and arguments cannot steer the terminal.
  static func error(_ text: String) {
    _ = write(text.withoutSteering, to: 2)
  }

  /// Writes what moves the cursor.
  fileprivate static func steer(_ text: String) { _ = write(text, to: 2) }

  /// - Returns: The error of the system, or nil when all is written.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      bytes = bytes.dropFirst(count)
    }
    return nil
  }
}

/// A line on standard error that says how far a long run is; only on a terminal.
struct Progress: Sendable {
  /// Whether standard error is a terminal and nobody asked for silence.
  let isShown: Bool

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(2) != 0 }

  /// - Parameters:
  ///   - rate: How many values are decided in a second.
  ///   - fraction: Which part of the whole run is done, from 0 to 1.
  ///   - elapsed: The time since its start, in seconds.
  func show(
    _ label: String, done: Int, total: Int, rate: Double, fraction: Double, elapsed: Double
  ) {
    let width = 24
    let filled = min(width, Int(Double(width) * fraction))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    var line = "\(label) \(bar)"
    if total > 0 { line += " \(done)/\(total)" }
    line += ", \(rate < 10 ? "\(Double(Int(rate * 10)) / 10)" : "\(Int(rate))")/s"
    if fraction > 0 { line += ", \(Int((1 - fraction) / fraction * elapsed) + 1) s left" }
    Terminal.steer("\r\u{1B}[K\(line)")
  }

  /// Removes the line, if there is one.
  func clear() { Terminal.steer("\r\u{1B}[K") }
}
