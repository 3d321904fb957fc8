import Polynomials
import Rational

extension RootFunction: OrderedExactField {
  /// The function 0.
  public static var zero: RootFunction { RootFunction([]) }
  /// The function 1.
  public static var one: RootFunction { RootFunction(RationalFunction.one) }

  /// The constant function.
  public init(_ value: Rational) { self.init(RationalFunction(value)) }
  /// The constant function.
  public init(_ value: Integer) { self.init(RationalFunction(value)) }
  /// The constant function.
  public init(_ value: Int) { self.init(RationalFunction(value)) }

  /// The sum.
  public static func + (left: RootFunction, right: RootFunction) -> RootFunction {
    RootFunction(left.terms + right.terms)
  }

  /// The difference.
  public static func - (left: RootFunction, right: RootFunction) -> RootFunction {
    left + (-right)
  }

  /// The opposite function.
  public static prefix func - (value: RootFunction) -> RootFunction {
    RootFunction(
      value.terms.map { Term(radicand: $0.radicand, coefficient: -$0.coefficient) })
  }

  /// The product, term by term: √a √b = g √(ab/g²) with g the greatest common divisor, positive for
  /// large x.
  public static func * (left: RootFunction, right: RootFunction) -> RootFunction {
    RootFunction(left.terms.flatMap { x in right.terms.map { x * $0 } })
  }

  /// Multiplies by the right function.
  public static func *= (left: inout RootFunction, right: RootFunction) { left = left * right }

  /// The quotient. Precondition: the divisor is not the function 0.
  public static func / (left: RootFunction, right: RootFunction) -> RootFunction {
    left * right.inverse
  }

  /// Divides by the right function.
  public static func /= (left: inout RootFunction, right: RootFunction) { left = left / right }

  /// Whether this is the function 0. That it is not is noted in the horizon.
  public var isZero: Bool {
    if terms.isEmpty { return true }
    // A constant needs no horizon.
    if let constant { return constant.isZero }
    _ = sign
    return false
  }

  /// Whether the left function is smaller for all large x.
  public static func < (left: RootFunction, right: RootFunction) -> Bool {
    (right - left).sign > 0
  }

  /// The reciprocal, by making the denominator rational. Precondition: not the function 0.
  public var inverse: RootFunction {
    precondition(!terms.isEmpty, "the function 0 has no reciprocal")
    if terms.count == 1 {
      let (radicand, coefficient) = (terms[0].radicand, terms[0].coefficient)
      Horizon.assume(nonzero: coefficient.numerator)
      // 1/(c √d) = √d/(c d)
      let square = RationalFunction(radicand.polynomial) * RationalFunction(radicand.number)
      return RootFunction([
        Term(radicand: radicand, coefficient: (coefficient * square).inverse)
      ])
    }
    guard terms.count <= Self.signLimit else {
      Horizon.giveUp("a denominator with \(terms.count) square roots")
      return .one
    }
    _ = sign
    let (first, second) = halves
    // (a + b)(a - b) has fewer terms.
    return (first - second) * (first * first - second * second).inverse
  }

  /// The most terms that a sign is found for: with four, two and two, a² - b² has three at most.
  static let signLimit = 4

  /// The sum of the first terms and that of the others.
  private var halves: (RootFunction, RootFunction) {
    let middle = terms.count / 2
    return (RootFunction(Array(terms[..<middle])), RootFunction(Array(terms[middle...])))
  }

  /// The sign for all large x; what x must be beyond is noted in the horizon.
  public var sign: Int {
    switch terms.count {
    case 0: return 0
    case 1:
      let coefficient = terms[0].coefficient
      Horizon.assume(nonzero: coefficient.numerator)
      Horizon.assume(nonzero: coefficient.denominator)
      return coefficient.numerator.leading.sign
    case ...Self.signLimit:
      return Horizon.sign(of: terms) {
        let (first, second) = halves
        let (a, b) = (first.sign, second.sign)
        // a + b with opposite signs has the sign of the one that is larger in magnitude.
        return a == b ? a : (first * first - second * second).sign * a
      }
    default:
      Horizon.giveUp("the sign of a sum with \(terms.count) square roots")
      return 1
    }
  }
}

extension RootFunction.Term {
  static func * (left: RootFunction.Term, right: RootFunction.Term) -> RootFunction.Term {
    let coefficient = left.coefficient * right.coefficient
    let (a, b) = (left.radicand, right.radicand)
    if a.isOne { return .init(radicand: b, coefficient: coefficient) }
    if b.isOne { return .init(radicand: a, coefficient: coefficient) }
    let number = Integer.gcd(a.number, b.number)
    let common = Polynomial.gcd(a.polynomial, b.polynomial).primitivePart
    // √(common²) is common itself where it is positive.
    Horizon.assume(nonzero: common)
    let polynomial =
      a.polynomial.divided(by: common).quotient * b.polynomial.divided(by: common).quotient
    return .init(
      radicand: .init(
        number: (a.number / number) * (b.number / number),
        polynomial: polynomial),
      coefficient: coefficient * RationalFunction(common.scaled(by: Rational(number))))
  }
}
