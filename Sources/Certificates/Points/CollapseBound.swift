import Rational

/// A lower bound of the loss of deep neural collapse that a rational number x makes checkable.
///
/// With one parameter c = K^(L+1) Λ, Λ = n·λ_H·λ_1⋯λ_L, the minimal loss of deep neural collapse is
///
///     2·L_DNC = min over y ≥ 0 of F_c(y),    F_c(y) = 1/(1 + y) + L (c y)^(1/L)
///
/// (the normal form L t + K/(K + t^L/(K^L Λ)) with y = t^L/(K^(L+1) Λ)). For L ≥ 2:
///
/// **Claim.** If x ≥ L - 1 and x^(L-1) ≤ c (1 + x)^(2L), then 2·L_DNC ≥ (1 + (L+1) x)/(1 + x)².
///
/// *Proof.* Let φ(y) = y^(L-1)/(1 + y)^(2L) and d = φ(x) ≤ c. For every y, F_c(y) does not decrease
/// with c, so neither does its minimum, and it is enough to bound F_d from below. For y > 0
///
///     F_d'(y) = ((d y)^(1/L) - y/(1 + y)²)/y,
///
/// which has the sign of d y - y^L/(1 + y)^(2L), that is of d - φ(y). The logarithmic derivative of
/// φ, (L-1)/y - 2L/(1 + y), is positive for y < (L-1)/(L+1) and negative beyond: φ rises and then
/// falls. As x ≥ L - 1 > (L-1)/(L+1) lies where φ falls, F_d' is positive on some (0, y₁), negative
/// on (y₁, x), and positive beyond x, so the minimum of F_d is at 0 or at x. With (d x)^(1/L) =
/// x/(1 + x)²,
///
///     F_d(0) = 1,    F_d(x) = 1/(1 + x) + L x/(1 + x)² = (1 + (L+1) x)/(1 + x)²,
///
/// and F_d(x) ≤ 1 is 1 + (L+1) x ≤ (1 + x)², that is x ≥ L - 1. ∎
///
/// Where deep neural collapse is degenerate, c ≥ (L-1)^(L-1)/L^(2L) = φ(L - 1), x = L - 1 is
/// allowed and the bound on L_DNC is 1/2, which is its value there. The bound falls as x grows (for
/// x ≥ L - 1), so a larger x says less about one Λ but holds from a smaller Λ on.
struct CollapseBound {
  let classes: Int
  let layers: Int
  let x: Rational

  /// (1 + (L+1) x)/(2 (1 + x)²), the bound on L_DNC.
  var value: Rational {
    (1 + Rational(layers + 1) * x) / (2 * (1 + x) * (1 + x))
  }

  /// The least Λ for which it holds: x^(L-1)/((1 + x)^(2L) K^(L+1)).
  var leastRegularisation: Rational {
    x.power(layers - 1)
      / ((1 + x).power(2 * layers) * Rational(Integer(classes).power(layers + 1)))
  }

  /// - Throws: When x is below L - 1, or too large a number.
  func validate() throws(Rejection) {
    guard x >= Rational(layers - 1) else {
      throw Rejection(.below, "x", expected: "at least L - 1 = \(layers - 1)", found: "\(x)")
    }
    let bits = max(x.numerator.bitLength, x.denominator.bitLength)
    guard bits <= PointLimit.powerBits / (2 * layers) else {
      throw Rejection(
        .limit, "x", expected: "at most \(PointLimit.powerBits / (2 * layers)) bits",
        found: "\(bits)")
    }
  }
}
