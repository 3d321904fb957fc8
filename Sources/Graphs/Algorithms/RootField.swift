import Polynomials
import Rational

/// An ordered field in which square roots can be looked for and some polynomials split.
///
/// Both operations may fail although a root exists; whoever uses them checks what they return and
/// treats nil as "not found".
public protocol RootField: OrderedExactField {
  /// The non-negative square root, or nil when it is not in the field or was not found.
  var squareRootInField: Self? { get }

  /// Why there is none, or none was found, where that is known.
  var reasonWithoutSquareRoot: String? { get }

  /// The distinct roots of a square-free polynomial that splits into linear factors, in no
  /// particular order, or nil when it does not split or the roots were not found.
  static func roots(ofSquareFree polynomial: Polynomial<Self>) -> [Self]?
}

extension RootField {
  public var reasonWithoutSquareRoot: String? { nil }

  /// The error for a number without a square root.
  var withoutSquareRoot: MatrixError {
    .noSquareRoot(description, reason: reasonWithoutSquareRoot)
  }

  /// The roots of a polynomial of degree at most 2 with distinct roots, by the quadratic formula.  Nil
  /// when a root was not found, or the degree is larger.
  public static func rootsUpToDegreeTwo(_ polynomial: Polynomial<Self>) -> [Self]? {
    let coefficients = polynomial.coefficients
    switch coefficients.count {
    case 1:
      return []
    case 2:
      return [-coefficients[0] / coefficients[1]]
    case 3:
      let (c, b, a) = (coefficients[0], coefficients[1], coefficients[2])
      let discriminant = b * b - Self(4) * a * c
      guard discriminant.sign > 0, let root = discriminant.squareRootInField else { return nil }
      let scale = (Self(2) * a).inverse
      return [(root - b) * scale, -(root + b) * scale]
    default:
      return nil
    }
  }
}

extension Rational: RootField {
  /// The rational square root, nil when the number is no square.
  public var squareRootInField: Rational? { exactSquareRoot() }

  /// The roots when all of them are rational, ascending.
  public static func roots(ofSquareFree polynomial: Polynomial<Rational>) -> [Rational]? {
    guard !polynomial.coefficients.isEmpty else { return nil }
    let roots = polynomial.rationalRoots()
    return roots.count == polynomial.degree ? roots : nil
  }
}

extension Surd: RootField {
  /// The square root as far as `squareRoot()` finds one.
  public var squareRootInField: Surd? { try? squareRoot() }

  /// What `squareRoot()` says.
  public var reasonWithoutSquareRoot: String? {
    do throws(SquareRootError) {
      _ = try squareRoot()
      return nil
    } catch { return error.description }
  }

  /// Rational roots are split off first; what is left is solved by the quadratic formula when its degree
  /// is at most 2, and given up otherwise.
  ///
  /// The coefficients are sums of rational multiples of square roots that are independent over Q, so a
  /// rational number is a root when it is one of the polynomial that belongs to each of these.
  public static func roots(ofSquareFree polynomial: Polynomial<Surd>) -> [Surd]? {
    guard !polynomial.coefficients.isEmpty else { return nil }
    if polynomial.degree <= 2 { return rootsUpToDegreeTwo(polynomial) }
    var parts: [Integer: [Rational]] = [:]
    for (power, coefficient) in polynomial.coefficients.enumerated() {
      for (radicand, value) in coefficient.terms {
        parts[radicand, default: Array(repeating: 0, count: polynomial.degree + 1)][power] = value
      }
    }
    let common = parts.values.reduce(Polynomial<Rational>.zero) {
      Polynomial<Rational>.gcd($0, Polynomial($1))
    }
    var roots: [Surd] = []
    var rest = polynomial
    for root in common.rationalRoots().map(Surd.init) {
      let (quotient, remainder) = rest.divided(by: Polynomial([-root, .one]))
      guard remainder.coefficients.isEmpty else { return nil }
      rest = quotient
      roots.append(root)
    }
    return rootsUpToDegreeTwo(rest).map { roots + $0 }
  }
}
