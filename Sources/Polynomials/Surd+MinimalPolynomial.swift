import Rational

extension Surd {
  /// The polynomial of least degree with rational coefficients and leading coefficient 1 of which this is a root.
  ///
  /// It is found from x - a, the one over a field with all roots in question. Let f be the one over such a field
  /// F, and let a conjugation of F, which changes the signs of some roots, move a coefficient of f. Then it sends f
  /// to another irreducible polynomial over F, and the product of both is the one over the roots that the
  /// conjugation leaves as they are: a polynomial over these with the root a is a multiple of f, and so of its image.
  ///
  /// - Complexity: The degree is 2^k for k independent square roots, and the last of k products counts.
  public var minimalPolynomial: Polynomial<Rational> {
    var factor = Polynomial<Surd>([-self, 1])
    while let root = Surd.independentRoot(of: factor.coefficients) {
      factor = factor * Polynomial(factor.coefficients.map { $0.conjugated(root) })
    }
    return Polynomial(
      factor.coefficients.map { coefficient in
        guard let value = coefficient.rational else {
          preconditionFailure("without roots a coefficient is rational")
        }
        return value
      })
  }
}
