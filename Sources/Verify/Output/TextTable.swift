/// Columns of text, each as wide as its widest cell.
struct TextTable {
  private var rows: [[String]] = []
  /// Numbers of the columns that are aligned on the right.
  var rightAligned: Set<Int> = []
  /// How wide columns may get, by their numbers: longer cells go on in further lines.
  var widest: [Int: Int] = [:]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  var header: [String] { rows[0] }
  var body: ArraySlice<[String]> { rows.dropFirst() }

  /// The header, a line, and the rows.
  var text: String {
    let cells = rows.map { row in row.enumerated().map { broken($1, to: widest[$0]) } }
    let widths = rows[0].indices.map { column in
      cells.map { $0[column].map(\.count).max() ?? 0 }.max() ?? 0
    }
    func line(_ row: [[String]], _ number: Int) -> String {
      var text = ""
      for (column, lines) in row.enumerated() {
        let cell = number < lines.count ? lines[number] : ""
        let space = String(repeating: " ", count: widths[column] - cell.count)
        text += rightAligned.contains(column) ? space + cell : cell + space
        text += "  "
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    func lines(_ row: [[String]]) -> String {
      (0..<(row.map(\.count).max() ?? 1)).map { line(row, $0) }.joined()
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return lines(cells[0]) + rule + cells.dropFirst().map(lines).joined()
  }

  /// A cell in lines of at most that many characters, broken after semicolons where that is enough, else at
  /// spaces.
  private func broken(_ cell: String, to width: Int?) -> [String] {
    guard let width, cell.count > width else { return [cell] }
    let clauses = cell.split(separator: "; ").map(String.init)
    let ended = clauses.dropLast().map { $0 + ";" } + clauses.suffix(1)
    let pieces = ended.flatMap {
      $0.count <= width ? [$0] : $0.split(separator: " ").map(String.init)
    }
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, last.count + 1 + piece.count <= width {
        lines[lines.count - 1] = "\(last) \(piece)"
      } else {
        lines.append(lines.isEmpty ? piece : "  \(piece)")
      }
    }
    return lines
  }

  /// One object for each row, by the names of the columns.
  var json: JSON {
    .array(
      rows.dropFirst().map { row in
        .object(Dictionary(uniqueKeysWithValues: zip(rows[0], row.map(JSON.string))))
      })
  }

  /// The same as a Markdown table.
  var markdown: String {
    func line(_ row: [String]) -> String {
      "| "
        + row.map {
          $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        }.joined(separator: " | ")
        + " |\n"
    }
    let rule = rows[0].indices.map { rightAligned.contains($0) ? "---:" : "---" }
    return line(rows[0]) + line(rule) + rows.dropFirst().map(line).joined()
  }
}
