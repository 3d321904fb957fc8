import Rational

extension Polynomial where F == Rational {
  /// The distinct roots, divided by a number, with their multiplicities, ascending, of a monic
  /// polynomial with integer coefficients; nil where the approximations do not lead to all of them.
  ///
  /// Around each approximation an interval is put. Where all of them are disjoint, and a square-free
  /// factor of degree d changes its sign in d of them, each of these has one root of the factor, and
  /// there are no others. What is approximate has no part in that. A rational root is an integer.
  ///
  /// - Parameters:
  ///   - approximations: Of all roots, as often as their multiplicities, ascending.
  ///   - denominator: What the roots are divided by, positive.
  /// - Precondition: Monic, with integers as coefficients.
  /// - Complexity: Two values of the factor for each root.
  package func realRoots(
    near approximations: [Double], over denominator: Integer
  ) -> [(root: AlgebraicNumber, multiplicity: Int)]? {
    precondition(leading == 1 && coefficients.allSatisfy(\.isInteger), "monic and integral")
    let factors = squareFreeFactors.filter { $0.polynomial.degree > 0 }
    let count = factors.reduce(0) { $0 + $1.polynomial.degree }
    guard approximations.count == degree,
      let brackets = DyadicBracket.around(approximations, count: count)
    else { return nil }
    var found: [(place: Int, root: AlgebraicNumber, multiplicity: Int)] = []
    for (factor, multiplicity) in factors {
      let polynomial = IntegerPolynomial(factor.monic)
      let places = brackets.indices.filter { brackets[$0].isCrossed(by: polynomial) }
      guard places.count == polynomial.degree else { return nil }
      let integers = places.map { brackets[$0].integer }
        .map { $0.flatMap { polynomial.sign(at: Rational($0)) == 0 ? $0 : nil } }
      let rest = integers.compactMap { $0 }.reduce(factor.monic) {
        $0.divided(by: Polynomial([Rational(-$1), 1])).quotient
      }
      let scaled = IntegerPolynomial(rest.scalingArgument(by: Rational(denominator)))
      let irrational = places.indices.filter { integers[$0] == nil }
      for (index, place) in irrational.enumerated() {
        let root = IsolatedRoot(
          of: scaled, between: brackets[places[place]].lower / Rational(denominator),
          and: brackets[places[place]].upper / Rational(denominator), index: index + 1,
          count: irrational.count)
        found.append((places[place], AlgebraicNumber(root), multiplicity))
      }
      for (place, integer) in zip(places, integers) {
        guard let integer else { continue }
        found.append((place, AlgebraicNumber(Rational(integer, denominator)), multiplicity))
      }
    }
    return found.sorted { $0.place < $1.place }.map { ($0.root, $0.multiplicity) }
  }
}

/// An open interval whose ends are words over a power of two.
private struct DyadicBracket {
  let lower: Rational
  let upper: Rational

  /// The integer inside, of which there is at most one.
  var integer: Integer? {
    let next = lower.floor + 1
    return Rational(next) < upper ? next : nil
  }

  /// Whether the polynomial has different signs at the ends, neither of which is 0.
  func isCrossed(by polynomial: IntegerPolynomial) -> Bool {
    polynomial.sign(at: lower) * polynomial.sign(at: upper) < 0
  }

  /// Disjoint intervals, ascending, around so many clusters of numbers, which are ascending; nil where
  /// they are too near to each other.
  static func around(_ numbers: [Double], count: Int) -> [DyadicBracket]? {
    guard count > 0 else { return [] }
    let gaps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    // The clusters end before the widest gaps.
    let starts = [0] + gaps.indices.sorted { gaps[$0] > gaps[$1] }.prefix(count - 1).map { $0 + 1 }
    let ends = starts.sorted().dropFirst() + [numbers.count]
    let middles = zip(starts.sorted(), ends).map { (numbers[$0] + numbers[$1 - 1]) / 2 }
    var brackets: [DyadicBracket] = []
    for (place, middle) in middles.enumerated() {
      let left = place > 0 ? middle - middles[place - 1] : 1
      let right = place + 1 < count ? middles[place + 1] - middle : 1
      let gap = min(1, left, right)
      guard let bracket = DyadicBracket(around: middle, gap: gap) else { return nil }
      if let last = brackets.last, last.upper > bracket.lower { return nil }
      brackets.append(bracket)
    }
    return brackets
  }

  /// Less than a quarter of the gap wide.
  private init?(around middle: Double, gap: Double) {
    guard gap > 0, gap.isFinite else { return nil }
    let bits = 4 - Int(gap.exponent)
    let scaled = (middle * Double(sign: .plus, exponent: bits, significand: 1)).rounded(.down)
    guard bits <= 60, let floor = Int(exactly: scaled), floor.magnitude < 1 << 61 else {
      return nil
    }
    let unit = Rational(1, Integer(1) << bits)
    lower = Rational(floor - 1) * unit
    upper = Rational(floor + 2) * unit
  }
}
