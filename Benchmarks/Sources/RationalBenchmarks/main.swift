// Exact arithmetic beside FLINT, GMP, antic and Calcium in the same run.
//
//   swift run -c release --package-path Benchmarks RationalBenchmarks [rounds [part of a name]]
//
// The peers come with Scripts/setup peers. All contenders of a race do the same on the same
// operands; the rounds take turns, medians of processor time are printed, and the results are
// compared: the program fails where they differ, or where arithmetic on small fractions asks for
// memory.

import Foundation

let arguments = CommandLine.arguments.dropFirst()
let rounds = max(1, arguments.first.flatMap { Int($0) } ?? 41)
let part = arguments.dropFirst().first ?? ""
#if !CALCIUM
  print("Skipped: Calcium, of which no headers are found.")
#endif
print(machine(), "\nmedians of \(rounds) rounds of processor time; ratio: verify / peer\n")
Table.header()
var agree = true
for race in Fractions.races() + RootSums.races() + Sums.races() + Matrices.races()
where race.name.contains(part) || part.isEmpty {
  agree = race.run(rounds: rounds) && agree
}
if !agree {
  print("Answers differ, or small fractions ask for memory.")
  exit(1)
}

/// The processor, how many of them, and the time.
func machine() -> String {
  let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(
    separator: "\n")
  let model = lines?.first { $0.hasPrefix("model name") }?.split(separator: ":").last
  let name = model.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
  return "\(ProcessInfo.processInfo.processorCount) × \(name)"
}
