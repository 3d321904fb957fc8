import Certificates
import Losses
import Rational
import Training
import Weights

/// What exact arithmetic says of the weights at the end of a training.
struct TrainedEnd {
  /// A number of singular values above a threshold.
  struct Rank {
    /// `M̃_2`: class means before σ.
    let name: String
    /// How many singular values are above a thousandth of the largest; nil beyond a limit.
    let count: SingularValues.Count?
  }

  let seed: UInt64
  let loss: Rational
  /// Deep neural collapse first.
  let comparisons: [PointAnswer.Comparison]
  /// Of the class means M̃_2, …, M̃_L, before σ, and then of M_L, after it.
  let ranks: [Rank]

  /// - Precondition: All numbers of the training are finite.
  /// - Throws: `RunError.tooLarge` when the precision limit does not suffice for a minimal loss.
  /// - Complexity: One integer product for each weight and sample, and a cubic elimination in K for each layer.
  init(_ run: TrainingRun, digits: Int) throws {
    let settings = run.settings
    seed = settings.seed
    let value = settings.regularisation
    let matrices = run.matrices.map(PointMatrix.init)
    let point = NetworkPoint(
      classes: settings.classes, samples: settings.samples, columnsPerClass: settings.samples,
      featureDecay: value.features, weightDecays: value.weights, features: matrices[0],
      weights: Array(matrices.dropFirst()))
    let layers = point.preactivations()
    loss = point.terms(of: layers).loss
    comparisons = try PointAnswer.comparisons(loss, settings.classes, value, digits: digits)
    let sizes = Array(repeating: settings.samples, count: settings.classes)
    let means = layers.dropLast().enumerated().map { ("M̃_\($0 + 2)", $1) }
    let active = ("M_\(settings.layers)", layers[layers.count - 2].positivePart)
    ranks = (means + [active]).map { name, matrix in
      let means = ClassStatistics(matrix, sizes: sizes).means
      return Rank(
        name: name,
        count: SingularValues(of: means, rank: means.exactRank())?.count(above: .standard))
    }
  }
}

extension PointMatrix {
  /// The same numbers, exactly.
  ///
  /// - Precondition: They are finite.
  init(_ matrix: DenseMatrix) {
    self.init(
      rows: matrix.rows, columns: matrix.columns,
      entries: matrix.entries.map { number in
        guard let exact = Rational(exactly: number) else { preconditionFailure("finite numbers") }
        return exact
      })
  }
}
