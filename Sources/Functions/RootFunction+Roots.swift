import Polynomials
import Rational

extension RootFunction {
  /// The function that is the non-negative square root for all large x, or nil when it is not found:
  /// only single terms without a root of their own are tried.
  ///
  /// `√(p/q) = √(pq)/q`; of pq the squares are split off by Yun's algorithm.
  public var squareRoot: RootFunction? {
    guard let rational else { return nil }
    if rational.isZero { return .zero }
    let radicand = rational.numerator * rational.denominator
    guard sign > 0 else { return nil }
    let primitive = radicand.primitivePart
    guard let number = try? Surd.squareRoot(of: radicand.leading / primitive.leading),
      number.terms.count == 1
    else { return nil }
    let (root, rest) = primitive.squareAndRest
    // √(root²) = |root| and √rest exist where both are positive.
    Horizon.assume(nonzero: root)
    Horizon.assume(nonzero: rest)
    Horizon.assume(nonzero: rational.denominator)
    let coefficient =
      RationalFunction(root.scaled(by: number.terms[0].coefficient), over: rational.denominator)
    return RootFunction([
      Term(
        radicand: Radicand(number: number.terms[0].radicand, polynomial: rest),
        coefficient: coefficient)
    ])
  }

  /// The distinct roots of a square-free polynomial over Q(x) when all of them are in Q(x), or nil.
  ///
  /// Multiplied by the leading coefficient the roots are integral over Q[x]. They are guessed from
  /// their values at large integers, where they are ordered as functions are, by interpolation; and
  /// then substituted. So what is returned are roots, whatever they were guessed from.
  public static func rationalRoots(
    ofSquareFree polynomial: Polynomial<RootFunction>
  ) -> [RootFunction]? {
    let given = polynomial.coefficients.compactMap(\.rational)
    guard given.count == polynomial.coefficients.count, given.count > 1 else { return nil }
    let common = given.reduce(Polynomial<Rational>(constant: 1)) { product, value in
      let factor = Polynomial.gcd(product, value.denominator)
      return product * value.denominator.divided(by: factor).quotient
    }
    let integral = given.map { $0.numerator * common.divided(by: $0.denominator).quotient }
    let leading = integral[integral.count - 1]
    let degree = polynomial.degree
    let points = (0..<Self.interpolationPoints).map { Rational(1_000 + $0) }
    var samples: [[Rational]] = []
    for point in points {
      let values = Polynomial(integral.map { $0.evaluate(at: point) })
      let roots = values.rationalRoots()
      guard roots.count == degree else { return nil }
      let scale = leading.evaluate(at: point)
      samples.append(roots.map { $0 * scale })
    }
    var found: [RootFunction] = []
    for index in 0..<degree {
      let values = zip(points, samples).map { ($0, $1[index]) }
      let root = RootFunction(RationalFunction(interpolation(values), over: leading))
      guard polynomial.evaluate(at: root).terms.isEmpty else { return nil }
      found.append(root)
    }
    return found
  }

  /// Roots of a degree below this in x are found.
  private static let interpolationPoints = 12

  /// The polynomial of least degree with the given values, by divided differences.
  private static func interpolation(_ values: [(Rational, Rational)]) -> Polynomial<Rational> {
    var differences = values.map(\.1)
    var result = Polynomial<Rational>.zero
    var basis = Polynomial<Rational>(constant: 1)
    for step in values.indices {
      result = result + basis.scaled(by: differences[0])
      basis = basis * Polynomial([-values[step].0, 1])
      differences = (0..<(differences.count - 1)).map {
        (differences[$0 + 1] - differences[$0]) / (values[$0 + step + 1].0 - values[$0].0)
      }
    }
    return result
  }
}

extension Polynomial where F == Rational {
  /// Polynomials s and q with p = s² q, q square-free and primitive, both with positive leading
  /// coefficients; p is primitive with a positive leading coefficient.
  fileprivate var squareAndRest: (root: Polynomial, rest: Polynomial) {
    var root = Polynomial(constant: 1)
    var rest = Polynomial(constant: 1)
    for (factor, multiplicity) in squareFreeFactors {
      let primitive = factor.primitivePart
      for _ in 0..<(multiplicity / 2) { root = root * primitive }
      if multiplicity % 2 == 1 { rest = rest * primitive }
    }
    return (root, rest)
  }
}
