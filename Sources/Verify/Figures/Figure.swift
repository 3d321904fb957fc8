import Figures

/// A figure and the numbers it shows.
struct Figure {
  let picture: SVG
  /// The numbers, one row for each point, as comma-separated values.
  let table: CSV
}

/// Comma-separated values.
struct CSV {
  private var lines: [String]

  init(_ header: [String]) { lines = [header.joined(separator: ",")] }

  /// Adds a row of numbers and plain words, which need no quotes.
  mutating func add(_ cells: [String]) { lines.append(cells.joined(separator: ",")) }

  var text: String { lines.map { $0 + "\n" }.joined() }
}
