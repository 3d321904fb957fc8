import Rational

/// The regularisations for which deep neural collapse has a minimiser other than zero.
public enum Collapse {
  /// The value of Λ below which the minimal loss is less than 1/2.
  ///
  /// The loss is below 1/2 for some t if and only if `K^(L+1) L^(2L) Λ < (L-1)^(L-1)`; at equality
  /// zero and another point are both minimisers, with the loss 1/2.
  public static func threshold(classes: Int, layers: Int) -> Rational {
    Rational(
      Integer(layers - 1).power(layers - 1),
      Integer(classes).power(layers + 1) * Integer(layers).power(2 * layers))
  }

  /// The regularisation at which the minimiser has x = t^L/(K^(L+1)Λ), for x ≥ L-1.
  public static func regularisation(atMinimiser x: Rational, classes: Int, layers: Int) -> Rational
  {
    x.power(layers - 1) / ((x + 1).power(2 * layers) * Rational(Integer(classes).power(layers + 1)))
  }

  /// The minimal loss of deep neural collapse at that regularisation, for x ≥ L-1.
  public static func loss(atMinimiser x: Rational, layers: Int) -> Rational {
    (1 + Rational(layers + 1) * x) / (2 * (x + 1) * (x + 1))
  }
}
