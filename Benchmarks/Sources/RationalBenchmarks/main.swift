// Nanoseconds per call of exact rational arithmetic, beside FLINT and GMP in the same run.
//
//   swift run -c release --package-path Benchmarks RationalBenchmarks [rounds]
//
// Every library does the same operations on the same operands; the rounds take turns, the median
// is printed, and the results are compared.

import Rational

let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 41
let count = 65_536

func measured(_ peers: [any Peer], _ operation: Operation) -> [Double] {
  var times = [[Double]](repeating: [], count: peers.count)
  let clock = ContinuousClock()
  for round in 0...max(rounds, 1) {
    for (index, peer) in peers.enumerated() {
      let time = clock.measure { peer.run(operation) }
      // The first round warms caches and gives GMP's results their size.
      if round > 0 { times[index].append(time / .nanoseconds(1) / Double(count)) }
    }
  }
  return times.map { $0.sorted()[$0.count / 2] }
}

func cell(_ text: String) -> String { String(repeating: " ", count: max(0, 12 - text.count)) + text }
func tenths(_ value: Double, _ places: Double) -> String {
  "\(Double(Int(value * places + 0.5)) / places)"
}

var agree = true
let types: [any Peer.Type] = [
  FieldPeer<Rational>.self, FieldPeer<Surd>.self, FlintPeer.self, GMPPeer.self,
]
print("ns per call, median of \(rounds) rounds over \(count) pairs; ratio of Rational to each peer")
for (workload, operations) in [
  (Workload.random(bits: 20, count: count), [Operation.add, .multiply, .divide, .compare]),
  (Workload.twelfths(count: count), [.add, .multiply, .multiplyAdd]),
] {
  let peers = types.map { $0.init(workload) }
  print("\n" + workload.name)
  print(cell("") + types.map { cell($0.name) }.joined() + cell("/ FLINT") + cell("/ GMP"))
  for operation in operations {
    let times = measured(peers, operation)
    let sums = Set(peers.map { $0.checksum(operation) })
    agree = agree && sums.count == 1
    print(
      cell(operation.rawValue) + times.map { cell(tenths($0, 10)) }.joined()
        + cell(tenths(times[0] / times[2], 100)) + cell(tenths(times[0] / times[3], 100))
        + (sums.count == 1 ? "" : "  RESULTS DIFFER"))
  }
}
if !agree { fatalError("the libraries disagree") }
