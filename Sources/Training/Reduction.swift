extension TrainingProblem {
  /// A point with fewer numbers and about the same objective, with its own problem.
  ///
  /// - H_1 is written in an orthonormal basis of its columns: (W_1 Q)(Qᵀ H_1) = W_1 H_1 and no norm
  ///   grows. With the basis of Gram and Schmidt H_1 is triangular.
  /// - A hidden unit whose feature or weights are as good as zero is left out.
  /// - Two hidden units whose features are parallel become one: with incoming weights of the norm
  ///   (a² + b²)^(1/2) the outgoing ones need no larger norm (Cauchy and Schwarz).
  ///
  /// None of this is exact here; descending again from the result mends what was lost.
  func reduced(
    _ matrices: [DenseMatrix], tolerance: Double
  ) -> (problem: TrainingProblem, matrices: [DenseMatrix]) {
    var result = matrices
    Self.reduceFeatures(&result, tolerance)
    for layer in 1..<layers { reduceUnits(&result, layer, tolerance) }
    let widths = result.dropFirst().map(\.columns)
    return (TrainingProblem(classes: classes, widths: widths, decays: decays), result)
  }

  /// Writes H_1 in a basis of its columns, as far as they are longer than the tolerance.
  static func reduceFeatures(_ matrices: inout [DenseMatrix], _ tolerance: Double) {
    let features = matrices[0]
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    var rest = (0..<features.columns).map { column in
      (0..<features.rows).map { features[$0, column] }
    }
    let scale = rest.map { dot($0, $0) }.max() ?? 0
    var basis: [[Double]] = []
    while basis.count < min(features.rows, features.columns) {
      let norms = rest.map { dot($0, $0) }
      guard let index = norms.indices.max(by: { norms[$0] < norms[$1] }),
        norms[index] > scale * tolerance * tolerance || basis.isEmpty, norms[index] > 0
      else { break }
      let root = norms[index].squareRoot()
      let unit = rest[index].map { $0 / root }
      basis.append(unit)
      for column in rest.indices {
        let part = dot(rest[column], unit)
        rest[column] = zip(rest[column], unit).map { $0 - part * $1 }
      }
    }
    guard !basis.isEmpty else { return }
    let weights = matrices[1]
    matrices[0] = DenseMatrix(rows: basis.count, columns: features.columns) { row, column in
      dot(basis[row], (0..<features.rows).map { features[$0, column] })
    }
    matrices[1] = DenseMatrix(rows: weights.rows, columns: basis.count) { row, column in
      dot(basis[column], (0..<weights.columns).map { weights[row, $0] })
    }
  }

  /// Reduces the units that W_layer feeds.
  private func reduceUnits(_ matrices: inout [DenseMatrix], _ layer: Int, _ tolerance: Double) {
    var current = matrices[0]
    for index in 1...layer {
      let (weights, input) = (matrices[index], current)
      current = DenseMatrix(rows: weights.rows, columns: classes) { row, column in
        max(0, (0..<weights.columns).reduce(0) { $0 + weights[row, $1] * input[$1, column] })
      }
    }
    let (incoming, outgoing) = (matrices[layer], matrices[layer + 1])
    func row(_ matrix: DenseMatrix, _ index: Int) -> [Double] {
      (0..<matrix.columns).map { matrix[index, $0] }
    }
    func norm(_ vector: [Double]) -> Double {
      vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    struct Unit {
      var incoming: [Double]
      var outgoing: [Double]
      var feature: [Double]
    }
    var units: [Unit] = (0..<incoming.rows).map { index in
      Unit(
        incoming: row(incoming, index),
        outgoing: (0..<outgoing.rows).map { outgoing[$0, index] }, feature: row(current, index))
    }
    let most = units.map { norm($0.feature) * norm($0.outgoing) }.max() ?? 0
    units.removeAll { norm($0.feature) * norm($0.outgoing) <= most * tolerance * tolerance }
    var merged: [Unit] = []
    for unit in units {
      let size = norm(unit.feature)
      let twin = merged.firstIndex { other in
        let product = zip(other.feature, unit.feature).reduce(0) { $0 + $1.0 * $1.1 }
        return product > (1 - tolerance * tolerance) * norm(other.feature) * size
      }
      guard let twin else {
        merged.append(unit)
        continue
      }
      var both = merged[twin]
      let (a, b) = (norm(both.incoming), norm(unit.incoming))
      let (f, g) = (norm(both.feature), size)
      let total = (a * a + b * b).squareRoot()
      // What arrives above is f times the one outgoing row and g times the other.
      let grown = total / a * f
      both.outgoing = zip(both.outgoing, unit.outgoing).map { (f * $0 + g * $1) / grown }
      both.incoming = both.incoming.map { $0 * total / a }
      both.feature = both.feature.map { $0 * total / a }
      merged[twin] = both
    }
    guard !merged.isEmpty else { return }
    matrices[layer] = DenseMatrix(rows: merged.count, columns: incoming.columns) {
      merged[$0].incoming[$1]
    }
    matrices[layer + 1] = DenseMatrix(rows: outgoing.rows, columns: merged.count) {
      merged[$1].outgoing[$0]
    }
  }
}
