import Rational

extension Polynomial where F == Rational {
  /// The distinct real roots, ascending; none for a constant.
  ///
  /// Rational roots are found as such. The others are roots of what is left when those are divided out.
  ///
  /// - Complexity: A Sturm sequence, and its signs at a few points for each root.
  public var realRoots: [AlgebraicNumber] {
    guard degree > 0 else { return [] }
    let located = locatedRoots()
    let rest = squareFreePart.dividedByFactors(ofRoots: located.compactMap(\.rational))
    let integral = IntegerPolynomial(rest.monic)
    let count = located.count { $0.rational == nil }
    var index = 0
    return located.map { interval, rational in
      if let rational { return AlgebraicNumber(rational) }
      index += 1
      return AlgebraicNumber(
        IsolatedRoot(
          of: integral, between: interval.lower, and: interval.upper, index: index, count: count))
    }
  }

  /// The distinct real roots with their multiplicities, ascending; none for a constant.
  public var realRootsWithMultiplicities: [(root: AlgebraicNumber, multiplicity: Int)] {
    squareFreeFactors.flatMap { factor, multiplicity in
      factor.realRoots.map { ($0, multiplicity) }
    }.sorted { $0.root < $1.root }
  }
}

extension Polynomial where F == Surd {
  /// The distinct real roots, ascending; none for a constant.
  ///
  /// They are among those of the norm, the product of the polynomials with conjugate coefficients, which
  /// is rational. Between the bounds of one of these the polynomial has a root where its signs at the
  /// bounds differ.
  ///
  /// - Complexity: The degree of the norm doubles with each independent square root.
  public var realRoots: [AlgebraicNumber] {
    guard degree > 0 else { return [] }
    let own = squareFreePart
    let roots = own.norm()?.realRoots ?? []
    let fractions = roots.compactMap(\.rational).filter { own.evaluate(at: Surd($0)).isZero }
    let rest = own.dividedByFactors(ofRoots: fractions.map { Surd($0) })
    return roots.filter { root in
      if let value = root.rational { return fractions.contains(value) }
      let (lower, upper) = root.isolatingInterval
      return rest.evaluate(at: Surd(lower)).sign != rest.evaluate(at: Surd(upper)).sign
    }
  }

  /// The distinct real roots with their multiplicities, ascending; none for a constant.
  public var realRootsWithMultiplicities: [(root: AlgebraicNumber, multiplicity: Int)] {
    squareFreeFactors.flatMap { factor, multiplicity in
      factor.realRoots.map { ($0, multiplicity) }
    }.sorted { $0.root < $1.root }
  }

  /// A rational polynomial of which this is a factor: the product with conjugates, each of which doubles
  /// the degree. Nil where that would be above a limit.
  package func norm(degreeAtMost limit: Int = .max) -> Polynomial<Rational>? {
    var norm = monic
    while let root = Surd.independentRoot(of: norm.coefficients) {
      guard norm.degree <= limit / 2 else { return nil }
      norm = norm * Polynomial(norm.coefficients.map { $0.conjugated(root) })
    }
    return Polynomial<Rational>(norm.coefficients.compactMap(\.rational))
  }
}

extension Polynomial {
  /// The quotient by the product of x - c for some distinct roots c.
  fileprivate func dividedByFactors(ofRoots roots: [F]) -> Polynomial {
    roots.reduce(self) { $0.divided(by: Polynomial([-$1, .one])).quotient }
  }
}
