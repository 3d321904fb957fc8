import Rational

extension Polynomial where F == Rational {
  /// The distinct rational roots, ascending.
  ///
  /// A root p/q of a polynomial with integer coefficients has q dividing the leading one, so roots are
  /// isolated to less than 1/lead² and the only candidate in each interval is tested.
  public func rationalRoots() -> [Rational] {
    guard degree > 0 else { return [] }
    if degree == 1 { return [-coefficients[0] / coefficients[1]] }
    let common = coefficients.reduce(Integer(1)) { Integer.lcm($0, $1.denominator) }
    let lead = (leading * Rational(common)).magnitude
    let width = (lead * lead + 1).inverse
    var roots: [Rational] = []
    for interval in isolatingIntervals(width: width) {
      let candidate = Rational.simplest(between: interval.lower, and: interval.upper)
      if evaluate(at: candidate).isZero { roots.append(candidate) }
    }
    return roots
  }

  /// An interval (lower, upper] with exactly one root for each distinct real root, ascending, at most
  /// `width` wide; a root that was met exactly has lower = upper.
  public func isolatingIntervals(width: Rational) -> [(lower: Rational, upper: Rational)] {
    guard degree > 0 else { return [] }
    let sturm = SturmSequence(self)
    // Cauchy's bound on the roots.
    let scale = leading.magnitude.inverse
    let bound = coefficients.dropLast().reduce(Rational(1)) {
      max($0, $1.magnitude * scale + 1)
    }
    var pending = [(lower: -bound, upper: bound)]
    var found: [(lower: Rational, upper: Rational)] = []
    while let interval = pending.popLast() {
      let count = sturm.rootCount(above: interval.lower, upTo: interval.upper)
      if count == 0 { continue }
      if count == 1, evaluate(at: interval.upper).isZero {
        found.append((interval.upper, interval.upper))
      } else if count == 1, interval.upper - interval.lower <= width {
        found.append(interval)
      } else {
        let middle = (interval.lower + interval.upper) * Rational(1, 2)
        pending.append((middle, interval.upper))
        pending.append((interval.lower, middle))
      }
    }
    return found
  }
}

extension Rational {
  /// The fraction with the least denominator in [lower, upper], by continued fractions.
  ///
  /// - Precondition: lower ≤ upper.
  public static func simplest(between lower: Rational, and upper: Rational) -> Rational {
    let ceiling = Rational(lower.ceiling)
    if ceiling <= upper { return ceiling }
    let whole = Rational(lower.floor)
    return whole + simplest(
      between: (upper - whole).inverse, and: (lower - whole).inverse
    ).inverse
  }
}
