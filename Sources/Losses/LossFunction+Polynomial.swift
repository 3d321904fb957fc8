import Polynomials
import Rational

extension LossFunction {
  /// Whether f(σ) ≥ 1 for all σ ≥ 0, decided exactly.
  ///
  /// `(f - 1) Π (1 + b_i σ^L)` is a polynomial with the factor σ; the rest must have no sign change.
  var isAtLeastOne: Bool {
    let factors = terms.map { term in
      Polynomial<Surd>([1] + Array(repeating: 0, count: layers - 1) + [term.rate])
    }
    let line = Polynomial<Surd>([-1, Surd(slope)])
    var sum = factors.reduce(line, *)
    for (index, term) in terms.enumerated() {
      var product = Polynomial<Surd>(constant: Surd(term.weight))
      for (other, factor) in factors.enumerated() where other != index {
        product = product * factor
      }
      sum = sum + product
    }
    return Polynomial(Array(sum.coefficients.dropFirst())).isNonNegative(onAndAbove: 0)
  }
}
