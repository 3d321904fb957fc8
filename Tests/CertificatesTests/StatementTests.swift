import Certificates
import Rational
import TestSupport
import Testing

/// A statement that makes no sense, with a word on why.
private struct Nonsense: Sendable, CustomStringConvertible {
  let description: String
  let statement: LossStatement

  init(_ description: String, _ change: (inout LossStatement) -> Void) {
    self.description = description
    var statement = LossStatement.triangular(5, .less, layers: 4, lambda: Rational(1, 100))
    change(&statement)
    self.statement = statement
  }

  static let all: [Nonsense] = [
    Nonsense("no classes") { $0.classes = 0 },
    Nonsense("a negative number of classes") { $0.classes = -10 },
    Nonsense("more classes than the blocks have") { $0.classes = 11 },
    Nonsense("too many classes") { $0.classes = 2_000_000_000 },
    Nonsense("one layer") { $0.layers = 1 },
    // There is no B, so ρ and κ have to cancel.
    Nonsense("two layers with a B of its own") { $0.layers = 2 },
    Nonsense("a negative number of layers") { $0.layers = -4 },
    Nonsense("too many layers") { $0.layers = 5000 },
    Nonsense("Λ is zero") { $0.regularisation = 0 },
    Nonsense("Λ is negative") { $0.regularisation = -$0.regularisation },
    Nonsense("no blocks on the left") { $0.left = [] },
    Nonsense("no blocks on the right") { $0.right = [] },
    Nonsense("a block more on the right") { $0.right.append(.collapse(1)) },
    Nonsense("too many blocks") {
      $0.right = Array(repeating: .collapse(1), count: 1001)
    },
    Nonsense("a block without classes") { $0.left[0].classes = 0 },
    Nonsense("multiplicities with a larger sum") { $0.left[0].eigenvalues[1].multiplicity = 5 },
    Nonsense("multiplicities with a smaller sum") { $0.left[0].eigenvalues[1].multiplicity = 3 },
    Nonsense("fewer classes than the blocks have") { $0.classes = 9 },
    Nonsense("a multiplicity that is zero") {
      $0.left[0].eigenvalues.append(.init(multiplicity: 0, value: 1))
    },
    Nonsense("a negative multiplicity") {
      $0.left[0].eigenvalues[1].multiplicity += 1
      $0.left[0].eigenvalues.append(.init(multiplicity: -1, value: 1))
    },
    Nonsense("a huge multiplicity") { $0.left[0].eigenvalues[1].multiplicity = .max },
    Nonsense("no eigenvalues") { $0.left[0].eigenvalues = [] },
    Nonsense("a negative eigenvalue") { $0.left[0].eigenvalues[2].value = root(2) - 2 },
    Nonsense("rank zero") { $0.left[0].rank = 0 },
    Nonsense("a negative rank") { $0.left[0].rank = -5 },
    Nonsense("ν is zero") { $0.left[0].nuclearNorm = 0 },
    Nonsense("ν is negative") { $0.right[0].nuclearNorm = root(2) - 3 },
    Nonsense("κ is zero") { $0.right[0].lastLayerNorm = 0 },
    Nonsense("κ is negative") { $0.left[0].lastLayerNorm = -1 },
  ]
}

@Suite struct `statements that make no sense` {
  @Test(arguments: Nonsense.all)
  fileprivate func `are rejected as such, whatever the witness`(_ nonsense: Nonsense) {
    let sound = LossStatement.triangular(5, .less, layers: 4, lambda: Rational(1, 100))
    for witness in [Prover(statement: sound).witness(cells: 10), .same] {
      let rejection = #expect(throws: Rejection.self) {
        try LossComparison.replay(nonsense.statement, witness)
      }
      #expect(rejection?.rule == .statement, "\(String(describing: rejection))")
    }
  }

  @Test func `the largest sizes that are allowed are worked on`() throws {
    // 4096 layers; at a threshold the tie is proved by two cells and a tangent.
    let layers = 4096
    let statement = LossStatement(
      [.collapse(1)], .equal, [.collapse(1)], layers: layers,
      regularisation: LossStatement.threshold(classes: 1, layers: layers) * 2)
    #expect(try LossComparison.replay(statement, .same).blocks == 2)
    let blocks = Array(repeating: LossStatement.Block.collapse(1), count: 1000)
    let many = LossStatement(
      blocks, .equal, [.collapse(1000)], layers: 3, regularisation: Rational(1, 100))
    #expect(try LossComparison.replay(many, .same).blocks == 1001)
  }
}
