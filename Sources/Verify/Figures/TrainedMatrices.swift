import Training
import Weights

/// The class means of a training at its end, rounded, by their names in the paper.
struct TrainedMatrices {
  /// M̃_2, …, M̃_L: class means before σ; M̃_l is at l - 2.
  let before: [DenseMatrix]
  /// M_1, …, M_L: class means after σ; M_l is at l - 1.
  let after: [DenseMatrix]

  init(_ run: TrainingRun) {
    let classes = run.settings.classes
    var features = run.matrices[0]
    var (before, after) = ([DenseMatrix](), [features.classMeans(classes)])
    for weights in run.matrices.dropFirst().dropLast() {
      let product = weights * features
      before.append(product.classMeans(classes))
      features = product.positivePart
      after.append(features.classMeans(classes))
    }
    (self.before, self.after) = (before, after)
  }

  /// How many singular values are above a thousandth of the largest.
  static func rank(_ matrix: DenseMatrix) -> Int {
    let values = matrix.singularValues
    let threshold = Double(SingularValues.Threshold.standardFactor) * (values.first ?? 0)
    return values.count { $0 > threshold }
  }

  /// The mean of the ranks of M̃_2, …, M̃_{L-1}, which are between the features and the last σ; with two layers
  /// the rank of M̃_2.
  var averageRank: Double {
    let inner = before.count > 1 ? before.dropLast() : before[...]
    return Double(inner.reduce(0) { $0 + Self.rank($1) }) / Double(inner.count)
  }
}

extension DenseMatrix {
  /// The Gram matrix of the columns.
  var gram: DenseMatrix { transposed * self }
}

/// Mean and standard deviation.
struct Spread {
  let mean: Double
  /// That of a sample: n - 1 is what is divided by; 0 for a single value.
  let deviation: Double

  /// - Precondition: There is a value.
  init(_ values: [Double]) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
  }
}
