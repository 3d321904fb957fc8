import Testing

@testable import Training

@Suite struct DescentTests {
  private static let problems = [
    TrainingProblem(classes: 3, widths: [4, 5], decays: [0.03, 0.02, 0.01]),
    TrainingProblem(classes: 5, widths: [3, 7, 4, 6], decays: [0.01, 0.02, 0.03, 0.015, 0.005]),
    TrainingProblem(classes: 2, widths: [1, 2, 1], decays: [0.1, 0.2, 0.3, 0.4]),
  ]

  /// The objective as it stands in the paper, without padding or transposition.
  private func objective(_ problem: TrainingProblem, _ matrices: [DenseMatrix]) -> Double {
    var sum = 0.0
    for (decay, matrix) in zip(problem.decays, matrices) { sum += decay / 2 * matrix.squaredNorm }
    for label in 0..<problem.classes {
      var vector = (0..<matrices[0].rows).map { matrices[0][$0, label] }
      for (index, weight) in matrices.dropFirst().enumerated() {
        vector = (0..<weight.rows).map { row in
          (0..<weight.columns).reduce(0) { $0 + weight[row, $1] * vector[$1] }
        }
        if index < problem.layers - 1 { vector = vector.map { max($0, 0) } }
      }
      for (row, value) in vector.enumerated() {
        let rest = value - (row == label ? 1 : 0)
        sum += rest * rest / (2 * Double(problem.classes))
      }
    }
    return sum
  }

  private func random(_ problem: TrainingProblem, _ seed: UInt64) -> [DenseMatrix] {
    var source = RandomSource(seed: seed)
    return problem.shapes.map { shape in
      var matrix = DenseMatrix(rows: shape.rows, columns: shape.columns) { _, _ in 0 }
      for place in matrix.entries.indices { matrix.entries[place] = source.normal() }
      return matrix
    }
  }

  @Test(arguments: problems)
  func `the objective is that of the paper`(_ problem: TrainingProblem) {
    for seed in 1...10 as ClosedRange<UInt64> {
      let matrices = random(problem, seed)
      let descent = Descent(problem)
      descent.matrices = matrices
      #expect(descent.matrices == matrices)
      #expect(abs(descent.loss() - objective(problem, matrices)) < 1e-11)
    }
  }

  @Test(arguments: problems)
  func `a step follows the gradient of finite differences`(_ problem: TrainingProblem) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let matrices = random(problem, seed)
      let descent = Descent(problem)
      descent.matrices = matrices
      let rate = 1e-4
      descent.step(rate: rate)
      let moved = descent.matrices
      for index in matrices.indices {
        for place in matrices[index].entries.indices {
          let width = 1e-5
          var (above, below) = (matrices, matrices)
          above[index].entries[place] += width
          below[index].entries[place] -= width
          let slope = (objective(problem, above) - objective(problem, below)) / (2 * width)
          let step = (matrices[index].entries[place] - moved[index].entries[place]) / rate
          #expect(abs(slope - step) < 1e-5 * (1 + abs(slope)))
        }
      }
    }
  }

  /// Every pattern, also where there is hardly room for it.
  @Test(arguments: [[2, 2], [10, 10], [1, 1, 1], [3, 4, 5], [12, 2, 3, 9], [7, 7, 7, 7, 7]])
  func `a start has the shapes of the problem and is the same every time`(_ widths: [Int]) {
    let decays = Array(repeating: 0.02, count: widths.count + 1)
    for classes in [2, 5, 7] {
      let problem = TrainingProblem(classes: classes, widths: widths, decays: decays)
      for seed in 0...12 as ClosedRange<UInt64> {
        let start = Start.matrices(problem, seed: seed)
        #expect(start.map(\.rows) == problem.shapes.map(\.rows))
        #expect(start.map(\.columns) == problem.shapes.map(\.columns))
        #expect(start.allSatisfy { abs(0.02 * $0.squaredNorm - 1) < 1e-9 })
        #expect(start == Start.matrices(problem, seed: seed))
      }
    }
  }

  @Test func `descending never raises the objective, and ends where it says`() {
    let problem = Self.problems[1]
    for seed in 1...8 as ClosedRange<UInt64> {
      let point = problem.descend(seed: seed, Schedule(steps: 500))
      #expect(point.loss.isFinite)
      #expect(abs(point.loss - objective(problem, point.matrices)) < 1e-12)
      let further = problem.descend(from: point.matrices, seed: seed, steps: 300, rate: 50)
      #expect(further.loss <= point.loss)
    }
  }

  @Test func `a reduced point has fewer numbers and, polished, loses no more`() {
    let problem = TrainingProblem(
      classes: 3, widths: [8, 8, 8, 8], decays: Array(repeating: 0.01, count: 5))
    let point = problem.descend(seed: 3, Schedule(steps: 6000))
    let (smaller, matrices) = problem.reduced(point.matrices, tolerance: 0.1)
    #expect(smaller.widths.reduce(0, +) < 16)
    let polished = smaller.descend(from: matrices, seed: 3, steps: 6000, rate: 0.5)
    #expect(polished.loss < point.loss + 1e-3)
  }
}
