// Milliseconds for 648 comparisons of minimal losses, decided exactly, with and without certificates.
//
//   swift run -c release --package-path Benchmarks LossBenchmarks [rounds]
//
// The problems: r = 5..40, L = 3..8 and one λ of 1/100, 1/1000 and 1/10000 for all parameters.

import Denotations
import Losses
import Measurement
import Rational

let rounds = max(1, CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 41)

struct Case {
  let problem: LossProblem
  let graph: [Construction]
  let collapse: [Construction]
}

var cases: [Case] = []
for order in 5...40 {
  for layers in 3...8 {
    let graph = try GraphConstruction.triangular(order: order, layers: layers)
    for bottom in [100, 1000, 10_000] {
      let problem = LossProblem(
        classes: graph.classes, layers: layers,
        regularisation: Rational(1, bottom).power(layers + 1))
      cases.append(
        Case(problem: problem, graph: [graph], collapse: [.collapse(classes: graph.classes)]))
    }
  }
}

/// The median time of a round, in milliseconds.
func median(_ body: () -> Void) -> Double {
  // The first round warms caches.
  body()
  let times = (0..<rounds).map { _ in
    let start = processorTime()
    body()
    return processorTime() - start
  }
  return times.sorted()[rounds / 2]
}

var orders: [LossOrder: Int] = [:]
let compared = median {
  orders = [:]
  for item in cases {
    guard let found = item.problem.compare(item.graph, item.collapse) else { continue }
    orders[found.order, default: 0] += 1
  }
}
var certificates = 0
let certified = median {
  certificates = 0
  for item in cases {
    // A certificate has been replayed before it is returned.
    if let found = item.problem.compare(item.graph, item.collapse),
      item.problem.certificate(item.graph, item.collapse, for: found) != nil
    {
      certificates += 1
    }
  }
}

func rounded(_ value: Double) -> String { "\(Double(Int(value * 10 + 0.5)) / 10) ms" }
print("\(cases.count) comparisons, median of \(rounds) rounds")
print("  compared             \(rounded(compared))")
print("  with certificates    \(rounded(certified)), replayed by the kernel")
print("  \(orders[.less] ?? 0) strict, \(orders[.equal] ?? 0) ties, \(certificates) certificates")
precondition(orders[.less] == 388 && orders[.equal] == 260 && certificates == cases.count)
