import Foundation
import Testing

/// What has to be trusted is as large as `SOUNDNESS.md` says.
@Suite struct `the size of the kernels` {
  private let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Lines that are neither blank nor comments.
  private func linesOfCode(in folder: String) throws -> Int {
    let place = package.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    return try names.filter { $0.hasSuffix(".swift") }.reduce(0) { sum, name in
      let text = try String(contentsOf: place.appending(path: name), encoding: .utf8)
      return sum
        + text.split(separator: "\n").count {
          let line = $0.trimmingCharacters(in: .whitespaces)
          return !line.isEmpty && !line.hasPrefix("//")
        }
    }
  }

  @Test(arguments: [
    "Sources/Certificates/Uniform", "Sources/Certificates/Points", "Sources/Certificates/Shapes",
  ])
  func `is stated truly`(folder: String) throws {
    let text = try String(contentsOf: package.appending(path: "SOUNDNESS.md"), encoding: .utf8)
    let place = try #require(text.firstRange(of: "`\(folder)`, "))
    let stated = try #require(Int(text[place.upperBound...].prefix { $0.isNumber }))
    let actual = try linesOfCode(in: folder)
    #expect(abs(actual - stated) * 20 <= stated, "\(stated) are stated, there are \(actual)")
  }
}
