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

  /// A construction that is known exactly.
  public init(exactly construction: Construction) {
    self.init(lower: construction, upper: construction)
  }

  /// A construction between these.
  ///
  /// - Precondition: The first has the smaller D and the larger eigenvalues.
  public init(lower: Construction, upper: Construction, trace: Surd? = nil) {
    (self.lower, self.upper, self.trace) = (lower, upper, trace)
  }

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
    let scale = trace * Surd(Integer(lower.classes).power(layers - 1))
    return (
      scale / upper.depthFactor(layers: layers), scale / lower.depthFactor(layers: layers)
    )
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

extension Construction {
  /// The mean of the c_i of `rates`.
  func rateMean(layers: Int) -> Surd {
    rates(layers: layers).reduce(0) { $0 + Surd($1.share) * $1.rate }
  }

  /// The mean of the 1/c_i of `rates`; nil when one of them is zero.
  func reciprocalMean(layers: Int) -> Surd? {
    var sum: Surd = 0
    for (rate, share) in rates(layers: layers) {
      if rate.isZero { return nil }
      sum += Surd(share) / rate
    }
    return sum
  }
}
