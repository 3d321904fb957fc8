extension Rational {
  /// The partial quotients a₀, a₁, … of the continued fraction a₀ + 1/(a₁ + 1/(a₂ + …)) by Euclid's algorithm:
  /// all after the first are positive, and the last is not 1 unless it is the first.
  ///
  /// - Complexity: Quadratic in the number of digits; at most about five quotients for each decimal digit of
  ///   the denominator.
  public var continuedFraction: [Integer] {
    var quotients: [Integer] = []
    var (a, b) = (numerator, denominator)
    while !b.isZero {
      let quotient = a.floorDivided(by: b)
      quotients.append(quotient)
      (a, b) = (b, a - quotient * b)
    }
    return quotients
  }

  /// The value of a continued fraction.
  ///
  /// - Precondition: There is a partial quotient, and all after the first are positive.
  public init(continuedFraction quotients: some Collection<Integer>) {
    precondition(!quotients.isEmpty, "a continued fraction has a first quotient")
    precondition(
      quotients.dropFirst().allSatisfy { $0.sign > 0 }, "later quotients are positive")
    var last = Convergents()
    for quotient in quotients { last.append(quotient) }
    self = last.value
  }

  /// The values of the beginnings of the continued fraction; the last is the value.
  ///
  /// Each is nearer to the value than all fractions whose denominator is not larger, unless it is the first.
  public var convergents: [Rational] {
    var last = Convergents()
    return continuedFraction.map { quotient in
      last.append(quotient)
      return last.value
    }
  }

  /// The fraction nearest to the value among those whose denominators are at most `limit`; of two that are as
  /// near, the one with the smaller denominator.
  ///
  /// It is a convergent, or one with its last quotient made smaller.
  ///
  /// - Precondition: `limit` is positive.
  public func bestApproximation(denominatorAtMost limit: Integer) -> Rational {
    precondition(limit.sign > 0, "a denominator is positive")
    if denominator <= limit { return self }
    var last = Convergents()
    for quotient in continuedFraction {
      var next = last
      next.append(quotient)
      if next.bottom > limit {
        // As much of the quotient as the limit allows, on the other side of the value than the convergent.
        var partial = last
        partial.append((limit - last.bottomBefore) / last.bottom)
        let (near, far) = (last.value, partial.value)
        return (far - self).magnitude < (near - self).magnitude ? far : near
      }
      last = next
    }
    return self
  }

  /// The fraction with the least denominator in [lower, upper], by continued fractions.
  ///
  /// Of several integers, the least is returned.
  ///
  /// - Precondition: lower ≤ upper.
  public static func simplest(between lower: Rational, and upper: Rational) -> Rational {
    precondition(lower <= upper, "the ends of an interval in order")
    let ceiling = Rational(lower.ceiling)
    if ceiling <= upper { return ceiling }
    let whole = Rational(lower.floor)
    return whole
      + simplest(between: (upper - whole).inverse, and: (lower - whole).inverse).inverse
  }
}

/// The last two convergents of a continued fraction, 1/0 and 0/1 before the first.
///
/// Neighbours have the determinant ±1, so that they are in lowest terms.
private struct Convergents {
  private(set) var top: Integer = 1
  private(set) var bottom: Integer = 0
  private(set) var topBefore: Integer = 0
  private(set) var bottomBefore: Integer = 1

  var value: Rational { Rational(top, bottom) }

  mutating func append(_ quotient: Integer) {
    (topBefore, top) = (top, quotient * top + topBefore)
    (bottomBefore, bottom) = (bottom, quotient * bottom + bottomBefore)
  }
}
