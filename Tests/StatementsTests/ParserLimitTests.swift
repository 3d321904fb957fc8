import Testing

@testable import Statements

/// Texts that would exhaust the stack are refused with the limit and the place.
@Suite struct ParserLimitTests {
  private func error(_ text: String) -> ClaimError? {
    #expect(throws: ClaimError.self) { try Parser.claims(in: text, file: "f") }
  }

  @Test func `a transposition counts towards the nesting like a bracket`() throws {
    let many = error("claim c printed I(2)" + String(repeating: "'", count: 8000) + " = I(2)")
    #expect(many?.message.contains("more than 50 levels") == true)
    // The first operand is a level of its own, so that the fiftieth mark is one too many.
    #expect(many?.location == SourceLocation(file: "f", line: 1, column: 21 + 49))
    for mark in ["'", "ᵀ"] {
      let few = String(repeating: mark, count: 49)
      #expect(throws: Never.self) {
        try Parser.claims(in: "claim c printed I(2)\(few) = I(2)", file: "f")
      }
      #expect(error("claim c printed I(2)\(few)\(mark) = I(2)") != nil)
    }
  }

  @Test(arguments: ["(", "-", "[", "sqrt(", "-(", "1^", "1+(", "kronecker(I(2), "])
  func `formulas in formulas`(_ opening: String) {
    let found = error("claim c printed " + String(repeating: opening, count: 20_000) + "1 = 1")
    #expect(found?.message.contains("name its parts with 'let'") == true)
  }

  @Test func `a chain of definitions counts as deep as it is`() {
    func chain(_ count: Int) -> String {
      "claim c let a0 = 1 "
        + (1...count).map { "let a\($0) = a\($0 - 1) + 1 " }.joined() + "printed a\(count) = 0"
    }
    let found = error(chain(4000))
    #expect(found?.message.contains("operations deep; the limit is 900") == true)
    #expect(throws: Never.self) { try Parser.claims(in: chain(400), file: "f") }
  }

  @Test func `hypotheses have so many comparisons at most`() {
    func text(_ count: Int, _ word: String) -> String {
      "claim c parameter r integer default 3 requires "
        + Array(repeating: "r>2", count: count).joined(separator: " \(word) ") + " printed r > 2"
    }
    for word in ["and", "or"] {
      let found = error(text(110_000, word))
      #expect(found?.message.contains("more than 200 comparisons in the hypotheses") == true)
      #expect(throws: Never.self) { try Parser.claims(in: text(200, word), file: "f") }
      #expect(error(text(201, word)) != nil)
    }
    let sum = Array(repeating: "1", count: 110_000).joined(separator: " + ")
    let long = error("claim c requires \(sum) > 1 printed 1 = 1")
    #expect(long?.message.contains("more than 600 operands") == true)
  }

  @Test func `numbers beside one another are no list`() {
    let found = error("claim c parameter r integer >= 3 default 3 4 5 printed r = 345")
    #expect(found?.location == SourceLocation(file: "f", line: 1, column: 44))
    #expect(
      found?.message == "found '4'; expected ',' or '..' between two values, or the next clause")
  }
}
