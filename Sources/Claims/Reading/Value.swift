import Denotations
import Graphs
import Losses
import Polynomials
import Rational

/// What a formula denotes for one instance.
enum Value: Hashable, Sendable {
  case number(Surd)
  /// A root of a polynomial that is no sum of square roots, or was not found to be one.
  case algebraic(AlgebraicNumber)
  case matrix(MatrixValue)
  case graph(GraphValue)
  case construction(ConstructionValue)
  case partition(Partition)
}

/// Lists of places of a matrix, from 1, as they are written in a claim.
struct Partition: Hashable, Sendable {
  let parts: [[Int]]

  /// The most members.
  static let sizeLimit = 1_000_000

  /// The parts as places from 0.
  ///
  /// - Throws: A text that says why they are not a partition of 1, …, `count`.
  func places(of count: Int) throws(Defect) -> [[Int]] {
    var part = Array(repeating: 0, count: count)
    for (number, members) in parts.enumerated() {
      guard !members.isEmpty else { throw Defect(description: "part \(number + 1) is empty") }
      for member in members {
        guard member <= count else {
          throw Defect(description: "\(member) is in a part, but there are \(count) rows")
        }
        guard part[member - 1] == 0 else {
          throw Defect(description: "\(member) stands twice in the partition")
        }
        part[member - 1] = number + 1
      }
    }
    if let missing = part.firstIndex(of: 0) {
      throw Defect(description: "\(missing + 1) is in no part")
    }
    return parts.map { members in members.map { $0 - 1 } }
  }

  struct Defect: Error, CustomStringConvertible { let description: String }
}
