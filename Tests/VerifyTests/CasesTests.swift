import Foundation
import Testing

/// The inputs of `Tests/Cases`, each with what its README says is right.
@Suite struct CasesTests {
  /// A line of a table, with the command of its heading.
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let statuses: [Int32]
    /// What the answer contains; nil where that is left open.
    let says: String?
    let file: String
    var testDescription: String { file }
  }

  static let folder = packageFolder.appending(path: "Tests/Cases")

  /// The lines of the tables.
  static let all: [Case] = {
    guard
      let text = try? String(
        contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    else { return [] }
    var command: [String] = []
    var cases: [Case] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## "), let begin = line.firstRange(of: ": `verify ") {
        command = line[begin.upperBound...].dropLast().split(separator: " ").map(String.init)
      }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let file = cells[0].trimmingCharacters(in: ["`"])
      cases.append(
        Case(
          arguments: command.map { $0 == "FILE" ? "Tests/Cases/\(file)" : $0 },
          statuses: cells[1].split(separator: " ").compactMap { Int32($0) },
          says: cells[2] == "—" ? nil : cells[2], file: file))
    }
    return cases
  }()

  @Test(arguments: all)
  func `an input that went wrong is answered rightly`(_ input: Case) throws {
    let result = try Program.run(input.arguments)
    #expect(input.statuses.contains(result.status), "\(result.output)\(result.errors)")
    guard let words = input.says else { return }
    #expect((result.output + result.errors).contains(words), "\(result.output)\(result.errors)")
  }

  @Test func `every input has a line`() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
    let inputs = files.compactMap { $0 as? String }.filter {
      !URL(filePath: $0).pathExtension.isEmpty && $0 != "README.md"
    }
    #expect(Set(inputs) == Set(Self.all.map(\.file)))
    #expect(Self.all.count == inputs.count)
  }
}
