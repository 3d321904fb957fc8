import Foundation
import Markup
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Documents that viewers can read.
@Suite struct SVGTests {
  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (-1.0, "-1"), (0.5, "0.5"), (0.05, "0.05"), (-0.25, "-0.25"),
    (12.345, "12.35"), (-0.004, "0"), (1e6, "1000000"), (0.999, "1"),
  ])
  func `lengths have two decimals at most`(_ value: Double, _ text: String) {
    #expect(SVG.number(value) == text)
  }

  @Test func `characters of the language are escaped`() {
    var svg = SVG(width: 10, height: 10, title: "a < b & \"c\"")
    svg.add(text: "x > 1 & y", x: 0, y: 0)
    svg.add(rectangle: 0, 0, 1, 1, style: "zero", label: "<&>")
    #expect(svg.text.contains("<title>a &lt; b &amp; &quot;c&quot;</title>"))
    #expect(svg.text.contains(">x &gt; 1 &amp; y</text>"))
    #expect(XMLParser(data: Data(svg.text.utf8)).parse())
  }

  @Test(arguments: ["\"", "<", ">", "&"])
  func `an accent does not hide a sign of the language`(_ sign: String) {
    #expect("\(sign)\u{301}".escapedForXML == sign.escapedForXML + "\u{301}")
    #expect(sign.escapedForXML.hasSuffix(";"))
  }

  @Test func `pictures of a page have one style sheet, which follows the page`() {
    let svg = SVG(width: 10, height: 10, title: "T")
    #expect(svg.embedded.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" "))
    #expect(!svg.embedded.contains("<style>"))
    #expect(XMLParser(data: Data(svg.embedded.utf8)).parse())
    #expect(SVG.embeddedStyle.hasPrefix(".picture {\n"))
    #expect(SVG.embeddedStyle.contains(".ink { fill: light-dark(#1d2126, #e7eaee) }"))
    #expect(!SVG.embeddedStyle.contains("@media"))
  }

  @Test func `every class has a colour on light and on dark pages`() {
    let halves = Palette.style.components(separatedBy: "@media (prefers-color-scheme: dark)")
    #expect(halves.count == 2)
    for name in ["page", "ink", "muted", "grid", "zero", "positive", "negative", "ahead", "tie"] {
      for half in halves { #expect(half.contains(".\(name) { fill: #")) }
    }
    for index in 0..<(2 * Palette.seriesCount) {
      #expect(halves[1].contains(".line.\(Palette.series(index)),"))
    }
  }

  @Test(arguments: [1, 2, 10, 36, 120, 153, 190, 276, 435])
  func `cells of a matrix begin where those beside them end`(_ count: Int) throws {
    let size = HeatMap.cellSize(count: count)
    #expect((size * 4).rounded() == size * 4)
    #expect(size * Double(count) <= 240 && size * Double(count) > 100)
    // Two colours in turn, row by row.
    let rows = (0..<count).map { row in Array(repeating: row % 2 == 0 ? 1.0 : 0.5, count: count) }
    let heat = HeatMap(
      title: "T", subtitle: "S",
      panels: [.init(title: "M", note: "", rows: rows, labels: ([], []))])
    var edges: [(top: Double, bottom: Double)] = []
    for line in heat.picture.text.split(separator: "\n")
    where line.contains("<path class=\"positive\"") {
      let path = line.components(separatedBy: "d=\"")[1].prefix { $0 != "\"" }
      for cell in path.split(separator: "z") {
        let parts = cell.split { " MHV".contains($0) }.compactMap { Double($0) }
        try #require(parts.count == 5)
        #expect(parts[0] == parts[4])
        edges.append((parts[1], parts[3]))
      }
    }
    edges.sort { $0.top < $1.top }
    #expect(edges.count == count)
    for (upper, lower) in zip(edges, edges.dropFirst()) { #expect(upper.bottom == lower.top) }
  }

  /// The contrast of two colours, from 1 to 21, by the formula of WCAG 2.
  private func contrast(_ left: String, _ right: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let number = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double((number >> shift) & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (first, second) = (luminance(left), luminance(right))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test(arguments: [Palette.light, Palette.dark])
  func `states that lie beside each other differ in lightness`(
    _ colours: [(name: String, colour: String)]
  ) throws {
    let value = Dictionary(uniqueKeysWithValues: colours.map { ($0.name, $0.colour) })
    for (left, right, least) in [
      ("ahead", "ahead-alone", 1.8), ("ahead", "behind", 1.4), ("ahead", "tie", 3),
      ("ahead-alone", "tie", 1.4), ("behind", "behind-alone", 1.5), ("behind", "tie", 2.5),
      ("behind-alone", "tie", 1.4), ("equal", "tie", 3), ("tie", "page", 1.2),
    ] {
      #expect(
        try contrast(#require(value[left]), #require(value[right])) >= least, "\(left), \(right)")
    }
  }

  @Test func `a state where one solution is zero is hatched, once defined`() {
    let bands = BandChart(
      title: "T", subtitle: "S", names: ("x", "y"),
      panels: [
        ("P", [.init(x: 4, bands: [(.aheadAlone, nil, -2, "a"), (.behindAlone, -2, nil, "b")])]),
        ("Q", [.init(x: 4, bands: [(.aheadAlone, nil, -2, "a")])]),
      ],
      meanings: [.aheadAlone: "ahead", .behindAlone: "behind"]
    ).picture.text
    for hatch in SVG.Hatch.allCases {
      #expect(bands.components(separatedBy: "id=\"verify-\(hatch.rawValue)\"").count == 2)
    }
    // Two panels and the legend.
    #expect(bands.components(separatedBy: "url(#verify-ahead-hatch)").count == 4)
    #expect(bands.components(separatedBy: "url(#verify-behind-hatch)").count == 3)
  }

  @Test func `the charts are documents, with nothing in them as well`() {
    let line = LineChart(
      title: "T", subtitle: "S", names: ("x", "y"),
      series: [
        .init(
          name: "one", points: [(1, 0.5, false, "first"), (2, 0.7, true, "second")],
          companion: [(1, 1), (2, 1.2)])
      ], notes: ("hollow", "dashed"))
    let empty = LineChart(
      title: "T", subtitle: "S", names: ("x", "y"), series: [], notes: ("hollow", "dashed"))
    let heat = HeatMap(
      title: "T", subtitle: "S",
      panels: [
        .init(title: "M", note: "", rows: [[1, 0, -2], [0.5, 0.5, 0]], labels: ([], [])),
        .init(title: "0", note: "", rows: [[0]], labels: (["a"], ["b"])),
      ])
    let bands = BandChart(
      title: "T", subtitle: "S", names: ("x", "y"),
      panels: [("P", [.init(x: 4, bands: [(.ahead, nil, -2, "a"), (.tie, -2, nil, "b")])])],
      meanings: [.ahead: "ahead", .tie: "tie"])
    for text in [line, empty].map(\.picture.text) + [heat.picture.text, bands.picture.text] {
      #expect(XMLParser(data: Data(text.utf8)).parse())
      #expect(!text.contains("nan") && !text.contains("inf"))
    }
    #expect(line.picture.text.contains(">hollow</text>"))
    #expect(!empty.picture.text.contains(">hollow</text>"))
    // Runs of equal cells are one rectangle of one element.
    #expect(heat.picture.text.components(separatedBy: "<title>0.5</title>").count == 2)
  }
}
