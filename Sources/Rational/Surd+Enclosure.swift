/// A sum of square roots of integers over one denominator, ready for bounds of any width.
///
/// A term (p/q)√d with L the common denominator is ±√(p² (L/q)² d) / L: the coefficient goes under
/// the root, so that all that is ever rounded is one integer square root a term.
struct RootSum {
  private let denominator: Integer
  /// The sum of the terms that are integers, over the denominator.
  private let rational: Integer
  private let roots: [(isNegative: Bool, square: Integer)]

  init(_ terms: [Surd.Term]) {
    let common = terms.reduce(Integer(1)) { Integer.lcm($0, $1.coefficient.denominator) }
    var rational: Integer = 0
    var roots: [(isNegative: Bool, square: Integer)] = []
    for term in terms {
      let scale = common.dividedExactly(by: term.coefficient.denominator)
      let numerator = term.coefficient.numerator * scale
      if term.radicand == 1 {
        rational = numerator
      } else {
        roots.append((numerator.sign < 0, numerator * numerator * term.radicand))
      }
    }
    (denominator, self.rational, self.roots) = (common, rational, roots)
  }

  /// Integers around the sum times the denominator times 2^`bits`, as far apart as there are roots.
  private func bounds(_ bits: Int) -> (lower: Integer, upper: Integer) {
    var lower = rational << bits
    var upper = lower
    for (isNegative, square) in roots {
      // No square, so the root lies strictly between its floor and the next integer.
      let floor = (square << (2 * bits)).squareRootFloor()
      lower += isNegative ? -(floor + 1) : floor
      upper += isNegative ? -floor : floor + 1
    }
    return (lower, upper)
  }

  /// The sign of the sum.
  ///
  /// - Precondition: The sum is not zero; then bounds that are close enough leave out zero.
  var sign: Int {
    // Radicands below 2^31 stay within a word in the first round.
    var bits = 16
    while true {
      let (lower, upper) = bounds(bits)
      if lower.sign >= 0 { return 1 }
      if upper.sign <= 0 { return -1 }
      bits *= 2
    }
  }

  /// Bounds at most 2^-`bits` apart; they coincide when there is no root.
  func enclosure(bits: Int) -> (lower: Rational, upper: Rational) {
    let digits = max(0, bits + Integer(roots.count).bitWidth - (denominator.bitWidth - 1))
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
    return RootSum(allTerms).enclosure(bits: bits)
  }
}
