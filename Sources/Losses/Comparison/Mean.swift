import Polynomials
import Rational

/// F(x) = Σ w_i/(1 + c_i x), the mean of the fractions of blocks, as a quotient of polynomials.
///
/// The denominator is positive for x ≥ 0, and both are the same number at x = 0. All constructions for as
/// many classes have the same minimal loss but for their F: the least L K τ + F(x) with x = τ^L/(KΛ),
/// times 1/2. Rates c_i are sums of roots, or the eigenvalues of a matrix whose det(I + x C) is known.
struct Mean {
  private var numerator = Polynomial<Surd>.zero
  private var denominator = Polynomial<Surd>(constant: 1)

  /// The mean over the classes of all blocks; nil when rates are known by bounds alone.
  init?(_ blocks: [ConstructionBounds], layers: Int) {
    let classes = blocks.reduce(0) { $0 + $1.classes }
    for block in blocks {
      let part = Rational(block.classes, classes)
      if let construction = block.exact {
        add(construction, part, layers: layers)
      } else if let determinant = block.determinant {
        // tr(I + x C)⁻¹ = K - x Q'/Q for Q = det(I + x C).
        let slope = (Polynomial.x * determinant.derivative)
          .scaled(by: Rational(1, block.classes))
        add(
          Polynomial((determinant - slope).coefficients.map { Surd($0 * part) }),
          over: Polynomial(determinant.coefficients.map { Surd($0) }))
      } else {
        return nil
      }
    }
  }

  /// With c_i = e_i/D each fraction is D/(D + e_i x), without a division.
  private mutating func add(_ construction: Construction, _ part: Rational, layers: Int) {
    let depth = construction.depthFactor(layers: layers)
    let power = Surd(Integer(construction.classes).power(layers))
    for entry in construction.gramSpectrum {
      let share = part * Rational(entry.multiplicity, construction.classes)
      add(
        Polynomial(constant: Surd(share) * depth), over: Polynomial([depth, entry.value * power]))
    }
  }

  private mutating func add(_ top: Polynomial<Surd>, over bottom: Polynomial<Surd>) {
    numerator = numerator * bottom + denominator * top
    denominator = denominator * bottom
  }

  /// The other one minus this, times both denominators and without the factors x: its sign for x > 0 is
  /// that of the difference.
  func difference(to other: Mean) -> Polynomial<Surd> {
    let whole = other.numerator * denominator - numerator * other.denominator
    return Polynomial(Array(whole.coefficients.drop { $0.isZero }))
  }
}
