import Certificates
import Foundation
import Rational
import TestSupport
import Testing
import Threads

@testable import Claims
@testable import Proving
@testable import Statements

/// Random changes of the proofs on file: each is noticed, or what it proves is still true.
@Suite struct `tampering with uniform proofs` {
  /// What became of a changed text.
  private enum Fate: Sendable {
    case unchanged, syntaxError, rejected
    case accepted(RecordedProof)
  }

  private static let pieces = [
    "0", "1", "2", "7", "-1", "r", "r^2", "s1", "s2", "s1^2", "alpha", "(1)/(r)", "(r)/(r - 5)",
    "1/2", "+ 1",
    "- r", "a1", "a2", "a3", "layers", "..", "4..", "5..", "=", "<", "<=", ">", ">=", "!=",
  ]

  private static let operations = [
    "add", "subtract", "multiply", "divide", "negate", "power", "root", "trace", "rows", "columns",
    "rank",
    "nuclear", "sum", "difference", "scale", "product", "transpose", "relu", "unit_rows", "inverse",
    "pseudo_inverse", "incidence", "adjacency", "weightings", "vertices", "number", "symbol",
    "identity",
  ]

  /// A text with one change: of a character, a word, a line.
  private static func changed(_ text: String, _ random: inout SplitMix64) -> String {
    var lines = text.split(separator: "\n").map(String.init)
    // Heads and what is shown as often as all the steps.
    let heads = lines.indices.filter { !lines[$0].hasPrefix("a") }
    let index =
      random.int(in: 0...1) == 0 ? random.element(of: heads) : random.int(in: 0...(lines.count - 1))
    switch random.int(in: 0...11) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: lines.swapAt(index, random.int(in: 0...(lines.count - 1)))
    case 3: lines[index] = random.element(of: lines)
    case 4:
      // The value of another step.
      let parts = lines[index].components(separatedBy: " : ")
      let others = random.element(of: lines).components(separatedBy: " : ")
      lines[index] = parts[0] + " : " + others[others.count - 1]
    case 5, 6, 7:
      // A character: a digit, a sign, an exponent, a letter.
      var characters = Array(lines[index])
      let place = random.int(in: 0...(characters.count - 1))
      characters[place] = random.element(of: Array("0123456789+-*^|;()[]{}:xrs. "))
      lines[index] = String(characters)
    default: lines[index] = changedWord(lines[index], &random)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func changedWord(_ line: String, _ random: inout SplitMix64) -> String {
    var words = line.split(separator: " ").map(String.init)
    let place = random.int(in: 0...(words.count - 1))
    switch random.int(in: 0...4) {
    case 0: words.remove(at: place)
    case 1: words.insert(random.element(of: pieces), at: place)
    case 2: if words.count > 2 { words[2] = random.element(of: operations) }
    case 3: words.swapAt(place, random.int(in: 0...(words.count - 1)))
    default: words[place] = random.element(of: pieces)
    }
    return words.joined(separator: " ")
  }

  private static func fate(of text: String, was original: String, in library: Library) -> Fate {
    if text == original { return .unchanged }
    guard let proof = try? UniformProof(text: text) else { return .syntaxError }
    let recorded = RecordedProof(proof, of: library[proof.claim], options: RunOptions())
    return recorded.failure == nil ? .accepted(recorded) : .rejected
  }

  /// The statement that was proved, one by one, for a few of the values that the proof speaks about.
  private static func isTrue(_ recorded: RecordedProof, _ library: Library) throws -> Bool {
    let claim = try #require(library[recorded.claim])
    let form = try #require(claim.forms.first { $0.wording.rawValue == recorded.statement })
    var domains: [String: Domain] = claim.replayDomains
    for parameter in claim.parameters {
      guard let bound = parameter.bound, let least = Int(exactly: bound.value.numerator) else {
        continue
      }
      switch recorded.extents.entries.first(where: { $0.name == parameter.name })?.extent {
      case .from(let first)?:
        let start = recorded.isRefutation ? first : least
        domains[parameter.name] = .finite((start..<(start + 3)).map { Rational($0) }, text: "few")
      case .above?: domains[parameter.name] = .finite([Rational(2, 7), 3], text: "two")
      case .values, nil: break
      }
    }
    if recorded.isRefutation {
      return try claim.report(on: form, over: domains, options: RunOptions()).holds == 0
    }
    let report = try claim.report(on: form, over: domains, options: RunOptions())
    let isOutside = report.instances == 0 && !report.outside.isEmpty
    return report.verdict == .checked || isOutside
  }

  @Test(.timeLimit(.minutes(5)))
  func `two thousand changes`() async throws {
    let library = try libraryOnFile()
    // The small ones, and now and then one that takes longer.
    let files = try uniformProofsOnFile().map(\.text)
    let small = files.filter { $0.utf8.count < 4000 }
    var random = SplitMix64(seed: 20)
    var changes: [(text: String, original: String)] = []
    for count in 0..<2500 {
      let original = random.element(of: count % 40 == 0 ? files : small)
      changes.append((Self.changed(original, &random), original))
    }
    let fates = try await inParallel(changes) {
      Self.fate(of: $0.text, was: $0.original, in: library)
    }
    var (noticed, accepted) = (0, 0)
    var known: Set<String> = []
    for (fate, change) in zip(fates, changes) {
      switch fate {
      case .unchanged: break
      case .syntaxError, .rejected: noticed += 1
      case .accepted(let recorded):
        accepted += 1
        // The same statement for the same values is looked at once.
        let name =
          "\(recorded.claim) \(recorded.statement) \(recorded.isRefutation) \(recorded.extents)"
        guard known.insert(name).inserted else { continue }
        #expect(try Self.isTrue(recorded, library), "\(change.text)")
      }
    }
    #expect(noticed + accepted >= 2000, "\(noticed) + \(accepted)")
    #expect(noticed > 9 * accepted, "\(accepted) of \(noticed + accepted) are accepted")
  }
}
