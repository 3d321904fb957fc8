import Rational

/// The form `wᵀ M w` of a symmetric matrix.
package struct QuadraticForm {
  private var matrix: [[Surd]]

  /// - Precondition: The rows are those of a symmetric matrix.
  package init(_ matrix: [[Surd]]) { self.matrix = matrix }

  /// What decides whether the form takes negative values, or 0.
  package enum Analysis {
    /// A vector at which it is negative.
    case negative([Surd])
    /// It is nowhere negative, and 0 on the span of these vectors alone, the kernel of the matrix.
    case semidefinite(kernel: [[Surd]])
  }

  /// By an elimination of rows and columns alike, as squares are completed.
  ///
  /// - Complexity: Cubic in the number of rows, counted in field operations.
  package var analysis: Analysis {
    var form = self
    var rest = Array(matrix.indices)
    var pivots: [(place: Int, row: [Int: Surd])] = []
    /// The vector with these coordinates that makes each completed square 0.
    func lifted(_ coordinates: [Int: Surd]) -> [Surd] {
      var vector = Array(repeating: Surd.zero, count: matrix.count)
      for (place, value) in coordinates { vector[place] = value }
      for pivot in pivots.reversed() {
        vector[pivot.place] = pivot.row.reduce(into: Surd.zero) { $0 -= $1.value * vector[$1.key] }
      }
      return vector
    }
    while true {
      if let place = rest.first(where: { form.matrix[$0][$0].sign < 0 }) {
        return .negative(lifted([place: 1]))
      }
      guard let place = rest.first(where: { form.matrix[$0][$0].sign > 0 }) else { break }
      rest.removeAll { $0 == place }
      let scale = form.matrix[place][place].inverse
      var row: [Int: Surd] = [:]
      for other in rest where !form.matrix[place][other].isZero {
        row[other] = form.matrix[place][other] * scale
      }
      for (i, factor) in row {
        for j in row.keys { form.matrix[i][j] -= factor * form.matrix[place][j] }
      }
      pivots.append((place, row))
    }
    // The diagonal is 0 where something is left: off it an entry makes both signs.
    for i in rest {
      for j in rest where i < j && !form.matrix[i][j].isZero {
        return .negative(lifted([i: 1, j: form.matrix[i][j].sign > 0 ? -1 : 1]))
      }
    }
    return .semidefinite(kernel: rest.map { lifted([$0: 1]) })
  }
}
