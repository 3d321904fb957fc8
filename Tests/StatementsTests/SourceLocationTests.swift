import Testing

@testable import Statements

/// Errors show the line that they are in, with a mark below the place.
@Suite struct SourceLocationTests {
  /// The error of a text, as its three lines: the message, the excerpt, and the mark.
  private func lines(_ text: String) throws -> [String] {
    let error = #expect(throws: ClaimError.self) { try Parser.claims(in: text, file: "f") }
    let lines = try #require(error).description.split(separator: "\n").map(String.init)
    #expect(lines.count == 3, "\(lines)")
    return lines
  }

  /// The character of the excerpt above the mark.
  private func marked(_ lines: [String]) -> Character? {
    let (excerpt, mark) = (Array(lines[1]), Array(lines[2]))
    #expect(mark.last == "^")
    #expect(mark.dropLast().allSatisfy { $0 == " " || $0 == "\t" })
    return excerpt.indices.contains(mark.count - 1) ? excerpt[mark.count - 1] : nil
  }

  @Test(arguments: [
    ("claim c printed 1 = $", "f:1:21: ", "  claim c printed 1 = $", "$"),
    ("claim c\n  printed q = 1\n", "f:2:11: ", "    printed q = 1", "q"),
    ("claim c\r\n  printed q = 1\r\n", "f:2:11: ", "    printed q = 1", "q"),
    // A letter of more than one scalar is one column.
    ("claim c title \"e\u{301}e\u{301}\" printed q = 1", "f:1:28: ", nil, "q"),
    ("claim c\n# √√√√\n\n  printed\n  1 = 1 + q\n", "f:5:11: ", "    1 = 1 + q", "q"),
  ])
  func `the mark is below the place`(
    _ text: String, _ place: String, _ excerpt: String?, _ character: Character
  ) throws {
    let lines = try lines(text)
    #expect(lines[0].hasPrefix(place), "\(lines[0])")
    if let excerpt { #expect(lines[1] == excerpt) }
    #expect(marked(lines) == character)
  }

  @Test func `tabs stand in both lines`() throws {
    let lines = try lines("claim c\n\tprinted\t1 =\tq")
    #expect(lines[0].hasPrefix("f:2:14: "))
    #expect(lines[1] == "  \tprinted\t1 =\tq")
    #expect(lines[2] == "  \t       \t   \t^")
  }

  @Test func `of a long line the part about the place`() throws {
    let padding = Array(repeating: "1", count: 90).joined(separator: "+")
    let lines = try lines("claim c printed \(padding) + q + \(padding) = 1")
    #expect(lines[1].hasPrefix("  …") && lines[1].hasSuffix("…"))
    #expect(lines[1].count <= 124)
    #expect(marked(lines) == "q")
  }

  @Test func `what ends too early is marked behind the last character`() throws {
    let lines = try lines("claim c printed 1 =")
    #expect(lines[0].hasPrefix("f:1:20: found the end of the file"))
    #expect(lines[2] == String(repeating: " ", count: 2 + 19) + "^")
  }

  @Test func `an empty text has no line to show`() {
    let error = #expect(throws: ClaimError.self) { try Parser.claims(in: "", file: "f") }
    #expect(error?.location == SourceLocation(file: "f", line: 1, column: 1))
  }
}
