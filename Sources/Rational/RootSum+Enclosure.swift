extension RootSum where Number == Integer {
  /// Integers around the sum times the denominator times 2^`bits`, as far apart as there are roots.
  ///
  /// The coefficient goes under the root, so that all that is ever rounded is one integer square
  /// root a term.
  func bounds(_ bits: Int) -> (lower: Integer, upper: Integer) {
    var (lower, upper) = (Integer(0), Integer(0))
    for term in terms {
      if term.radicand == 1 {
        lower += term.coefficient << bits
        upper += term.coefficient << bits
        continue
      }
      let square = term.coefficient * term.coefficient * term.radicand
      // No square, so the root lies strictly between its floor and the next integer.
      let floor = (square << (2 * bits)).squareRootFloor()
      let isNegative = term.coefficient.sign < 0
      lower += isNegative ? -(floor + 1) : floor
      upper += isNegative ? -floor : floor + 1
    }
    return (lower, upper)
  }

  /// Bounds at most 2^-`bits` apart; they coincide when there is no root.
  func enclosure(bits: Int) -> (lower: Rational, upper: Rational) {
    let digits = max(0, bits + Integer(terms.count).bitLength - (denominator.bitLength - 1))
    let (lower, upper) = bounds(digits)
    let unit = denominator << digits
    return (Rational(lower, unit), Rational(upper, unit))
  }
}

extension Surd {
  /// Rational bounds of the value at most 2^-`bits` apart; equal when the value is rational.
  ///
  /// - Complexity: An integer square root of about 2·`bits` digits for each term.
  public func enclosure(bits: Int) -> (lower: Rational, upper: Rational) {
    if let value = rational { return (value, value) }
    return integers.enclosure(bits: bits)
  }

  /// The greatest integer not above the value.
  public var floor: Integer {
    if let value = rational { return value.floor }
    // An irrational number is no integer, so that bounds come to have none between them.
    var bits = 16
    while true {
      let (lower, upper) = enclosure(bits: bits)
      let floor = lower.floor
      if floor == upper.floor { return floor }
      bits *= 2
    }
  }

  /// The least integer not below the value.
  public var ceiling: Integer { -(-self).floor }
}
