extension GraphFile {
  // MARK: DIMACS

  static func isDimacs(_ line: Line) -> Bool {
    let word = line.words[0].text
    return word == "c" || (word == "p" && line.words.count == 4)
  }

  /// Comments `c …`, then `p edge n m` and a line `e u v` for each edge, vertices counted from 1. Files that
  /// have each edge in both directions are known as well.
  static func dimacs(_ lines: [Line]) throws(Failure) -> GraphFile {
    var order: Int?
    var size = 0
    var edges: [(Int, Int)] = []
    for line in lines where !line.isComment {
      switch line.words[0].text {
      case "c": continue
      case "p" where order == nil:
        order = try line.number(2, in: 1...Int.max, "the number of vertices")
        size = try line.number(3, in: 0...Int.max, "the number of edges")
      case "e", "a":
        guard let order else { throw line.failure(0, expected: "a line 'p edge n m' before edges") }
        let expected = "a vertex from 1 to \(order)"
        edges.append(
          (
            try line.number(1, in: 1...order, expected) - 1,
            try line.number(2, in: 1...order, expected) - 1
          ))
      default:
        throw line.failure(
          0, expected: order == nil ? "'c', or 'p edge n m'" : "'c', or an edge 'e u v'")
      }
    }
    let last = lines[lines.count - 1]
    guard let order else { throw last.failure(last.words.count, expected: "a line 'p edge n m'") }
    let distinct = Set(edges.map { [min($0.0, $0.1), max($0.0, $0.1)] }).count
    guard edges.count == size || distinct == size else {
      throw last.failure(
        last.words.count, expected: "\(size) edges, as the line 'p' says, not \(edges.count)")
    }
    return try GraphFile(order: order, edges: edges, notes: [])
  }

  // MARK: Matrix Market

  /// `%%MatrixMarket matrix coordinate …`, then the numbers of rows, columns and entries, and a line for
  /// each entry; what an entry is is not used.
  static func matrixMarket(_ lines: [Line]) throws(Failure) -> GraphFile {
    guard lines[0].text.lowercased().contains("coordinate") else {
      throw Failure(
        line: 1, column: 1, expected: "a matrix in coordinate format", found: "'\(lines[0].text)'")
    }
    let rows = lines.dropFirst().filter { !$0.isComment }
    guard let first = rows.first else {
      throw lines[0].failure(0, expected: "a line with three counts after this one")
    }
    let order = try first.number(0, in: 1...Int.max, "the number of vertices")
    _ = try first.number(1, in: order...order, "\(order) columns, as there are rows")
    let size = try first.number(2, in: 0...Int.max, "the number of entries")
    var edges: [(Int, Int)] = []
    for line in rows.dropFirst() {
      let expected = "a vertex from 1 to \(order)"
      edges.append(
        (
          try line.number(0, in: 1...order, expected) - 1,
          try line.number(1, in: 1...order, expected) - 1
        ))
    }
    guard edges.count == size else {
      throw first.failure(2, expected: "\(edges.count) entries, as there are lines")
    }
    return try GraphFile(order: order, edges: edges, notes: ["entries are not used"])
  }

  // MARK: Adjacency matrix

  /// As many rows of 0 and 1 as there are columns, at least three; nil when it is something else.
  static func adjacencyMatrix(_ lines: [Line]) throws(Failure) -> GraphFile? {
    let rows = lines.filter { !$0.isComment }
    let order = rows.count
    guard order >= 3,
      rows.allSatisfy({ row in
        row.words.count == order && row.words.allSatisfy { $0.text == "0" || $0.text == "1" }
      })
    else { return nil }
    var edges: [(Int, Int)] = []
    for (i, row) in rows.enumerated() {
      for (j, word) in row.words.enumerated() {
        guard rows[j].words[i].text == word.text else {
          throw row.failure(j, expected: "a symmetric matrix")
        }
        if i <= j, word.text == "1" { edges.append((i, j)) }
      }
    }
    return try GraphFile(order: order, edges: edges, notes: [])
  }

  // MARK: graph6

  private static let graph6Mark = ">>graph6<<"

  /// One word of printable characters from `?` to `~`, or a mark of the format.
  static func isGraph6(_ line: Line) -> Bool {
    line.text.hasPrefix(">>")
      || (!line.hasData && line.words.count == 1 && line.text.first != ":"
        && line.words[0].text.utf8.allSatisfy { (63...126).contains($0) })
  }

  /// The number of vertices, and the upper triangle of the adjacency matrix column by column, six bits
  /// a character.
  ///
  /// - Reference: McKay, "Description of graph6, sparse6 and digraph6 encodings".
  static func graph6(_ lines: [Line]) throws(Failure) -> GraphFile {
    let line = lines[0]
    func failure(_ column: Int, _ expected: String, _ found: String) -> Failure {
      Failure(line: line.number, column: column, expected: expected, found: found)
    }
    let isMarked = line.text.hasPrefix(graph6Mark)
    if line.text.hasPrefix(">>"), !isMarked {
      throw failure(1, "'\(graph6Mark)'", "'\(line.text.prefix(12))'")
    }
    let start = isMarked ? graph6Mark.count : 0
    let bytes = Array(line.text.dropFirst(start).utf8.drop { $0 == 0x20 })
    let content = bytes.prefix { $0 != 0x20 && $0 != 0x09 }
    if let bad = content.firstIndex(where: { !(63...126).contains($0) }) {
      throw failure(start + bad + 1, "characters from '?' to '~'", "byte \(content[bad])")
    }
    if let other = lines.dropFirst().first {
      throw Failure(
        line: other.number, column: 1, expected: "one graph", found: "another line")
    }
    let values = content.map { Int($0) - 63 }
    let isLong = values.first == 63
    guard values.count >= (isLong ? 4 : 1), !isLong || values[1] != 63 else {
      throw failure(
        start + 1, "a graph6 text of at most 258047 vertices", "'\(line.text.prefix(40))'")
    }
    let order = isLong ? values[1] << 12 | values[2] << 6 | values[3] : values[0]
    let bits = values.dropFirst(isLong ? 4 : 1)
    let pairs = order * (order - 1) / 2
    guard bits.count == (pairs + 5) / 6 else {
      throw failure(
        start + 1,
        formats,
        "one word, which as graph6 would be \(order) vertices with \((pairs + 5) / 6) more "
          + "characters, not \(bits.count)")
    }
    var edges: [(Int, Int)] = []
    var place = 0
    for j in 0..<order {
      for i in 0..<j {
        if bits[bits.startIndex + place / 6] >> (5 - place % 6) & 1 == 1 { edges.append((i, j)) }
        place += 1
      }
    }
    return try GraphFile(order: order, edges: edges, notes: [])
  }
}
