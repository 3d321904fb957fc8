import Rational

/// That a polynomial is positive on an interval, seen from signs of coefficients.
///
/// With x = (a + b u)/(1 + u) the interval [a, b] is u ≥ 0 and u → ∞, and with x = a + u, a ray is u
/// ≥ 0. A polynomial of degree m, times (1 + u)^m for [a, b], becomes Σ q_j u^j. If no q_j is
/// negative and q_0 > 0, it is positive for every u ≥ 0; and if q_m > 0 as well, at b, whose value is
/// q_m. Where signs are mixed the interval is cut in two, at its middle, a ray at 2a + 1, and both parts
/// have to be positive; a polynomial that is positive on an interval is seen to be so after finitely
/// many cuts (Bernstein), and a limit ends the others.
enum PositiveRule {
  /// Whether it is shown that the polynomial, constant first, is positive on [from, to], or for every
  /// x ≥ from without `to`; false when it is not positive and when the limit is reached.
  static func holds(
    _ polynomial: [Integer], from: Rational, to: Rational?, pieces limit: Int
  ) -> Bool {
    var open = [(from, to)]
    var pieces = 0
    while let (a, b) = open.popLast() {
      pieces += 1
      guard pieces <= limit else { return false }
      let signs = coefficients(polynomial, a, b).map(\.sign)
      // The values at the ends; where one is not positive, nothing will show it.
      guard signs[0] > 0, b == nil || signs[signs.count - 1] > 0 else { return false }
      if signs.allSatisfy({ $0 >= 0 }) { continue }
      let middle = b.map { (a + $0) / 2 } ?? 2 * a + 1
      open.append((a, middle))
      open.append((middle, b))
    }
    return true
  }

  /// q_0, …, q_m up to a positive factor.
  private static func coefficients(
    _ polynomial: [Integer], _ a: Rational, _ b: Rational?
  ) -> [Integer] {
    // x = (a₀ + b₀ u)/(a₁ + b₁ u)
    let (a0, a1) = (a.numerator, a.denominator)
    let (b0, b1) = b.map { ($0.numerator, $0.denominator) } ?? (a1, 0)
    var result = [polynomial[polynomial.count - 1]]
    var power = [Integer(1)]  // (a₁ + b₁ u)^(m - j)
    for coefficient in polynomial.dropLast().reversed() {
      power = times(power, a1, b1)
      result = times(result, a0, b0)
      for (index, value) in power.enumerated() { result[index] += coefficient * value }
    }
    return result
  }

  /// A polynomial times c + d u.
  private static func times(_ polynomial: [Integer], _ c: Integer, _ d: Integer) -> [Integer] {
    var result = polynomial.map { $0 * c } + [0]
    for (index, value) in polynomial.enumerated() { result[index + 1] += value * d }
    return result
  }
}
