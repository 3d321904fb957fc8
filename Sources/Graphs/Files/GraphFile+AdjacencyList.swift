extension GraphFile {
  /// A line for each vertex, with its neighbours: `u: v w …`, or `u v w …` as NetworkX writes it; nil when it
  /// is something else by the rules at `GraphFile`.
  ///
  /// An edge may stand at one of its ends or at both. Vertices are whole numbers, in increasing order, or,
  /// when the first line begins with something else, labels in the order of their first occurrence as the
  /// beginning of a line, and then of those that begin none.
  static func adjacencyList(_ lines: [Line]) throws(Failure) -> GraphFile? {
    guard let rows = try marked(lines) ?? plain(lines) else { return nil }
    let isLabelled = Int(rows[0].vertex) == nil
    if !isLabelled {
      for row in rows {
        for word in [row.vertex] + row.neighbours where (Int(word) ?? -1) < 0 {
          throw Failure(
            line: row.line.number,
            column: row.line.text.distance(from: row.line.text.startIndex, to: word.startIndex) + 1,
            expected: "a vertex, a whole number", found: "'\(word.prefix(40))'")
        }
      }
    }
    let words = rows.map(\.vertex) + rows.flatMap(\.neighbours)
    let (order, places) = isLabelled ? labelled(words) : numbered(words.compactMap { Int($0) })
    var rest = places.dropFirst(rows.count)
    var edges: [(Int, Int)] = []
    for (row, vertex) in zip(rows, places) {
      for _ in row.neighbours { edges.append((vertex, rest.removeFirst())) }
    }
    return try GraphFile(
      order: order, edges: edges, .adjacencyList, notes: oneSided(edges, order: order),
      mayBeReversed: true)
  }

  private typealias Row = (line: Line, vertex: Substring, neighbours: [Substring])

  /// Lines with a colon behind the vertex.
  private static func marked(_ lines: [Line]) throws(Failure) -> [Row]? {
    guard colon(in: Line.content(of: lines[0].text)) != nil else { return nil }
    var rows: [Row] = []
    for line in lines {
      let content = Line.content(of: line.text)
      guard let colon = colon(in: content) else {
        throw line.failure(
          line.words.count, expected: "a colon behind the vertex, as in the first line")
      }
      let before = content[..<colon].utf8.split(whereSeparator: Line.isBlank)
      guard before.count == 1 else {
        throw line.failure(
          before.isEmpty ? 0 : 1, expected: before.isEmpty ? "a vertex" : "a colon behind it")
      }
      let comma = UInt8(ascii: ",")
      let after = content[content.index(after: colon)...].utf8
        .split { Line.isBlank($0) || $0 == comma }
      rows.append((line, Substring(before[0]), after.map { Substring($0) }))
    }
    return rows
  }

  /// The first colon, when a blank or nothing follows it, or a whole number stands before it: labels may have
  /// colons too.
  private static func colon(in content: Substring) -> String.Index? {
    guard let colon = content.firstIndex(of: ":") else { return nil }
    let after = content[content.index(after: colon)...].first
    return after?.isWhitespace != false || Int(content[..<colon]) != nil ? colon : nil
  }

  /// Lines of words, of which each begins one.
  private static func plain(_ lines: [Line]) -> [Row]? {
    guard lines.contains(where: { $0.words.count != 2 }),
      lines.contains(where: { $0.words.count > 1 }), !lines.contains(where: \.hasData)
    else { return nil }
    // Without data, a line that is no comment has a word.
    var neighbours: [Substring: [Substring]] = [:]
    for line in lines {
      guard neighbours.updateValue(Array(line.words.dropFirst()), forKey: line.words[0]) == nil
      else { return nil }
    }
    guard lines.allSatisfy({ line in line.words.allSatisfy { neighbours[$0] != nil } }) else {
      return nil
    }
    if lines.allSatisfy({ $0.words.count == 3 && isNumber($0.words[2]) }) {
      let isSymmetric = neighbours.allSatisfy { vertex, others in
        others.allSatisfy { neighbours[$0]?.contains(vertex) == true }
      }
      guard isSymmetric else { return nil }
    }
    return lines.map { ($0, $0.words[0], Array($0.words.dropFirst())) }
  }

  /// A note when some edges stand at both ends and others at one.
  private static func oneSided(_ edges: [(Int, Int)], order: Int) -> [String] {
    let directed = Set(edges.lazy.filter { $0.0 != $0.1 }.map { [$0.0, $0.1] })
    let single = directed.count { !directed.contains([$0[1], $0[0]]) }
    guard single > 0, single < directed.count else { return [] }
    return ["edges at one of their ends only: \(single)"]
  }
}
