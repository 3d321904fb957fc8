import CPeers

/// FLINT's `fmpq`: integers below 2^62 inline, GMP beyond.
struct FlintPeer: Peer {
  static let name = "FLINT fmpq"
  let count: Int
  let left: UnsafeMutablePointer<fmpq>
  let right: UnsafeMutablePointer<fmpq>
  let results: UnsafeMutablePointer<fmpq>
  let orders: UnsafeMutablePointer<Bool>

  init(_ workload: Workload) {
    count = workload.left.count
    func vector(_ values: [(Int, Int)]) -> UnsafeMutablePointer<fmpq> {
      let pointer = UnsafeMutablePointer<fmpq>.allocate(capacity: values.count)
      for (index, value) in values.enumerated() {
        fmpq_init(pointer + index)
        fmpq_set_si(pointer + index, value.0, UInt(value.1))
      }
      return pointer
    }
    left = vector(workload.left)
    right = vector(workload.right)
    results = vector(workload.left)
    orders = .allocate(capacity: count)
    orders.initialize(repeating: false, count: count)
  }

  func run(_ operation: Operation) {
    switch operation {
    case .add: for i in 0..<count { fmpq_add(results + i, left + i, right + i) }
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

  func checksum(_ operation: Operation) -> Int {
    if operation == .compare { return (0..<count).reduce(0) { fold($0, orders[$1] ? 1 : 0, 1) } }
    return (0..<(operation == .multiplyAdd ? count / sumLength : count)).reduce(0) {
      fold($0, Int(peers_fmpq_numerator(results + $1)), Int(peers_fmpq_denominator(results + $1)))
    }
  }
}
