import Polynomials
import Rational

/// An element of Q(x): a quotient of two polynomials with rational coefficients.
///
/// In lowest terms and with a monic denominator, so equality and hashing are structural.
public struct RationalFunction: Hashable, Sendable {
  /// The numerator, coprime to the denominator.
  public let numerator: Polynomial<Rational>
  /// The denominator: monic, and 1 for a polynomial.
  public let denominator: Polynomial<Rational>

  private init(reduced numerator: Polynomial<Rational>, _ denominator: Polynomial<Rational>) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The function of a polynomial.
  public init(_ polynomial: Polynomial<Rational>) {
    self.init(reduced: polynomial, Polynomial(constant: 1))
  }

  /// The quotient in lowest terms.
  ///
  /// - Precondition: The denominator is not the zero polynomial.
  public init(_ numerator: Polynomial<Rational>, over denominator: Polynomial<Rational>) {
    precondition(!denominator.isZero, "a denominator that is zero")
    let common = Polynomial.gcd(numerator, denominator)
    let isCoprime = common.degree <= 0
    let top = isCoprime ? numerator : numerator.divided(by: common).quotient
    let bottom = isCoprime ? denominator : denominator.divided(by: common).quotient
    let scale = bottom.leading.inverse
    self.init(reduced: top.scaled(by: scale), bottom.scaled(by: scale))
  }

  /// Whether the function is a polynomial.
  public var isPolynomial: Bool { denominator.degree == 0 }

  /// The value of a constant function, nil for any other.
  public var constant: Rational? {
    isPolynomial && numerator.degree <= 0 ? numerator.leading : nil
  }

  /// Whether the function is a polynomial with an integer value at every integer.
  ///
  /// A polynomial of degree d has when it has at d+1 integers in a row: the others are sums of these
  /// with binomial coefficients as factors.
  public var isIntegerValued: Bool {
    isPolynomial
      && (0...max(0, numerator.degree)).allSatisfy {
        numerator.evaluate(at: Rational($0)).isInteger
      }
  }

  /// The value at a point, nil at a pole.
  public func value(at point: Rational) -> Rational? {
    let bottom = denominator.evaluate(at: point)
    return bottom.isZero ? nil : numerator.evaluate(at: point) / bottom
  }
}

extension RationalFunction: ExactField {
  /// The function 0.
  public static var zero: RationalFunction {
    RationalFunction(Polynomial<Rational>.zero)
  }
  /// The function 1.
  public static var one: RationalFunction { RationalFunction(Polynomial(constant: 1)) }
  /// The function x.
  public static var x: RationalFunction { RationalFunction(.x) }

  /// The constant function.
  public init(_ value: Rational) { self.init(Polynomial(constant: value)) }
  /// The constant function.
  public init(_ value: Integer) { self.init(Rational(value)) }
  /// The constant function.
  public init(_ value: Int) { self.init(Rational(value)) }

  /// Whether this is the function 0.
  public var isZero: Bool { numerator.isZero }

  /// The reciprocal. Precondition: not the function 0.
  public var inverse: RationalFunction {
    precondition(!isZero, "the function 0 has no reciprocal")
    let scale = numerator.leading.inverse
    return RationalFunction(reduced: denominator.scaled(by: scale), numerator.scaled(by: scale))
  }

  /// The sum.
  public static func + (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    if left.denominator == right.denominator {
      let sum = left.numerator + right.numerator
      return left.isPolynomial
        ? RationalFunction(sum) : RationalFunction(sum, over: left.denominator)
    }
    return RationalFunction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// The difference.
  public static func - (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    left + (-right)
  }

  /// The opposite function.
  public static prefix func - (value: RationalFunction) -> RationalFunction {
    RationalFunction(reduced: value.numerator.scaled(by: -1), value.denominator)
  }

  /// The product.
  public static func * (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    if left.isPolynomial, right.isPolynomial {
      return RationalFunction(left.numerator * right.numerator)
    }
    return RationalFunction(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// Multiplies by the right function.
  public static func *= (left: inout RationalFunction, right: RationalFunction) {
    left = left * right
  }

  /// The quotient. Precondition: the divisor is not the function 0.
  public static func / (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    left * right.inverse
  }

  /// Divides by the right function.
  public static func /= (left: inout RationalFunction, right: RationalFunction) {
    left = left / right
  }
}

extension RationalFunction: CustomStringConvertible {
  /// In x, as `(x^2 + (-3)x)/(x + (1))`.
  public var description: String {
    isPolynomial ? numerator.description : "(\(numerator))/(\(denominator))"
  }
}
