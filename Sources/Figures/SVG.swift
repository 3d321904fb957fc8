import Markup

/// A picture in SVG that is built up element by element, and needs nothing but a viewer.
///
/// Colours are classes with a light and a dark set of values; the viewer's setting decides.
public struct SVG {
  let width: Double
  let height: Double
  private let title: String
  private var body = ""

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// The whole document.
  public var text: String { element("", style: "<style>\n\(Palette.style)</style>\n") }

  /// An element of a page that has `embeddedStyle`.
  public var embedded: String { element(" class=\"\(Palette.embeddedClass)\"", style: "") }

  /// The style sheet of all pictures of a page.
  public static var embeddedStyle: String { Palette.embeddedStyle }

  private func element(_ attributes: String, style: String) -> String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg"\(attributes) viewBox="0 0 \(size)" \
      width="\(Self.number(width))" height="\(Self.number(height))" role="img">
      <title>\(title.escapedForXML)</title>
      \(style)<rect class="page" width="100%" height="100%"/>
      \(body)</svg>

      """
  }

  // MARK: Elements

  /// Where text stands in relation to its point.
  enum Anchor: String {
    case start, middle, end
  }

  mutating func add(
    text: String, x: Double, y: Double, _ anchor: Anchor = .start, style: String = "ink",
    rotated: Bool = false
  ) {
    let turn =
      rotated ? " transform=\"rotate(-90 \(Self.number(x)) \(Self.number(y)))\"" : ""
    body += "<text class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
    body += "text-anchor=\"\(anchor.rawValue)\"\(turn)>\(text.escapedForXML)</text>\n"
  }

  mutating func add(
    lineFrom start: (x: Double, y: Double), to end: (x: Double, y: Double), style: String
  ) {
    body +=
      "<line class=\"\(style)\" x1=\"\(Self.number(start.x))\" y1=\"\(Self.number(start.y))\" "
    body += "x2=\"\(Self.number(end.x))\" y2=\"\(Self.number(end.y))\"/>\n"
  }

  mutating func add(
    rectangle x: Double, _ y: Double, _ width: Double, _ height: Double, style: String,
    opacity: Double = 1, label: String? = nil
  ) {
    body += "<rect class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
    body += "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    body += Self.opacity(opacity) + Self.closing("rect", label)
  }

  /// Parallel lines over a colour.
  enum Hatch: String, CaseIterable {
    case rising = "ahead-hatch"
    case falling = "behind-hatch"

    fileprivate var definition: String {
      let path = self == .rising ? "M-1 5L5 -1M3 9L9 3" : "M-1 3L5 9M3 -1L9 5"
      return "<pattern id=\"verify-\(rawValue)\" width=\"8\" height=\"8\" "
        + "patternUnits=\"userSpaceOnUse\"><path class=\"\(rawValue)\" stroke-width=\"1.5\" "
        + "fill=\"none\" d=\"\(path)\"/></pattern>\n"
    }
  }

  /// Lines over a rectangle; the pointer rests on what is below.
  mutating func add(hatch: Hatch, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    if !body.contains(hatch.definition) { body = hatch.definition + body }
    body += "<rect fill=\"url(#verify-\(hatch.rawValue))\" pointer-events=\"none\" "
    body += "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
    body += "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"/>\n"
  }

  mutating func add(
    circle x: Double, _ y: Double, radius: Double, style: String, label: String? = nil
  ) {
    body += "<circle class=\"\(style)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" "
    body += "r=\"\(Self.number(radius))\"" + Self.closing("circle", label)
  }

  /// A path of straight lines through the points.
  mutating func add(path points: [(x: Double, y: Double)], style: String) {
    guard points.count > 1 else { return }
    let places = points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }
    body += "<path class=\"\(style)\" d=\"M\(places.joined(separator: "L"))\"/>\n"
  }

  /// The inside of a polygon.
  mutating func add(area corners: [(x: Double, y: Double)], style: String, opacity: Double) {
    guard corners.count > 2 else { return }
    let places = corners.map { "\(Self.number($0.x)) \(Self.number($0.y))" }
    body += "<path class=\"\(style)\" d=\"M\(places.joined(separator: "L"))z\""
    body += Self.opacity(opacity) + Self.closing("path", nil)
  }

  /// Many rectangles of one colour in one element.
  ///
  /// All places are absolute: a rectangle that ends where another one begins has the same number there, whatever
  /// either is rounded to.
  mutating func add(
    cells: [(x: Double, y: Double, width: Double, height: Double)], style: String,
    opacity: Double, label: String? = nil
  ) {
    guard !cells.isEmpty else { return }
    let path = cells.map {
      "M\(Self.number($0.x)) \(Self.number($0.y))H\(Self.number($0.x + $0.width))"
        + "V\(Self.number($0.y + $0.height))H\(Self.number($0.x))z"
    }
    body += "<path class=\"\(style)\" d=\"\(path.joined())\""
    body += Self.opacity(opacity) + Self.closing("path", label)
  }

  // MARK: Text

  /// What a viewer shows when the pointer rests on an element.
  private static func closing(_ name: String, _ label: String?) -> String {
    label.map { "><title>\($0.escapedForXML)</title></\(name)>\n" } ?? "/>\n"
  }

  private static func opacity(_ value: Double) -> String {
    value < 1 ? " fill-opacity=\"\(number(value))\"" : ""
  }

  /// At most two decimals, as lengths are in pixels.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
