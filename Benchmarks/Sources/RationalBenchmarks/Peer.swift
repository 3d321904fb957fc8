/// The operations that are measured. `multiplyAdd` adds products into sums of 256 terms.
enum Operation: String, CaseIterable {
  case add = "a + b"
  case multiply = "a * b"
  case divide = "a / b"
  case compare = "a < b"
  case multiplyAdd = "s += a * b"
}

/// A library under measurement: operands and room for results are made once, outside the clock.
protocol Peer {
  static var name: String { get }
  init(_ workload: Workload)
  /// One pass over all pairs.
  func run(_ operation: Operation)
  /// A number that depends on every result of the last pass, and is the same for every library.
  func checksum(_ operation: Operation) -> Int
}

/// The length of the sums in `multiplyAdd`.
let sumLength = 256

/// Folds one result into a checksum.
func fold(_ sum: Int, _ numerator: Int, _ denominator: Int) -> Int {
  (sum &* 31 &+ numerator) &* 31 &+ denominator
}
