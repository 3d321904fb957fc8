import Rational

extension Polynomial where F == Rational {
  /// The distinct roots, divided by a number, with their multiplicities, ascending, of a monic
  /// polynomial with integer coefficients; nil where approximations do not lead to all of them. Those of
  /// quadratic factors with integer coefficients are roots of these.
  ///
  /// - Parameters:
  ///   - approximations: Of all roots, as often as their multiplicities, ascending.
  ///   - denominator: What the roots are divided by, positive.
  /// - Precondition: Monic, with integers as coefficients.
  /// - Complexity: Two values of a factor for each root, and a look at each pair of them.
  package func realRoots(
    near approximations: [Double], over denominator: Integer
  ) -> [(root: AlgebraicNumber, multiplicity: Int)]? {
    guard approximations.count == degree else { return nil }
    let squareFree = squareFreeFactors
    let count = squareFree.reduce(0) { $0 + $1.polynomial.degree }
    let middles = DyadicInterval.middles(of: approximations, count: count)
    guard let intervals = DyadicInterval.around(middles) else { return nil }
    let factors = squareFree.flatMap { factor, multiplicity in
      factor.splittingQuadratics(near: middles).map { ($0, multiplicity) }
    }
    return Self.roots(of: factors, in: intervals, over: denominator)
  }

  /// The roots of square-free factors of a polynomial, where each is alone in one of some intervals.
  ///
  /// Where the intervals are disjoint, and a factor of degree d changes its sign in d of them, it has one
  /// root in each of these and no others. That is checked here, whatever the intervals come from. A
  /// rational root is an integer.
  static func roots(
    of factors: [(polynomial: Polynomial, multiplicity: Int)], in intervals: [DyadicInterval],
    over denominator: Integer
  ) -> [(root: AlgebraicNumber, multiplicity: Int)]? {
    guard zip(intervals, intervals.dropFirst()).allSatisfy({ $0.upper <= $1.lower }) else {
      return nil
    }
    var found: [(place: Int, root: AlgebraicNumber, multiplicity: Int)] = []
    for (factor, multiplicity) in factors where factor.degree > 0 {
      let monic = factor.monic
      precondition(monic.coefficients.allSatisfy(\.isInteger), "monic and integral")
      let polynomial = IntegerPolynomial(monic)
      let places = intervals.indices.filter { intervals[$0].isCrossed(by: polynomial) }
      guard places.count == polynomial.degree else { return nil }
      let integers = places.map { intervals[$0].integerRoot(of: polynomial) }
      let rest = integers.compactMap { $0 }.reduce(monic) {
        $0.divided(by: Polynomial([Rational(-$1), 1])).quotient
      }
      let scaled = IntegerPolynomial(rest.scalingArgument(by: Rational(denominator)))
      let count = integers.count { $0 == nil }
      var index = 0
      for (place, integer) in zip(places, integers) {
        if let integer {
          found.append((place, AlgebraicNumber(Rational(integer, denominator)), multiplicity))
          continue
        }
        index += 1
        let scale = Rational(1, denominator)
        let root = IsolatedRoot(
          of: scaled, between: intervals[place].lower * scale, and: intervals[place].upper * scale,
          index: index, count: count)
        found.append((place, AlgebraicNumber(root), multiplicity))
      }
    }
    // Roots of two factors in one interval would not be in order.
    guard Set(found.map(\.place)).count == found.count else { return nil }
    return found.sorted { $0.place < $1.place }.map { ($0.root, $0.multiplicity) }
  }
}

/// An open interval of length at most 1 whose ends are words over a power of two.
struct DyadicInterval {
  let lower: Rational
  let upper: Rational

  /// The interval from `start` to `end`, both over 2^bits; nil when it is longer than 1.
  init?(from start: Int, to end: Int, bits: Int) {
    let unit = Rational(1, Integer(1) << bits)
    (lower, upper) = (Rational(start) * unit, Rational(end) * unit)
    guard upper - lower <= 1 else { return nil }
  }

  /// The root that is an integer inside the interval, in which there is at most one integer.
  func integerRoot(of polynomial: IntegerPolynomial) -> Integer? {
    let next = lower.floor + 1
    return Rational(next) < upper && polynomial.sign(at: Rational(next)) == 0 ? next : nil
  }

  /// Whether the polynomial has different signs at the ends, neither of which is 0.
  func isCrossed(by polynomial: IntegerPolynomial) -> Bool {
    polynomial.sign(at: lower) * polynomial.sign(at: upper) < 0
  }

  /// The middles of so many clusters of numbers, which are ascending.
  static func middles(of numbers: [Double], count: Int) -> [Double] {
    guard count > 0 else { return [] }
    let gaps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    // The clusters end before the widest gaps.
    let widest = gaps.indices.sorted { gaps[$0] > gaps[$1] }.prefix(count - 1)
    let starts = [0] + widest.sorted().map { $0 + 1 }
    return zip(starts, starts.dropFirst() + [numbers.count]).map {
      (numbers[$0] + numbers[$1 - 1]) / 2
    }
  }

  /// Intervals around ascending numbers, small beside the gaps between them; nil where the numbers are
  /// too near to each other or too large.
  static func around(_ middles: [Double]) -> [DyadicInterval]? {
    var intervals: [DyadicInterval] = []
    for (place, middle) in middles.enumerated() {
      let left = place > 0 ? middle - middles[place - 1] : 1
      let right = place + 1 < middles.count ? middles[place + 1] - middle : 1
      guard let interval = around(middle, gap: min(1, left, right)) else { return nil }
      intervals.append(interval)
    }
    return intervals
  }

  /// Less than a quarter of the gap wide.
  private static func around(_ middle: Double, gap: Double) -> DyadicInterval? {
    guard gap > 0, gap.isFinite else { return nil }
    let bits = 4 - Int(gap.exponent)
    let scaled = (middle * Double(sign: .plus, exponent: bits, significand: 1)).rounded(.down)
    guard bits <= 60, let floor = Int(exactly: scaled), floor.magnitude < 1 << 61 else {
      return nil
    }
    return DyadicInterval(from: floor - 1, to: floor + 2, bits: bits)
  }
}
