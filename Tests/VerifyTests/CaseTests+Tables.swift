import Foundation
import Testing

extension CaseTests {
  /// A line of a table, with the command of its heading.
  struct Line: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    /// What the answer contains.
    let says: String
    let file: String
    var testDescription: String { file }
  }

  static let folder = packageFolder.appending(path: "Tests/Cases")

  /// The lines of the tables.
  static let lines: [Line] = {
    guard
      let text = try? String(
        contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    else { return [] }
    var command: [String] = []
    var lines: [Line] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## "), let begin = line.firstRange(of: ": `verify ") {
        command = line[begin.upperBound...].dropLast().split(separator: " ").map(String.init)
      }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let file = cells[0].trimmingCharacters(in: ["`"])
      guard cells.count > 2, let status = Int32(cells[1]) else { continue }
      lines.append(
        Line(
          arguments: command.map { $0 == "FILE" ? "Tests/Cases/\(file)" : $0 },
          status: status, says: cells[2], file: file))
    }
    return lines
  }()

  @Test(.timeLimit(.minutes(2)), arguments: lines)
  func `another file that went wrong`(_ line: Line) throws {
    let result = try Program.run(line.arguments)
    #expect(result.status == line.status, "\(result.output)\(result.errors)")
    #expect(
      (result.output + result.errors).contains(line.says), "\(result.output)\(result.errors)")
  }

  @Test func `every other file that went wrong has a line`() throws {
    let inputs = try ["graphs", "certificates", "weights"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(
        atPath: Self.folder.appending(path: folder).path
      ).map { "\(folder)/\($0)" }
    }
    #expect(Self.lines.map(\.file).sorted() == inputs.sorted())
  }
}
