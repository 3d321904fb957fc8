import Testing

@testable import Figures

/// Places and ticks.
@Suite struct AxisTests {
  struct Case: Sendable {
    let range: ClosedRange<Double>
    let count: Int
    let labels: [String]
  }

  @Test(arguments: [
    Case(range: 0...1.2, count: 7, labels: ["0", "0.2", "0.4", "0.6", "0.8", "1", "1.2"]),
    Case(range: 3.5...60.5, count: 8, labels: ["10", "20", "30", "40", "50", "60"]),
    Case(range: 4...4.5, count: 6, labels: ["4", "4.1", "4.2", "4.3", "4.4", "4.5"]),
    Case(range: 0...0.003, count: 3, labels: ["0", "0.001", "0.002", "0.003"]),
  ])
  func `ticks stand at round numbers`(_ example: Case) {
    let axis = Axis.linear(example.range, places: (0, 100), count: example.count)
    #expect(axis.ticks.map(\.label) == example.labels)
  }

  @Test func `powers of ten, all or some`() {
    let all = Axis.logarithmic(-4.6...(-0.4), places: (0, 1), count: 6)
    #expect(all.ticks.map(\.label) == ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"])
    let some = Axis.logarithmic(-30...0.5, places: (0, 1), count: 6)
    #expect(some.ticks.map(\.value) == [-30, -24, -18, -12, -6, 0])
    #expect(some.ticks.last?.label == "10⁰")
  }

  @Test(arguments: [
    (4.0...60.0, ["4", "5", "6", "8", "10", "12", "15", "20", "25", "30", "40", "50", "60"]),
    (4.0...10.0, ["4", "5", "6", "7", "8", "9", "10"]),
    (3.0...1000.0, ["5", "10", "20", "50", "100", "200", "500", "1000"]),
  ])
  func `on a proportional axis labels have room`(
    _ range: ClosedRange<Double>, _ labels: [String]
  ) {
    let axis = Axis.proportional(range, places: (72, 600))
    #expect(axis.ticks.map(\.label) == labels)
    let places = axis.ticks.map { axis.place($0.value) }
    for (left, right) in zip(places, places.dropFirst()) {
      #expect(right - left >= Axis.labelDistance)
    }
  }

  @Test func `a place is between the ends in proportion`() {
    let axis = Axis.linear(1...3, places: (400, 100), count: 3)
    #expect(axis.place(1) == 400)
    #expect(axis.place(2) == 250)
    #expect(axis.place(3) == 100)
  }
}
