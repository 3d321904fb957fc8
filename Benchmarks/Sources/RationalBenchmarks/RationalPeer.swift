import Rational

/// This project's numbers, `Rational` or rational values of `Surd`.
struct FieldPeer<Number: MeasuredNumber>: Peer {
  static var name: String { Number.name }
  let count: Int
  let left: [Number]
  let right: [Number]
  let results: UnsafeMutablePointer<Number>
  let orders: UnsafeMutablePointer<Bool>

  init(_ workload: Workload) {
    count = workload.left.count
    left = workload.left.map { Number(Rational($0.0, $0.1)) }
    right = workload.right.map { Number(Rational($0.0, $0.1)) }
    results = .allocate(capacity: count)
    results.initialize(from: left, count: count)
    orders = .allocate(capacity: count)
    orders.initialize(repeating: false, count: count)
  }

  @_specialize(where Number == Rational)
  @_specialize(where Number == Surd)
  func run(_ operation: Operation) {
    switch operation {
    case .add: for i in 0..<count { results[i] = left[i] + right[i] }
    case .multiply: for i in 0..<count { results[i] = left[i] * right[i] }
    case .divide: for i in 0..<count { results[i] = left[i] / right[i] }
    case .compare: for i in 0..<count { orders[i] = left[i] < right[i] }
    case .multiplyAdd:
      for i in 0..<count {
        if i % sumLength == 0 { results[i / sumLength] = .zero }
        results[i / sumLength] += left[i] * right[i]
      }
    }
  }

  func checksum(_ operation: Operation) -> Int {
    if operation == .compare { return (0..<count).reduce(0) { fold($0, orders[$1] ? 1 : 0, 1) } }
    return (0..<(operation == .multiplyAdd ? count / sumLength : count)).reduce(0) {
      let value = results[$1].asRational
      return fold($0, value.numerator.word ?? 0, value.denominator.word ?? 0)
    }
  }
}

/// A field of this project that holds the rational numbers.
protocol MeasuredNumber: OrderedExactField {
  static var name: String { get }
  var asRational: Rational { get }
}

extension Rational: MeasuredNumber {
  static let name = "Rational"
  var asRational: Rational { self }
}

extension Surd: MeasuredNumber {
  static let name = "Surd"
  var asRational: Rational { rational ?? 0 }
}
