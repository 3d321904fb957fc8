extension TrainingProblem {
  /// The denominators that are tried, from small to large.
  private static let denominators =
    Array(1...40) + stride(from: 44, through: 100, by: 4)
    + [120, 150, 200, 300, 500, 1000, 3000, 10_000, 100_000, 1_000_000]

  /// The points on grids of the form Z/q near a point, one for each q at which the objective is at
  /// most `limit`, from the smallest q on.
  ///
  /// Each number goes to the nearest place of the grid, and then to a neighbouring place as long as
  /// that lowers the objective, unless it is beyond `reach`.
  func rounded(
    _ matrices: [DenseMatrix], limit: Double, reach: Double,
    _ accept: (_ denominator: Int, _ numerators: [[Int]]) -> Bool
  ) {
    let descent = Descent(self)
    for denominator in Self.denominators {
      let scale = Double(denominator)
      var numerators = matrices.map { $0.entries.map { ($0 * scale).rounded() } }
      descent.matrices = zip(matrices, numerators).map { matrix, numerators in
        DenseMatrix(
          rows: matrix.rows, columns: matrix.columns, entries: numerators.map { $0 / scale })
      }
      var best = descent.loss()
      var rounds = 0
      // What is far off is not worth the effort; what is good enough needs none.
      while best > limit, best < reach, rounds < 6 {
        rounds += 1
        var improves = false
        for (index, matrix) in matrices.enumerated() {
          for place in numerators[index].indices {
            for change in [-1.0, 1] {
              let (row, column) = place.quotientAndRemainder(dividingBy: matrix.columns)
              let moved = numerators[index][place] + change
              descent.set(index, row: row, column: column, to: moved / scale)
              let value = descent.loss()
              if value < best {
                (best, improves) = (value, true)
                numerators[index][place] = moved
              }
              descent.set(
                index, row: row, column: column, to: numerators[index][place] / scale)
            }
          }
        }
        if !improves { break }
      }
      guard best <= limit, numerators.allSatisfy({ $0.allSatisfy { abs($0) < 0x1p62 } })
      else { continue }
      if accept(denominator, numerators.map { $0.map { Int($0) } }) { return }
    }
  }
}
