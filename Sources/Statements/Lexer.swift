import Rational

/// Cuts a claim file into tokens.
///
/// `#` starts a comment that ends with the line. Names are Unicode letters, digits and `_`, and
/// start with a letter; `'` and `ᵀ` after an operand mean transposition and are symbols.
struct Lexer {
  private let characters: [Character]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: String) {
    characters = Array(text)
    self.file = file
  }

  private var here: SourceLocation { SourceLocation(file: file, line: line, column: column) }

  /// All tokens of the text, the last of kind `.end`.
  static func tokens(of text: String, file: String) throws(ClaimError) -> [Token] {
    var lexer = Lexer(text, file: file)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private func peek(_ distance: Int = 0) -> Character? {
    index + distance < characters.count ? characters[index + distance] : nil
  }

  private mutating func advance() {
    if characters[index].endsLine {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }

  private mutating func take(while accepted: (Character) -> Bool) -> String {
    let start = index
    while let character = peek(), accepted(character) { advance() }
    return String(characters[start..<index])
  }

  private mutating func skipBlanks() {
    while let character = peek() {
      if character == "#" {
        while let rest = peek(), !rest.endsLine { advance() }
      } else if character.isBlank {
        advance()
      } else {
        return
      }
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static let longSymbols: [[Character]] = [
    ["<", "="], [">", "="], ["=", "="], ["!", "="], [".", ".", "."], [".", ".", "<"], [".", "."],
  ]
  private static let shortSymbols: Set<Character> = [
    "+", "-", "*", "/", "^", "(", ")", "[", "]", "{", "}", ",", ";", ":", "=", "<", ">", "'", "ᵀ",
    ".",
  ]

  private mutating func next() throws(ClaimError) -> Token {
    skipBlanks()
    let start = here
    let offset = index
    func token(_ kind: Token.Kind) -> Token { Token(kind: kind, location: start, offset: offset) }

    guard let first = peek() else { return token(.end) }
    if first == "ᵀ" {
      advance()
      return token(.symbol("ᵀ"))
    }
    if first.isLetterOfName {
      return token(
        .name(take { ($0.isLetterOfName && $0 != "ᵀ") || Self.isDigit($0) || $0 == "_" }))
    }
    if Self.isDigit(first) {
      var text = take(while: Self.isDigit)
      // "5..40" is a range: a point belongs to the number only when a digit follows it.
      if peek() == ".", let after = peek(1), Self.isDigit(after) {
        advance()
        text += "." + take(while: Self.isDigit)
      }
      return token(.number(text + exponent()))
    }
    if first == "\"" { return token(.string(try quotedText(from: start))) }
    for symbol in Self.longSymbols where characters[index...].starts(with: symbol) {
      for _ in symbol { advance() }
      return token(.symbol(String(symbol)))
    }
    guard Self.shortSymbols.contains(first) else {
      throw ClaimError(
        start, "unexpected character '\(first)'; expected a name, a number, an operator or '#'")
    }
    advance()
    return token(.symbol(String(first)))
  }

  /// `e-05` behind a number; a letter that no digits follow begins a name.
  private mutating func exponent() -> String {
    guard let letter = peek(), letter == "e" || letter == "E" else { return "" }
    let sign = peek(1).flatMap { $0 == "-" || $0 == "+" ? $0 : nil }
    guard let digit = peek(sign == nil ? 1 : 2), Self.isDigit(digit) else { return "" }
    advance()
    if sign != nil { advance() }
    return "e" + (sign == "-" ? "-" : "") + take(while: Self.isDigit)
  }

  private mutating func quotedText(from start: SourceLocation) throws(ClaimError) -> String {
    advance()
    let text = take { $0 != "\"" && !$0.endsLine }
    guard peek() == "\"" else {
      throw ClaimError(start, "this text is not closed; expected '\"' before the end of the line")
    }
    advance()
    return text
  }
}

// The library is read at every start. Unicode's properties are looked up in tables, which for most
// characters of a claim file is not needed.
extension Character {
  /// The code of an ASCII character that is a scalar of its own; nil for all others.
  private var ascii: UInt8? {
    let scalars = unicodeScalars
    guard let first = scalars.first, first.isASCII,
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return UInt8(first.value)
  }

  /// `isNewline`
  fileprivate var endsLine: Bool { ascii.map { (10...13).contains($0) } ?? isNewline }

  /// `isWhitespace`
  fileprivate var isBlank: Bool { ascii.map { $0 == 32 || (9...13).contains($0) } ?? isWhitespace }

  /// `isLetter`
  fileprivate var isLetterOfName: Bool {
    ascii.map { (65...90).contains($0) || (97...122).contains($0) } ?? isLetter
  }
}
