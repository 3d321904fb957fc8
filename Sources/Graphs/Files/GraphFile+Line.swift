extension GraphFile {
  /// A line that is not empty.
  struct Line {
    /// Counted from 1.
    let number: Int
    let text: Substring
    /// Comments, which begin with `#` or `%` at the start or after a blank, are no words, nor is what
    /// NetworkX writes in braces.
    let words: [Substring]
    /// Whether there is something from `{` on, and whether that is more than `{}`.
    let hasData: Bool
    let isDataEmpty: Bool

    var isComment: Bool { words.isEmpty && !hasData }

    /// - Parameter mayHaveCommas: Whether words are what stands between commas in a line that has one, or
    ///   between semicolons, and not only between blanks.
    init(_ line: (number: Int, text: Substring), mayHaveCommas: Bool) {
      number = line.number
      text = line.text
      let content = Self.content(of: text)
      let rest = text[content.endIndex...]
      hasData = rest.first == "{"
      isDataEmpty = rest.allSatisfy { $0 == "{" || $0 == "}" || $0.isWhitespace }
      let separator = Self.separators.first { content.utf8.contains($0) }
      guard mayHaveCommas, let separator else {
        words = content.utf8.split(whereSeparator: Self.isBlank).map { Substring($0) }
        return
      }
      // A separator at the end, as before data in braces, has no word after it.
      var pieces = content.utf8.split(separator: separator, omittingEmptySubsequences: false)
        .map { Self.trimmed(Substring($0)) }
      if pieces.last?.isEmpty == true { pieces.removeLast() }
      words = pieces
    }

    private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";")]

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The text before a comment or data.
    static func content(of text: Substring) -> Substring {
      let bytes = text.utf8
      var isAtStart = true
      for index in bytes.indices {
        let byte = bytes[index]
        let begins =
          byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "{")
        if isAtStart, begins { return text[..<index] }
        isAtStart = isBlank(byte) || separators.contains(byte)
      }
      return text
    }

    /// Without blanks around it, nor the quotes that are left.
    private static func trimmed(_ piece: Substring) -> Substring {
      var piece = piece
      while let last = piece.utf8.last, isBlank(last) { piece = piece.dropLast() }
      piece = piece.drop { $0.isWhitespace }
      guard piece.count >= 2, piece.first == "\"", piece.last == "\"" else { return piece }
      return piece.dropFirst().dropLast()
    }

    /// - Returns: What is wrong with a word, or with the end of the line when there are fewer words.
    func failure(_ word: Int, expected: String) -> Failure {
      guard words.indices.contains(word) else {
        return Failure(
          line: number, column: text.count + 1, expected: expected, found: "the end of the line")
      }
      return Failure(
        line: number, column: text.distance(from: text.startIndex, to: words[word].startIndex) + 1,
        expected: expected, found: "'\(words[word].prefix(40))'")
    }

    /// A word that is a whole number in a range.
    func number(_ word: Int, in range: ClosedRange<Int>, _ expected: String) throws(Failure) -> Int
    {
      guard words.indices.contains(word), let value = Int(words[word]), range ~= value else {
        throw failure(word, expected: expected)
      }
      return value
    }
  }

  /// The lines that are not empty, without a byte order mark, whatever ends a line.
  static func lines(of text: String) -> [(number: Int, text: Substring)] {
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    text.makeContiguousUTF8()
    let bytes = text.utf8
    var lines: [(number: Int, text: Substring)] = []
    var (number, start, index) = (1, bytes.startIndex, bytes.startIndex)
    func add(until end: String.Index) {
      let line = text[start..<end]
      if !line.utf8.allSatisfy(Line.isBlank) { lines.append((number, line)) }
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      guard byte == 0x0A || byte == 0x0D else {
        index = next
        continue
      }
      add(until: index)
      number += 1
      let isPair = byte == 0x0D && next < bytes.endIndex && bytes[next] == 0x0A
      start = isPair ? bytes.index(after: next) : next
      index = start
    }
    add(until: index)
    return lines
  }
}
