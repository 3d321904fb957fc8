import Foundation
import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

/// The folder of all statements on file, found from where this source file stands.
let proofsFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "proofs")

/// The folder of the paper's statements.
let paperFolder = proofsFolder.appending(path: "paper")

/// The folder of the facts about graph families.
let graphsFolder = proofsFolder.appending(path: "graphs")

/// The statements on file: the paper's, or those of another folder.
func libraryOnFile(in folder: URL = paperFolder) throws -> Library {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".claim") }.sorted()
  return try Library(
    files: names.map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    })
}

/// Decides the first form of the first claim of a text.
func verdict(
  _ text: String, over domains: [String: Domain] = [:], method: MatrixMethod = .orbit
) throws -> Verdict {
  let claim = try #require(try Parser.claims(in: text, file: "test.claim").first)
  return try claim.report(
    on: claim.forms[0], over: domains, options: RunOptions(method: method)
  ).verdict
}

/// Decides the first form of the claim `c` with that body, in the file `c.claim`.
func verdictOnClaim(_ body: String) throws -> Verdict {
  let claim = try #require(try Parser.claims(in: "claim c " + body, file: "c.claim").first)
  return try claim.report(on: claim.forms[0]).verdict
}

/// Expects that claim to be undecided, with a reason that has these words.
func expectUndecided(_ body: String, _ reason: String) throws {
  let verdict = try verdictOnClaim(body)
  guard case .undecided(let found) = verdict else {
    Issue.record("\(verdict)")
    return
  }
  #expect("\(found)".contains(reason), "\(found)")
}

/// The failure of a refuted claim.
func failure(_ text: String) throws -> Failure {
  guard case .refuted(let counterexample) = try verdict(text) else {
    throw Unexpected(description: "the claim was not refuted: \(text)")
  }
  return counterexample.failure
}

struct Unexpected: Error, CustomStringConvertible {
  let description: String
}
