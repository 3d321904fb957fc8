import Glibc
import Losses
import Rational

/// All that a training by plain gradient descent depends on: the same settings give the same numbers on the
/// same machine.
public struct TrainingSettings: Hashable, Sendable {
  /// K
  public let classes: Int
  /// n
  public let samples: Int
  /// d_1, …, d_L
  public let widths: [Int]
  /// λ_H and λ_1, …, λ_L; its samples are n.
  public let regularisation: Regularisation
  /// The learning rate.
  public let rate: Double
  /// The seed of the start.
  public let seed: UInt64

  /// The settings with these numbers.
  ///
  /// - Precondition: There are a width and a λ_l for each of L ≥ 2 layers.
  public init(
    classes: Int, widths: [Int], regularisation: Regularisation, rate: Double, seed: UInt64
  ) {
    precondition(classes > 0 && widths.count >= 2 && widths.allSatisfy { $0 > 0 })
    precondition(widths.count == regularisation.weights.count)
    guard let samples = Int(exactly: regularisation.samples.numerator),
      regularisation.samples.isInteger, samples > 0
    else { preconditionFailure("a number of samples") }
    self.classes = classes
    self.samples = samples
    self.widths = widths
    self.regularisation = regularisation
    self.rate = rate
    self.seed = seed
  }

  /// L
  public var layers: Int { widths.count }
  /// N = Kn
  public var columns: Int { classes * samples }

  /// λ_H, λ_1, …, λ_L, rounded.
  var decays: [Double] {
    [Double(regularisation.features)] + regularisation.weights.map { Double($0) }
  }

  /// The rows and columns of H_1, W_1, …, W_L.
  public var shapes: [(rows: Int, columns: Int)] {
    let heights = widths.dropFirst() + [classes]
    return [(widths[0], columns)] + zip(heights, widths).map { ($0, $1) }
  }

  /// Where the descent begins: entries of H_1 are normal with variance 1, those of W_l with variance 1/d_l,
  /// all independent.
  ///
  /// The paper does not say how it begins; with this start its observations are met (`docs/trainings.md`).
  func start() -> [DenseMatrix] {
    var random = RandomSource(seed: seed &* 0xD134_2543_DE82_EF95 &+ 2)
    return shapes.enumerated().map { index, shape in
      let scale = index == 0 ? 1 : 1 / Double(shape.columns).squareRoot()
      return DenseMatrix(rows: shape.rows, columns: shape.columns) { _, _ in
        scale * random.normal()
      }
    }
  }
}
