import Foundation
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
