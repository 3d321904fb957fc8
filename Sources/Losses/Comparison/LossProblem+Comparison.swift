import Rational

extension LossProblem {
  /// Encloses the minimal loss of a block-diagonal construction.
  ///
  /// - Parameters:
  ///   - blocks: The constructions on the diagonal; their classes add up to those of the problem.
  ///   - tolerance: In bits: the enclosure is narrower than the loss times 2^-tolerance.
  /// - Returns: nil when the precision limit does not suffice.
  public func minimalLoss(of blocks: [Construction], tolerance: Int) -> MinimalLoss? {
    precondition(
      blocks.reduce(0) { $0 + $1.classes } == classes, "the classes of the blocks add up")
    var lower: Rational = 0
    var upper: Rational = 0
    var points: [Rational] = []
    var isZero = true
    for block in blocks {
      guard let minimum = minimum(of: block, tolerance: tolerance) else { return nil }
      lower += minimum.lower
      upper += minimum.upper
      points.append(minimum.point)
      isZero = isZero && minimum.isZero
    }
    let half = Rational(1, 2)
    return MinimalLoss(
      lower: lower * half, upper: upper * half, points: points, isZero: isZero, blocks: blocks)
  }

  /// Compares two minimal losses exactly.
  ///
  /// - Returns: The order and both enclosures, disjoint unless the losses are equal; nil when the
  ///   precision limit does not suffice.
  public func compare(
    _ left: [Construction], _ right: [Construction]
  ) -> (order: LossOrder, left: MinimalLoss, right: MinimalLoss)? {
    var tolerance = Self.coarseTolerance
    while tolerance <= Self.precisionLimit / 2 {
      guard let a = minimalLoss(of: left, tolerance: tolerance),
        let b = minimalLoss(of: right, tolerance: tolerance)
      else { return nil }
      if a.isZero && b.isZero { return (.equal, a, b) }
      if a.upper < b.lower { return (.less, a, b) }
      if b.upper < a.lower { return (.greater, a, b) }
      if tolerance == Self.coarseTolerance, haveEqualFunctions(left, right) {
        return (.equal, a, b)
      }
      tolerance *= 2
    }
    return nil
  }

  /// Whether the losses of two constructions are the same functions, for every Λ, up to the scale of
  /// each block's t.
  ///
  /// With x = τ^L/(KΛ) the function of a block is K₀/K times L K τ + mean 1/(1 + c_i x), so it
  /// depends on the rates c_i with their shares only, and blocks where these agree can be pooled.
  func haveEqualFunctions(_ left: [Construction], _ right: [Construction]) -> Bool {
    left == right || pooled(left) == pooled(right)
  }

  private func pooled(_ blocks: [Construction]) -> [[Surd: Rational]: Int] {
    var classes: [[Surd: Rational]: Int] = [:]
    for block in blocks {
      var shares: [Surd: Rational] = [:]
      for (rate, share) in block.rates(layers: layers) { shares[rate, default: 0] += share }
      classes[shares, default: 0] += block.classes
    }
    return classes
  }
}
