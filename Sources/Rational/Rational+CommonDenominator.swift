extension Sequence<Rational> {
  /// The least common multiple of the denominators; 1 for no fractions.
  public var commonDenominator: Integer { reduce(1) { Integer.lcm($0, $1.denominator) } }
}

extension Collection<Rational> {
  /// The fractions as integers over their least common denominator, in the order given.
  public var overCommonDenominator: (numerators: [Integer], denominator: Integer) {
    let common = commonDenominator
    return (map { $0.numerator * common.dividedExactly(by: $0.denominator) }, common)
  }
}
