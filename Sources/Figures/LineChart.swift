import Glibc

/// Curves over one variable.
public struct LineChart {
  /// One curve.
  public struct Series {
    /// What the legend calls it.
    public let name: String
    /// Points in ascending order; a hollow one is drawn as such.
    public let points: [(x: Double, y: Double, isHollow: Bool, label: String)]
    /// A curve drawn beside it in the same colour, dashed.
    public let companion: [(x: Double, y: Double)]

    /// The curve with these points.
    public init(
      name: String, points: [(x: Double, y: Double, isHollow: Bool, label: String)],
      companion: [(x: Double, y: Double)]
    ) {
      self.name = name
      self.points = points
      self.companion = companion
    }
  }

  private let title: String
  private let subtitle: String
  private let names: (x: String, y: String)
  private let series: [Series]
  private let notes: [String]
  private let isProportional: Bool

  /// A chart.
  ///
  /// - Parameters:
  ///   - notes: What hollow points and dashed curves are, for the legend.
  ///   - isProportional: Whether equal quotients of x are equally far apart: where most curves are at small x.
  public init(
    title: String, subtitle: String, names: (x: String, y: String), series: [Series],
    notes: (hollow: String, dashed: String), isProportional: Bool = false
  ) {
    self.isProportional = isProportional && series.allSatisfy { $0.points.allSatisfy { $0.x >= 1 } }
    self.title = title
    self.subtitle = subtitle
    self.names = names
    self.series = series
    let hasHollow = series.contains { $0.points.contains(where: \.isHollow) }
    let hasDashed = series.contains { $0.companion.count > 1 }
    self.notes = [hasHollow ? notes.hollow : "", hasDashed ? notes.dashed : ""]
  }

  /// The picture.
  public var picture: SVG {
    let (left, right, top, bottom) = (72.0, 600.0, 70.0, 400.0)
    var svg = SVG(width: 820, height: 460, title: title)
    svg.add(text: title, x: left, y: 28, style: "heading")
    svg.add(text: subtitle, x: left, y: 48, style: "muted")

    let xs = series.flatMap { $0.points.map(\.x) + $0.companion.map(\.x) }
    let ys = series.flatMap { $0.points.map(\.y) + $0.companion.map(\.y) }
    let (first, last) = (xs.min() ?? 0, xs.max() ?? 1)
    let margin = max(0.5, (last - first) * 0.02)
    let isProportional = isProportional && first >= 1
    let horizontal =
      isProportional
      ? Axis.proportional(first * 0.95...max(last, first + 1) * 1.05, places: (left, right))
      : Axis.linear((first - margin)...(last + margin), places: (left, right), count: 8)
    let vertical = Axis.linear(
      0...(max(1, ys.max() ?? 1) * 1.06), places: (bottom, top), count: 7)
    svg.addHorizontal(horizontal, name: names.x, top: top, bottom: bottom)
    svg.addVertical(vertical, name: names.y, left: left, right: right)

    for (index, curve) in series.enumerated() {
      let colour = Palette.series(index)
      func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (horizontal.place(isProportional ? log(x) : x), vertical.place(y))
      }
      svg.add(path: curve.companion.map { place($0.x, $0.y) }, style: "dash \(colour)")
      svg.add(path: curve.points.map { place($0.x, $0.y) }, style: "line \(colour)")
      for point in curve.points {
        let (x, y) = place(point.x, point.y)
        svg.add(
          circle: x, y, radius: 3, style: point.isHollow ? "hollow \(colour)" : colour,
          label: "\(curve.name), \(point.label)")
      }
    }
    svg.add(rectangle: left, top, right - left, bottom - top, style: "frame")
    addLegend(&svg, x: right + 24, y: top + 8)
    return svg
  }

  private func addLegend(_ svg: inout SVG, x: Double, y: Double) {
    var y = y
    for (index, curve) in series.enumerated() {
      let colour = Palette.series(index)
      svg.add(lineFrom: (x, y), to: (x + 26, y), style: "line \(colour)")
      svg.add(circle: x + 13, y, radius: 3, style: colour)
      svg.add(text: curve.name, x: x + 34, y: y + 4)
      y += 22
    }
    y += 8
    let colour = Palette.series(0)
    let keys: [(note: String, draw: (inout SVG, Double) -> Void)] = [
      (notes[0], { $0.add(circle: x + 13, $1, radius: 3, style: "hollow \(colour)") }),
      (
        notes[1],
        { $0.add(path: [(x, $1), (x + 26, $1)], style: "dash \(colour)") }
      ),
    ]
    for (note, draw) in keys where !note.isEmpty {
      draw(&svg, y)
      for line in note.split(separator: "\n") {
        svg.add(text: String(line), x: x + 34, y: y + 4, style: "muted")
        y += 16
      }
      y += 8
    }
  }
}
