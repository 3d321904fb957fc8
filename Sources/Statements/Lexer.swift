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
    ".", "√", "|",
  ]
  /// Signs of mathematics, with the symbols that they are read as.
  private static let otherSigns: [Character: String] = [
    "≤": "<=", "≥": ">=", "≠": "!=", "·": "*", "⋅": "*", "×": "*", "−": "-",
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
      if peek() == ".", pointBelongsToNumber {
        advance()
        text += "." + take(while: Self.isDigit)
      }
      return token(.number(text + exponent()))
    }
    if let symbol = Self.otherSigns[first] {
      advance()
      return token(.symbol(symbol))
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

  /// Whether the point here is part of the number before it: a digit follows, or an exponent, or nothing
  /// that a name or a range could go on with. NumPy writes `1.` and `1.e-03`; "5..40" is a range, and in
  /// "lemma-9.gram" the point joins two parts of a name.
  private var pointBelongsToNumber: Bool {
    guard let after = peek(1) else { return true }
    if Self.isDigit(after) || exponentLength(at: 1) > 0 { return true }
    return after != "." && !after.isLetterOfName && after != "_"
  }

  /// How many characters an exponent has that begins so far from here: `e-05`, `E5`; 0 for none.
  private func exponentLength(at distance: Int) -> Int {
    guard let letter = peek(distance), letter == "e" || letter == "E" else { return 0 }
    var length = 1
    if let sign = peek(distance + 1), sign == "-" || sign == "+" { length += 1 }
    let mark = length
    while let digit = peek(distance + length), Self.isDigit(digit) { length += 1 }
    return length > mark ? length : 0
  }

  /// The exponent that begins here, as it is written.
  private mutating func exponent() -> String {
    let end = index + exponentLength(at: 0)
    return take(upTo: end)
  }

  private mutating func take(upTo end: Int) -> String {
    let start = index
    while index < end { advance() }
    return String(characters[start..<end])
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
