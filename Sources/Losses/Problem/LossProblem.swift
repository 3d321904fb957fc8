import Rational

/// One problem: K classes, L layers and one Λ.
public struct LossProblem: Hashable, Sendable {
  /// K
  public let classes: Int
  /// L
  public let layers: Int
  /// Λ = n·λ_H·λ_1⋯λ_L
  public let regularisation: Rational

  /// - Precondition: A class, three layers, and a positive Λ.
  public init(classes: Int, layers: Int, regularisation: Rational) {
    precondition(classes > 0 && layers >= 3 && regularisation.sign > 0)
    self.classes = classes
    self.layers = layers
    self.regularisation = regularisation
  }

  /// Whether the minimiser of deep neural collapse is not zero, that is its loss is below 1/2.
  public var collapseIsNonzero: Bool {
    regularisation < Collapse.threshold(classes: classes, layers: layers)
  }

  /// The most precision, in bits, that is tried before a question is left open.
  static let precisionLimit = 1 << 14
}

/// The minimal loss of a construction in one problem, enclosed.
public struct MinimalLoss: Hashable, Sendable {
  /// Bounds of the minimal loss; equal when it is known exactly.
  public let lower: Rational
  public let upper: Rational
  /// For each block a t at which the sum of the losses is at most `upper`.
  public let points: [Rational]
  /// Zero is a minimiser, and the loss is exactly 1/2.
  public let isZero: Bool
  /// The constructions whose loss this is.
  let blocks: [Construction]
}

/// The order of two minimal losses.
public enum LossOrder: String, Hashable, Sendable {
  case less = "<"
  case equal = "="
  case greater = ">"
}
