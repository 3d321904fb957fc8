import Foundation

/// The fields of `--format json` that are promised to scripts.
struct JSONDocument: Decodable {
  let schema: String
  let command: String
  let exit: Int
  let results: [Result]
  let summary: String
  let timing: Timing

  struct Timing: Decodable { let seconds: Double }

  struct Result: Decodable {
    let claim: String
    let statement: String
    let source: String
    let domain: [String: String]
    let verdict: String
    let instances: Int
    let holds: Int
    let counterexample: Counterexample?
    let method: String
    let principles: [String]
  }

  struct Counterexample: Decodable {
    let at: [String: String]
    let what: String
    let claimed: String
    let actual: String
  }

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONDocument.self, from: Data(text.utf8))
  }
}

extension Outcome {
  /// The output, read as JSON.
  var json: JSONDocument { get throws { try JSONDocument(output) } }

  /// The last line of the output.
  var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
}
