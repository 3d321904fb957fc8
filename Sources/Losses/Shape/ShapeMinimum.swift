import Certificates
import Polynomials
import Rational

/// The least loss of a shape over all scalings, exactly.
///
/// At x (`ShapeCertificate`) and by τ the loss is r(τ) times that of collapse,
///
///     r(τ) = (τ L x + (1 + x)² F(τ^L x))/(1 + (L+1) x),
///
/// and τ ≥ 0 is free, so the least loss is min r. That r ≥ v everywhere is that a polynomial in τ of
/// degree K L + 1 is not negative for τ ≥ 0; that r(τ) is a value is an evaluation.
public struct ShapeMinimum: Sendable {
  private let loss: ShapeLoss

  /// The minimum of a shape whose matrices fit together, of which none is zero.
  public init(_ shape: Shape) { loss = ShapeLoss(shape) }

  /// Whether no scaling loses less than v times what collapse does at x: decided exactly.
  ///
  /// - Complexity: Coefficients of one sign decide most cases; otherwise roots are counted.
  public func isAtLeast(_ v: Rational, x: Rational) -> Bool {
    let (layers, size) = (loss.layers, Rational(loss.classes))
    let square = (1 + x) * (1 + x)
    let constant = -v * (1 + Rational(layers + 1) * x)
    var power = Rational(1)
    var result = Array(repeating: Rational(0), count: loss.classes * layers + 2)
    for (k, value) in loss.exactCoefficients.enumerated() {
      let coefficient = value * power
      power *= x
      result[k * layers] += constant * coefficient
      result[k * layers] += square * (1 - Rational(k) / size) * coefficient
      result[k * layers + 1] += Rational(layers) * x * coefficient
    }
    return Polynomial(result).isNonNegative(onAndAbove: 0)
  }

  /// min r at x, enclosed: about nine digits.
  public func ratio(x: Rational) -> CertifiedNumber {
    let best = loss.best(Double(near: x))
    // τ = 0 has the loss 1/2, which is more than that of collapse, or as much.
    let tau = Rational.simplest(between: best.tau * (1 - 1e-6), and: best.tau * (1 + 1e-6))
    let upper = 1 - loss.exactMargin(x: x, tau: tau)
    var gap = Rational(1, 1_000_000_000)
    while !isAtLeast(upper - gap, x: x) { gap *= 10 }
    return CertifiedNumber(lower: upper - gap, upper: upper)
  }
}
