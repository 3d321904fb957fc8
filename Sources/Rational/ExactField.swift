/// A field with exact arithmetic and decidable equality.
///
/// Laws: those of a commutative field. `==` is equality of numbers, not of representations.
public protocol ExactField: AdditiveArithmetic, Hashable, Sendable, CustomStringConvertible {
  /// The neutral element of multiplication.
  static var one: Self { get }
  /// The image of a rational number.
  init(_ value: Rational)
  /// The image of an integer.
  init(_ value: Integer)
  /// The image of a machine word.
  init(_ value: Int)

  /// The product.
  static func * (left: Self, right: Self) -> Self
  /// Multiplies the left value by the right one.
  static func *= (left: inout Self, right: Self)
  /// The value with the opposite sign.
  static prefix func - (value: Self) -> Self
  /// The quotient. Precondition: the divisor is not zero.
  static func / (left: Self, right: Self) -> Self
  /// Divides the left value by the right one. Precondition: the divisor is not zero.
  static func /= (left: inout Self, right: Self)

  /// Whether the value is the neutral element of addition.
  var isZero: Bool { get }
  /// The reciprocal. Precondition: the value is not zero.
  var inverse: Self { get }
  /// The value to an integer power; 0 to the power 0 is 1. Precondition: the value is not zero when the
  /// exponent is negative.
  func power(_ exponent: Int) -> Self

  /// The entries of a matrix product from those of the factors, row after row; a field may have a
  /// faster way than term by term.
  static func matrixProduct(_ left: [Self], _ right: [Self], shape: ProductShape) -> [Self]
}

extension ExactField {
  /// The reciprocal, nil for zero; `inverse` is for a value that is known not to be zero.
  public var reciprocal: Self? { isZero ? nil : inverse }

  /// The value to an integer power, by repeated squaring.
  public func power(_ exponent: Int) -> Self { powerBySquaring(exponent) }

  func powerBySquaring(_ exponent: Int) -> Self {
    if exponent == 0 { return .one }
    var (result, square, rest) = (Self.one, exponent < 0 ? inverse : self, exponent.magnitude)
    while true {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest == 0 { return result }
      square *= square
    }
  }
}

/// An exact field with a decidable order that its operations respect.
public protocol OrderedExactField: ExactField, Comparable {
  /// -1, 0 or 1.
  var sign: Int { get }
}

extension OrderedExactField {
  /// The sign as a number of this type, -1, 0 or 1: the value is its sign times its magnitude.
  public func signum() -> Self { Self(sign) }

  /// The absolute value.
  public var magnitude: Self { sign < 0 ? -self : self }
}

extension Rational: OrderedExactField {
  /// The value itself.
  public init(_ value: Rational) { self = value }
}
