import Rational
import Statements
import Testing

/// Only files that may state a claim are parsed: none that does is left out, however it is written.
@Suite struct LibraryPartTests {
  private static let name = "lemma-13"
  private static let body = " parameter r integer >= 4 default 4..6 printed r = r"

  @Test(arguments: [
    "claim lemma-13", "  claim lemma-13", "\tclaim\tlemma-13", "claim  lemma-13", "claim\nlemma-13",
    "claim\r\nlemma-13", "claim\r lemma-13", "claim # comment\n lemma-13",
    "claim# comment\nlemma-13",
    "claim #\n#\nlemma-13", "claim\u{B}lemma-13", "claim\u{C}lemma-13", "claim\u{A0}lemma-13",
    "claim\u{2028}lemma-13", "\u{FEFF}claim lemma-13", "# claims\nclaim lemma-13",
    "claim other\(body) claim lemma-13", "claim other\(body)\n  claim   lemma-13",
    "claim other title \"claim lemma-1\"\(body) claim\nlemma-13", "claim lemma-13.extra",
    "claim\u{3000}lemma-13.a-b_c", "claim lemma-130",
  ])
  func `what the parser finds may be stated`(_ start: String) throws {
    let text = start + Self.body
    let bytes = Array(text.utf8)
    let found = (try? Library(part: [("a.claim", text)]))?.claims.map(\.id) ?? []
    if found.contains(where: { $0.hasPrefix(Self.name) }) {
      #expect(Library.states(bytes, Self.name, isFamily: true))
    }
    if found.contains(Self.name) {
      #expect(Library.states(bytes, Self.name, isFamily: false))
    }
  }

  @Test func `spellings with blanks, comments and line breaks are found`() {
    for start in [
      "  claim lemma-13", "claim\tlemma-13", "claim  lemma-13", "claim\nlemma-13",
      "claim # comment\n lemma-13", "claim other\(Self.body) claim lemma-13",
    ] {
      let found = (try? Library(part: [("a.claim", start + Self.body)]))?.claims.map(\.id) ?? []
      #expect(found.contains(Self.name), "\(start)")
    }
  }

  @Test func `files without the claim are left out`() {
    for text in [
      "", "claim", "claim ", "claims lemma-13", "claim lemma-12", "claim lemma-1", "claim lemma-1",
      "uses lemma-13", "lemma-13 claim", "claim\nlemma-12 claim lemma-14 uses lemma-13",
    ] {
      #expect(!Library.states(Array(text.utf8), Self.name, isFamily: true), "\(text)")
    }
    for text in ["claim lemma-13.gram", "claim lemma-130", "claim lemma-13-a"] {
      #expect(!Library.states(Array(text.utf8), Self.name, isFamily: false), "\(text)")
      #expect(Library.states(Array(text.utf8), Self.name, isFamily: true), "\(text)")
    }
    #expect(Library.states(Array("claim lemma-13".utf8), Self.name, isFamily: false))
    #expect(Library.states(Array("claim lemma-13#".utf8), Self.name, isFamily: false))
  }
}
