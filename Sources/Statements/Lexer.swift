import Rational

/// Cuts a claim file into tokens.
///
/// `#` starts a comment that ends with the line. Names are Unicode letters, digits and `_`, and
/// start with a letter; `'` and `ᵀ` after an operand mean transposition and are symbols.
///
/// The library is read at every start, and nearly all of it is ASCII: the text is looked at byte by byte, and
/// characters are made of it only where a byte is not a character of its own.
struct Lexer {
  private let text: String
  private let bytes: [UInt8]
  private let file: String
  /// The place in the bytes, and in characters.
  private var index = 0
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: String) {
    self.text = text
    bytes = Array(text.utf8)
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

  /// What stands at a place.
  private enum Sign: Equatable {
    /// A character of ASCII by itself; no other one of Unicode's joins it.
    case ascii(UInt8)
    case other(Character)
    case end

    static func == (sign: Sign, character: Unicode.Scalar) -> Bool {
      if case .ascii(let code) = sign { UInt32(code) == character.value } else { false }
    }

    var isDigit: Bool {
      if case .ascii(48...57) = self { true } else { false }
    }

    var isLetter: Bool {
      switch self {
      case .ascii(let code): (65...90).contains(code) || (97...122).contains(code)
      case .other(let character): character.isLetter
      case .end: false
      }
    }

    var endsLine: Bool {
      switch self {
      case .ascii(let code): (10...13).contains(code)
      case .other(let character): character.isNewline
      case .end: false
      }
    }

    /// Whether it moves the cursor, changes colours or the direction of what follows, so that a text could
    /// make a verdict look like another one.
    var steersTerminals: Bool {
      switch self {
      case .ascii(let code): Unicode.Scalar(code).steersTerminals
      case .other(let character): character.unicodeScalars.contains(where: \.steersTerminals)
      case .end: false
      }
    }

    var isBlank: Bool {
      switch self {
      case .ascii(let code): code == 32 || (9...13).contains(code)
      case .other(let character): character.isWhitespace
      case .end: false
      }
    }
  }

  /// The character so many bytes from here.
  private func sign(_ distance: Int = 0) -> Sign {
    let place = index + distance
    guard place < bytes.count else { return .end }
    let code = bytes[place]
    // What follows can be a mark on this character, or the line feed of a carriage return.
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    if code < 128, next < 128, code != 13 { return .ascii(code) }
    let character = text[text.utf8.index(text.startIndex, offsetBy: place)]
    return character.utf8.count == 1 ? .ascii(code) : .other(character)
  }

  private mutating func advance() {
    let sign = sign()
    if case .other(let character) = sign { index += character.utf8.count } else { index += 1 }
    offset += 1
    if sign.endsLine {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private mutating func take(while accepted: (Sign) -> Bool) -> String {
    let start = index
    while true {
      let sign = sign()
      if sign == .end || !accepted(sign) { break }
      advance()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while true {
      let sign = sign()
      if sign == "#" {
        _ = take { !$0.endsLine }
      } else if sign.isBlank {
        advance()
      } else {
        return
      }
    }
  }

  private static let transposition = Sign.other("ᵀ")
  /// What begins a symbol that ends in `=`.
  private static let relations = Array("<>=!".utf8)
  private static let shortSymbols = Array("+-*/^()[]{},;:=<>'.|".utf8)
  /// Signs of mathematics, with the symbols that they are read as.
  private static let otherSigns: [Character: String] = [
    "≤": "<=", "≥": ">=", "≠": "!=", "·": "*", "⋅": "*", "×": "*", "−": "-", "√": "√", "ᵀ": "ᵀ",
  ]

  /// How many characters the symbol has that begins with that one; 0 when none does.
  private func symbolLength(_ first: UInt8) -> Int {
    let next = sign(1)
    if first == UInt8(ascii: "."), next == "." { return sign(2) == "." || sign(2) == "<" ? 3 : 2 }
    if next == "=", Self.relations.contains(first) { return 2 }
    return Self.shortSymbols.contains(first) ? 1 : 0
  }

  private mutating func next() throws(ClaimError) -> Token {
    skipBlanks()
    let (start, offset) = (here, offset)
    func token(_ kind: Token.Kind) -> Token { Token(kind: kind, location: start, offset: offset) }

    let first = sign()
    if first.isLetter, first != Self.transposition {
      return token(
        .name(take { $0.isLetter && $0 != Self.transposition || $0.isDigit || $0 == "_" }))
    }
    if first.isDigit {
      var text = take(while: \.isDigit)
      if sign() == ".", pointBelongsToNumber {
        advance()
        text += "." + take(while: \.isDigit)
      }
      return token(.number(text + take(characters: exponentLength(at: 0))))
    }
    switch first {
    case .end: return token(.end)
    case .ascii(UInt8(ascii: "\"")): return token(.string(try quotedText(from: start)))
    case .ascii(let code):
      let length = symbolLength(code)
      if length > 0 { return token(.symbol(take(characters: length))) }
    case .other(let character):
      if let symbol = Self.otherSigns[character] {
        advance()
        return token(.symbol(symbol))
      }
    }
    throw ClaimError(
      start,
      "unexpected character '\(take(characters: 1))'; expected a name, a number, an operator or '#'"
    )
  }

  /// Whether the point here is part of the number before it: a digit follows, or an exponent, or nothing
  /// that a name or a range could go on with. NumPy writes `1.` and `1.e-03`; "5..40" is a range, and in
  /// "lemma-9.gram" the point joins two parts of a name.
  private var pointBelongsToNumber: Bool {
    let after = sign(1)
    if after.isDigit || exponentLength(at: 1) > 0 { return true }
    return !(after == "." || after.isLetter || after == "_")
  }

  /// How many characters an exponent has that begins so far from here: `e-05`, `E5`; 0 for none.
  private func exponentLength(at distance: Int) -> Int {
    guard sign(distance) == "e" || sign(distance) == "E" else { return 0 }
    let mark = sign(distance + 1) == "-" || sign(distance + 1) == "+" ? 2 : 1
    var length = mark
    while sign(distance + length).isDigit { length += 1 }
    return length > mark ? length : 0
  }

  private mutating func take(characters count: Int) -> String {
    let start = index
    for _ in 0..<count { advance() }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedText(from start: SourceLocation) throws(ClaimError) -> String {
    advance()
    let text = take { !($0 == "\"" || $0.endsLine || $0.steersTerminals) }
    if sign().steersTerminals {
      throw ClaimError(here, "a control character in a text; expected characters that are printed")
    }
    guard sign() == "\"" else {
      throw ClaimError(start, "this text is not closed; expected '\"' before the end of the line")
    }
    advance()
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character other than a tab and the end of a line, or one that sets the direction
  /// of writing.
  package var steersTerminals: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// The text with U+FFFD for each character that steers terminals.
  package var withoutSteering: String {
    var shown = ""
    shown.unicodeScalars.append(
      contentsOf: unicodeScalars.map { $0.steersTerminals ? "\u{FFFD}" : $0 })
    return shown
  }
}
