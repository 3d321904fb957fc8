import Rational

/// Twice the loss of one block of classes, as a function of one variable on a convenient scale.
///
///     f(σ) = A σ + Σ_i w_i / (1 + b_i σ^L),    A, b_i > 0,  Σ w_i = 1
///
/// The block's loss is (K₀/K) f/2 with t = K₀ s σ, A = L K s and b_i = c_i s^L/(K Λ); the scale s is
/// a power of two near the minimiser of deep neural collapse. f(0) = 1.
struct LossFunction: Sendable {
  let layers: Int
  /// A
  let slope: Rational
  /// Rates b_i with their weights w_i.
  let terms: [(rate: Surd, weight: Rational)]
  /// t = `scale` σ
  let scale: Rational

  /// The function of a block in a problem with `total` classes.
  init(_ block: Construction, total: Int, layers: Int, regularisation: Rational) {
    let size = regularisation * Rational(total)
    // With x = τ^L/(KΛ), L K τ + 1/x is least near τ^(L+1) = Λ; the order of magnitude is enough.
    let exponent = Self.rootExponent(regularisation, layers + 1)
    let s = Rational(2).power(exponent)
    slope = Rational(layers * total) * s
    let stretch = s.power(layers) / size
    terms = block.rates(layers: layers).map { ($0.rate * Surd(stretch), $0.share) }
    self.layers = layers
    scale = Rational(block.classes) * s
  }

  /// An integer e with 2^e near value^(1/degree).
  private static func rootExponent(_ value: Rational, _ degree: Int) -> Int {
    let bits = value.numerator.bitWidth - value.denominator.bitWidth
    return bits >= 0 ? bits / degree : -((-bits + degree - 1) / degree)
  }

  /// The exact value at a rational point.
  func value(at point: Rational) -> Surd {
    let power = Surd(point.power(layers))
    return terms.reduce(Surd(slope * point)) {
      $0 + Surd($1.weight) / (1 + $1.rate * power)
    }
  }
}
