import Rational

/// Reads claim files: a list of claims, each a list of clauses that start with a keyword.
///
/// The language does not depend on line breaks: a clause ends where the next keyword stands. The
/// grammar is written down in `proofs/FORMAT.md`.
public struct Parser {
  var tokens: [Token]
  var position = 0
  /// Reads the files of graphs that are named; nil where there are no files.
  let readGraph: GraphReader?
  /// Operators and operands read in the current formula, against `formulaLimit`.
  var formulaSize = 0
  /// Entries of matrices read in the current formula, against `entryLimit`.
  var entryCount = 0
  var nesting = 0
  /// Where the last `for all …` ended that may reach further.
  var endOfQuantifier: Int?
  /// Comparisons read in the current hypotheses, against `conditionLimit`.
  var conditionSize = 0

  /// The most characters a claim file may have.
  public static let textLimit = 1_000_000
  /// The most operators and operands in one formula: readings are recursive. Each entry of a matrix
  /// that is written out is a formula of its own.
  static let formulaLimit = 600
  /// The most entries of the matrices that are written out in one formula.
  static let entryLimit = 250_000
  /// The most brackets and transpositions that a part of a formula may stand in.
  static let nestingLimit = 50
  /// The most comparisons in the hypotheses of a claim.
  static let conditionLimit = 200

  /// Words that start or join clauses; they cannot name anything.
  static let keywords: Set<String> = [
    "claim", "title", "source", "role", "parameter", "requires", "let", "graph", "printed",
    "corrected",
    "beyond", "note", "question", "fault", "uses", "coq", "expect", "and", "or", "for", "with",
    "at",
    "where", "is",
    "default", "replay",
    "claimed", "actual",
  ]

  /// The claims of a file, type-checked.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - file: How errors name the file.
  ///   - readGraph: Reads the files of graphs that claims name; without it they are an error.
  public static func claims(
    in text: String, file: String, readGraph: GraphReader? = nil
  ) throws(ClaimError) -> [Claim] {
    try reading(text, file: file, readGraph) { parser, start throws(ClaimError) in
      try claims(&parser, start)
    }
  }

  /// Reads a text; an error shows the line that it is in.
  static func reading<Result>(
    _ text: String, file: String, _ readGraph: GraphReader?,
    _ body: (inout Parser, _ start: SourceLocation) throws(ClaimError) -> Result
  ) throws(ClaimError) -> Result {
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard text.utf8.count <= textLimit else {
      throw ClaimError(start, "the file has more than \(textLimit) bytes, the limit")
    }
    do throws(ClaimError) {
      var parser = Parser(
        tokens: try Lexer.tokens(of: text, file: file), readGraph: readGraph)
      return try body(&parser, start)
    } catch { throw error.showing(text) }
  }

  private static func claims(
    _ parser: inout Parser, _ start: SourceLocation
  ) throws(ClaimError) -> [Claim] {
    var claims: [Claim] = []
    while parser.current.kind != .end {
      let claim = try parser.claim()
      if let earlier = claims.first(where: { $0.id == claim.id }) {
        throw ClaimError(
          claim.location, "the claim '\(claim.id)' is already stated at \(earlier.location)")
      }
      try TypeChecker.check(claim)
      claims.append(claim)
    }
    guard !claims.isEmpty else {
      throw ClaimError(start, "the file states nothing; expected 'claim NAME …'")
    }
    return claims
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  mutating func advance() -> Token {
    defer { if position < tokens.count - 1 { position += 1 } }
    return tokens[position]
  }

  func isAt(symbol: String) -> Bool { current.kind == .symbol(symbol) }
  func isAt(keyword: String) -> Bool { current.kind == .name(keyword) }

  mutating func skip(symbol: String) -> Bool {
    guard isAt(symbol: symbol) else { return false }
    _ = advance()
    return true
  }

  mutating func skip(keyword: String) -> Bool {
    guard isAt(keyword: keyword) else { return false }
    _ = advance()
    return true
  }

  func unexpected(_ expectation: String) -> ClaimError {
    ClaimError(current.location, "found \(current.shown); expected \(expectation)")
  }

  mutating func expect(symbol: String, _ context: String) throws(ClaimError) {
    guard skip(symbol: symbol) else { throw unexpected("'\(symbol)' \(context)") }
  }

  mutating func expect(keyword: String, _ context: String) throws(ClaimError) {
    guard skip(keyword: keyword) else { throw unexpected("'\(keyword)' \(context)") }
  }

  /// A name that is free for use: not a keyword.
  mutating func name(_ expectation: String) throws(ClaimError) -> String {
    guard case .name(let text) = current.kind else { throw unexpected(expectation) }
    guard !Self.keywords.contains(text) else {
      throw ClaimError(
        current.location, "'\(text)' is a word of the language; expected \(expectation)")
    }
    _ = advance()
    return text
  }

  mutating func quoted(_ expectation: String) throws(ClaimError) -> String {
    guard case .string(let text) = current.kind else { throw unexpected(expectation) }
    _ = advance()
    return text
  }

  /// `lemma-13.decomposition`: names, numbers, `-` and `.` that touch each other.
  mutating func identifier() throws(ClaimError) -> String {
    guard case .name(let first) = current.kind else {
      throw unexpected("the name of a claim, e.g. 'lemma-13'")
    }
    var text = first
    var end = identifierEnd(of: advance())
    while current.offset == end {
      switch current.kind {
      case .name(let piece), .number(let piece): text += piece
      case .symbol("-"): text += "-"
      case .symbol("."): text += "."
      default: return text
      }
      end = identifierEnd(of: advance())
    }
    return text
  }

  private func identifierEnd(of token: Token) -> Int {
    switch token.kind {
    case .name(let piece), .number(let piece), .symbol(let piece): token.offset + piece.count
    case .string, .end: -1
    }
  }
}
