/// Bands of colour over a few values of one variable, for each of several panels.
public struct BandChart {
  /// What a band stands for.
  public enum Kind: Int, CaseIterable, Sendable {
    case ahead, aheadAlone, behind, behindAlone, equal, tie, open

    var style: String {
      switch self {
      case .ahead: "ahead"
      case .aheadAlone: "ahead-alone"
      case .behind: "behind"
      case .behindAlone: "behind-alone"
      case .equal: "equal"
      case .tie: "tie"
      case .open: "open"
      }
    }

    /// The lines over the colour, for those who see lightness alone.
    var hatch: SVG.Hatch? {
      switch self {
      case .aheadAlone: .rising
      case .behindAlone: .falling
      default: nil
      }
    }
  }

  /// The bands of one value, from below.
  public struct Column {
    /// The value.
    public let x: Int
    /// Bands with their lower and upper ends as decimal logarithms; nil for what is open.
    public let bands: [(kind: Kind, lower: Double?, upper: Double?, label: String)]

    /// A column of bands.
    public init(
      x: Int, bands: [(kind: Kind, lower: Double?, upper: Double?, label: String)]
    ) {
      self.x = x
      self.bands = bands
    }
  }

  private let title: String
  private let subtitle: String
  private let names: (x: String, y: String)
  private let panels: [(title: String, columns: [Column])]
  private let meanings: [Kind: String]

  /// A chart with a panel for each list of columns.
  public init(
    title: String, subtitle: String, names: (x: String, y: String),
    panels: [(title: String, columns: [Column])], meanings: [Kind: String]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.names = names
    self.panels = panels
    self.meanings = meanings
  }

  /// The picture.
  public var picture: SVG {
    let perRow = min(3, max(1, panels.count))
    let rows = (panels.count + perRow - 1) / perRow
    let size = (width: 262.0, height: 220.0)
    let step = (x: size.width + 84, y: size.height + 84)
    let legend = presentKinds
    var svg = SVG(
      width: max(740, 40 + step.x * Double(perRow)),
      height: 84 + step.y * Double(rows) + 22 * Double((legend.count + 1) / 2) + 12, title: title)
    svg.add(text: title, x: 70, y: 30, style: "heading")
    svg.add(text: subtitle, x: 70, y: 51, style: "muted")
    let ends = panels.flatMap { panel in
      panel.columns.flatMap { $0.bands.flatMap { [$0.lower, $0.upper].compactMap { $0 } } }
    }
    // All panels have the same scale, with room above and below for what is open.
    let range = ((ends.min() ?? -1) - 0.6)...((ends.max() ?? 0) + 0.5)
    for (index, panel) in panels.enumerated() {
      add(
        panel, to: &svg, left: 70 + step.x * Double(index % perRow),
        top: 84 + step.y * Double(index / perRow), size, range)
    }
    for (index, kind) in legend.enumerated() {
      let x = 70 + 330 * Double(index % 2)
      let y = 84 + step.y * Double(rows) + 22 * Double(index / 2)
      svg.add(rectangle: x, y - 10, 18, 12, style: kind.style)
      if let hatch = kind.hatch { svg.add(hatch: hatch, x, y - 10, 18, 12) }
      svg.add(text: meanings[kind] ?? "", x: x + 26, y: y)
    }
    return svg
  }

  private var presentKinds: [Kind] {
    let present = Set(panels.flatMap { $0.columns.flatMap { $0.bands.map(\.kind) } })
    return Kind.allCases.filter(present.contains)
  }

  private func add(
    _ panel: (title: String, columns: [Column]), to svg: inout SVG, left: Double, top: Double,
    _ size: (width: Double, height: Double), _ range: ClosedRange<Double>
  ) {
    let (right, bottom) = (left + size.width, top + size.height)
    let xs = panel.columns.map(\.x)
    let first = Double(xs.min() ?? 0) - 0.5
    let horizontal = Axis.linear(
      first...max(first + 1, Double(xs.max() ?? 1) + 0.5), places: (left, right), count: 6)
    let vertical = Axis.logarithmic(range, places: (bottom, top), count: 6)
    svg.add(text: panel.title, x: left, y: top - 8, style: "subtitle")
    svg.addHorizontal(
      Axis(
        range: horizontal.range, places: horizontal.places,
        ticks: horizontal.ticks.filter { $0.value == $0.value.rounded() }), name: names.x,
      top: bottom, bottom: bottom)
    svg.addVertical(vertical, name: names.y, left: left, right: right)
    // The lines of the grid would shine through.
    svg.add(rectangle: left, top, size.width, size.height, style: "page")
    for column in panel.columns {
      let start = horizontal.place(Double(column.x) - 0.5)
      let end = horizontal.place(Double(column.x) + 0.5)
      for band in column.bands {
        let low = band.lower.map(vertical.place) ?? bottom
        let high = band.upper.map(vertical.place) ?? top
        svg.add(
          rectangle: start, high, end - start, low - high, style: band.kind.style, label: band.label
        )
        if let hatch = band.kind.hatch {
          svg.add(hatch: hatch, start, high, end - start, low - high)
        }
      }
    }
    svg.add(rectangle: left, top, size.width, size.height, style: "frame")
  }
}
