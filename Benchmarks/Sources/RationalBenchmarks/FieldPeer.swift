import Rational

/// This project's numbers, `Rational` or rational values of `Surd`.
struct FieldPeer<Number: MeasuredNumber>: Peer {
  static var name: String { "\(Number.self)" }
  private let count: Int
  private let left: [Number]
  private let right: [Number]
  private let results: UnsafeMutablePointer<Number>
  private let orders: UnsafeMutablePointer<Bool>

  init(_ workload: Workload) {
    count = workload.left.count
    left = workload.left.map { Number($0) }
    right = workload.right.map { Number($0) }
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
    case .subtract: for i in 0..<count { results[i] = left[i] - right[i] }
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

  func result(_ index: Int) -> String { results[index].asRational.description }
  func order(_ index: Int) -> Bool { orders[index] }
}

/// A field of this project that holds the rational numbers.
protocol MeasuredNumber: OrderedExactField {
  var asRational: Rational { get }
}

extension Rational: MeasuredNumber {
  var asRational: Rational { self }
}

extension Surd: MeasuredNumber {
  var asRational: Rational { rational ?? 0 }
}
