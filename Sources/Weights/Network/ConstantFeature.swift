import Certificates
import Rational

extension WeightFile {
  /// The layers up to the last one with a bias that is not zero: 0 without biases.
  public var biasedLayers: Int {
    (biases.lastIndex { $0 != nil }).map { $0 + 1 } ?? 0
  }

  /// A network without biases that computes the same: a feature that is one in every column takes their
  /// place.
  ///
  /// H_1 gets a row of ones, and up to the last layer with a bias W_l gets the column b_l and, but in
  /// that layer, a row that passes the one on: σ(1) = 1. It is a point of objective (1), whose norms count
  /// the ones and the biases as well.
  public var withConstantFeature: (features: PointMatrix, weights: [PointMatrix]) {
    let last = biasedLayers
    guard last > 0 else { return (features, weights) }
    let ones = Array(repeating: Rational(1), count: features.columns)
    let wider = PointMatrix(
      rows: features.rows + 1, columns: features.columns, entries: features.entries + ones)
    let layers = weights.enumerated().map { index, weight -> PointMatrix in
      guard index < last else { return weight }
      var entries: [Rational] = []
      for row in 0..<weight.rows {
        entries += (0..<weight.columns).map { weight[row, $0] }
        entries.append(biases[index]?[row, 0] ?? 0)
      }
      let passes = index < last - 1
      if passes { entries += Array(repeating: 0, count: weight.columns) + [1] }
      return PointMatrix(
        rows: weight.rows + (passes ? 1 : 0), columns: weight.columns + 1, entries: entries)
    }
    return (wider, layers)
  }
}

extension PointMatrix {
  /// The entries, row after row.
  var entries: [Rational] { numerators.map { Rational($0, denominator) } }

  /// Without the last row.
  func withoutLastRow() -> PointMatrix {
    PointMatrix(
      rows: rows - 1, columns: columns,
      entries: Array(entries.prefix((rows - 1) * columns)))
  }
}
