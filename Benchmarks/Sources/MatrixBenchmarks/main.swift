// Spectra and inertia of matrices that nothing is known about, beside python-flint in the same run.
//
//   swift run -c release --package-path Benchmarks MatrixBenchmarks [python]
//
// The command of a Python that has python-flint; without it, this project's times alone. Medians of
// processor time. The program fails where answers differ.

import Foundation
import Graphs
import Measurement
import Polynomials
import Rational

enum Question: String {
  case spectrum, inertia

  /// What the peer says to the same question.
  func answer(_ matrix: Matrix<Rational>) throws -> String {
    switch self {
    case .spectrum:
      let coefficients = try matrix.characteristicPolynomial().coefficients
      let values = try matrix.realEigenvalues().reversed().map { eigenvalue in
        let thousand = eigenvalue.value.scaled(by: 1000).enclosure(bits: 20).lower
        return "\((thousand + Rational(1, 2)).floor):\(eigenvalue.multiplicity)"
      }
      return coefficients.map(\.description).joined(separator: ",") + ";"
        + values.joined(separator: ",")
    case .inertia: return try matrix.inertia().description
    }
  }

  /// The median time, over rounds for about two seconds.
  func time(_ matrix: Matrix<Rational>) throws -> Double {
    var times: [Double] = []
    let begin = processorTime()
    while times.isEmpty || processorTime() - begin < 2000 {
      let start = processorTime()
      switch self {
      case .spectrum: _ = try matrix.realEigenvalues()
      case .inertia: _ = try matrix.inertia()
      }
      times.append(processorTime() - start)
    }
    return times.sorted()[times.count / 2]
  }
}

/// A process that answers line by line.
final class Peer {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())

  init(_ python: String) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, "Benchmarks/peers/matrices.py"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func ask(_ question: Question, _ matrix: Matrix<Rational>) throws -> [Answer] {
    let rows = (0..<matrix.rows).map { matrix.row($0).map(\.description) }
    let asked = try JSONSerialization.data(
      withJSONObject: ["question": question.rawValue, "rows": rows])
    input.fileHandleForWriting.write(asked + Data("\n".utf8))
    var read = Data()
    while !(read == Data("\n".utf8) || read.suffix(2) == Data("\n\n".utf8)) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw PeerError() }
      read += more
    }
    return try read.split(separator: 10).map { try JSONDecoder().decode(Answer.self, from: $0) }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}

struct Answer: Decodable {
  let peer: String
  let milliseconds: Double
  let answer: String
}

struct PeerError: Error {}

func symmetric(_ order: Int, _ entry: (Int, Int) -> Rational) -> Matrix<Rational> {
  var half: [Rational] = []
  for row in 0..<order { for column in 0...row { half.append(entry(row, column)) } }
  return Matrix(rows: order, columns: order) { row, column in
    let (low, high) = (min(row, column), max(row, column))
    return half[high * (high + 1) / 2 + low]
  }
}

var random = SplitMix(state: 20_261_129)
let graph = symmetric(100) { row, column in
  row == column ? 0 : Rational(Int.random(in: 0...1, using: &random))
}
let fractions = symmetric(200) { _, _ in
  let top = Int.random(in: -9...9, using: &random)
  return Rational(top, Int.random(in: 1...9, using: &random))
}
let races: [(name: String, question: Question, matrix: Matrix<Rational>)] = [
  ("spectrum, graph on 100 vertices", .spectrum, graph),
  ("spectrum, triangular T(15)", .spectrum, Matrix.triangularAdjacency(order: 15)),
  ("inertia, fractions 200×200", .inertia, fractions),
  (
    "inertia, Laplacian of K_200", .inertia,
    Matrix(rows: 200, columns: 200) { $0 == $1 ? 199 : -1 }
  ),
]

func cell(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

let peer = try CommandLine.arguments.dropFirst().first.map { try Peer($0) }
var agree = true
print(cell("what", 34) + cell("verify", 12) + cell("peer", 32) + cell("its time", 12) + "ratio")
for (name, question, matrix) in races {
  let (own, answer) = (try question.time(matrix), try question.answer(matrix))
  let shown = String(format: "%.2f ms", own)
  guard let peer else {
    print(cell(name, 34) + shown)
    continue
  }
  for found in try peer.ask(question, matrix) {
    let agrees = found.answer == answer
    agree = agree && agrees
    print(
      cell(name, 34) + cell(shown, 12) + cell(found.peer, 32)
        + cell(String(format: "%.2f ms", found.milliseconds), 12)
        + (agrees ? String(format: "%.3g", own / found.milliseconds) : "ANSWERS DIFFER"))
  }
}
if !agree {
  print("Answers differ.")
  exit(1)
}
