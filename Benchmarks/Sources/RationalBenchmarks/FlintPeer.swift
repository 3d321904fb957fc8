import CPeers
import Rational

/// FLINT's `fmpq`: integers below 2^62 inline, GMP beyond.
struct FlintPeer: Peer {
  static let name = "FLINT fmpq"
  private let operands: Operands<fmpq>

  init(_ workload: Workload) { operands = Operands(workload, Self.vector) }

  /// Fractions that stay for as long as the program runs.
  static func vector(_ values: [Rational]) -> UnsafeMutablePointer<fmpq> {
    let pointer = UnsafeMutablePointer<fmpq>.allocate(capacity: values.count)
    for (index, value) in values.enumerated() {
      fmpq_init(pointer + index)
      fmpq_set_str(pointer + index, value.description, 10)
    }
    return pointer
  }

  /// A fraction in lowest terms.
  static func text(_ value: UnsafeMutablePointer<fmpq>) -> String {
    guard let digits = fmpq_get_str(nil, 10, value) else { return "" }
    defer { flint_free(digits) }
    return String(cString: digits)
  }

  func run(_ operation: Operation) {
    let (count, left, right) = (operands.count, operands.left, operands.right)
    let (results, orders) = (operands.results, operands.orders)
    switch operation {
    case .add: for i in 0..<count { fmpq_add(results + i, left + i, right + i) }
    case .subtract: for i in 0..<count { fmpq_sub(results + i, left + i, right + i) }
    case .multiply: for i in 0..<count { fmpq_mul(results + i, left + i, right + i) }
    case .divide: for i in 0..<count { fmpq_div(results + i, left + i, right + i) }
    case .compare: for i in 0..<count { orders[i] = fmpq_cmp(left + i, right + i) < 0 }
    case .multiplyAdd:
      for i in 0..<count {
        let sum = results + i / sumLength
        if i % sumLength == 0 { fmpq_zero(sum) }
        fmpq_addmul(sum, left + i, right + i)
      }
    }
  }

  func result(_ index: Int) -> String { Self.text(operands.results + index) }
  func order(_ index: Int) -> Bool { operands.orders[index] }
}
