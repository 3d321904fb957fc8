import Rational

/// An explicit form of the bound (3): how much less a construction loses than collapse at least, and
/// how much less at most.
///
/// With the rates c_i = μ_i K^L/D, their shares w_i and `H = Σ w_i/c_i = D Σ 1/μ_i / K^(L+1)`: wherever the
/// minimiser of collapse is not zero,
///
///     L_con/L_DNC ≤ (H/φ)^(1/(L+1)),    φ = L^(2L) / ((L+1)^(L+1) (L-1)^(L-1)).
///
/// With c = L K (K Λ)^(1/L) and u = x^(1/L): twice the construction's loss is at most the minimum of
/// H u^(-L) + c u, which is m (c^L H)^(1/(L+1)) for m = (L+1) L^(-L/(L+1)), since every 1/(1 + y) is below 1/y.
/// Twice the loss of collapse is (1 + (L+1)x)/(1+x)² at its minimiser, with c^L = L^L x^(L-1)/(1+x)^(2L);
/// divided by m c^(L/(L+1)) this rises for x ≥ L-1, and at x = L-1, where all minimisers of collapse
/// begin, the quotient is φ^(1/(L+1)).
///
/// H^(1/(L+1)) is the limit of L_con/L_DNC as Λ → 0. When `H^L c_i^(L+1) ≥ 1` for the least c_i it is the
/// infimum over all Λ: `proofs/paper/theorem-3-order.claim` has the argument.
///
/// - Note: Theorem 3, equation (3).
public struct RatioBound: Hashable, Sendable {
  /// H, the limit of the ratio for small Λ to the power L+1.
  public let limit: Surd
  /// H^L c_i^(L+1) for the least c_i: when it is at least 1 the ratio is nowhere below its limit.
  private let excess: Surd
  /// L
  public let layers: Int

  /// The bound for a construction by itself; nil when an eigenvalue is zero.
  public init?(of construction: Construction, layers: Int) {
    let rates = construction.rates(layers: layers)
    guard let least = rates.map(\.rate).min(),
      let limit = construction.reciprocalMean(layers: layers)
    else { return nil }
    self.limit = limit
    excess = limit.power(layers) * least.power(layers + 1)
    self.layers = layers
  }

  /// The bound to the power L+1, H/φ.
  public var power: Surd {
    limit
      * Surd(
        Rational(
          Integer(layers + 1).power(layers + 1) * Integer(layers - 1).power(layers - 1),
          Integer(layers).power(2 * layers)))
  }

  /// Whether the ratio is at least H^(1/(L+1)) for every Λ by the criterion above.
  public var limitIsInfimum: Bool { excess >= 1 }

  /// The bound with that many digits.
  public func value(digits: Int) -> CertifiedNumber {
    var bits = 16 + digits * 10 / 3
    while true {
      let (lower, upper) = power.enclosure(bits: bits * (layers + 1))
      let found = CertifiedNumber(
        lower: lower.sign > 0 ? Self.root(lower, layers + 1, bits) : 0,
        upper: Self.root(upper, layers + 1, bits) + Rational(1, Integer(1) << bits))
      let width = found.upper - found.lower
      if width * Rational(Integer(10).power(digits)) <= found.lower { return found }
      bits *= 2
    }
  }

  /// The n-th root of a positive number, rounded down to a multiple of 2^-`bits`, by Newton's method
  /// for integers.
  private static func root(_ value: Rational, _ n: Int, _ bits: Int) -> Rational {
    let target = (value * Rational(Integer(1) << (n * bits))).floor
    var root = Integer(1) << (target.bitLength / n + 1)
    while true {
      let next = (root * Integer(n - 1) + target / root.power(n - 1)) / Integer(n)
      if next >= root { return Rational(root, Integer(1) << bits) }
      root = next
    }
  }
}
