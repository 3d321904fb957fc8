import Foundation
import Losses
import Rational

/// Explicit features and weights of a solution, to be put through objective (1) of the paper.
struct ExplicitWeights {
  /// H_1
  var features: DoubleMatrix
  /// W_1, …, W_L
  var weights: [DoubleMatrix]

  /// Objective (1), part by part.
  func objective(
    _ regularisation: Regularisation
  ) -> (fit: Double, features: Double, weights: [Double]) {
    let samples = Int(regularisation.samples.double)
    let classes = features.columns
    var signal = features.repeatingColumns(samples)
    let features = regularisation.features.double / 2 * signal.squaredNorm
    for (index, weight) in weights.enumerated() {
      signal = weight * signal
      if index < weights.count - 1 { signal = signal.rectified }
    }
    let labels = DoubleMatrix.identity(classes).repeatingColumns(samples)
    return (
      (signal - labels).squaredNorm / Double(2 * classes * samples), features,
      zip(weights, regularisation.weights).map { $1.double / 2 * $0.squaredNorm }
    )
  }

  /// The weights for features `M_l = √α_l B` and a last layer `M̃_L = √α_L N`, everything else being
  /// optimal in a problem with that many classes altogether.
  init(
    base: DoubleMatrix, last: DoubleMatrix, scales: [Double], _ regularisation: Regularisation,
    classes: Int
  ) {
    let samples = regularisation.samples.double
    let decays = regularisation.weights.map(\.double)
    // M_2, …, M_{L-1} and M̃_L.
    let layers =
      scales.dropLast().map { $0.squareRoot() * base }
      + [(scales.last ?? 0).squareRoot() * last]
    // M_2 = W_1 H_1 with both of the shape (M Mᵀ)^(1/4), weighed by the decays: Lemma 15.
    let first = layers[0]
    let ratio = (decays[0] / (samples * regularisation.features.double)).squareRoot().squareRoot()
    let gram = first * first.transposed
    weights = [1 / ratio * gram.map { $0.squareRoot().squareRoot() }]
    features = ratio * gram.map { $0 > 0 ? 1 / $0.squareRoot().squareRoot() : 0 } * first
    for (layer, next) in zip(layers, layers.dropFirst()) {
      weights.append(next * layer.pseudoInverse)
    }
    // The ridge solution of Lemma 14.
    let output = (layers.last ?? first).rectified
    let shift = Double(classes) * (decays.last ?? 0)
    weights.append(
      (output.transposed * output).map { 1 / ($0 + shift) } * output.transposed)
  }

  /// Both networks side by side.
  static func blocks(_ one: ExplicitWeights, _ other: ExplicitWeights) -> ExplicitWeights {
    var result = one
    result.features = .blocks(one.features, other.features)
    result.weights = zip(one.weights, other.weights).map { DoubleMatrix.blocks($0, $1) }
    return result
  }

  /// The columns of H_1 and the rows of W_L that belong to some of the classes.
  func keeping(classes kept: [Int]) -> ExplicitWeights {
    var result = self
    result.features = features.keeping(columns: kept)
    let last = weights[weights.count - 1].transposed.keeping(columns: kept).transposed
    result.weights[weights.count - 1] = last
    return result
  }
}

/// The matrices of Definition 6, written down once more.
enum TriangularMatrices {
  static func edges(_ r: Int) -> [(Int, Int)] {
    (0..<r).flatMap { a in ((a + 1)..<max(r, a + 1)).map { (a, $0) } }
  }

  /// T_r
  static func base(_ r: Int) -> DoubleMatrix {
    let edges = edges(r)
    return DoubleMatrix(r, edges.count) { vertex, edge in
      edges[edge].0 == vertex || edges[edge].1 == vertex ? 1 / Double(r - 1).squareRoot() : 0
    }
  }

  /// The rows of A_L^(1) T_r, scaled to norm 1.
  static func last(_ r: Int) -> DoubleMatrix {
    let edges = edges(r)
    let weightings = DoubleMatrix(edges.count, r) { edge, vertex in
      edges[edge].0 == vertex || edges[edge].1 == vertex ? -1 : 1
    }
    let product = weightings * base(r)
    return DoubleMatrix(product.rows, product.columns) { i, j in
      let square = (0..<product.columns).reduce(0) { $0 + product[i, $1] * product[i, $1] }
      return product[i, j] / square.squareRoot()
    }
  }
}

extension Rational {
  /// The nearest double or one beside it.
  var double: Double { Double(decimal(digits: 25)) ?? .nan }
}

extension CertifiedNumber {
  var double: Double { lower.double }
}
