import Polynomials
import Rational

/// What is known of a construction for one number of layers: exactly, or by two constructions between
/// whose losses its own lies, whatever Λ is.
///
/// The loss falls as an eigenvalue μ grows and rises with D, so bounds of the invariants give both.
public struct ConstructionBounds: Hashable, Sendable {
  /// Loses at most as much: D from below, every μ from above.
  public let lower: Construction
  /// Loses at least as much: D from above, every μ from below.
  public let upper: Construction
  /// Σ μ_i, when that is known exactly though the μ_i are not.
  public let trace: Surd?
  /// det(I + x C) for the matrix C whose eigenvalues the c_i are, when the matrix is rational.
  let determinant: Polynomial<Rational>?

  /// A construction that is known exactly.
  public init(exactly construction: Construction) {
    self.init(lower: construction, upper: construction)
  }

  /// A construction between these.
  ///
  /// - Precondition: The first has the smaller D and the larger eigenvalues.
  public init(lower: Construction, upper: Construction, trace: Surd? = nil) {
    self.init(lower: lower, upper: upper, trace: trace, determinant: nil)
  }

  init(
    lower: Construction, upper: Construction, trace: Surd?, determinant: Polynomial<Rational>?
  ) {
    (self.lower, self.upper) = (lower, upper)
    (self.trace, self.determinant) = (trace, determinant)
  }

  /// The number of classes.
  public var classes: Int { lower.classes }

  /// The construction, when it is known exactly.
  public var exact: Construction? { lower == upper ? lower : nil }

  /// `D Σ 1/μ_i / K^(L+1)`, the mean of the 1/c_i; nil when an eigenvalue is zero, or may be.
  ///
  /// The (L+1)-th root is the limit of the ratio to collapse as Λ → 0 (`CollapseOrder`).
  public func reciprocalMean(layers: Int) -> CertifiedNumber? {
    guard let low = lower.reciprocalMean(layers: layers),
      let high = upper.reciprocalMean(layers: layers)
    else { return nil }
    return CertifiedNumber(
      lower: low.enclosure(bits: 60).lower, upper: high.enclosure(bits: 60).upper)
  }

  /// Bounds of `K^(L-1) Σ μ_i / D`, the mean of the c_i.
  func rateMean(layers: Int) -> (lower: Surd, upper: Surd) {
    guard let trace else {
      return (upper.rateMean(layers: layers), lower.rateMean(layers: layers))
    }
    let scale = trace * Surd(Integer(classes).power(layers - 1))
    return (
      scale / upper.depthFactor(layers: layers), scale / lower.depthFactor(layers: layers)
    )
  }

  /// Whether zero is a minimiser, and the loss that of zero; nil when the bounds do not tell.
  func isZero(in problem: LossProblem) -> Bool? {
    if problem.minimum(of: lower, tolerance: 20)?.isZero == true { return true }
    return problem.minimum(of: upper, tolerance: 20)?.isZero == false ? false : nil
  }

  /// The order of two minimal losses in one problem, each of blocks; nil when the bounds, or the
  /// precision limit, do not suffice.
  public static func order(
    _ left: [ConstructionBounds], _ right: [ConstructionBounds], in problem: LossProblem
  ) -> LossOrder? {
    let (a, b) = (left.compactMap(\.exact), right.compactMap(\.exact))
    if a.count == left.count, b.count == right.count { return problem.compare(a, b)?.order }
    if problem.compare(left.map(\.upper), right.map(\.lower))?.order == .less { return .less }
    if problem.compare(left.map(\.lower), right.map(\.upper))?.order == .greater {
      return .greater
    }
    return nil
  }
}

extension LossProblem {
  /// The minimal loss of blocks that are known by bounds, as far as these and the digits go.
  ///
  /// - Returns: nil when the precision limit does not suffice.
  public func minimalLoss(of blocks: [ConstructionBounds], digits: Int) -> CertifiedNumber? {
    guard let lower = minimalLoss(of: blocks.map(\.lower), digits: digits)?.lower,
      let upper = minimalLoss(of: blocks.map(\.upper), digits: digits)?.upper
    else { return nil }
    return CertifiedNumber(lower: lower, upper: upper)
  }
}

extension Construction {
  /// The mean of the c_i of `rates`, K₀^(L-1) Σ μ_i / D.
  func rateMean(layers: Int) -> Surd {
    gramSpectrum.reduce(0) { $0 + Surd($1.multiplicity) * $1.value }
      * Surd(Integer(classes).power(layers - 1)) / depthFactor(layers: layers)
  }

  /// The mean of the 1/c_i of `rates`, D Σ 1/μ_i / K₀^(L+1); nil when one of them is zero.
  func reciprocalMean(layers: Int) -> Surd? {
    guard gramSpectrum.allSatisfy({ !$0.value.isZero }) else { return nil }
    return gramSpectrum.reduce(0) { $0 + Surd($1.multiplicity) / $1.value }
      * depthFactor(layers: layers) * Surd(Rational(1, Integer(classes).power(layers + 1)))
  }
}
