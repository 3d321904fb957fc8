import Foundation
import Testing

/// The README shows what the program prints, or the test fails.
@Suite("README")
struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: packageFolder.appending(path: "README.md"), encoding: .utf8)
  }

  /// The text between two markers.
  private func section(_ name: String) throws -> Substring {
    let start = try #require(readme.range(of: "<!-- \(name) -->\n"))
    let end = try #require(readme.range(of: "<!-- /\(name) -->"))
    return readme[start.upperBound..<end.lowerBound]
  }

  @Test("the table of statements is that of the audit")
  func table() throws {
    let audit = try Program.run(["audit", "--format", "markdown"])
    let printed = audit.output.split(separator: "\n").filter { $0.hasPrefix("|") }
    let shown = try section("statements").split(separator: "\n")
    #expect(printed.count > 60)
    #expect(shown == printed)
    let summary = try #require(audit.output.split(separator: "\n").last)
    // "59 of 68 statements hold; 9 refuted …"
    let counts = summary.split(separator: " ").compactMap { Int($0) }
    #expect(counts.count >= 3)
    #expect(readme.contains("\(counts[0]) of \(counts[1]) printed statements hold"))
    #expect(readme.contains("hold; \(counts[2]) are refuted"))
  }

  @Test("the tables of points are those of the files")
  func points() throws {
    let result = try Program.run(["points", "--format", "markdown"])
    // The lists of all files are left out.
    let parts = result.output.components(separatedBy: "\n\n")
    try #require(parts.count == 14)
    let count = parts[11].split(separator: "\n").count - 2
    #expect(readme.contains("The \(count) points on file"))
    for (name, places) in [("shapes", [1, 2, 4, 5, 6, 7, 8]), ("points", [9, 10, 12, 13])] {
      #expect(
        try section(name).trimmingCharacters(in: .newlines)
          == places.map { parts[$0] }.joined(separator: "\n\n").trimmingCharacters(in: .newlines))
    }
    let session = try section("point-session").replacingOccurrences(of: "```\n", with: "")
    let lines = session.components(separatedBy: "\n")
    let first = try #require(lines.first)
    #expect(first.hasPrefix("$ verify certify "))
    let certified = try Program.run(
      Array(first.split(separator: " ").dropFirst(2).map(String.init)))
    #expect(certified.output == lines.dropFirst().joined(separator: "\n"))
  }

  @Test("the session is what the commands print")
  func session() throws {
    let block = try section("session").replacingOccurrences(of: "```\n", with: "")
    let runs = block.components(separatedBy: "$ verify ").filter { !$0.isEmpty }
    #expect(runs.count == 4)
    for run in runs {
      let newline = try #require(run.firstIndex(of: "\n"))
      let arguments = run[..<newline].split(separator: " ").map(String.init)
      let expected = run[newline...].trimmingCharacters(in: .whitespacesAndNewlines)
      let result = try Program.run(arguments)
      #expect(result.output.trimmingCharacters(in: .whitespacesAndNewlines) == expected)
    }
  }

  @Test("so is the one over an open range")
  func openSession() throws {
    let block = try section("open-session").replacingOccurrences(of: "```\n", with: "")
    let lines = block.components(separatedBy: "\n")
    let arguments = try #require(lines.first).split(separator: " ").dropFirst(2).map(String.init)
    #expect(arguments == ["lemma", "13", "--r", "4.."])
    #expect(try Program.run(arguments).output == lines.dropFirst().joined(separator: "\n"))
  }

  @Test(
    "the claims that the README teaches hold",
    arguments: [("my-observation", "checked  18 of 18"), ("my-board", "proved   m ≥ 1; n ≥ 1")])
  func example(name: String, verdict: String) throws {
    let start = try #require(readme.range(of: "claim \(name)"))
    let rest = readme[start.lowerBound...]
    let end = try #require(rest.range(of: "```"))
    let result = try check(String(rest[..<end.lowerBound]))
    #expect(result.status == 0)
    #expect(result.output.contains(verdict), "\(result.output)")
  }
}
