/// Columns of text, each as wide as its widest cell.
struct TextTable {
  private var rows: [[String]] = []
  /// Numbers of the columns that are aligned on the right.
  var rightAligned: Set<Int> = []

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  var header: [String] { rows[0] }
  var body: ArraySlice<[String]> { rows.dropFirst() }

  /// The header, a line, and the rows.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ row: [String]) -> String {
      var text = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        text += rightAligned.contains(column) ? space + cell : cell + space
        text += "  "
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return line(rows[0]) + rule + rows.dropFirst().map(line).joined()
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
      "| " + row.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ")
        + " |\n"
    }
    let rule = rows[0].indices.map { rightAligned.contains($0) ? "---:" : "---" }
    return line(rows[0]) + line(rule) + rows.dropFirst().map(line).joined()
  }
}
