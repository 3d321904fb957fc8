import Rational

/// The operations that are measured. `multiplyAdd` adds products into sums of 256 terms.
enum Operation: String {
  case add = "a + b"
  case subtract = "a - b"
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
  /// The result at a place as text.
  func result(_ index: Int) -> String
  /// Whether the first operand at a place was found to be less.
  func order(_ index: Int) -> Bool
}

extension Peer {
  /// The peer doing one operation.
  func contender(_ operation: Operation, count: Int) -> Contender {
    Contender(name: Self.name) {
      run(operation)
    } answer: {
      if operation == .compare { return "\((0..<count).map(order))" }
      let results = operation == .multiplyAdd ? count / sumLength : count
      return "\((0..<results).map(result))"
    }
  }
}

/// Operands and room for results, which stay for as long as the program runs.
struct Operands<Element> {
  let count: Int
  let left: UnsafeMutablePointer<Element>
  let right: UnsafeMutablePointer<Element>
  let results: UnsafeMutablePointer<Element>
  let orders: UnsafeMutablePointer<Bool>

  /// - Parameter vector: Makes the elements of a library.
  init(_ workload: Workload, _ vector: ([Rational]) -> UnsafeMutablePointer<Element>) {
    count = workload.left.count
    (left, right) = (vector(workload.left), vector(workload.right))
    results = vector(workload.left)
    orders = .allocate(capacity: count)
    orders.initialize(repeating: false, count: count)
  }
}

/// The length of the sums in `multiplyAdd`.
let sumLength = 256
