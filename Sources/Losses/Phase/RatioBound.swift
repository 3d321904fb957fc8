import Rational

/// An explicit form of the bound (3): how much less a construction loses than collapse at least.
///
/// Wherever the minimiser of collapse is not zero,
///
///     L_con/L_DNC ≤ (D / (φ μ_min K^L))^(1/(L+1)),    φ = L^(2L) / ((L+1)^(L+1) (L-1)^(L-1)).
///
/// With c = L K (K Λ)^(1/L), u = x^(1/L) and Ψ^L = D/(μ_min K^L): twice the construction's loss is at most the
/// minimum of u^(-L) + c Ψ u, which is m (cΨ)^(L/(L+1)) for m = (L+1) L^(-L/(L+1)), since every
/// 1/(1 + y) is below 1/y. Twice the loss of collapse is (1 + (L+1)x)/(1+x)² at its minimiser, with
/// c^L = L^L x^(L-1)/(1+x)^(2L); divided by m c^(L/(L+1)) this rises for x ≥ L-1, and at x = L-1, where all
/// minimisers of collapse begin, the quotient is φ^(1/(L+1)).
///
/// - Note: Theorem 3, equation (3).
public struct RatioBound: Hashable, Sendable {
  /// The bound to the power L+1.
  public let power: Surd
  /// L
  public let layers: Int

  /// The bound for a construction by itself; nil when an eigenvalue is zero.
  public init?(of construction: Construction, layers: Int) {
    guard let least = construction.gramSpectrum.map(\.value).min(), least.sign > 0 else {
      return nil
    }
    let factor = Rational(
      Integer(layers).power(2 * layers),
      Integer(layers + 1).power(layers + 1) * Integer(layers - 1).power(layers - 1))
    power =
      construction.depthFactor(layers: layers)
      / (least * Surd(factor * Rational(Integer(construction.classes).power(layers))))
    self.layers = layers
  }

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
    var root = Integer(1) << (target.bitWidth / n + 1)
    while true {
      let next = (root * Integer(n - 1) + target / root.power(n - 1)) / Integer(n)
      if next >= root { return Rational(root, Integer(1) << bits) }
      root = next
    }
  }
}
