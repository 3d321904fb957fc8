import CPeers
import Rational

/// GMP's `mpq`: numerators and denominators always on the heap.
struct GMPPeer: Peer {
  static let name = "GMP mpq"
  private let operands: Operands<__mpq_struct>
  private let product = Self.vector([0])

  init(_ workload: Workload) { operands = Operands(workload, Self.vector) }

  /// Fractions that stay for as long as the program runs.
  static func vector(_ values: [Rational]) -> UnsafeMutablePointer<__mpq_struct> {
    let pointer = UnsafeMutablePointer<__mpq_struct>.allocate(capacity: values.count)
    for (index, value) in values.enumerated() {
      __gmpq_init(pointer + index)
      __gmpq_set_str(pointer + index, value.description, 10)
    }
    return pointer
  }

  /// A fraction in lowest terms.
  static func text(_ value: UnsafeMutablePointer<__mpq_struct>) -> String {
    guard let digits = __gmpq_get_str(nil, 10, value) else { return "" }
    defer { free(digits) }
    return String(cString: digits)
  }

  func run(_ operation: Operation) {
    let (count, left, right) = (operands.count, operands.left, operands.right)
    let (results, orders) = (operands.results, operands.orders)
    switch operation {
    case .add: for i in 0..<count { __gmpq_add(results + i, left + i, right + i) }
    case .subtract: for i in 0..<count { __gmpq_sub(results + i, left + i, right + i) }
    case .multiply: for i in 0..<count { __gmpq_mul(results + i, left + i, right + i) }
    case .divide: for i in 0..<count { __gmpq_div(results + i, left + i, right + i) }
    case .compare: for i in 0..<count { orders[i] = __gmpq_cmp(left + i, right + i) < 0 }
    case .multiplyAdd:
      for i in 0..<count {
        let sum = results + i / sumLength
        if i % sumLength == 0 { __gmpq_set_si(sum, 0, 1) }
        __gmpq_mul(product, left + i, right + i)
        __gmpq_add(sum, sum, product)
      }
    }
  }

  func result(_ index: Int) -> String { Self.text(operands.results + index) }
  func order(_ index: Int) -> Bool { operands.orders[index] }
}
