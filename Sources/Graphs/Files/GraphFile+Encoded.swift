/// graph6 and sparse6: six bits a character.
///
/// - Reference: McKay, "Description of graph6, sparse6 and digraph6 encodings".
extension GraphFile {
  /// Whether a line has one word, of the characters of graph6 alone.
  static func isEncoded(_ text: Substring) -> Bool {
    let bytes = text.utf8.split(whereSeparator: Line.isBlank)
    return bytes.count == 1 && bytes[0].allSatisfy { (63...126).contains($0) }
  }

  /// One graph, with the mark of its format or without it.
  static func encoded(_ lines: [(number: Int, text: Substring)]) throws(Failure) -> GraphFile {
    let marks: [(String, Format)] = [(">>graph6<<", .graph6), (">>sparse6<<", .sparse6)]
    let line = lines[0]
    let mark = marks.first { line.text.hasPrefix($0.0) }
    guard mark != nil || !line.text.hasPrefix(">>") else {
      throw Failure(
        line: line.number, column: 1, expected: "'>>graph6<<' or '>>sparse6<<'",
        found: "'\(line.text.prefix(12))'")
    }
    if let other = lines.dropFirst().first {
      throw Failure(line: other.number, column: 1, expected: "one graph", found: "another line")
    }
    var word = line.text.dropFirst(mark?.0.count ?? 0)
    word = word.drop { $0.isWhitespace }
    while word.last?.isWhitespace == true { word = word.dropLast() }
    var column = line.text.distance(from: line.text.startIndex, to: word.startIndex) + 1
    let isSparse = word.hasPrefix(":")
    if let mark, isSparse != (mark.1 == .sparse6) {
      throw Failure(
        line: line.number, column: column,
        expected: isSparse ? "no ':' after '\(mark.0)'" : "':' after '\(mark.0)'",
        found: "'\(word.prefix(12))'")
    }
    if isSparse { (word, column) = (word.dropFirst(), column + 1) }
    var reader = Sextets(word, line: line.number, column: column)
    return isSparse
      ? try sparse6(&reader) : try graph6(&reader, isMarked: mark != nil)
  }

  /// The number of vertices, and the upper triangle of the adjacency matrix column by column.
  private static func graph6(_ reader: inout Sextets, isMarked: Bool) throws(Failure) -> GraphFile {
    let order = try reader.order()
    let pairs = order * (order - 1) / 2
    guard reader.rest == (pairs + 5) / 6 else {
      throw reader.failure(
        isMarked ? "a graph6 text" : formats,
        "one word, which as graph6 would be \(order) vertices with \((pairs + 5) / 6) more "
          + "characters, not \(reader.rest)")
    }
    var graph = try empty(order: order)
    try reader.check()
    for j in 0..<order {
      for i in 0..<j where reader.bit() == 1 { graph.connect(i, j) }
    }
    return GraphFile(graph, .graph6)
  }

  /// The number of vertices, and pairs of a bit and a number: the bit says that the current vertex, from 0 on,
  /// is followed by the next; a number beyond it takes its place, and a smaller one is a neighbour.
  private static func sparse6(_ reader: inout Sextets) throws(Failure) -> GraphFile {
    let order = try reader.order()
    _ = try empty(order: order)
    try reader.check()
    var width = 0
    while (order - 1) >> width > 0 { width += 1 }
    var edges: [(Int, Int)] = []
    var vertex = 0
    while reader.bitsLeft > width {
      let left = reader.bitsLeft
      vertex += reader.bit()
      let number = (0..<width).reduce(0) { value, _ in 2 * value + reader.bit() }
      guard number < order, vertex < order else {
        // What fills the last character.
        guard left < 6 else {
          throw reader.failure(
            "edges of vertices below \(order)", "one of vertex \(max(number, vertex))")
        }
        break
      }
      if number > vertex { vertex = number } else { edges.append((number, vertex)) }
    }
    return try GraphFile(order: order, edges: edges, .sparse6, notes: [])
  }

  /// Six bits of each character.
  private struct Sextets {
    private let values: [UInt8]
    private let line: Int
    private let column: Int
    /// Bits that have been read.
    private var position = 0

    init(_ word: Substring, line: Int, column: Int) {
      values = Array(word.utf8)
      (self.line, self.column) = (line, column)
    }

    func failure(_ expected: String, _ found: String, at place: Int = 0) -> Failure {
      Failure(line: line, column: column + place, expected: expected, found: found)
    }

    /// The characters that have not been read.
    var rest: Int { values.count - position / 6 }
    var bitsLeft: Int { 6 * values.count - position }

    mutating func bit() -> Int {
      defer { position += 1 }
      return Int(values[position / 6] - 63) >> (5 - position % 6) & 1
    }

    /// - Throws: When a character is none of `?` … `~`.
    func check() throws(Failure) {
      guard let bad = values.firstIndex(where: { !(63...126).contains($0) }) else { return }
      throw failure("characters from '?' to '~'", "byte \(values[bad])", at: bad)
    }

    /// The number of vertices: a character, or `~` and three.
    mutating func order() throws(Failure) -> Int {
      let length = values.first == 126 ? 4 : 1
      guard values.count >= length, length == 1 || values[1] != 126 else {
        throw failure(
          "the number of vertices, at most 258047",
          values.isEmpty
            ? "the end of the line" : "'\(String(decoding: values.prefix(8), as: UTF8.self))'")
      }
      let digits = values[(length == 1 ? 0 : 1)..<length]
      if let bad = digits.firstIndex(where: { !(63...126).contains($0) }) {
        throw failure("characters from '?' to '~'", "byte \(values[bad])", at: bad)
      }
      position = 6 * length
      return digits.reduce(0) { $0 << 6 | Int($1 - 63) }
    }
  }
}
