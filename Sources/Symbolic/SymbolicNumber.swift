import Rational

/// A number that depends on r and on other positive symbols: a quotient of polynomials in these and
/// in square roots of such polynomials.
///
/// This is what uniform proofs are found with. Fractions are kept small by splitting denominators
/// into factors that are tried on numerators, without greatest common divisors. The order is that of
/// the values at one place, large sizes and symbols close to 1: a guess at what holds for all large r,
/// which whoever uses it has checked by others.
public struct SymbolicNumber: Sendable {
  /// The numerator.
  public let numerator: SymbolicPolynomial
  /// The factors of the denominator, content 1.
  let factors: SymbolicFactors

  private init(reduced numerator: SymbolicPolynomial, _ factors: SymbolicFactors) {
    self.numerator = numerator
    self.factors = factors
  }

  /// The quotient, with the factors of the denominator cancelled that divide the numerator.
  init(_ numerator: SymbolicPolynomial, over factors: SymbolicFactors) {
    var (top, left) = (numerator, factors.powers)
    if top.isZero { left = [:] }
    for (factor, exponent) in factors.powers where !top.isZero {
      var count = exponent
      while count > 0, let quotient = top.dividedExactly(by: factor) {
        top = quotient
        count -= 1
      }
      left[factor] = count == 0 ? nil : count
    }
    self.init(reduced: top, SymbolicFactors(content: 1, powers: left))
  }

  public init(_ polynomial: SymbolicPolynomial) {
    self.init(reduced: polynomial, .one)
  }

  /// A variable.
  public init(_ variable: SymbolicVariable) { self.init(SymbolicPolynomial(variable)) }

  /// The number r of vertices.
  public static let vertices = SymbolicNumber(.vertices)

  /// The denominator, multiplied out.
  public var denominator: SymbolicPolynomial { factors.product }

  /// A polynomial with integer coefficients that makes all of the numbers polynomials with integer
  /// coefficients.
  public static func commonDenominator(_ numbers: [SymbolicNumber]) -> SymbolicPolynomial {
    var common = SymbolicFactors.one
    for number in numbers {
      for (factor, exponent) in number.factors.powers {
        common.powers[factor] = max(exponent, common.powers[factor] ?? 0)
      }
    }
    let product = SymbolicNumber(common.product)
    let coefficients =
      Array(common.product.terms.values)
      + numbers.flatMap { ($0 * product).numerator.terms.values }
    return common.product.scaled(by: Rational(coefficients.commonDenominator))
  }

  /// The value of a constant, nil for any other.
  public var constant: Rational? { factors.powers.isEmpty ? numerator.constant : nil }
}

extension SymbolicNumber: ExactField {
  public static var zero: SymbolicNumber { SymbolicNumber(SymbolicPolynomial.zero) }
  public static var one: SymbolicNumber { SymbolicNumber(SymbolicPolynomial.one) }
  public init(_ value: Rational) { self.init(SymbolicPolynomial(value)) }
  public init(_ value: Integer) { self.init(Rational(value)) }
  public init(_ value: Int) { self.init(Rational(value)) }

  public var isZero: Bool { numerator.isZero }

  public static func + (left: SymbolicNumber, right: SymbolicNumber) -> SymbolicNumber {
    if left.isZero { return right }
    if right.isZero { return left }
    if left.factors == right.factors {
      return SymbolicNumber(left.numerator + right.numerator, over: left.factors)
    }
    var common = left.factors
    for (factor, exponent) in right.factors.powers {
      common.powers[factor] = max(exponent, common.powers[factor] ?? 0)
    }
    func lifted(_ value: SymbolicNumber) -> SymbolicPolynomial {
      common.powers.reduce(value.numerator) { product, entry in
        product * entry.key.power(entry.value - (value.factors.powers[entry.key] ?? 0))
      }
    }
    return SymbolicNumber(lifted(left) + lifted(right), over: common)
  }

  public static func - (left: SymbolicNumber, right: SymbolicNumber) -> SymbolicNumber {
    left + (-right)
  }

  public static prefix func - (value: SymbolicNumber) -> SymbolicNumber {
    SymbolicNumber(reduced: value.numerator.scaled(by: -1), value.factors)
  }

  public static func * (left: SymbolicNumber, right: SymbolicNumber) -> SymbolicNumber {
    if left.isZero || right.isZero { return .zero }
    return SymbolicNumber(
      left.numerator * right.numerator,
      over: SymbolicFactors(
        content: 1, powers: left.factors.powers.merging(right.factors.powers, uniquingKeysWith: +))
    )
  }

  public static func *= (left: inout SymbolicNumber, right: SymbolicNumber) { left = left * right }
  public static func / (left: SymbolicNumber, right: SymbolicNumber) -> SymbolicNumber {
    left * right.inverse
  }
  public static func /= (left: inout SymbolicNumber, right: SymbolicNumber) { left = left / right }

  /// The reciprocal, by making the numerator free of roots. Precondition: not zero.
  public var inverse: SymbolicNumber {
    precondition(!isZero, "zero has no reciprocal")
    var (top, bottom) = (denominator, numerator)
    while let root = bottom.roots.last {
      let a = bottom.coefficients(of: root)[0] ?? .zero
      let factor = a.isZero ? SymbolicPolynomial(root) : a.scaled(by: 2) - bottom
      (top, bottom) = (top * factor, bottom * factor)
    }
    let split = SymbolicFactors(bottom, known: factors.powers.keys)
    return SymbolicNumber(
      top.scaled(by: split.content.inverse),
      over: SymbolicFactors(content: 1, powers: split.powers))
  }

  public static func == (left: SymbolicNumber, right: SymbolicNumber) -> Bool {
    (left - right).isZero
  }

  /// Fractions have no one form, so all have the same hash.
  public func hash(into hasher: inout Hasher) {}
}

extension SymbolicNumber: OrderedExactField {
  public static func < (left: SymbolicNumber, right: SymbolicNumber) -> Bool {
    (right - left).sign > 0
  }

  /// The sign at one place.
  public var sign: Int {
    if isZero { return 0 }
    if let constant { return constant.sign }
    let value = factors.powers.reduce(numerator.sample) { product, entry in
      product * (entry.value % 2 == 0 ? 1 : entry.key.sample)
    }
    return value.sign
  }
}

extension SymbolicPolynomial {
  /// The value at one place, close enough for its sign: r = 10007, other sizes much larger, symbols near 1.
  fileprivate var sample: Surd {
    var sum: Surd = 0
    for (monomial, coefficient) in terms {
      var product = Surd(coefficient)
      for power in monomial.powers {
        for _ in 0..<power.exponent { product *= power.variable.sample }
      }
      sum += product
    }
    return sum
  }
}

extension SymbolicVariable {
  fileprivate var sample: Surd {
    switch definition {
    // Sizes that are far from one another, so that no difference of small multiples is small.
    case .size: Surd(Integer(10_007) * Integer(101).power(min(id, 40)))
    case .symbol: Surd(1 + Rational(id, 1009))
    // A value that cannot be taken apart is no reason to fail: the guess is checked by others.
    case .root(let square): (try? square.sample.squareRoot()) ?? 1
    }
  }
}

extension SymbolicNumber: CustomStringConvertible {
  /// `(P)/(Q)` with named variables; roots are shown as `√(P)`.
  public var description: String {
    let names: (SymbolicVariable) -> String = { $0.name }
    return text(naming: names)
  }

  /// `P` or `(P)/(Q)` with integer coefficients.
  ///
  /// - Parameter name: The names of the variables.
  public func text(naming name: (SymbolicVariable) -> String) -> String {
    let denominator = self.denominator
    let scale = (Array(numerator.terms.values) + denominator.terms.values).commonDenominator
    let whole = [numerator, denominator].map { $0.scaled(by: Rational(scale)) }
    let content = (Array(whole[0].terms.values) + whole[1].terms.values).reduce(Integer(0)) {
      Integer.gcd($0, $1.numerator)
    }
    let texts = whole.map {
      $0.scaled(by: content.isZero ? 1 : Rational(1, content)).text(naming: name)
    }
    return texts[1] == "1" ? texts[0] : "(\(texts[0]))/(\(texts[1]))"
  }
}

extension SymbolicVariable {
  var name: String {
    switch definition {
    case .symbol(let name), .size(let name): name
    case .root(let square): "√(\(square.text(naming: \.name)))"
    }
  }
}

extension SymbolicPolynomial {
  /// Terms as `3*r^2*s1`, the highest first. Precondition: integer coefficients.
  public func text(naming name: (SymbolicVariable) -> String) -> String {
    var result = ""
    for (monomial, coefficient) in terms.sorted(by: { $0.key > $1.key }) {
      let isNegative = coefficient.sign < 0
      let magnitude = isNegative ? -coefficient : coefficient
      var factors = magnitude == 1 && monomial != .one ? [] : ["\(magnitude)"]
      factors += monomial.powers.map {
        $0.exponent == 1 ? name($0.variable) : "\(name($0.variable))^\($0.exponent)"
      }
      let sign = result.isEmpty ? (isNegative ? "-" : "") : isNegative ? " - " : " + "
      result += sign + factors.joined(separator: "*")
    }
    return result.isEmpty ? "0" : result
  }
}
