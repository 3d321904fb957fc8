import Polynomials
import Rational

/// The answer for all regularisations at once.
public enum UniformVerdict: Hashable, Sendable {
  /// The minimal loss is smaller for every Λ for which the collapse minimiser is not zero.
  case alwaysLess(Criterion)
  /// The minimal loss is larger for every Λ for which the collapse minimiser is not zero.
  case alwaysGreater
  /// The minimal losses are equal for every Λ.
  case alwaysEqual
  /// A Λ for which the collapse minimiser is not zero, and the order there, which is not `<`.
  case counterexample(Rational, LossOrder)
  case undecided

  /// Which sufficient condition holds.
  public enum Criterion: Hashable, Sendable {
    /// All c_i > 1, that is D/μ_min < K^L.
    case smallestEigenvalue
    /// The mean of 1/(1 + c_i x) is below 1/(1 + x) for all x ≥ L-1.
    case allEigenvalues
  }
}

/// Comparison of a construction with deep neural collapse for every regularisation.
///
/// At the minimiser of collapse x = τ^L/(KΛ) is at least L-1. At the same τ the construction's loss
/// has the same linear term, and mean 1/(1 + c_i x) in place of 1/(1 + x). So it is enough that the
/// former is below the latter for x ≥ L-1: the sign of a polynomial over a square-root field.
///
/// - Note: The proof of Theorem 3; `Construction.rates` gives the c_i.
public struct UniformComparison: Sendable {
  public let blocks: [Construction]
  public let layers: Int

  /// - Precondition: At least one block, at least three layers.
  public init(_ blocks: [Construction], layers: Int) {
    precondition(!blocks.isEmpty && layers >= 3)
    self.blocks = blocks
    self.layers = layers
  }

  private var classes: Int { blocks.reduce(0) { $0 + $1.classes } }

  public var verdict: UniformVerdict {
    let gaps = blocks.map(gap)
    if gaps.allSatisfy(\.isZero) { return .alwaysEqual }
    let bound = Surd(layers - 1)
    // Each block at most collapse, and one of them less.
    if gaps.allSatisfy({ $0.isZero || $0.isPositive(onAndAbove: bound) }) {
      let isSimple = blocks.allSatisfy { block in
        gap(block).isZero || block.rates(layers: layers).allSatisfy { $0.rate > 1 }
      }
      return .alwaysLess(isSimple ? .smallestEigenvalue : .allEigenvalues)
    }
    // The other way round for every x > 0: then at the minimiser of the construction too.
    if gaps.allSatisfy({ $0.isZero || $0.scaled(by: -1).isPositive(onAndAbove: 0) }) {
      return .alwaysGreater
    }
    return counterexample
  }

  /// `(1/(1+x) - mean 1/(1 + c_i x)) (1+x) Π (1 + c_i x) / x`: positive where the construction wins.
  func gap(_ block: Construction) -> Polynomial<Surd> {
    let rates = block.rates(layers: layers)
    let factors = rates.map { Polynomial<Surd>([1, $0.rate]) }
    var difference = factors.reduce(Polynomial<Surd>(constant: 1), *)
    for (index, entry) in rates.enumerated() {
      var product = Polynomial<Surd>([Surd(entry.share), Surd(entry.share)])
      for (other, factor) in factors.enumerated() where other != index {
        product = product * factor
      }
      difference = difference - product
    }
    // Both fractions are 1 at x = 0.
    return Polynomial(Array(difference.coefficients.dropFirst()))
  }

  /// The first of a few regularisations at which the construction does not win.
  private var counterexample: UniformVerdict {
    for factor in [1, 2, 10, 100, 10_000] {
      let regularisation = Collapse.regularisation(
        atMinimiser: Rational(factor * layers - 1), classes: classes, layers: layers)
      let problem = LossProblem(
        classes: classes, layers: layers, regularisation: regularisation)
      guard problem.collapseIsNonzero,
        let found = problem.compare(blocks, [.collapse(classes: classes)])
      else { continue }
      if found.order != .less { return .counterexample(regularisation, found.order) }
    }
    return .undecided
  }

  /// A regularisation for which both minimal losses are exactly 1/2: the least power of two times
  /// the threshold of collapse for which the construction's minimiser is zero as well.
  ///
  /// - Returns: nil when none of the first hundred powers will do.
  public var tie: Rational? {
    var regularisation = Collapse.threshold(classes: classes, layers: layers)
    for _ in 0..<100 {
      let problem = LossProblem(classes: classes, layers: layers, regularisation: regularisation)
      let isTie = problem.minimalLoss(of: blocks, width: Rational(1, 1 << 20))?.isZero ?? false
      if isTie { return regularisation }
      regularisation *= 2
    }
    return nil
  }
}
