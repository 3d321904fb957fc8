import Foundation
import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// Statements about minimal losses that are not of the form of Theorem 3.
@Suite("Minimal losses")
struct LossStatementTests {
  private func kind(_ statement: String, _ definitions: String = "") throws -> Verdict.Kind {
    try verdict(
      "claim c let srg = construction(T(4), unit_rows(A1(4)*T(4))) let dnc = collapse(6) "
        + "let flat = construction(unit_rows(A1(4)*T(4))) \(definitions) printed " + statement
    ).kind
  }

  @Test(
    "a minimal loss and a number",
    arguments: [
      ("= 1/2", "1/236196", Verdict.Kind.checked), ("= 1/2", "1", .checked),
      ("< 1/2", "1/236197", .checked), ("= 1/2", "1/236197", .refuted),
      ("> 1/2", "1", .refuted), (">= 1/2", "1", .checked), ("!= 1/2", "1", .refuted),
      ("!= 1/3", "1", .checked), ("< 1/3", "1/236197", .refuted), ("< 1/3", "1/10^10", .checked),
      // x = 5 has Λ = 25/(6^4·6^6) and the loss (1 + 4·5)/(2·36).
      ("< 292/1000", "25/6^10", .checked), ("> 291/1000", "25/6^10", .checked),
      ("= 21/72", "25/6^10", .undecided),
    ])
  func values(relation: String, regularisation: String, expected: Verdict.Kind) throws {
    let found = try kind(
      "minimal_loss(dnc) \(relation) with 3 layers at regularisation \(regularisation)")
    #expect(found == expected, "\(relation) at \(regularisation)")
  }

  @Test(
    "collapse on the left where it is not zero",
    arguments: [
      ("dnc", "srg", 3, Verdict.Kind.checked), ("dnc", "srg", 4, .refuted),
      ("dnc", "flat", 2, .refuted), ("dnc", "dnc", 3, .refuted), ("srg", "dnc", 3, .undecided),
      ("dnc", "dead", 3, .checked), ("ten", "five", 3, .refuted), ("ten", "two", 2, .refuted),
      ("more", "seven", 2, .checked),
    ])
  func collapseFirst(left: String, right: String, layers: Int, expected: Verdict.Kind) throws {
    let found = try kind(
      "minimal_loss(\(left)) < minimal_loss(\(right)) with \(layers) layers "
        + "for every regularisation where \(left) is nonzero",
      """
      let dead = construction(J(6), -1*J(6)) let ten = collapse(10) let more = collapse(21)
      let five = construction(T(5), unit_rows(A1(5)*T(5)))
      let two = construction(unit_rows(A1(5)*T(5))) let seven = construction(unit_rows(A1(7)*T(7)))
      """)
    #expect(found == expected, "\(left) \(right) \(layers)")
  }

  @Test(
    "two constructions, the right one not zero",
    arguments: [
      ("half", "six", 3, Verdict.Kind.checked), ("six", "half", 3, .refuted),
      ("half", "six", 6, .checked), ("half", "half", 3, .refuted), ("half", "twice", 4, .refuted),
      ("plus", "six", 3, .refuted), ("six", "plus", 3, .checked),
      // The functions cross, but that of a single minus sign is zero before it would be ahead.
      ("half", "one", 3, .checked), ("one", "half", 3, .refuted),
      ("six", "join(srg, collapse(9))", 4, .undecided),
      ("join(srg, collapse(9))", "six", 4, .undecided),
    ])
  func twoConstructions(left: String, right: String, layers: Int, expected: Verdict.Kind) throws {
    let found = try kind(
      "minimal_loss(\(left)) < minimal_loss(right_one) with \(layers) layers "
        + "for every regularisation where right_one is nonzero",
      """
      let six = construction(T(6), unit_rows(A1(6)*T(6)))
      let half = construction(T(6), unit_rows(patterns(6, 3)*T(6)))
      let twice = construction(3*T(6), 2*unit_rows(patterns(6, 3)*T(6)))
      let plus = construction(T(6), unit_rows(patterns(6, 4)*T(6)))
      let one = construction(T(6), unit_rows(patterns(6, 1)*T(6)))
      let right_one = \(right)
      """)
    #expect(found == expected, "\(left) \(right) \(layers)")
  }

  @Test(
    "a construction on file, changed in one spot, does not do what is said of it",
    arguments: [
      ("beyond-1", "patterns(r, h)", "patterns(r, r - 2)"),
      ("beyond-1", "patterns(r, h)", "patterns(r, 1)"),
      ("beyond-1.two-plus", "with 3 layers", "with 4 layers"),
      ("beyond-1.two-plus", "with 4 layers", "with 3 layers"),
      ("beyond-1.two-plus", "r - 2", "r - 3"),
      ("beyond-3", ">= 4 default 4..8", ">= 3 default 3..8"),
      ("beyond-3", "(J(12, 8) - 2*Bᵀ)", "(J(12, 8) - 3*Bᵀ)"),
      ("beyond-3.more", "patterns(8, 3)", "patterns(8, 6)"),
      ("beyond-3.more", "with 3 layers", "with 4 layers"),
      ("beyond-4.patterns", ">= 4 default 4..8", ">= 3 default 3..8"),
      ("beyond-4.patterns", "patterns(10, 4)", "patterns(10, 2)"),
      ("beyond-4.three-layers", ">= 3 default 3", ">= 3 default 4"),
      ("beyond-5.four-layers", ">= 4 default 4..6", ">= 3 default 3..6"),
      ("beyond-5.four-layers", "[7, -7; -7, 7; 5, 5]", "[7, -7; -7, 7; 1, 1]"),
      ("beyond-5.two-layers", "patterns(6, 3)", "patterns(6, 2)"),
      ("beyond-4", "= 11", "= 10"), ("beyond-4", "1/11 : 5", "1/11 : 4"),
      ("beyond-2", "> 19", "> 20"),
      ("beyond-2", "< 32", "< 31"), ("beyond-1.half", "s != h", "s >= h"),
    ])
  func changed(id: String, original: String, other: String) throws {
    #expect(try verdictOnFile(id, changing: original, to: other).kind == .refuted)
  }

  /// A cube with an edge that has one end: the spectrum of relu(N)ᵀ relu(N) is no longer one of square
  /// roots, and nothing is said about the losses.
  @Test("a construction whose eigenvalues are not found")
  func spectrumUnknown() throws {
    let found = try verdictOnFile("beyond-3", changing: "1,1,1,0,", to: "1,1,0,0,")
    guard case .undecided(.value(let reason)) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(reason.hasPrefix("at L = 4: damaged:10:14: "), "\(reason)")
    #expect(reason.hasSuffix("the eigenvalues were not all found as sums of square roots"))
  }

  /// The verdict on a construction on file after one change in its text.
  private func verdictOnFile(
    _ id: String, changing original: String, to other: String
  ) throws -> Verdict {
    let file = paperFolder.appending(path: "constructions.claim")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "claim \(id)\n"))
    let end = text.range(of: "\nclaim ", range: start.upperBound..<text.endIndex)?.lowerBound
    let whole = String(text[start.lowerBound..<(end ?? text.endIndex)])
    let damaged = whole.replacing(original, with: other, maxReplacements: 1)
    #expect(damaged != whole)
    let claim = try #require(try Parser.claims(in: damaged, file: "damaged").first)
    return try claim.report(on: claim.forms[0]).verdict
  }

  @Test(
    "a construction for two layers is not one for more",
    arguments: [
      (
        "minimal_loss(flat) < minimal_loss(dnc) with 3 layers at regularisation 1",
        "the construction is for two layers, not for 3"
      ),
      (
        "minimal_loss(srg) < minimal_loss(dnc) with 2 layers at regularisation 1",
        "the construction is for three layers or more, not for 2"
      ),
      (
        "minimal_loss(join(srg, flat)) < minimal_loss(collapse(12)) with 3 layers at regularisation 1",
        "'join' of blocks for two layers and for more"
      ),
      (
        "minimal_loss(flat) = 1/2 with 3 layers at regularisation 1",
        "the construction is for two layers, not for 3"
      ),
      (
        "minimal_loss(dnc) = 1/2 with 1 layers at regularisation 1",
        "the number of layers is 1; expected an integer ≥ 2"
      ),
      (
        "minimal_loss(dnc) = 1/2 with 3 layers at regularisation 0",
        "Λ is 0; expected a positive number"
      ),
      (
        "minimal_loss(dnc) = sqrt(2) with 3 layers at regularisation 1",
        "is √2; expected a rational number"
      ),
      (
        "minimal_loss(collapse(0)) = 1/2 with 3 layers at regularisation 1",
        "a construction for no classes; expected at least 1"
      ),
    ])
  func undefined(statement: String, message: String) throws {
    let found = try verdict(
      "claim c let srg = construction(T(4), unit_rows(A1(4)*T(4))) let dnc = collapse(6) "
        + "let flat = construction(unit_rows(A1(4)*T(4))) printed " + statement)
    guard case .undecided(.value(let reason)) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(reason.hasPrefix("test.claim:1:"), "\(reason)")
    #expect(reason.contains(message), "\(reason)")
  }

  @Test(
    "what is no statement about losses is refused when it is read",
    arguments: [
      "minimal_loss(dnc) <= minimal_loss(srg) with 3 layers at regularisation 1",
      "minimal_loss(dnc) = 1/2 with 3 layers for every regularisation",
      "minimal_loss(dnc) < minimal_loss(srg) with 3 layers for every regularisation where flat is nonzero",
    ])
  func rejected(statement: String) {
    #expect(throws: ClaimError.self) { try kind(statement) }
  }

  @Test("the text of a statement is the statement")
  func text() throws {
    for statement in [
      "minimal_loss(dnc) <= 1 / 2 with 3 layers at regularisation 1 / 9",
      "minimal_loss(dnc) < minimal_loss(srg) with 3 layers for every regularisation where dnc is nonzero",
    ] {
      let text = "claim c let srg = collapse(6) let dnc = collapse(6) printed " + statement
      let claim = try #require(try Parser.claims(in: text, file: "f").first)
      #expect(claim.forms[0].propositions[0].description == statement)
    }
  }
}
