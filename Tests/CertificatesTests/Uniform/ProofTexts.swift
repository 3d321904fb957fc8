import Foundation

@testable import Certificates

/// What becomes of the text of a uniform proof.
enum Answer: Hashable, CustomStringConvertible {
  case accepted
  case rejected(Rejection.Rule)
  case syntaxError

  /// Of the lines of one case.
  init(case lines: String, limit: Int = 200_000) {
    self.init(text: proofText(lines), limit: limit)
  }

  /// - Parameter limit: How much may be computed; the kernel's own limit takes minutes in debug builds.
  init(text: String, limit: Int = 200_000) {
    do {
      try UniformProof(text: text).replay(SymbolWork(limit: limit))
      self = .accepted
    } catch let rejection as Rejection {
      self = .rejected(rejection.rule)
    } catch {
      self = .syntaxError
    }
  }

  var description: String {
    switch self {
    case .accepted: "accepted"
    case .rejected(let rule): "rejected: \(rule.rawValue)"
    case .syntaxError: "a syntax error"
    }
  }
}

/// The text of a proof of one case; the lines may be separated by ` / ` too.
func proofText(_ lines: String) -> String {
  let body = lines.replacing(" / ", with: "\n")
  return "verify uniform proof 1\nclaim c\nstatement printed\ncase\n\(body)\nend\n"
}

/// The files `*.uniform` that are on file, by name.
func proofsOnFile() throws -> [(name: String, text: String)] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "proofs/paper/certificates")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".uniform") }.sorted()
    .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
}
