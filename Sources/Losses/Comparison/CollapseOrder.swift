import Rational

/// The order of the minimal losses of a construction and of deep neural collapse, for every Λ where
/// collapse is not zero.
///
/// Both losses are, per class, minima over x of the same rising function plus a mean: of 1/(1 + x) for
/// collapse, of the 1/(1 + c_i x) for the construction (`Construction.rates`). The first minus the second mean
/// is x/(1 + x)² times
///
///     h(x) = mean of (c_i - 1)(1 + x)/(1 + c_i x),
///
/// and h falls strictly unless all c_i are 1: for c_i > 1 the fraction falls and its factor is positive, for
/// c_i < 1 it rises and the factor is negative. It falls from `mean(c) - 1` at 0 to `1 - mean(1/c)` at
/// infinity, where it is -∞ if some c_i is 0. So there are four cases, and no others:
///
/// - All c_i are 1: the same functions.
/// - `mean(1/c) ≤ 1`: h > 0, and the construction loses less, taken at the minimiser of collapse.
/// - `mean(c) ≤ 1`: h < 0, and it loses more, by its own minimiser, or because its loss is 1/2.
/// - Otherwise h changes its sign once. Collapse loses less up to some Λ and the construction from there
///   on (`OrderChange` says why), if it is not zero yet where collapse begins to be; if it is zero there,
///   it loses more throughout.
///
/// As `mean(1/c) = D Σ 1/μ_i / K^(L+1)` and `mean(c) = K^(L-1) Σ μ_i / D`, no eigenvalue is needed for the
/// second and the third case.
public enum CollapseOrder: Hashable, Sendable {
  /// The same minimal loss for every Λ.
  case equal
  /// The construction loses less.
  case less
  /// The construction loses more.
  case greater(Reason)
  /// It loses more below this Λ, and less from there on.
  case change(at: CertifiedNumber)
  /// The bounds of the invariants leave it open.
  case undecided(String)

  /// Why a construction loses more.
  public enum Reason: Hashable, Sendable {
    /// relu(N) is zero, so its loss is 1/2 for every Λ.
    case vanishes
    /// `D ≥ K^(L-1) Σ μ_i`
    case rateMean
    /// It is zero where collapse begins to be.
    case isZeroBefore
  }

  /// The order for a construction that is the only block; the Λ of a change has `digits` significant
  /// digits, as a rule.
  public init(_ bounds: ConstructionBounds, layers: Int, digits: Int) {
    let (lower, upper) = (bounds.lower, bounds.upper)
    if lower.gramSpectrum.allSatisfy(\.value.isZero) {
      self = .greater(.vanishes)
      return
    }
    if bounds.exact != nil, upper.rates(layers: layers).allSatisfy({ $0.rate == 1 }) {
      self = .equal
      return
    }
    if let mean = upper.reciprocalMean(layers: layers), mean <= 1 {
      self = .less
      return
    }
    let rateMean = bounds.rateMean(layers: layers)
    if rateMean.upper <= 1 {
      self = .greater(.rateMean)
      return
    }
    if let mean = lower.reciprocalMean(layers: layers), mean <= 1 {
      self = .undecided("the bounds of D Σ 1/μ / K^(L+1) contain 1")
      return
    }
    guard rateMean.lower > 1 else {
      self = .undecided("the bounds of K^(L-1) Σ μ / D contain 1")
      return
    }
    self = Self.change(bounds, layers: layers, digits: digits)
  }

  /// The fourth case.
  private static func change(
    _ bounds: ConstructionBounds, layers: Int, digits: Int
  ) -> CollapseOrder {
    let classes = bounds.lower.classes
    let end = Collapse.threshold(classes: classes, layers: layers)
    let problem = LossProblem(classes: classes, layers: layers, regularisation: end)
    let isZero = bounds.isZero(in: problem)
    if isZero == true { return .greater(.isZeroBefore) }
    let collapse = ConstructionBounds(exactly: .collapse(classes: classes))
    guard isZero == false,
      let place = OrderChange.enclosure(
        end: end, digits: digits,
        order: {
          ConstructionBounds.order(
            [collapse], [bounds],
            in: LossProblem(classes: classes, layers: layers, regularisation: $0))
        })
    else { return .undecided("the bounds of the invariants do not tell where the order changes") }
    return .change(at: place)
  }
}
