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

  /// The entries of a matrix product from those of the factors, row after row; a field may have a
  /// faster way than term by term.
  static func matrixProduct(_ left: [Self], _ right: [Self], shape: ProductShape) -> [Self]
}

extension ExactField {
  /// The value to a natural power, by repeated squaring; 0 to the power 0 is 1.
  ///
  /// - Precondition: `exponent` is not negative.
  public func raised(to exponent: Int) -> Self {
    precondition(exponent >= 0, "a natural exponent")
    var (result, square, rest) = (Self.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }
}

/// An exact field with a decidable order that its operations respect.
public protocol OrderedExactField: ExactField, Comparable {
  /// -1, 0 or 1.
  var sign: Int { get }
}

extension Rational: OrderedExactField {
  /// The value itself.
  public init(_ value: Rational) { self = value }
}
