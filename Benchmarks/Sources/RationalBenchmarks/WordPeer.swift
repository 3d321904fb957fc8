import CPeers
import Rational

/// What a C program does whose author knows that nothing overflows: a bound rather than a peer, which
/// gives wrong results for operands that are a little larger.
struct WordPeer: Peer {
  static let name = "64-bit C, unchecked"
  private let operands: Operands<peers_fraction>

  init(_ workload: Workload) { operands = Operands(workload, Self.vector) }

  /// Fractions that stay for as long as the program runs.
  private static func vector(_ values: [Rational]) -> UnsafeMutablePointer<peers_fraction> {
    let pointer = UnsafeMutablePointer<peers_fraction>.allocate(capacity: values.count)
    for (index, value) in values.enumerated() {
      guard let top = value.numerator.word, let bottom = value.denominator.word else {
        fatalError("\(value) is beyond a word")
      }
      pointer[index] = peers_fraction(numerator: Int64(top), denominator: Int64(bottom))
    }
    return pointer
  }

  func run(_ operation: Operation) {
    let (count, left, right) = (operands.count, operands.left, operands.right)
    let (results, orders) = (operands.results, operands.orders)
    switch operation {
    case .add: for i in 0..<count { results[i] = peers_fraction_add(left[i], right[i]) }
    case .multiply: for i in 0..<count { results[i] = peers_fraction_mul(left[i], right[i]) }
    case .compare: for i in 0..<count { orders[i] = peers_fraction_less(left[i], right[i]) != 0 }
    case .subtract, .divide, .multiplyAdd: fatalError("not measured with plain words")
    }
  }

  func result(_ index: Int) -> String {
    let value = operands.results[index]
    let (top, bottom) = (value.numerator, value.denominator)
    return bottom == 1 ? "\(top)" : "\(top)/\(bottom)"
  }

  func order(_ index: Int) -> Bool { operands.orders[index] }
}
