// Nanoseconds per call of exact rational arithmetic, beside FLINT and GMP in the same run.
//
//   swift run -c release --package-path Benchmarks RationalBenchmarks [rounds]
//
// FLINT comes with apt-get install libflint-dev libmpfr-dev. Every library does the same operations
// on the same operands; the rounds take turns, the median is printed, and the results are compared.

import Glibc
import Rational

let rounds = max(1, CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 41)
let count = 65_536

/// Nanoseconds of this thread on a processor: other programs do not count.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

func measured(_ peers: [any Peer], _ operation: Operation) -> [Double] {
  var times = [[Double]](repeating: [], count: peers.count)
  for round in 0...rounds {
    for (index, peer) in peers.enumerated() {
      let start = processorTime()
      peer.run(operation)
      let time = processorTime() - start
      // The first round warms caches and gives GMP's results their size.
      if round > 0 { times[index].append(time / Double(count)) }
    }
  }
  return times.map { $0.sorted()[$0.count / 2] }
}

func cell(_ text: String) -> String {
  String(repeating: " ", count: max(0, 12 - text.count)) + text
}

/// `value` to the nearest 1/`unit`.
func rounded(_ value: Double, to unit: Double) -> String {
  "\(Double(Int(value * unit + 0.5)) / unit)"
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
      cell(operation.rawValue) + times.map { cell(rounded($0, to: 10)) }.joined()
        + cell(rounded(times[0] / times[2], to: 100)) + cell(rounded(times[0] / times[3], to: 100))
        + (sums.count == 1 ? "" : "  RESULTS DIFFER"))
  }
}
precondition(agree, "the libraries disagree")
