import Glibc
import Rational

/// One axis of a chart: values, their places in pixels, and the ticks.
///
/// Values are doubles: exact numbers are rounded when they get here, and nothing is decided any more.
struct Axis {
  /// The values at both ends.
  let range: ClosedRange<Double>
  /// The places of both ends; the first is that of the lower end.
  let places: (Double, Double)
  /// Values with the text beside them.
  let ticks: [(value: Double, label: String)]

  func place(_ value: Double) -> Double {
    let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return places.0 + part * (places.1 - places.0)
  }

  /// An axis with about that many ticks at multiples of 1, 2 or 5 times a power of ten.
  static func linear(
    _ range: ClosedRange<Double>, places: (Double, Double), count: Int
  ) -> Axis {
    let span = range.upperBound - range.lowerBound
    // Steps in units of 10^-6, so that labels are exact.
    let least = max(1, Int((span / Double(count) * 1e6).rounded(.up)))
    var step = 1
    while step < least {
      let lead = "\(step)".first
      step = lead == "2" ? step / 2 * 5 : step * 2
    }
    let first = Int((range.lowerBound * 1e6 / Double(step)).rounded(.up))
    let last = Int((range.upperBound * 1e6 / Double(step)).rounded(.down))
    return Axis(
      range: range, places: places,
      ticks: (first...max(first, last)).map { multiple in
        let value = Rational(multiple * step, 1_000_000)
        return (Double(multiple * step) / 1e6, value.decimal(digits: 8))
      })
  }

  /// An axis of decimal logarithms with a tick at each power of ten, or each second one and so on.
  static func logarithmic(
    _ range: ClosedRange<Double>, places: (Double, Double), count: Int
  ) -> Axis {
    let first = Int(range.lowerBound.rounded(.up))
    let last = max(first, Int(range.upperBound.rounded(.down)))
    let step = (last - first) / count + 1
    return Axis(
      range: range, places: places,
      ticks: stride(from: first, through: last, by: step).map { (Double($0), power($0)) })
  }

  /// An axis on which equal quotients are equally far apart, from a positive number on; its values are natural
  /// logarithms. Ticks are as many round numbers as leave room for their labels.
  static func proportional(_ range: ClosedRange<Double>, places: (Double, Double)) -> Axis {
    let leads = [
      Array(10...99), [10, 12, 15, 20, 25, 30, 40, 50, 60, 80], [10, 15, 20, 30, 40, 50, 60, 80],
      [10, 20, 50],
    ]
    let ends = log(range.lowerBound)...log(range.upperBound)
    var axis = Axis(range: ends, places: places, ticks: [])
    for lead in leads {
      let values = (-1...8).flatMap { exponent in
        lead.map { Double($0) * pow(10, Double(exponent)) }
      }
      .filter { $0 == $0.rounded() && range.contains($0) }
      axis = Axis(range: ends, places: places, ticks: values.map { (log($0), "\(Int($0))") })
      let marks = axis.ticks.map { axis.place($0.value) }
      if zip(marks, marks.dropFirst()).allSatisfy({ abs($1 - $0) >= labelDistance }) { break }
    }
    return axis
  }

  /// The least distance of two labels of a few digits.
  static let labelDistance = 26.0

  /// `10⁻³`
  private static func power(_ exponent: Int) -> String {
    let digits: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    return "10" + String("\(exponent)".compactMap { digits[$0] })
  }
}

extension SVG {
  /// Ticks, grid lines and the name of a horizontal axis at the bottom of a plot.
  mutating func addHorizontal(_ axis: Axis, name: String, top: Double, bottom: Double) {
    for tick in axis.ticks {
      let x = axis.place(tick.value)
      add(lineFrom: (x, top), to: (x, bottom), style: "rule")
      add(text: tick.label, x: x, y: bottom + 16, .middle, style: "muted")
    }
    let middle = (axis.places.0 + axis.places.1) / 2
    add(text: name, x: middle, y: bottom + 34, .middle)
  }

  /// Ticks, grid lines and the name of a vertical axis at the left of a plot.
  mutating func addVertical(_ axis: Axis, name: String, left: Double, right: Double) {
    for tick in axis.ticks {
      let y = axis.place(tick.value)
      add(lineFrom: (left, y), to: (right, y), style: "rule")
      add(text: tick.label, x: left - 8, y: y + 4, .end, style: "muted")
    }
    let middle = (axis.places.0 + axis.places.1) / 2
    add(text: name, x: left - 44, y: middle, .middle, rotated: true)
  }
}
