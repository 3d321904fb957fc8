extension Integer {
  /// The exact quotient rounded to an integer.
  ///
  /// - Precondition: `divisor` is not zero.
  func divided(by divisor: Integer, rounding rule: FloatingPointRoundingRule) -> Integer {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder.isZero { return quotient }
    // The quotient is between the one that is rounded towards zero and the next one.
    let isNegative = remainder.sign != divisor.sign
    let isAway: Bool
    switch rule {
    case .towardZero: isAway = false
    case .awayFromZero: isAway = true
    case .down: isAway = isNegative
    case .up: isAway = !isNegative
    case .toNearestOrEven, .toNearestOrAwayFromZero:
      let twice = remainder.magnitude + remainder.magnitude
      isAway =
        twice == divisor.magnitude
        ? rule == .toNearestOrAwayFromZero || !quotient.isEven : twice > divisor.magnitude
    @unknown default: preconditionFailure("a rule that is known here")
    }
    return isAway ? quotient + (isNegative ? -1 : 1) : quotient
  }
}

extension Rational {
  /// The value rounded to an integer: without a rule to the nearest, halves away from zero, as the numbers of
  /// the standard library.
  ///
  /// `floor` and `ceiling` are the rules `down` and `up`.
  public func rounded(
    _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> Integer {
    numerator.divided(by: denominator, rounding: rule)
  }
}
