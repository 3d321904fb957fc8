import Rational

/// A polynomial in one variable over an exact field.
///
/// Coefficients are kept from the constant up and the last one is not zero, so equality and hashing
/// are structural; the zero polynomial has none.
public struct Polynomial<F: ExactField>: Hashable, Sendable {
  /// The coefficients, of x⁰ first.
  public let coefficients: [F]

  /// The polynomial with the given coefficients, of x⁰ first; zeros at the end are dropped.
  public init(_ coefficients: [F]) {
    let used = coefficients.lastIndex { !$0.isZero }.map { $0 + 1 } ?? 0
    self.coefficients = Array(coefficients.prefix(used))
  }

  /// The constant polynomial, of degree at most 0.
  public init(constant: F) { self.init([constant]) }

  /// The monomial x.
  public static var x: Polynomial { Polynomial([.zero, .one]) }

  /// The degree; -1 for the zero polynomial.
  public var degree: Int { coefficients.count - 1 }

  /// Whether this is the zero polynomial.
  public var isZero: Bool { coefficients.isEmpty }

  /// The coefficient of the highest power; zero for the zero polynomial.
  public var leading: F { coefficients.last ?? .zero }

  /// The value at a point, by Horner's rule.
  public func evaluate(at point: F) -> F {
    coefficients.reversed().reduce(.zero) { $0 * point + $1 }
  }

  /// The formal derivative.
  public var derivative: Polynomial {
    Polynomial(coefficients.indices.dropFirst().map { coefficients[$0] * F($0) })
  }

  /// Every coefficient times `factor`.
  public func scaled(by factor: F) -> Polynomial {
    Polynomial(coefficients.map { $0 * factor })
  }

  /// With leading coefficient 1; the zero polynomial stays zero.
  public var monic: Polynomial { isZero ? self : scaled(by: leading.inverse) }

  /// `p(x + offset)`, by repeated synthetic division.
  ///
  /// - Complexity: Quadratic in the degree.
  public func shifted(by offset: F) -> Polynomial {
    var values = coefficients
    for start in values.indices {
      for index in stride(from: values.count - 2, through: start, by: -1) {
        values[index] += offset * values[index + 1]
      }
    }
    return Polynomial(values)
  }

  /// `p(factor · x)`.
  public func scalingArgument(by factor: F) -> Polynomial {
    var power = F.one
    return Polynomial(
      coefficients.map { coefficient in
        defer { power *= factor }
        return coefficient * power
      })
  }

  /// The number of sign changes in a sequence, zeros left out.
  static func variations(_ signs: some Sequence<Int>) -> Int {
    let present = signs.filter { $0 != 0 }
    return zip(present, present.dropFirst()).count { $0 != $1 }
  }
}

extension Polynomial: AdditiveArithmetic {
  /// The polynomial without coefficients.
  public static var zero: Polynomial { Polynomial([]) }

  /// The sum, coefficient by coefficient.
  public static func + (left: Polynomial, right: Polynomial) -> Polynomial {
    combined(left, right, +)
  }

  /// The difference, coefficient by coefficient.
  public static func - (left: Polynomial, right: Polynomial) -> Polynomial {
    combined(left, right, -)
  }

  private static func combined(
    _ left: Polynomial, _ right: Polynomial, _ operation: (F, F) -> F
  ) -> Polynomial {
    let (a, b) = (left.coefficients, right.coefficients)
    return Polynomial(
      (0..<max(a.count, b.count)).map {
        operation($0 < a.count ? a[$0] : .zero, $0 < b.count ? b[$0] : .zero)
      })
  }

  /// The product.
  ///
  /// - Complexity: The product of the degrees.
  public static func * (left: Polynomial, right: Polynomial) -> Polynomial {
    guard !left.isZero, !right.isZero else { return .zero }
    var product = Array(repeating: F.zero, count: left.degree + right.degree + 1)
    for (i, a) in left.coefficients.enumerated() where !a.isZero {
      for (j, b) in right.coefficients.enumerated() { product[i + j] += a * b }
    }
    return Polynomial(product)
  }
}

extension Polynomial: CustomStringConvertible {
  /// From the highest power down, coefficients in brackets: `x^2 + (-3)x + (1/2)`.
  public var description: String {
    var text = ""
    for (power, coefficient) in coefficients.enumerated().reversed() where !coefficient.isZero {
      let name = power == 0 ? "" : power == 1 ? "x" : "x^\(power)"
      let number = power > 0 && coefficient == .one ? "" : "(\(coefficient))"
      text += (text.isEmpty ? "" : " + ") + number + name
    }
    return text.isEmpty ? "0" : text
  }
}
