import Glibc
import Rational
import Threads

extension PointSearch {
  /// Beyond this many classes a descent from every construction takes too long.
  private static let classLimit = 40

  /// The best point near a structured start, at this Λ: what the search has to be at least as good as.
  ///
  /// The shapes of `ShapeStart` that have room in the widths descend at the x of Λ; the best one is scaled such
  /// that the terms of the regularisation are equal, with the ridge-optimal last weights, and its widths
  /// are filled with zeros, where a gradient stays zero.
  ///
  /// - Returns: nil when no start has room, or none descends.
  func construction(jobs: Int) -> TrainedPoint? {
    let layers = widths.count
    guard classes >= 2, classes <= Self.classLimit else { return nil }
    let x = minimiser
    let objective = ShapeObjective(classes: classes, layers: layers, x: x)
    let starts = Array(0..<ShapeStart.structuredCount(classes: classes))
    let ends = inParallel(starts, jobs: jobs) { index -> (ShapeObjective.Place, Double)? in
      let start = ShapeStart.matrices(classes: classes, layers: layers, index: index)
      let isNarrow = zip(start, widths).allSatisfy { $0.rows <= $1 }
      guard isNarrow, let end = objective.descend(from: .init(matrices: start), steps: 400)
      else { return nil }
      return (end.place, end.value)
    }
    guard let best = ends.min(by: { $0.1 < $1.1 }),
      let polished = objective.descend(from: best.0, steps: 4000),
      let matrices = point(polished.place, x)
    else { return nil }
    return problem.descend(from: matrices, seed: 0, steps: schedule.steps / 4, rate: schedule.rate)
  }

  /// x with K^(L+1) Λ = x^(L-1)/(1 + x)^(2L), and L - 1 when Λ is beyond the critical one.
  private var minimiser: Double {
    let layers = Double(widths.count)
    let logarithm =
      problem.decays.reduce(0) { $0 + log($1) } + (layers + 1) * log(Double(classes))
    func value(_ x: Double) -> Double { (layers - 1) * log(x) - 2 * layers * log(1 + x) }
    var (low, high) = (layers - 1, 1e12)
    for _ in 0..<200 {
      let middle = (low * high).squareRoot()
      if value(middle) > logarithm { low = middle } else { high = middle }
    }
    return low
  }

  /// H_1, W_1, …, W_L of a place.
  private func point(_ place: ShapeObjective.Place, _ x: Double) -> [DenseMatrix]? {
    let problem = problem
    let t = exp(place.logTau) * x / ((1 + x) * (1 + x))
    var result: [DenseMatrix] = []
    for (index, matrix) in place.matrices.enumerated() {
      let factor = (t / (problem.decays[index] * matrix.squaredNorm)).squareRoot()
      let shape = problem.shapes[index]
      result.append(
        DenseMatrix(rows: shape.rows, columns: shape.columns) { row, column in
          row < matrix.rows && column < matrix.columns ? factor * matrix[row, column] : 0
        })
    }
    let last = result.dropFirst().reduce(result[0]) { ($1 * $0).positivePart }
    var gram = last.transposed * last
    for index in 0..<classes {
      gram[index, index] += Double(classes) * problem.decays[problem.layers]
    }
    guard let inverse = gram.inverseOfPositive else { return nil }
    return result + [inverse * last.transposed]
  }
}
