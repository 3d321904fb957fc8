import Rational

/// The minimal loss of a construction in one problem, enclosed.
public struct MinimalLoss: Sendable {
  /// Bounds of the minimal loss; equal when it is known exactly.
  public let lower: Rational
  public let upper: Rational
  /// For each block a t at which the sum of the losses is at most `upper`.
  public let points: [Rational]
  /// All minimisers are zero; the loss is exactly 1/2.
  public let isZero: Bool
}

/// The order of two minimal losses.
public enum LossOrder: String, Hashable, Sendable {
  case less = "<"
  case equal = "="
  case greater = ">"
}

/// One problem: K classes, L layers and one Λ.
public struct LossProblem: Hashable, Sendable {
  public let classes: Int
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

  /// Encloses the minimal loss of a block-diagonal construction.
  ///
  /// - Parameters:
  ///   - blocks: The constructions on the diagonal; their classes add up to those of the problem.
  ///   - width: The enclosure is at most this wide.
  /// - Returns: nil when the precision limit does not suffice.
  public func minimalLoss(of blocks: [Construction], width: Rational) -> MinimalLoss? {
    precondition(blocks.reduce(0) { $0 + $1.classes } == classes)
    var lower: Rational = 0
    var upper: Rational = 0
    var points: [Rational] = []
    var isZero = true
    for block in blocks {
      let function = LossFunction(
        block, total: classes, layers: layers, regularisation: regularisation)
      guard let minimum = minimum(of: function, block, width: width) else { return nil }
      let share = Rational(block.classes, 2 * classes)
      lower += share * minimum.lower
      upper += share * minimum.upper
      points.append(minimum.point * function.scale)
      isZero = isZero && minimum.isAtZero
    }
    return MinimalLoss(lower: lower, upper: upper, points: points, isZero: isZero)
  }

  private func minimum(
    of function: LossFunction, _ block: Construction, width: Rational
  ) -> MinimumEnclosure? {
    let zero = MinimumEnclosure(lower: 1, upper: 1, point: 0, isAtZero: true)
    // For collapse the criterion is exact, at equality as well.
    if block == .collapse(classes: block.classes), !collapseIsNonzero { return zero }
    var bits = 64 + width.denominator.bitWidth
    while bits <= Self.precisionLimit {
      if let found = Minimiser(function, bits: bits).minimum(width: width) {
        // Close to 1 the question whether it is 1 is settled by the sign of a polynomial.
        if !found.isAtZero, found.upper >= 1, function.isAtLeastOne { return zero }
        return found
      }
      bits *= 2
    }
    return nil
  }

  /// Compares two minimal losses exactly.
  ///
  /// - Returns: The order and both enclosures, disjoint unless the losses are equal; nil when the
  ///   precision limit does not suffice.
  public func compare(
    _ left: [Construction], _ right: [Construction]
  ) -> (order: LossOrder, left: MinimalLoss, right: MinimalLoss)? {
    var width = Rational(1, 1 << 20)
    while width.denominator.bitWidth <= Self.precisionLimit / 2 {
      guard let a = minimalLoss(of: left, width: width),
        let b = minimalLoss(of: right, width: width)
      else { return nil }
      if left == right || a.isZero && b.isZero { return (.equal, a, b) }
      if a.upper < b.lower { return (.less, a, b) }
      if b.upper < a.lower { return (.greater, a, b) }
      width *= width
    }
    return nil
  }
}
