/// One word of the claim language, with its place.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case name(String)
    /// An unsigned decimal number as written: `12`, `0.004`, `1.e-03`.
    case number(String)
    case string(String)
    /// An operator or a bracket.
    case symbol(String)
    case end
  }

  let kind: Kind
  let location: SourceLocation
  /// Where the token starts in the text, in characters: tells whether two tokens touch.
  let offset: Int

  /// How an error message names the token.
  var shown: String {
    switch kind {
    case .name(let text), .number(let text), .symbol(let text): "'\(text)'"
    case .string: "a quoted text"
    case .end: "the end of the file"
    }
  }
}

extension Token {
  /// A number token as `Rational` and `Domain` read it: a point without digits after it, as NumPy writes
  /// them, left out.
  static func decimal(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let next = text.index(after: point)
    let isBare = next == text.endIndex || text[next] == "e" || text[next] == "E"
    return isBare ? String(text[..<point] + text[next...]) : text
  }
}
