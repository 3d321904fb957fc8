import Foundation
import Testing

/// The page of one line for each thing that a claim can say.
@Suite struct CookbookTests {
  private func blocks() throws -> [String] {
    let page = try String(
      contentsOf: packageFolder.appending(path: "proofs/graphs/COOKBOOK.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```\n")
    #expect(parts.count % 2 == 1, "every block is closed")
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test func `every block of the cookbook holds`() throws {
    let text = try blocks().joined(separator: "\n")
    try withTemporaryFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "cookbook.claim"))
      let result = try Program.run(["check", "cookbook.claim"], in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      // What is said for all sizes is proved, the rest decided.
      #expect(result.output.components(separatedBy: " proved ").count - 1 == 4)
    }
  }

  @Test func `the facts beside it are linked`() throws {
    let folder = packageFolder.appending(path: "proofs/graphs")
    let page = try String(contentsOf: folder.appending(path: "COOKBOOK.md"), encoding: .utf8)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".claim") {
      #expect(page.contains("](\(name))"), "\(name)")
    }
  }
}
