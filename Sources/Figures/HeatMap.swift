/// Matrices as coloured cells, several in one picture.
public struct HeatMap {
  /// One matrix.
  public struct Panel {
    /// The name of the matrix.
    public let title: String
    /// A line below the name.
    public let note: String
    /// The entries row by row.
    public let rows: [[Double]]
    /// The labels of the rows and of the columns; none when there are too many.
    public let labels: (rows: [String], columns: [String])

    /// The panel of a matrix.
    public init(
      title: String, note: String, rows: [[Double]], labels: (rows: [String], columns: [String])
    ) {
      self.title = title
      self.note = note
      self.rows = rows
      self.labels = labels
    }
  }

  private let title: String
  private let subtitle: String
  private let panels: [Panel]

  /// A picture of matrices.
  public init(title: String, subtitle: String, panels: [Panel]) {
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
  }

  /// About how wide and high a matrix is drawn.
  static let side = 240.0
  private static let step = (x: 336.0, y: 320.0)
  private static let columns = 3
  /// The most labels along a side of a matrix.
  public static let labelLimit = 15

  /// How wide and high a cell is when so many stand side by side: edges are on whole pixels, or on halves and
  /// quarters where there is no room, so that a renderer leaves no seam between two cells.
  static func cellSize(count: Int) -> Double {
    let size = side / Double(max(1, count))
    let parts = size >= 8 ? 1.0 : size >= 1 ? 2 : 4
    return max(1, (size * parts).rounded(.down)) / parts
  }

  /// The picture.
  public var picture: SVG {
    let rows = (panels.count + Self.columns - 1) / Self.columns
    let shown = min(panels.count, Self.columns)
    var svg = SVG(
      width: 36 + Self.step.x * Double(shown), height: 76 + Self.step.y * Double(rows),
      title: title)
    svg.add(text: title, x: 48, y: 30, style: "heading")
    svg.add(text: subtitle, x: 48, y: 51, style: "muted")
    for (index, panel) in panels.enumerated() {
      panel.draw(
        to: &svg, x: 48 + Self.step.x * Double(index % Self.columns),
        y: 84 + Self.step.y * Double(index / Self.columns))
    }
    return svg
  }
}

extension HeatMap.Panel {
  /// Draws the matrix with its name, labels and colours from a place on.
  func draw(to svg: inout SVG, x: Double, y: Double) {
    svg.add(text: title, x: x, y: y, style: "subtitle")
    svg.add(text: note, x: x, y: y + 16, style: "muted")
    let (count, width) = (rows.count, rows.first?.count ?? 0)
    let size = HeatMap.cellSize(count: max(count, width))
    let (left, top) = (x, y + 44)
    let (right, bottom) = (left + size * Double(width), top + size * Double(count))
    svg.add(rectangle: left, top, right - left, bottom - top, style: "zero")

    let values = rows.flatMap { $0 }
    let largest = max(values.max() ?? 0, -(values.min() ?? 0))
    // Cells of one colour, and runs of them in a row, are one element.
    var cells: [Double: [(x: Double, y: Double, width: Double, height: Double)]] = [:]
    for (row, entries) in rows.enumerated() {
      var start = 0
      while start < width {
        var end = start + 1
        while end < width, entries[end] == entries[start] { end += 1 }
        if entries[start] != 0 {
          cells[entries[start], default: []].append(
            (
              left + size * Double(start), top + size * Double(row), size * Double(end - start),
              size
            ))
        }
        start = end
      }
    }
    for value in cells.keys.sorted() {
      svg.add(
        cells: cells[value] ?? [], style: value > 0 ? "positive" : "negative",
        opacity: abs(value) / largest, label: Self.short(value))
    }
    svg.add(rectangle: left, top, right - left, bottom - top, style: "frame")
    addLabels(&svg, left: left, top: top, size: size)
    addScale(&svg, x: right + 12, y: top, values, largest)
  }

  private func addLabels(_ svg: inout SVG, left: Double, top: Double, size: Double) {
    for (index, label) in labels.rows.enumerated() {
      svg.add(
        text: label, x: left - 4, y: top + size * (Double(index) + 0.5) + 3.5, .end,
        style: "muted small")
    }
    for (index, label) in labels.columns.enumerated() {
      svg.add(
        text: label, x: left + size * (Double(index) + 0.5), y: top - 5, .middle,
        style: "muted small")
    }
  }

  /// The colours from the least to the greatest value.
  private func addScale(
    _ svg: inout SVG, x: Double, y: Double, _ values: [Double], _ largest: Double
  ) {
    guard largest > 0 else { return }
    let hasNegative = values.contains { $0 < 0 }
    let (steps, height) = (20, 120.0)
    let lower = hasNegative ? -largest : 0
    svg.add(rectangle: x, y, 10, height, style: "zero")
    for step in 0..<steps {
      let value = largest - (largest - lower) * (Double(step) + 0.5) / Double(steps)
      svg.add(
        rectangle: x, y + height * Double(step) / Double(steps), 10, height / Double(steps),
        style: value > 0 ? "positive" : "negative", opacity: abs(value) / largest)
    }
    svg.add(rectangle: x, y, 10, height, style: "frame")
    for (value, place) in [(largest, 0.0), (lower, height)] + (hasNegative ? [(0, height / 2)] : [])
    {
      svg.add(text: Self.short(value), x: x + 15, y: y + place + 3.5, style: "muted small")
    }
  }

  /// A few digits, for a label.
  private static func short(_ value: Double) -> String {
    if value == 0 { return "0" }
    var scale = 1.0
    while abs(value) * scale < 100, scale < 1e12 { scale *= 10 }
    let digits = (value * scale).rounded() / scale
    return digits == digits.rounded() && abs(digits) < 1e9 ? "\(Int(digits))" : "\(digits)"
  }
}
