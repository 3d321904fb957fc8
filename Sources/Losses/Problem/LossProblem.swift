import Rational

/// One problem: K classes, L layers and one Λ.
public struct LossProblem: Hashable, Sendable {
  /// K
  public let classes: Int
  /// L
  public let layers: Int
  /// Λ = n·λ_H·λ_1⋯λ_L
  public let regularisation: Rational

  /// The problem with these numbers.
  ///
  /// - Precondition: A class, two layers, and a positive Λ.
  public init(classes: Int, layers: Int, regularisation: Rational) {
    precondition(classes > 0 && layers >= 2 && regularisation.sign > 0)
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
  /// A lower bound of the minimal loss.
  public let lower: Rational
  /// An upper bound, equal to the lower one when the minimal loss is known exactly.
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
  /// The left one is smaller.
  case less = "<"
  /// They are the same number.
  case equal = "="
  /// The left one is larger.
  case greater = ">"
}
