import Foundation
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct BoardTests {
  private func point(_ x: Double, _ y: Double, _ off: Double = 0) -> CurvePanel.Point {
    CurvePanel.Point(x: x, y: y, lower: y - off, upper: y + off)
  }

  private func panel(
    _ points: [CurvePanel.Point], scale: CurvePanel.Scale = .linear,
    range: ClosedRange<Double>? = nil
  ) -> CurvePanel {
    CurvePanel(
      title: "a < b", names: ("steps", "loss"), scales: (scale, scale),
      series: [CurvePanel.Series(name: "curve", points: points, hasMarks: true)],
      levels: [("DNC", 0.5)], range: range)
  }

  private func text(_ panel: CurvePanel) -> String {
    Board(title: "title", subtitle: ["one", "two"], panels: [.curves(panel)]).picture.text
  }

  private func marks(_ text: String) -> Int { text.components(separatedBy: "<circle").count - 1 }

  @Test func `curves, bands, levels and matrices are in one picture`() {
    let matrix = HeatMap.Panel(
      title: "M", note: "2 × 2", rows: [[1, 0], [0, -1]], labels: ([], []))
    let curves = panel([point(1, 0.4, 0.1), point(2, 0.3, 0.1)])
    let text = Board(
      title: "title", subtitle: ["one", "two"], panels: [.curves(curves), .matrix(matrix)]
    ).picture.text
    #expect(XMLParser(data: Data(text.utf8)).parse())
    #expect(marks(text) == 2)
    #expect(text.contains("a &lt; b") && text.contains(">two<") && text.contains(">DNC<"))
    #expect(text.contains("class=\"s0\" d=\"M") && text.contains("class=\"dash s1\""))
    #expect(text.contains("class=\"negative\""))
  }

  @Test func `what has no place on an axis is left out`() {
    let points = [point(0, 1), point(1, 0), point(10, .nan), point(100, 0.1), point(1000, 0.01)]
    #expect(marks(text(panel(points, scale: .logarithmic))) == 2)
    #expect(marks(text(panel([point(1, 0.2), point(2, 7)], range: 0...1))) == 1)
  }

  @Test(arguments: [[], [(1.0, 0.5)], [(1.0, Double.infinity)], [(2.0, 0.3), (2.0, 0.3)]])
  func `a picture of nearly nothing is a picture`(_ values: [(Double, Double)]) {
    for scale in [CurvePanel.Scale.linear, .logarithmic] {
      for range in [nil, 0.1...1] as [ClosedRange<Double>?] {
        let text = text(panel(values.map { point($0.0, $0.1) }, scale: scale, range: range))
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(!text.contains("nan") && !text.contains("inf"))
      }
    }
  }

  @Test func `a band that leaves the range ends at its edge`() throws {
    let text = text(panel([point(1, 0.5, 9), point(2, 0.5, 9)], range: 0...1))
    let area = try #require(text.firstMatch(of: /class="s0" d="M([^z]*)z"/)).1
    let heights = area.split(separator: "L").compactMap { $0.split(separator: " ").last }
    #expect(Set(heights).count == 2)
  }
}
