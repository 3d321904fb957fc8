import Foundation
import Testing

/// The root of the package, found from where this source file stands.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The built program, run as a process.
enum Program {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable beside the test bundle.
  static let path: String = {
    let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appending(path: "verify").path
  }()

  /// Runs `verify` with the arguments in the root of the package.
  ///
  /// Both streams go to files: a pipe that another test's process inherits would stay open.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    in folder: URL = packageFolder
  ) throws -> Result {
    try run("/usr/bin/timeout", ["120", path] + arguments, input, environment, folder)
  }

  /// Runs a shell script in which `"$0"` is the program.
  static func shell(_ script: String, environment: [String: String] = [:]) throws -> Result {
    try run("/bin/bash", ["-c", script, path], "", environment, packageFolder)
  }

  /// Runs a command of the shell, in which `"$0"` is the program, and sends it a signal `seconds` after
  /// it has begun to listen: on a machine with much to do that may take it long. Then it sends it `again` after so
  /// many seconds, if that is given.
  static func shell(
    _ command: String, ending signal: Int32, after seconds: Double, again: Double? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    try shell(
      """
      \(command) & process=$!
      listens() { (( (0x$(sed -n 's/^SigCgt:[[:space:]]*//p' /proc/$process/status) >> \(signal - 1)) & 1 )); }
      until listens; do kill -0 $process 2>/dev/null || break; sleep 0.05; done
      sleep \(seconds)
      kill -\(signal) $process
      \(again.map { "sleep \($0); kill -\(signal) $process" } ?? "")
      wait $process
      """, environment: environment)
  }

  /// What `Scripts/sanitize` says to the sanitizers of the program.
  private static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE", "LD_PRELOAD"].contains($0.key)
  }

  /// Whether a limit on the size of files can be set for the program: the thread sanitizer needs room of its own,
  /// for what it notes in files.
  static let canLimitFiles = sanitizerOptions["TSAN_OPTIONS"] == nil

  private static func run(
    _ executable: String, _ arguments: [String], _ input: String, _ environment: [String: String],
    _ folder: URL
  ) throws -> Result {
    try withTemporaryFolder { scratch in
      func handle(_ name: String, _ content: String = "") throws -> FileHandle {
        let file = scratch.appending(path: name)
        try Data(content.utf8).write(to: file)
        return try FileHandle(forUpdating: file)
      }
      let process = Process()
      process.executableURL = URL(filePath: executable)
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        .merging(sanitizerOptions) { _, new in new }.merging(environment) { _, new in new }
      process.standardInput = try handle("in", input)
      process.standardOutput = try handle("out")
      process.standardError = try handle("err")
      try process.run()
      process.waitUntilExit()
      func text(_ name: String) throws -> String {
        try String(contentsOf: scratch.appending(path: name), encoding: .utf8)
      }
      return Result(
        status: process.terminationStatus, output: try text("out"), errors: try text("err"))
    }
  }
}

/// A folder that is removed at the end.
func withTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "verify-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// Decides a claim file with that content, which is named `my.claim`.
func check(_ content: String, _ options: String...) throws -> Program.Result {
  try withTemporaryFolder { folder in
    try Data(content.utf8).write(to: folder.appending(path: "my.claim"))
    return try Program.run(["check", "my.claim"] + options, in: folder)
  }
}

/// A claim about an integer r of 4..6, from its formulas.
func claim(_ formulas: String, r: String = "4..6", more: String = "") -> String {
  """
  claim mine
    title "Mine"
    parameter r integer default \(r)
  \(more)  printed
      \(formulas)

  """
}

/// What JSON output says, without the time it took.
func object(_ json: String) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
  var object = try #require(value as? [String: Any])
  object["timing"] = nil
  return object
}

/// The lines but for the one that says how long it took.
func withoutTiming(_ output: String) -> String {
  output.split(separator: "\n", omittingEmptySubsequences: false).filter {
    !$0.contains("\"seconds\"")
  }.joined(separator: "\n")
    .replacing(/\ time="[0-9.]*"/, with: "")
}
