/// A field with exact arithmetic and decidable equality.
///
/// Laws: those of a commutative field. `==` is equality of numbers, not of representations.
public protocol ExactField: AdditiveArithmetic, Hashable, Sendable, CustomStringConvertible {
  static var one: Self { get }
  /// The images of the rational numbers.
  init(_ value: Rational)
  init(_ value: Integer)
  init(_ value: Int)

  static func * (left: Self, right: Self) -> Self
  static func *= (left: inout Self, right: Self)
  static prefix func - (value: Self) -> Self
  /// The quotient. Precondition: the divisor is not zero.
  static func / (left: Self, right: Self) -> Self
  static func /= (left: inout Self, right: Self)

  var isZero: Bool { get }
  /// The reciprocal. Precondition: the value is not zero.
  var inverse: Self { get }
}

/// An exact field with a decidable order that its operations respect.
public protocol OrderedExactField: ExactField, Comparable {
  /// -1, 0 or 1.
  var sign: Int { get }
}

extension Rational: OrderedExactField {
  public init(_ value: Rational) { self = value }
}
