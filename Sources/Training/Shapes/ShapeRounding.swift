import Certificates
import Rational

extension ShapeObjective {
  /// The greatest integer of a matrix that is tried, from small to large.
  private static let heights =
    Array(1...24) + [28, 32, 40, 48, 64, 96, 128, 256, 1024, 1 << 16, 1 << 24]

  /// A place with fewer numbers and about the same value: H_1 in a basis of its columns, hidden units
  /// whose features or weights are as good as zero left out; then it descends again.
  func reduced(_ place: Place) -> Place {
    for tolerance in [0.1, 0.03, 1e-2, 1e-3] {
      var candidate = place
      TrainingProblem.reduceFeatures(&candidate.matrices, tolerance)
      for layer in 1..<layers {
        let incoming = candidate.matrices[layer]
        func norm(_ row: Int) -> Double {
          (0..<incoming.columns).reduce(0) { $0 + incoming[row, $1] * incoming[row, $1] }
        }
        let most = (0..<incoming.rows).reduce(0) { max($0, norm($1)) }
        let kept = (0..<incoming.rows).filter { norm($0) > most * tolerance * tolerance }
        candidate.matrices[layer] = DenseMatrix(rows: kept.count, columns: incoming.columns) {
          incoming[kept[$0], $1]
        }
        guard layer + 1 < layers else { continue }
        let outgoing = candidate.matrices[layer + 1]
        candidate.matrices[layer + 1] = DenseMatrix(rows: outgoing.rows, columns: kept.count) {
          outgoing[$0, kept[$1]]
        }
      }
      guard let value = evaluate(place)?.value,
        let polished = descend(from: candidate, steps: 600), polished.value <= value + 1e-4
      else { continue }
      return polished.place
    }
    return place
  }

  /// Shapes of integers near a place, one for each height of the matrices at which the value is at most
  /// `limit`, from small integers on.
  ///
  /// A matrix may be multiplied by any positive number. Each is scaled such that its greatest entry is the
  /// height, its entries go to the nearest integers, and then to neighbouring ones as long as that lowers
  /// the value, unless it is beyond `reach`.
  func rounded(
    _ place: Place, limit: Double, reach: Double, _ accept: (Shape) -> Bool
  ) {
    for height in Self.heights {
      var current = place
      for index in current.matrices.indices {
        let most = current.matrices[index].entries.reduce(0) { max($0, abs($1)) }
        for entry in current.matrices[index].entries.indices {
          current.matrices[index].entries[entry] =
            (current.matrices[index].entries[entry] * Double(height) / most).rounded()
        }
      }
      guard var best = evaluate(current)?.value else { continue }
      var rounds = 0
      while best > limit, best < reach, rounds < 6 {
        rounds += 1
        let before = best
        for index in current.matrices.indices {
          for entry in current.matrices[index].entries.indices {
            for change in [-1.0, 1] {
              current.matrices[index].entries[entry] += change
              if let value = evaluate(current)?.value, value < best {
                best = value
              } else {
                current.matrices[index].entries[entry] -= change
              }
            }
          }
        }
        // τ is no integer.
        for factor in [0.01, -0.01, 0.001, -0.001] {
          var moved = current
          moved.logTau += factor
          while let value = evaluate(moved)?.value, value < best {
            (best, current) = (value, moved)
            moved.logTau += factor
          }
        }
        if best >= before { break }
      }
      if best <= limit, accept(current.shape) { return }
    }
  }
}

extension ShapeObjective.Place {
  /// The shape of a place whose entries are integers, each matrix without a divisor in common.
  fileprivate var shape: Shape {
    let matrices = matrices.map { matrix in
      let entries = matrix.entries.map { Integer(Int($0)) }
      let divisor = entries.reduce(Integer(0)) { Integer.gcd($0, $1) }
      return PointMatrix(
        rows: matrix.rows, columns: matrix.columns,
        entries: entries.map { Rational(divisor.isZero ? $0 : $0 / divisor) })
    }
    return Shape(features: matrices[0], weights: Array(matrices.dropFirst()))
  }
}
