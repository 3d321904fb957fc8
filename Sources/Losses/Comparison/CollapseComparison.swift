import Rational

/// Comparison of a construction with deep neural collapse for every regularisation.
///
/// At the minimiser of collapse x = τ^L/(KΛ) is at least L-1. At the same τ the construction's loss
/// has the same linear term, and mean 1/(1 + c_i x) in place of 1/(1 + x). So it is enough that the
/// former is below the latter for x ≥ L-1, and it is exactly when the mean of the 1/c_i is at most 1:
/// `CollapseOrder` has the proof, whatever blocks the c_i belong to. Where the means of the c_i of all blocks
/// are at most 1 it is above for every x > 0.
///
/// - Note: The proof of Theorem 3; `Construction.rates` gives the c_i.
public struct CollapseComparison: Sendable {
  /// The blocks of the construction.
  public let blocks: [Construction]
  /// L
  public let layers: Int

  /// The comparison of the construction with these blocks.
  ///
  /// - Precondition: At least one block, at least two layers.
  public init(_ blocks: [Construction], layers: Int) {
    precondition(!blocks.isEmpty && layers >= 2)
    self.blocks = blocks
    self.layers = layers
  }

  /// K, the number of all classes.
  public var classes: Int { blocks.reduce(0) { $0 + $1.classes } }

  /// The Λ below which the collapse minimiser is not zero: the hypothesis of all verdicts.
  public var threshold: Rational { Collapse.threshold(classes: classes, layers: layers) }

  /// The numbers that the criterion with the least eigenvalue compares, exactly.
  public struct Margin: Hashable, Sendable {
    /// D
    public let depthFactor: Surd
    /// μ_min
    public let leastEigenvalue: Surd
    /// K₀^L
    public let collapseFactor: Integer

    /// D < μ_min K₀^L
    public var isEnough: Bool { depthFactor < leastEigenvalue * Surd(collapseFactor) }
  }

  /// One margin for each block.
  public var margins: [Margin] { blocks.map(margin) }

  private func margin(_ block: Construction) -> Margin {
    Margin(
      depthFactor: block.depthFactor(layers: layers),
      leastEigenvalue: block.gramSpectrum.map(\.value).min() ?? 0,
      collapseFactor: Integer(block.classes).power(layers))
  }

  /// What holds for every Λ below the threshold.
  public var verdict: CollapseVerdict {
    let open = blocks.filter { block in
      let depth = block.depthFactor(layers: layers)
      let power = Surd(Integer(block.classes).power(layers))
      return !block.gramSpectrum.allSatisfy { $0.value * power == depth }
    }
    if open.isEmpty { return .alwaysEqual }
    if open.allSatisfy({ margin($0).isEnough }) { return .alwaysLess(.smallestEigenvalue) }
    let means = open.compactMap { block in
      block.reciprocalMean(layers: layers).map { ($0 - 1) * Surd(block.classes) }
    }
    if means.count == open.count, means.reduce(0, +) <= 0 { return .alwaysLess(.allEigenvalues) }
    // At the minimiser of the construction too, and where that is zero its loss is 1/2.
    if open.allSatisfy({ $0.rateMean(layers: layers) <= 1 }) { return .alwaysGreater }
    return counterexample ?? .undecided
  }

  /// The first of a few regularisations at which the construction does not win.
  ///
  /// The collapse minimiser is at the places x that are tried: close to the threshold, where the
  /// construction may still be at zero, and on to Λ that tend to zero.
  private var counterexample: CollapseVerdict? {
    let least = Rational(layers - 1)
    let places =
      [Rational(1_000_001, 1_000_000), Rational(11, 10), 2, 10].map { least * $0 }
      + [100, 10_000, 100_000_000].map { least + $0 }
    for place in places {
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.regularisation(
          atMinimiser: place, classes: classes, layers: layers))
      if let found = problem.compare(blocks, [.collapse(classes: classes)]), found.order != .less {
        return .counterexample(problem.regularisation, found.order)
      }
    }
    return nil
  }
}

extension CollapseComparison {
  /// A regularisation for which both minimal losses are exactly 1/2: the threshold of collapse times
  /// the least power of two for which zero is a minimiser of the construction as well.
  ///
  /// - Returns: nil when the precision limit does not suffice.
  public var tie: Rational? {
    // With the greatest of all rates in place of each, this many doublings are enough.
    var (low, high) = (-1, 0)
    for block in blocks {
      let greatest = block.rates(layers: layers).map(\.rate).max() ?? 0
      high = max(high, greatest.enclosure(bits: 1).upper.ceiling.bitLength)
    }
    // More regularisation never takes a block away from zero.
    while high - low > 1 {
      let middle = (low + high) / 2
      guard let isTie = isTie(doublings: middle) else { return nil }
      if isTie { high = middle } else { low = middle }
    }
    return threshold * Rational(Integer(1) << high)
  }

  private func isTie(doublings: Int) -> Bool? {
    let problem = LossProblem(
      classes: classes, layers: layers,
      regularisation: threshold * Rational(Integer(1) << doublings))
    for block in blocks {
      guard let minimum = problem.minimum(of: block, tolerance: 20) else { return nil }
      if !minimum.isZero { return false }
    }
    return true
  }
}
