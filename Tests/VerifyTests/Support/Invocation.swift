import Foundation

/// What a process left behind.
struct Outcome: Sendable {
  /// The exit code; nil when a signal ended the process.
  let status: Int32?
  let output: String
  let error: String
}

/// Why a process could not be observed.
struct ProcessError: Error, CustomStringConvertible {
  let description: String
}

/// A call of `verify` as a process of its own.
struct Invocation {
  var arguments: [String]
  /// What standard input holds.
  var input = ""
  /// The working directory.
  var folder = Repository.root
  /// Changes to the environment, which has neither `NO_COLOR` nor `VERIFY_PROOFS`.
  var environment: [String: String] = [:]
  var outputStream = OutputStream.file

  enum OutputStream {
    /// Kept, and returned as text.
    case file
    /// Closed before the process starts.
    case closed
    /// A pipe whose reader is gone.
    case abandonedPipe
    /// This descriptor, which the caller reads.
    case descriptor(Int32)
  }

  /// Splits a line at its spaces.
  init(_ line: String) { arguments = line.split(separator: " ").map(String.init) }

  init(_ arguments: [String]) { self.arguments = arguments }

  /// Runs to the end.
  func run() throws -> Outcome { try start().wait() }

  func start() throws -> RunningProcess {
    let scratch = try ScratchFolder()
    try scratch.write(input, to: "input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let isNew = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, scratch.path + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path + "/error", isNew, 0o600)
    var writeEnd: Int32?
    switch outputStream {
    case .file:
      posix_spawn_file_actions_addopen(&actions, 1, scratch.path + "/output", isNew, 0o600)
    case .closed:
      posix_spawn_file_actions_addclose(&actions, 1)
    case .descriptor(let descriptor):
      posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
    case .abandonedPipe:
      var ends: [Int32] = [0, 0]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ProcessError(description: "no pipe") }
      close(ends[0])
      writeEnd = ends[1]
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    }
    defer { if let writeEnd { close(writeEnd) } }
    posix_spawn_file_actions_addchdir_np(&actions, folder)

    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["VERIFY_PROOFS"] = nil
    variables.merge(environment) { $1 }
    let words = ([Repository.executable] + arguments).map { strdup($0) }
    let settings = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + settings).forEach { free($0) } }
    var identifier = pid_t()
    let code = posix_spawn(
      &identifier, Repository.executable, &actions, nil, words + [nil], settings + [nil])
    guard code == 0 else {
      throw ProcessError(
        description: "\(Repository.executable): \(String(cString: strerror(code)))")
    }
    return RunningProcess(identifier: identifier, scratch: scratch)
  }
}

/// A process that was started.
struct RunningProcess {
  let identifier: pid_t
  fileprivate let scratch: ScratchFolder

  /// How long a process may take before it counts as hanging.
  private static let patience: TimeInterval = 300

  /// Waits for the end.
  func wait() throws -> Outcome {
    var state: Int32 = 0
    let start = Date()
    while true {
      let ended = waitpid(identifier, &state, WNOHANG)
      if ended == identifier { break }
      guard ended == 0, Date().timeIntervalSince(start) < Self.patience else {
        kill(identifier, SIGKILL)
        waitpid(identifier, &state, 0)
        throw ProcessError(description: "the process hangs")
      }
      usleep(2000)
    }
    let isExit = state & 0x7f == 0
    return Outcome(
      status: isExit ? (state >> 8) & 0xff : nil, output: text("output"), error: text("error"))
  }

  /// Waits until the process would survive a signal because it has a handler for it.
  func waitForHandler(of signal: Int32) throws {
    let start = Date()
    while Date().timeIntervalSince(start) < Self.patience {
      let status = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
      for line in status.split(separator: "\n") where line.hasPrefix("SigCgt:") {
        let mask = UInt64(line.split(separator: "\t").last ?? "", radix: 16) ?? 0
        if mask & (1 << UInt64(signal - 1)) != 0 { return }
      }
      usleep(2000)
    }
    throw ProcessError(description: "no handler for signal \(signal)")
  }

  func send(_ signal: Int32) { kill(identifier, signal) }

  private func text(_ name: String) -> String {
    let data = FileManager.default.contents(atPath: scratch.path + "/" + name) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

/// Runs `verify` in the root of the repository.
func verify(_ line: String) throws -> Outcome { try Invocation(line).run() }
