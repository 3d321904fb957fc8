import Certificates
import Foundation

@testable import Claims
@testable import Proving
@testable import Statements

/// The uniform proofs on file, by the name of the file.
func uniformProofsOnFile() throws -> [(name: String, text: String)] {
  let folder = paperFolder.appending(path: "certificates")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".uniform") }.sorted()
    .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
}

/// Calls the body for each element on both processors, and collects what it returns.
func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ body: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    for (index, element) in elements.enumerated() {
      group.addTask { (index, try body(element)) }
    }
    var results: [(Int, Result)] = []
    for try await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
