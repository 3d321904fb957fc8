import Rational
import Testing

@testable import Claims

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
    "a construction for two layers is not one for more",
    arguments: [
      "minimal_loss(flat) < minimal_loss(dnc) with 3 layers at regularisation 1",
      "minimal_loss(srg) < minimal_loss(dnc) with 2 layers at regularisation 1",
      "minimal_loss(join(srg, flat)) < minimal_loss(collapse(12)) with 3 layers at regularisation 1",
      "minimal_loss(flat) = 1/2 with 3 layers at regularisation 1",
      "minimal_loss(dnc) = 1/2 with 1 layers at regularisation 1",
      "minimal_loss(dnc) = 1/2 with 3 layers at regularisation 0",
      "minimal_loss(dnc) = sqrt(2) with 3 layers at regularisation 1",
      "minimal_loss(collapse(0)) = 1/2 with 3 layers at regularisation 1",
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
