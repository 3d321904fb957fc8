/// Curves and matrices side by side in one picture.
public struct Board {
  /// One of them.
  public enum Panel {
    case curves(CurvePanel)
    case matrix(HeatMap.Panel)
  }

  private let title: String
  private let subtitle: [String]
  private let panels: [Panel]
  private let columns: Int

  /// A picture with so many panels in a row.
  public init(title: String, subtitle: [String], panels: [Panel], columns: Int = 3) {
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
    self.columns = max(1, columns)
  }

  private static let step = (x: 346.0, y: 330.0)

  /// The picture.
  public var picture: SVG {
    let rows = (panels.count + columns - 1) / columns
    let shown = min(panels.count, columns)
    let top = 66 + 18 * Double(subtitle.count)
    var svg = SVG(
      width: max(720, 36 + Self.step.x * Double(shown)), height: top + Self.step.y * Double(rows),
      title: title)
    svg.add(text: title, x: 36, y: 30, style: "heading")
    for (index, line) in subtitle.enumerated() {
      svg.add(text: line, x: 36, y: 51 + 18 * Double(index), style: "muted")
    }
    for (index, panel) in panels.enumerated() {
      let x = 36 + Self.step.x * Double(index % columns)
      let y = top + 10 + Self.step.y * Double(index / columns)
      switch panel {
      case .curves(let panel): panel.draw(to: &svg, x: x, y: y)
      case .matrix(let panel): panel.draw(to: &svg, x: x, y: y)
      }
    }
    return svg
  }
}
