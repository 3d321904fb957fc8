extension GraphFile {
  // MARK: DIMACS

  static func isDimacs(_ line: Line) -> Bool {
    guard let word = line.words.first else { return false }
    return word == "c" || (word == "p" && line.words.count == 4)
  }

  /// Comments `c …`, then `p edge n m` and a line `e u v` for each edge, vertices counted from 1. Files that
  /// have each edge in both directions are known as well.
  static func dimacs(_ lines: [Line]) throws(Failure) -> GraphFile {
    var order: Int?
    var size = 0
    var edges: [(Int, Int)] = []
    for line in lines {
      switch line.words.first {
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
    let file = try GraphFile(order: order, edges: edges, .dimacs, notes: [])
    let loops = Set(edges.filter { $0.0 == $0.1 }.map(\.0)).count
    guard edges.count == size || file.graph.edgeCount + loops == size else {
      throw last.failure(
        last.words.count, expected: "\(size) edges, as the line 'p' says, not \(edges.count)")
    }
    return file
  }

  // MARK: Matrix Market

  /// `%%MatrixMarket matrix coordinate …`, then the numbers of rows, columns and entries, and a line for
  /// each entry; what an entry is is not used.
  static func matrixMarket(
    _ heading: (number: Int, text: Substring), _ lines: [Line]
  ) throws(Failure) -> GraphFile {
    guard heading.text.lowercased().contains("coordinate") else {
      throw Failure(
        line: heading.number, column: 1, expected: "a matrix in coordinate format",
        found: "'\(heading.text.prefix(60))'")
    }
    let rows = lines.filter { !$0.isComment }
    guard let first = rows.first else {
      throw Failure(
        line: heading.number, column: heading.text.count + 1,
        expected: "a line with three counts after this one", found: "the end of the file")
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
    return try GraphFile(
      order: order, edges: edges, .matrixMarket, notes: ["entries are not used"],
      mayBeReversed: true)
  }

  // MARK: Adjacency matrix

  /// As many rows of 0 and 1 as there are columns, at least three; nil when it is something else.
  static func adjacencyMatrix(_ rows: [Line]) throws(Failure) -> GraphFile? {
    let order = rows.count
    guard order >= 3,
      rows.allSatisfy({ row in
        row.words.count == order && row.words.allSatisfy { $0 == "0" || $0 == "1" }
      })
    else { return nil }
    var edges: [(Int, Int)] = []
    for (i, row) in rows.enumerated() {
      for (j, word) in row.words.enumerated() {
        guard rows[j].words[i] == word else {
          throw row.failure(j, expected: "a symmetric matrix")
        }
        if i <= j, word == "1" { edges.append((i, j)) }
      }
    }
    return try GraphFile(order: order, edges: edges, .adjacencyMatrix, notes: [])
  }
}
