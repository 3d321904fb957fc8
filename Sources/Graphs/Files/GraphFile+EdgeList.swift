extension GraphFile {
  /// A line for each edge: two vertices, and perhaps a weight or NetworkX's data, which are not used.
  ///
  /// Vertices are whole numbers, or labels when one of the first two is no number. Numbers between the
  /// least and the greatest that occur in no edge are no vertices. A first line of two numbers n m is
  /// the number of vertices and of edges when m lines follow, with vertices 0 … n-1 or 1 … n.
  static func edgeList(_ lines: [Line]) throws(Failure) -> GraphFile {
    var rows = lines.filter { !$0.isComment }
    var notes: [String] = []
    if rows.count > 1, isHeading(rows[0]) {
      notes.append("the first line is a heading")
      rows.removeFirst()
    }
    let isLabelled = rows[0].words.prefix(2).contains { Int($0.text) == nil && !isNumber($0.text) }
    let isWeighted = rows.allSatisfy { $0.words.count == 3 }
    var names: [(String, String)] = []
    for row in rows {
      for place in 0..<2 where !isLabelled {
        _ = try row.number(place, in: 0...Int.max, "a vertex, a whole number")
      }
      guard row.words.count >= 2 else { throw row.failure(1, expected: "a second vertex") }
      // More numbers are neighbours in other formats, so only weights are let pass.
      if row.words.count > 2 {
        guard isWeighted, isNumber(row.words[2].text) else {
          throw row.failure(2, expected: "the end of the line, or a weight on every line")
        }
      }
      names.append((String(row.words[0].text), String(row.words[1].text)))
    }
    if isWeighted { notes.append("weights are not used") }
    if rows.contains(where: { $0.hasData && !$0.isDataEmpty }) {
      notes.append("what stands in braces is not used")
    }
    if !isLabelled {
      let edges = names.map { (Int($0.0) ?? 0, Int($0.1) ?? 0) }
      if let found = try counted(edges, notes) { return found }
      if edges.count > 1, isLikeHeading(edges) {
        notes.append("the first line is read as an edge: it is not the counts of what follows")
      }
      return try numbered(edges, notes)
    }
    var places: [String: Int] = [:]
    func place(_ name: String) -> Int {
      if let known = places[name] { return known }
      places[name] = places.count
      return places.count - 1
    }
    let edges = names.map { (place($0.0), place($0.1)) }
    return try GraphFile(order: places.count, edges: edges, notes: notes)
  }

  /// Whether the first line names the columns.
  private static func isHeading(_ line: Line) -> Bool {
    let words = line.words.map { $0.text.lowercased() }
    return [["source", "target"], ["from", "to"], ["node1", "node2"], ["u", "v"]]
      .contains(Array(words.prefix(2)))
  }

  private static func isNumber(_ text: Substring) -> Bool { Double(text) != nil }

  /// The edges after a first line with the number of vertices and of edges; nil when it is none.
  private static func counted(
    _ edges: [(Int, Int)], _ notes: [String]
  ) throws(Failure) -> GraphFile? {
    let (order, size) = edges[0]
    let rest = edges.dropFirst()
    let ends = rest.flatMap { [$0.0, $0.1] }
    guard size == rest.count, size > 0, let least = ends.min(), let greatest = ends.max(),
      least >= 0, greatest <= order, greatest < order || least >= 1
    else { return nil }
    let first = greatest == order ? 1 : 0
    return try GraphFile(
      order: order, edges: rest.map { ($0.0 - first, $0.1 - first) },
      notes: notes + ["the first line is read as \(order) vertices and \(size) edges"])
  }

  /// Whether a first line is no edge by the look of it: none of its numbers comes again.
  private static func isLikeHeading(_ edges: [(Int, Int)]) -> Bool {
    let (a, b) = edges[0]
    return edges.dropFirst().allSatisfy { ![$0.0, $0.1].contains(a) && ![$0.0, $0.1].contains(b) }
  }

  /// The vertices are the numbers that occur.
  private static func numbered(
    _ edges: [(Int, Int)], _ notes: [String]
  ) throws(Failure) -> GraphFile {
    let vertices = Set(edges.flatMap { [$0.0, $0.1] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: vertices.enumerated().map { ($1, $0) })
    return try GraphFile(
      order: vertices.count, edges: edges.map { (places[$0.0] ?? 0, places[$0.1] ?? 0) },
      notes: notes)
  }
}
