import Rational

/// Where a real root of a polynomial is: alone in (lower, upper], or exactly at lower = upper.
public struct RootInterval: Hashable, Sendable {
  /// The root is above this, or equal to it when the ends are equal.
  public let lower: Rational
  /// The root is at most this.
  public let upper: Rational

  /// Whether the root is known exactly.
  public var isExact: Bool { lower == upper }
}

extension Polynomial where F == Rational {
  /// One interval for each distinct real root, ascending, each at most `width` wide; none for the
  /// zero polynomial.
  ///
  /// Intervals are halved until Sturm's count is one in each, then further by the sign at the middle.
  ///
  /// - Precondition: `width` is positive.
  public func isolatingIntervals(width: Rational) -> [RootInterval] {
    precondition(width.sign > 0, "an interval of positive width")
    guard degree > 0 else { return [] }
    let sturm = SturmSequence(self)
    let values = IntegerPolynomial(self).squareFreePart
    var pending = [(lower: -rootBound, upper: rootBound)]
    var found: [RootInterval] = []
    while let (lower, upper) = pending.popLast() {
      switch sturm.rootCount(above: lower, upTo: upper) {
      case 0: continue
      case 1: found.append(values.refined(lower, upper, width: width))
      default:
        let middle = (lower + upper) * Rational(1, 2)
        pending.append((middle, upper))
        pending.append((lower, middle))
      }
    }
    return found
  }

  /// All roots have a magnitude of at most this power of two: by Fujiwara's bound, twice the greatest of
  /// |c_(n-k) / c_n|^(1/k).
  private var rootBound: Rational {
    let scale = leading.magnitude.inverse
    var exponent = 0
    for (power, coefficient) in coefficients.dropLast().enumerated() where !coefficient.isZero {
      // The quotient is below 2^bits.
      let bits = (coefficient.magnitude * scale).floor.bitLength
      let root = degree - power
      exponent = max(exponent, (bits + root - 1) / root)
    }
    return Rational(Integer(1) << (exponent + 1))
  }

  /// The distinct rational roots, ascending; none for the zero polynomial.
  public func rationalRoots() -> [Rational] { locatedRoots().compactMap(\.rational) }

  /// An interval for each distinct real root, ascending, and the root when it is rational.
  ///
  /// A root p/q of a polynomial with integer coefficients has q dividing the leading one, so that it is
  /// a multiple of 1/lead; in (lower, upper] of that width there is one.
  func locatedRoots() -> [(interval: RootInterval, rational: Rational?)] {
    guard degree > 0 else { return [] }
    let integral = IntegerPolynomial(self).squareFreePart
    let lead = Rational(integral.coefficients[integral.degree].magnitude)
    return isolatingIntervals(width: lead.inverse).map { interval in
      let candidate = Rational((interval.upper * lead).floor) / lead
      // The lower end belongs to the interval only when it is the root.
      let isInside = interval.isExact || candidate > interval.lower
      return (interval, isInside && integral.sign(at: candidate) == 0 ? candidate : nil)
    }
  }
}

extension IntegerPolynomial {
  /// Halves (lower, upper], which has exactly one root of this square-free polynomial, down to
  /// `width`.
  fileprivate func refined(
    _ lower: Rational, _ upper: Rational, width: Rational
  ) -> RootInterval {
    var (lower, upper) = (lower, upper)
    let sign = sign(at: upper)
    if sign == 0 { return RootInterval(lower: upper, upper: upper) }
    while upper - lower > width {
      let middle = (lower + upper) * Rational(1, 2)
      let atMiddle = self.sign(at: middle)
      if atMiddle == 0 { return RootInterval(lower: middle, upper: middle) }
      // A simple root: the sign above it, up to the upper end, is that at the upper end.
      if atMiddle == sign { upper = middle } else { lower = middle }
    }
    return RootInterval(lower: lower, upper: upper)
  }
}
