import Polynomials
import Rational
import TestSupport

extension Polynomial: TestableRing {
  public static var one: Polynomial { Polynomial(constant: .one) }
  public static func *= (left: inout Polynomial, right: Polynomial) { left = left * right }
  public static prefix func - (value: Polynomial) -> Polynomial { .zero - value }
}

/// A polynomial built from its roots, so that everything about them is known.
struct Factored: CustomStringConvertible {
  /// Distinct roots with multiplicities.
  var roots: [(root: Rational, multiplicity: Int)]
  /// x² + c with c > 0, without real roots.
  var quadratics: [Rational]
  /// Not zero.
  var scale: Rational

  var polynomial: Polynomial<Rational> {
    var product = Polynomial(constant: scale)
    for (root, multiplicity) in roots {
      for _ in 0..<multiplicity { product = product * Polynomial([-root, 1]) }
    }
    for c in quadratics { product = product * Polynomial([c, 0, 1]) }
    return product
  }

  /// The same polynomial over the square-root field, where the general algorithms run.
  var surds: Polynomial<Surd> { Polynomial(polynomial.coefficients.map { Surd($0) }) }

  var description: String { "\(scale) roots \(roots) quadratics \(quadratics)" }

  /// Distinct roots in (lower, upper], counted one by one.
  func count(above lower: Rational, upTo upper: Rational) -> Int {
    roots.count { lower < $0.root && $0.root <= upper }
  }
}

extension SplitMix64 {
  mutating func factored() -> Factored {
    var values: Set<Rational> = []
    for _ in 0..<int(in: 0...4) { values.insert(smallRational()) }
    let roots = values.sorted().map { (root: $0, multiplicity: int(in: 1...3)) }
    let quadratics = (0..<int(in: 0...2)).map { _ in Rational(int(in: 1...9), int(in: 1...9)) }
    return Factored(roots: roots, quadratics: quadratics, scale: nonzeroRational())
  }

  mutating func polynomial(degree: Int) -> Polynomial<Rational> {
    Polynomial((0...degree).map { _ in smallRational() } + [nonzeroRational()])
  }

  mutating func surdPolynomial(degree: Int) -> Polynomial<Surd> {
    Polynomial((0...degree).map { _ in surd() })
  }
}
