/// The classes that elements can have, with their colours on light and on dark pages.
enum Palette {
  /// How many series have a colour of their own; further ones repeat them.
  static let seriesCount = 6

  /// The class of a series.
  static func series(_ index: Int) -> String { "s\(index % seriesCount)" }

  static let light: [(name: String, colour: String)] = [
    ("page", "#ffffff"), ("ink", "#1d2126"), ("muted", "#5c6470"), ("grid", "#e4e7eb"),
    ("axis", "#8a93a0"), ("zero", "#f3f4f6"), ("positive", "#b3372f"), ("negative", "#1f5fa8"),
    ("s0", "#1f6fb4"), ("s1", "#c25a12"), ("s2", "#22845a"), ("s3", "#9b3f86"),
    ("s4", "#6354c0"), ("s5", "#7a6a12"), ("ahead", "#1f6fb4"), ("ahead-alone", "#8fbde6"),
    ("behind", "#cf7423"), ("behind-alone", "#edb273"), ("equal", "#22845a"), ("tie", "#e3e6ea"),
    ("open", "#8a93a0"),
  ]

  static let dark: [(name: String, colour: String)] = [
    ("page", "#15181d"), ("ink", "#e7eaee"), ("muted", "#a2abb7"), ("grid", "#2b3139"),
    ("axis", "#76808d"), ("zero", "#22272e"), ("positive", "#f2877b"), ("negative", "#72b3f0"),
    ("s0", "#72b3f0"), ("s1", "#f0a262"), ("s2", "#66c795"), ("s3", "#df94cb"),
    ("s4", "#aea3f4"), ("s5", "#d3c25a"), ("ahead", "#5aa2e6"), ("ahead-alone", "#24598f"),
    ("behind", "#f8bd80"), ("behind-alone", "#8f5220"), ("equal", "#66c795"), ("tie", "#2e353f"),
    ("open", "#76808d"),
  ]

  /// The style sheet of a picture that is a file of its own.
  static var style: String {
    """
    \(shapes)
    \(rules(light))@media (prefers-color-scheme: dark) {
    \(rules(dark))}

    """
  }

  /// The style sheet of pictures in a page, which says by its `color-scheme` whether it is light or dark.
  static var embeddedStyle: String {
    let colours = zip(light, dark).map { light, dark in
      (name: light.name, colour: "light-dark(\(light.colour), \(dark.colour))")
    }
    return ".\(embeddedClass) {\n\(shapes)\n\(rules(colours))}\n"
  }

  /// The class of pictures in a page: what stands around them has colours of its own.
  static let embeddedClass = "picture"

  private static let shapes = """
    text { font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif }
    .heading { font-size: 15px; font-weight: 600 } .subtitle { font-size: 13px; font-weight: 600 }
    .small { font-size: 10px }
    .frame, .line, .dash, .rule { fill: none } .frame { stroke-width: 1 }
    .rule { stroke-width: 1 }
    .line { stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
    .dash { stroke-width: 1.5; stroke-dasharray: 6 4 }
    .hollow { stroke-width: 1.5 } rect, .positive, .negative { shape-rendering: crispEdges }
    """

  private static func rules(_ colours: [(name: String, colour: String)]) -> String {
    let value = Dictionary(uniqueKeysWithValues: colours)
    var lines = colours.map { ".\($0.name) { fill: \($0.colour) }" }
    lines.append(".heading, .subtitle { fill: \(value["ink"] ?? "") }")
    lines.append(".frame { stroke: \(value["axis"] ?? ""); fill: none }")
    for name in ["ahead", "behind"] {
      lines.append(".\(name)-hatch { stroke: \(value[name] ?? "") }")
    }
    lines.append(".rule { stroke: \(value["grid"] ?? "") }")
    for index in 0..<seriesCount {
      let colour = value[series(index)] ?? ""
      lines.append(
        ".line.s\(index), .dash.s\(index) { stroke: \(colour); fill: none } "
          + ".hollow.s\(index) { stroke: \(colour); fill: \(value["page"] ?? "") }")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
