import Rational

/// The regularisation of a problem, one number for each parameter.
///
/// A minimal loss depends on the product Λ alone; the features and weights that attain it on all.
public struct Regularisation: Hashable, Sendable {
  /// n, the samples of each class.
  public let samples: Rational
  /// λ_H, the weight decay of the features H_1.
  public let features: Rational
  /// λ_1, …, λ_L, the weight decays of W_1, …, W_L.
  public let weights: [Rational]

  /// The regularisation with these numbers.
  ///
  /// - Precondition: All are positive, and there are at least two layers.
  public init(samples: Rational, features: Rational, weights: [Rational]) {
    precondition(samples.sign > 0 && features.sign > 0 && weights.count >= 2)
    precondition(weights.allSatisfy { $0.sign > 0 })
    self.samples = samples
    self.features = features
    self.weights = weights
  }

  /// One value for all weight decays.
  public init(samples: Rational, all decay: Rational, layers: Int) {
    self.init(
      samples: samples, features: decay, weights: Array(repeating: decay, count: layers))
  }

  /// The one value of all weight decays, if they are the same.
  public var commonDecay: Rational? {
    weights.allSatisfy { $0 == features } ? features : nil
  }

  /// Λ = n·λ_H·λ_1⋯λ_L.
  public var product: Rational {
    if let decay = commonDecay { return samples * decay.power(weights.count + 1) }
    return weights.reduce(samples * features, *)
  }
}
