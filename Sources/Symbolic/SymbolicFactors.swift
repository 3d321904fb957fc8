import Polynomials
import Rational

/// A product of powers of polynomials without roots, each with leading coefficient 1, as far as they
/// are found: variables, n - k for a size n and small k, what Yun's algorithm splits off in r, squares.
///
/// Not a factorisation into irreducible polynomials; it keeps fractions small, and nothing depends on
/// it.
struct SymbolicFactors: Hashable, Sendable {
  var content: Rational
  var powers: [SymbolicPolynomial: Int]

  static let one = SymbolicFactors(content: 1, powers: [:])

  init(content: Rational, powers: [SymbolicPolynomial: Int]) {
    self.content = content
    self.powers = powers
  }

  /// The factors of a polynomial without roots that is not zero.
  ///
  /// - Parameter known: Polynomials that are tried first.
  init(_ value: SymbolicPolynomial, known: some Sequence<SymbolicPolynomial>) {
    self = .one
    guard let leading = value.leading else { return }
    content = leading.coefficient
    var rest = value.scaled(by: leading.coefficient.inverse)
    let variables = value.variables
    var candidates = variables.map { SymbolicPolynomial($0) } + known
    for size in variables where size.isSize {
      candidates += (1...8).map { SymbolicPolynomial(size) - SymbolicPolynomial(Rational($0)) }
    }
    for candidate in candidates where candidate.constant == nil {
      while rest.constant == nil, let quotient = rest.dividedExactly(by: candidate) {
        powers[candidate, default: 0] += 1
        rest = quotient
      }
    }
    guard rest.constant == nil else { return }
    if let univariate = rest.univariate {
      for (factor, multiplicity) in univariate.squareFreeFactors where factor.degree > 0 {
        powers[SymbolicPolynomial(factor.monic), default: 0] += multiplicity
      }
    } else {
      var exponent = 1
      while let root = rest.squareRoot, let scale = root.leading?.coefficient {
        rest = root.scaled(by: scale.inverse)
        exponent *= 2
      }
      powers[rest, default: 0] += exponent
    }
  }

  /// The product, multiplied out.
  var product: SymbolicPolynomial {
    powers.reduce(SymbolicPolynomial(content)) { $0 * $1.key.power($1.value) }
  }
}
