import Glibc

/// Where a descent begins.
///
/// Pure random weights rarely leave the neighbourhood of collapse or of zero, so most starts break
/// the symmetry near a structured solution: features B with non-negative entries that pass the
/// layers as they are (W_l = I), a last hidden layer C B with entries of both signs, and W_L =
/// relu(C B)ᵀ. Everything is perturbed. Which B and C is decided by the seed:
///
/// | seed mod 4 | B | C |
/// |---|---|---|
/// | 0 | none: all weights are normal | |
/// | 1 | each class a random set of one or two of ρ points, as edges | +1 inside, negative outside |
/// | 2 | a circle of classes: rank 2, or 3 with the constant that makes B ≥ 0 | directions of it |
/// | 3 | random, non-negative, half of it zero, of rank at most ρ; normal for L = 2 | normal |
///
/// With two layers nothing passes a layer before C, so B may have either sign.
enum Start {
  /// H_1, W_1, …, W_L for a seed, with all terms of the regularisation equal.
  static func matrices(_ problem: TrainingProblem, seed: UInt64) -> [DenseMatrix] {
    var random = RandomSource(seed: seed &* 0xD134_2543_DE82_EF95 &+ 1)
    let pattern = pattern(problem, Int(seed % 4), &random)
    let noise = pattern == nil ? 1 : [0.02, 0.1, 0.3][random.below(3)]
    let layers = problem.layers
    var result: [DenseMatrix] = []
    for (index, shape) in problem.shapes.enumerated() {
      var matrix = DenseMatrix(rows: shape.rows, columns: shape.columns) { _, _ in
        noise * random.normal() / Double(shape.columns).squareRoot()
      }
      if let (base, last) = pattern {
        for row in 0..<shape.rows {
          for column in 0..<shape.columns {
            func entry(_ matrix: DenseMatrix) -> Double {
              row < matrix.rows && column < matrix.columns ? matrix[row, column] : 0
            }
            let added: Double
            if index == 0 {
              added = entry(base)
            } else if index == layers - 1 {
              added = entry(last)
            } else if index == layers {
              added =
                row < base.columns && column < last.rows
                ? max(0, (0..<last.columns).reduce(0) { $0 + last[column, $1] * base[$1, row] })
                : 0
            } else {
              added = row == column && row < base.rows ? 1 : 0
            }
            matrix[row, column] += added
          }
        }
      }
      let norm = (problem.decays[index] * matrix.squaredNorm).squareRoot()
      for place in matrix.entries.indices { matrix.entries[place] /= norm }
      result.append(matrix)
    }
    return result
  }

  /// B and C; nil for a start without a pattern.
  private static func pattern(
    _ problem: TrainingProblem, _ kind: Int, _ random: inout RandomSource
  ) -> (base: DenseMatrix, last: DenseMatrix)? {
    let classes = problem.classes
    let limit = problem.widths.min() ?? 1
    // As many rows in the last hidden layer as there is room for, at most two for each class.
    let directions = min(problem.widths[problem.layers - 1], 2 * classes)
    switch kind {
    case 1:
      let points = min(limit, 2 + random.below(max(1, classes - 1)))
      var sets: [[Int]] = []
      for _ in 0..<classes {
        let first = random.below(points)
        let second = random.below(points)
        sets.append(first == second ? [first] : [first, second])
      }
      let base = DenseMatrix(rows: points, columns: classes) {
        sets[$1].contains($0) ? 1 / Double(sets[$1].count).squareRoot() : 0
      }
      let outside = -0.3 - random.uniform()
      let rows = min(directions, classes)
      let last = DenseMatrix(rows: rows, columns: points) {
        sets[$0].contains($1) ? 1 : outside
      }
      return (base, last)
    case 2:
      let shift = random.below(2) == 0 ? Double.pi / Double(classes) : 2 * .pi * random.uniform()
      func angle(_ index: Int, _ count: Int) -> Double { 2 * .pi * Double(index) / Double(count) }
      if problem.layers == 2 && limit >= 2 {
        let base = DenseMatrix(rows: 2, columns: classes) {
          cos(angle($1, classes) - ($0 == 0 ? 0 : .pi / 2))
        }
        let rows = min(directions, classes)
        let last = DenseMatrix(rows: rows, columns: 2) {
          cos(angle($0, rows) + shift - ($1 == 0 ? 0 : .pi / 2))
        }
        return (base, last)
      }
      guard limit >= 3 else { return nil }
      let base = DenseMatrix(rows: 3, columns: classes) {
        1 + cos(angle($1, classes) - angle($0, 3))
      }
      let rows = min(directions, classes)
      // Σ_m cos(ψ - 2πm/3) (1 + cos(θ - 2πm/3)) = 3/2 cos(θ - ψ)
      let last = DenseMatrix(rows: rows, columns: 3) {
        cos(angle($0, rows) + shift - angle($1, 3))
      }
      return (base, last)
    case 3:
      let rank = min(limit, 2 + random.below(max(1, classes - 2)))
      var base = DenseMatrix(rows: rank, columns: classes) { _, _ in 0 }
      for place in base.entries.indices {
        let value = abs(random.normal())
        base.entries[place] = random.below(2) == 0 ? 0 : value
      }
      if problem.layers == 2 {
        for place in base.entries.indices { base.entries[place] = random.normal() }
      }
      let rows = min(directions, classes + random.below(3))
      var last = DenseMatrix(rows: rows, columns: rank) { _, _ in 0 }
      for place in last.entries.indices { last.entries[place] = random.normal() }
      return (base, last)
    default: return nil
    }
  }
}
