import Foundation
import Testing

@testable import Claims
@testable import Statements

/// Statements that name a theorem in Coq name one that is there.
@Suite struct `theorems in Coq that statements name` {
  private func theorems() throws -> Set<String> {
    let place = proofsFolder.appending(path: "coq/MainTheorems.v")
    let words = try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("Theorem ") }.compactMap { $0.split(separator: " ").dropFirst().first }
    return Set(words.map { String($0) })
  }

  @Test func `each is proved in MainTheorems`() throws {
    let theorems = try theorems()
    #expect(theorems.count > 20)
    for claim in try libraryOnFile().claims {
      for name in claim.coqTheorems { #expect(theorems.contains(name), "\(claim.id): \(name)") }
    }
  }

  @Test func `the theorem and what the paper says of all optima have one`() throws {
    let library = try libraryOnFile()
    for id in ["theorem-3", "theorem-3.any-K", "theorem-3.limit", "theorem-4", "theorem-17"] {
      #expect(library[id]?.coqTheorems.isEmpty == false, "\(id)")
    }
  }
}
