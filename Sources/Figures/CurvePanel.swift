import Glibc

/// Curves with a band around each, and levels to compare them with.
public struct CurvePanel {
  /// Whether equal differences or equal quotients are equally far apart.
  public enum Scale: Sendable {
    case linear, logarithmic
  }

  /// A value at a place, and how far it spreads.
  public struct Point {
    /// Where it is.
    public let x: Double
    /// The value.
    public let y: Double
    /// The ends of the band; both are the value where there is none.
    public let lower: Double
    public let upper: Double

    /// A value with a band from `lower` to `upper`.
    public init(x: Double, y: Double, lower: Double, upper: Double) {
      (self.x, self.y, self.lower, self.upper) = (x, y, lower, upper)
    }
  }

  /// One curve.
  public struct Series {
    /// What the legend calls it.
    public let name: String
    /// Its points in ascending order.
    public let points: [Point]
    /// Whether each point has a mark: where there are few.
    public let hasMarks: Bool

    /// The curve with these points.
    public init(name: String, points: [Point], hasMarks: Bool = false) {
      (self.name, self.points, self.hasMarks) = (name, points, hasMarks)
    }
  }

  let title: String
  let names: (x: String, y: String)
  let scales: (x: Scale, y: Scale)
  /// The curves.
  public let series: [Series]
  let levels: [(name: String, y: Double)]
  let range: ClosedRange<Double>?

  /// - Parameters:
  ///   - levels: Values that dashed lines stand for.
  ///   - range: What is shown of the vertical axis; what is beyond is left out. Without one, all is shown.
  public init(
    title: String, names: (x: String, y: String), scales: (x: Scale, y: Scale), series: [Series],
    levels: [(name: String, y: Double)] = [], range: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.names = names
    self.scales = scales
    self.series = series
    self.levels = levels
    self.range = range
  }

  /// How wide and high the plot is.
  static let size = (width: 260.0, height: 200.0)

  /// Draws the panel with its legend below from a place on.
  func draw(to svg: inout SVG, x: Double, y: Double) {
    svg.add(text: title, x: x, y: y, style: "subtitle")
    let (left, top) = (x + 44, y + 16)
    let (right, bottom) = (left + Self.size.width, top + Self.size.height)
    let horizontal = axis(
      scales.x, series.flatMap { $0.points.map(\.x) }, places: (left, right), count: 5)
    let values = series.flatMap { $0.points.flatMap { [$0.y, $0.lower, $0.upper] } }
    let vertical = axis(
      scales.y, range.map { [$0.lowerBound, $0.upperBound] } ?? values + levels.map(\.y),
      places: (bottom, top), count: 6, isFixed: range != nil)
    svg.addHorizontal(horizontal, name: names.x, top: top, bottom: bottom)
    svg.addVertical(vertical, name: names.y, left: left, right: right)
    func place(_ point: Point, _ value: Double) -> (x: Double, y: Double) {
      (
        horizontal.place(Self.scaled(point.x, scales.x)),
        min(bottom, max(top, vertical.place(Self.scaled(value, scales.y))))
      )
    }
    for (index, curve) in series.enumerated() {
      let colour = Palette.series(index)
      let points = curve.points.filter { isShown($0) }
      let band = points.map { place($0, $0.upper) } + points.reversed().map { place($0, $0.lower) }
      if points.contains(where: { $0.lower < $0.upper }) {
        svg.add(area: band, style: colour, opacity: 0.18)
      }
      svg.add(path: points.map { place($0, $0.y) }, style: "line \(colour)")
      for point in points where curve.hasMarks {
        let (x, y) = place(point, point.y)
        svg.add(
          circle: x, y, radius: 3, style: colour, label: "\(curve.name): \(point.x), \(point.y)")
      }
    }
    for (index, level) in levels.enumerated() {
      let y = vertical.place(Self.scaled(level.y, scales.y))
      let colour = Palette.series(series.count + index)
      svg.add(path: [(left, y), (right, y)], style: "dash \(colour)")
    }
    svg.add(rectangle: left, top, right - left, bottom - top, style: "frame")
    addLegend(&svg, x: left, y: bottom + 54)
  }

  private func addLegend(_ svg: inout SVG, x: Double, y: Double) {
    let entries =
      series.map { ($0.name, "line") } + levels.map { ("\($0.name)", "dash") }
    for (index, entry) in entries.enumerated() {
      let left = x + Double(index % 3) * 92 - 20
      let top = y + Double(index / 3) * 18
      svg.add(path: [(left, top), (left + 20, top)], style: "\(entry.1) \(Palette.series(index))")
      svg.add(text: entry.0, x: left + 26, y: top + 4)
    }
  }

  private func isShown(_ point: Point) -> Bool {
    guard scales.x == .linear || point.x > 0, scales.y == .linear || point.y > 0 else {
      return false
    }
    return point.y.isFinite && range.map { $0.contains(point.y) } ?? true
  }

  /// What stands at the place of a value: itself, or its decimal logarithm.
  private static func scaled(_ value: Double, _ scale: Scale) -> Double {
    scale == .linear ? value : log10(max(value, .leastNormalMagnitude))
  }

  private func axis(
    _ scale: Scale, _ values: [Double], places: (Double, Double), count: Int,
    isFixed: Bool = false
  ) -> Axis {
    let shown = values.filter { $0.isFinite && (scale == .linear || $0 > 0) }
    let (least, most) = (shown.min() ?? 0, shown.max() ?? 1)
    if scale == .logarithmic {
      let (first, last) = (Self.scaled(least, scale), Self.scaled(most, scale))
      let range = first...max(first + 1, last)
      return .logarithmic(range, places: places, count: count)
    }
    let margin = isFixed ? 0 : max((most - least) * 0.05, 1e-3 * max(1, abs(most)))
    return .linear(least - margin...most + margin, places: places, count: count)
  }
}
