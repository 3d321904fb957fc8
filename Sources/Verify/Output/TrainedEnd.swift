import Certificates
import Graphs
import Losses
import Rational
import Training

/// What exact arithmetic says of the weights at the end of a training.
struct TrainedEnd {
  /// A number of singular values above a threshold.
  struct Rank {
    /// `M̃_2`: class means before σ.
    let name: String
    /// How many singular values are above the threshold, certified by an exact inertia.
    let count: Int
    /// The threshold: a thousandth of the largest singular value, rounded to a number that the count is for.
    let threshold: Rational
  }

  let seed: UInt64
  let loss: Rational
  /// Deep neural collapse first.
  let comparisons: [PointAnswer.Comparison]
  /// Of the class means M̃_2, …, M̃_L, before σ, and then of M_L, after it.
  let ranks: [Rank]

  /// The part of the largest singular value above which others count.
  static let relativeThreshold = 1e-3

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
    let means = layers.dropLast().enumerated().map { index, matrix in
      ("M̃_\(index + 2)", Self.classMeans(matrix, settings.classes))
    }
    let active = Self.classMeans(layers[layers.count - 2].positivePart, settings.classes)
    ranks = try (means + [("M_\(settings.layers)", active)]).map {
      try Self.rank($0, of: $1)
    }
  }

  /// The means of the columns of each class.
  private static func classMeans(_ matrix: PointMatrix, _ classes: Int) -> Matrix<Rational> {
    let samples = matrix.columns / classes
    return Matrix(
      (0..<matrix.rows).map { row in
        (0..<classes).map { label in
          let start = row * matrix.columns + label * samples
          let sum = matrix.numerators[start..<start + samples].reduce(Integer(0), +)
          return Rational(sum, matrix.denominator * Integer(samples))
        }
      })
  }

  /// The number of eigenvalues of MᵀM above θ²: those of MᵀM - θ² I that are positive.
  private static func rank(_ name: String, of means: Matrix<Rational>) throws -> Rank {
    let rounded = DenseMatrix(
      rows: means.rows, columns: means.columns,
      entries: (0..<means.rows * means.columns).map {
        Double(near: means[$0 / means.columns, $0 % means.columns])
      })
    let largest = rounded.singularValues.first ?? 0
    let threshold = Rational(exactly: relativeThreshold * largest) ?? 0
    let gram = means.transposed * means
    let shifted = Matrix<Rational>(rows: gram.rows, columns: gram.columns) { row, column in
      gram[row, column] - (row == column ? threshold * threshold : 0)
    }
    return Rank(name: name, count: try shifted.inertia().positive, threshold: threshold)
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
