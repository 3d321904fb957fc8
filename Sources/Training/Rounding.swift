extension TrainingProblem {
  /// The denominators that are tried, from small to large.
  private static let denominators =
    Array(1...40) + stride(from: 44, through: 100, by: 4)
    + [120, 150, 200, 300, 500, 1000, 3000, 10_000, 100_000, 1_000_000]

  /// The points on grids of the form Z/q near a point, one for each q at which the objective is at
  /// most `limit`, from the smallest q on.
  ///
  /// Each number goes to the nearest place of the grid, and then to a neighbouring place as long as
  /// that lowers the objective.
  func rounded(
    _ matrices: [DenseMatrix], limit: Double,
    _ accept: (_ denominator: Int, _ numerators: [[Int]]) -> Bool
  ) {
    let descent = Descent(self)
    for denominator in Self.denominators {
      let scale = Double(denominator)
      var numerators = matrices.map { $0.entries.map { ($0 * scale).rounded() } }
      func loss() -> Double {
        descent.matrices = matrices.enumerated().map { index, matrix in
          DenseMatrix(
            rows: matrix.rows, columns: matrix.columns,
            entries: numerators[index].map { $0 / scale })
        }
        return descent.loss()
      }
      var best = loss()
      // What is far off is not worth the effort; what is good enough needs none.
      if best > limit, best < limit + 0.2, denominator <= 1000 {
        var improves = true
        var rounds = 0
        while improves, best > limit, rounds < 6 {
          (improves, rounds) = (false, rounds + 1)
          for index in numerators.indices {
            for place in numerators[index].indices {
              for change in [-1.0, 1] {
                numerators[index][place] += change
                let value = loss()
                if value < best {
                  (best, improves) = (value, true)
                } else {
                  numerators[index][place] -= change
                }
              }
            }
          }
        }
      }
      guard best <= limit else { continue }
      if accept(denominator, numerators.map { $0.map { Int($0) } }) { return }
    }
  }
}
