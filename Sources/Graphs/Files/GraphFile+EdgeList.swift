extension GraphFile {
  /// A line for each edge: two vertices, and perhaps a weight or NetworkX's data, which are not used.
  ///
  /// Vertices are whole numbers, in increasing order, or labels when one of the first two is no number, in
  /// the order of their first lines. Numbers between the least and the greatest that occur in no edge are
  /// no vertices. A first line of two numbers n m is the number of vertices and of edges when m lines
  /// follow, with vertices 0 … n-1 or 1 … n. A first line is a heading when it has two words that are no
  /// numbers and all others have numbers, or when its words are the usual ones.
  static func edgeList(_ lines: [Line]) throws(Failure) -> GraphFile {
    var rows = lines
    var notes: [String] = []
    if rows.count > 1, isHeading(rows) {
      notes.append("the first line is a heading")
      rows.removeFirst()
    }
    let isLabelled = rows[0].words.prefix(2).contains { Int($0) == nil && !isNumber($0) }
    let isWeighted = rows.allSatisfy { $0.words.count == 3 }
    for row in rows {
      for place in 0..<2 where !isLabelled {
        _ = try row.number(place, in: 0...Int.max, "a vertex, a whole number")
      }
      for place in 0..<2 {
        guard row.words.indices.contains(place), !row.words[place].isEmpty else {
          throw row.failure(place, expected: place == 0 ? "a vertex" : "a second vertex")
        }
        guard !isLabelled || isLabel(row.words[place]) else {
          throw row.failure(
            place,
            expected: "a vertex: a number, or a label with a letter or digit and no open bracket")
        }
        // Between commas a label may have blanks, but numbers are two vertices.
        let pieces = row.words[place].split(whereSeparator: \.isWhitespace)
        guard pieces.count < 2 || !pieces.allSatisfy(isNumber) else {
          throw row.failure(place, expected: "one vertex before the next separator")
        }
      }
      // More numbers are neighbours in other formats, so only weights are let pass.
      if row.words.count > 2 {
        guard isWeighted, isNumber(row.words[2]) else {
          throw row.failure(2, expected: "the end of the line, or a weight on every line")
        }
      }
    }
    if isWeighted { notes.append("weights are not used") }
    if rows.contains(where: { $0.hasData && !$0.isDataEmpty }) {
      notes.append("what stands in braces is not used")
    }
    let file: GraphFile
    if isLabelled {
      let (order, places) = labelled(rows.flatMap { $0.words.prefix(2) })
      file = try GraphFile(order: order, edges: pairs(places), .edges, notes: notes)
    } else {
      let numbers = rows.flatMap { $0.words.prefix(2).compactMap { Int($0) } }
      let edges = pairs(numbers)
      if let found = try counted(edges, notes) { return found }
      if edges.count > 1, isLikeHeading(edges) {
        notes.append("the first line is read as an edge: it is not the counts of what follows")
      }
      let (order, places) = numbered(numbers)
      file = try GraphFile(order: order, edges: pairs(places), .edges, notes: notes)
    }
    guard file.graph.edgeCount > 0 else {
      throw Failure(
        line: 1, column: 1, expected: "at least one edge", found: "loops alone: \(rows.count)")
    }
    return file
  }

  /// Whether a word can name a vertex: arrows, dashes and pieces of lists and tuples, `(0, 1)`, are of other
  /// notations.
  private static func isLabel(_ word: Substring) -> Bool {
    guard word.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
    var open: [Character] = []
    for character in word {
      switch character {
      case "(": open.append(")")
      case "[": open.append("]")
      case ")", "]": if open.popLast() != character { return false }
      default: break
      }
    }
    return open.isEmpty && !"([".contains(word.first ?? "(")
  }

  private static func pairs(_ ends: [Int]) -> [(Int, Int)] {
    stride(from: 0, to: ends.count, by: 2).map { (ends[$0], ends[$0 + 1]) }
  }

  /// Whether the first line names the columns.
  private static func isHeading(_ rows: [Line]) -> Bool {
    let words = rows[0].words.prefix(2).map { $0.lowercased() }
    let usual = [["source", "target"], ["from", "to"], ["node1", "node2"], ["u", "v"]]
    if usual.contains(words) { return true }
    return words.count == 2 && words.allSatisfy { !isNumber($0[...]) }
      && rows.dropFirst().allSatisfy { row in row.words.prefix(2).allSatisfy { Int($0) != nil } }
  }

  static func isNumber(_ text: Substring) -> Bool { Double(text) != nil }

  /// The edges after a first line with the number of vertices and of edges; nil when it is none.
  private static func counted(
    _ edges: [(Int, Int)], _ notes: [String]
  ) throws(Failure) -> GraphFile? {
    let (order, size) = edges[0]
    let rest = edges.dropFirst()
    guard size == rest.count, size > 0 else { return nil }
    let least = rest.reduce(Int.max) { min($0, $1.0, $1.1) }
    let greatest = rest.reduce(0) { max($0, $1.0, $1.1) }
    guard greatest < order || (greatest == order && least >= 1) else { return nil }
    let first = greatest == order ? 1 : 0
    return try GraphFile(
      order: order, edges: rest.map { ($0.0 - first, $0.1 - first) }, .edges,
      notes: notes + ["the first line is read as \(order) vertices and \(size) edges"])
  }

  /// Whether a first line is no edge by the look of it: none of its numbers comes again.
  private static func isLikeHeading(_ edges: [(Int, Int)]) -> Bool {
    let (a, b) = edges[0]
    return edges.dropFirst().allSatisfy { ![$0.0, $0.1].contains(a) && ![$0.0, $0.1].contains(b) }
  }

  /// The number of different numbers, and the place of each in increasing order.
  static func numbered(_ numbers: [Int]) -> (order: Int, places: [Int]) {
    let vertices = Set(numbers).sorted()
    let places = Dictionary(uniqueKeysWithValues: vertices.enumerated().map { ($1, $0) })
    return (vertices.count, numbers.map { places[$0] ?? 0 })
  }

  /// The number of different words, and the place of each in the order of their first occurrence.
  static func labelled(_ words: [Substring]) -> (order: Int, places: [Int]) {
    var known: [Substring: Int] = [:]
    let places = words.map { word in
      let place = known[word] ?? known.count
      known[word] = place
      return place
    }
    return (known.count, places)
  }
}
