import CPeers

/// GMP's `mpq`: numerators and denominators always on the heap.
struct GMPPeer: Peer {
  static let name = "GMP mpq"
  let count: Int
  let left: UnsafeMutablePointer<__mpq_struct>
  let right: UnsafeMutablePointer<__mpq_struct>
  let results: UnsafeMutablePointer<__mpq_struct>
  let product: UnsafeMutablePointer<__mpq_struct>
  let orders: UnsafeMutablePointer<Bool>

  init(_ workload: Workload) {
    count = workload.left.count
    func vector(_ values: [(Int, Int)]) -> UnsafeMutablePointer<__mpq_struct> {
      let pointer = UnsafeMutablePointer<__mpq_struct>.allocate(capacity: values.count)
      for (index, value) in values.enumerated() {
        __gmpq_init(pointer + index)
        __gmpq_set_si(pointer + index, value.0, UInt(value.1))
      }
      return pointer
    }
    left = vector(workload.left)
    right = vector(workload.right)
    results = vector(workload.left)
    product = vector([(0, 1)])
    orders = .allocate(capacity: count)
    orders.initialize(repeating: false, count: count)
  }

  func run(_ operation: Operation) {
    switch operation {
    case .add: for i in 0..<count { __gmpq_add(results + i, left + i, right + i) }
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

  func checksum(_ operation: Operation) -> Int {
    if operation == .compare { return (0..<count).reduce(0) { fold($0, orders[$1] ? 1 : 0, 1) } }
    return (0..<(operation == .multiplyAdd ? count / sumLength : count)).reduce(0) {
      fold($0, Int(peers_mpq_numerator(results + $1)), Int(peers_mpq_denominator(results + $1)))
    }
  }
}
