import CAllocations
import Measurement

/// What is measured: work that is done anew at every call, and what to check its result by.
struct Contender {
  let name: String
  let run: () -> Void
  /// A text that every contender of a race agrees on.
  let answer: () -> String
}

/// Contenders on the same data, taking turns.
struct Race {
  let name: String
  /// How often each `run` does what one figure is about.
  let calls: Int
  /// The first is this project's.
  let contenders: [Contender]
  /// Whether this project's way asks for no memory.
  var isInPlace = false

  /// Runs the race and prints a line for each peer; whether all answers agree, and no memory is
  /// asked for where none should be.
  func run(rounds: Int) -> Bool {
    var times = [[Double]](repeating: [], count: contenders.count)
    var allocations = 0.0
    for round in 0...rounds {
      for (index, contender) in contenders.enumerated() {
        let before = allocations_so_far()
        let start = processorTime()
        contender.run()
        let nanoseconds = (processorTime() - start) * 1e6
        if index == 0 { allocations = Double(allocations_so_far() - before) / Double(calls) }
        // The first round warms caches and gives results their size.
        if round > 0 { times[index].append(nanoseconds / Double(calls)) }
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    let answer = contenders[0].answer()
    let own = Self.text(medians[0])
    let memory = allocations == 0 ? "none" : Self.fixed(allocations, digits: 1)
    if contenders.count == 1 { Table.line([name, own, memory, "—", "", ""]) }
    var agree = !isInPlace || allocations == 0
    for (peer, median) in zip(contenders, medians).dropFirst() {
      let agrees = peer.answer() == answer
      agree = agree && agrees
      let ratio = Self.fixed(medians[0] / median, digits: 2)
      Table.line(
        [name, own, memory, peer.name, Self.text(median), agrees ? ratio : "ANSWERS DIFFER"])
    }
    return agree
  }

  /// Nanoseconds in the unit that suits them.
  private static func text(_ time: Double) -> String {
    if time < 1000 { return fixed(time, digits: 1) + " ns" }
    return time < 1e6 ? fixed(time / 1e3, digits: 2) + " µs" : fixed(time / 1e6, digits: 2) + " ms"
  }

  /// A positive number with a number of digits after the point.
  private static func fixed(_ value: Double, digits: Int) -> String {
    let unit = digits == 1 ? 10 : 100
    let rounded = Int(value * Double(unit) + 0.5)
    let rest = String(rounded % unit)
    return "\(rounded / unit)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}

/// The columns of what is printed.
enum Table {
  static let widths = [32, 11, 13, 24, 11, 8]

  static func header() { line(["what", "verify", "allocations", "peer", "its time", "ratio"]) }

  /// Cells in columns; names stand left, numbers right.
  static func line(_ cells: [String]) {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(0, widths[index] - cell.count))
      text += index == 0 || index == 3 ? "  \(cell)\(space)" : "\(space)\(cell)"
    }
    print(text)
  }
}
