/// What `RootSum` asks of its numbers: arithmetic that says when a result leaves the type.
///
/// Words leave it often, integers never. The range is symmetric, so that a sign can always be
/// changed: a word is never `Int.min`.
@usableFromInline
protocol CheckedInteger: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// The sum, or nil when it does not fit.
  func plus(_ other: Self) -> Self?
  /// The product, or nil when it does not fit.
  func times(_ other: Self) -> Self?
  /// The value with the opposite sign.
  var negative: Self { get }
  /// The quotient of an exact division.
  func dividedExactly(by divisor: Self) -> Self
  /// The greatest common divisor with a positive number.
  func commonDivisor(_ positive: Self) -> Self
}

extension Int: CheckedInteger {
  @usableFromInline
  func plus(_ other: Int) -> Int? {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows || sum == .min ? nil : sum
  }

  @usableFromInline
  func times(_ other: Int) -> Int? {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows || product == .min ? nil : product
  }

  @usableFromInline var negative: Int { -self }

  @usableFromInline
  func dividedExactly(by divisor: Int) -> Int { divisor == 1 ? self : self / divisor }

  @usableFromInline
  func commonDivisor(_ positive: Int) -> Int {
    // The divisor is often much smaller; one division saves the binary algorithm its rounds.
    let size = UInt(bitPattern: positive)
    return Int(bitPattern: greatestCommonDivisor(magnitude % size, size))
  }
}

extension Integer: CheckedInteger {
  @usableFromInline
  func plus(_ other: Integer) -> Integer? { self + other }

  @usableFromInline
  func times(_ other: Integer) -> Integer? { self * other }

  @usableFromInline var negative: Integer { -self }

  @usableFromInline
  func commonDivisor(_ positive: Integer) -> Integer { Integer.gcd(self, positive) }
}
