import Rational

extension SymbolicNumber {
  /// A square root that is not negative at the sample, or nil when it is not found: only numbers
  /// without roots are tried.
  ///
  /// √(p/q) = √(pq)/q; even powers of the factors are taken out, of the others each has a root of its
  /// own, so that √a √b and √(ab) are the same.
  public var squareRoot: SymbolicNumber? {
    if isZero { return .zero }
    guard numerator.roots.isEmpty, sign > 0 else { return nil }
    let split = SymbolicFactors(numerator, known: factors.powers.keys)
    guard let constant = Self.squareRoot(of: split.content) else { return nil }
    var result = constant
    let exponents = split.powers.merging(factors.powers.mapValues { -$0 }, uniquingKeysWith: +)
    // In one order, so that roots are met, and named, in the same order in every run.
    let ordered = exponents.filter { $0.value != 0 }
      .map { (name: $0.key.text(naming: \.name), factor: $0.key, exponent: $0.value) }
      .sorted { $0.name < $1.name }
    for (_, factor, exponent) in ordered {
      let base = SymbolicNumber(factor)
      let isNegative = base.sign < 0
      let half = exponent >= 0 ? exponent / 2 : (exponent - 1) / 2
      if exponent % 2 != 0 {
        // Both signs of a factor may occur as long as their product is positive.
        let square = isNegative ? factor.scaled(by: -1) : factor
        result *= SymbolicNumber(SymbolicVariable(.root(of: square)))
      }
      let magnitude = isNegative ? -base : base
      result *= magnitude.power(half)
    }
    return result.sign >= 0 ? result : nil
  }

  /// The root of a positive rational, with a root of its own for each prime.
  private static func squareRoot(of value: Rational) -> SymbolicNumber? {
    guard value.sign > 0, let root = try? Surd.squareRoot(of: value), root.terms.count == 1 else {
      return nil
    }
    var result = SymbolicNumber(root.terms[0].coefficient)
    var rest = root.terms[0].radicand
    var prime = 2
    while rest != 1 {
      // The radicand is square-free.
      if prime > 10_000 || Integer(prime * prime) > rest {
        result *= SymbolicNumber(
          SymbolicVariable(.root(of: SymbolicPolynomial(Rational(rest)))))
        break
      }
      if (rest % Integer(prime)).isZero {
        result *= SymbolicNumber(
          SymbolicVariable(.root(of: SymbolicPolynomial(Rational(prime)))))
        rest = rest / Integer(prime)
      }
      prime += 1
    }
    return result
  }
}
