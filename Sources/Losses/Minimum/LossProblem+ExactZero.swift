import Polynomials
import Rational

extension LossProblem {
  /// Whether f(t) ≥ f(0) = K₀/K for all t ≥ 0, decided exactly.
  ///
  /// `(f(t) - K₀/K) Π (K + a_i t^L)` is a polynomial with the factor t; what is left must have no
  /// change of sign. With t = K₀ τ/(L² K) the numbers stay small.
  ///
  /// - Returns: nil when the degree is too high for that; roots are harder to count where coefficients
  ///   are irrational.
  func isNowhereBelowStart(_ block: Construction) -> Bool? {
    guard block.gramSpectrum.count * layers <= 200 else { return nil }
    let unit = Rational(Integer(block.classes), Integer(layers).power(2) * Integer(classes))
    let scale =
      (block.depthFactor(layers: layers) * Surd(regularisation)).inverse
      * Surd(unit.power(layers))
    let factors = block.gramSpectrum.map { entry in
      Polynomial<Surd>(
        [Surd(classes)] + Array(repeating: 0, count: layers - 1) + [entry.value * scale])
    }
    let line = Polynomial<Surd>(
      [Surd(Rational(-block.classes, classes)), Surd(Rational(layers) * unit)])
    var sum = factors.reduce(line, *)
    for (index, entry) in block.gramSpectrum.enumerated() {
      var product = Polynomial<Surd>(constant: Surd(entry.multiplicity))
      for (other, factor) in factors.enumerated() where other != index {
        product = product * factor
      }
      sum = sum + product
    }
    let rest = Array(sum.coefficients.dropFirst())
    let rational = rest.compactMap(\.rational)
    if rational.count == rest.count { return Polynomial(rational).isNonNegative(onAndAbove: 0) }
    return rest.count <= 12 ? Polynomial(rest).isNonNegative(onAndAbove: 0) : nil
  }
}
