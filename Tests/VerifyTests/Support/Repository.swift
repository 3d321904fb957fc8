import Foundation

/// Where the files are that the tests start and read.
enum Repository {
  /// The folder that holds `Package.swift`, found from the place of this file.
  static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    while url.path != "/" {
      url.deleteLastPathComponent()
      let package = url.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: package) { break }
    }
    return url.path
  }()

  /// The statements on file.
  static let proofs = root + "/proofs"

  /// The built `verify`, beside the bundle of the tests.
  static let executable: String = {
    var url = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    while url.path != "/" {
      url.deleteLastPathComponent()
      let candidate = url.appendingPathComponent("verify").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate)
      {
        return candidate
      }
    }
    return "verify"
  }()
}

/// A folder for the files of one test, removed with the value.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("verify-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  /// Writes a file and returns its name, which is relative to the folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: URL(fileURLWithPath: path).appendingPathComponent(name))
    return name
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
