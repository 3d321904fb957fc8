import Rational

extension AlgebraicNumber: Comparable {
  /// -1, 0 or 1: the sign of this number minus a rational one, by that of the polynomial there.
  public func order(_ value: Rational) -> Int {
    switch storage {
    case .rational(let own): own < value ? -1 : own == value ? 0 : 1
    case .root(let root):
      root.order(value, as: { $0 }, signAt: { root.polynomial.sign(at: $0) })
    }
  }

  /// -1, 0 or 1: the sign of this number minus a sum of square roots.
  ///
  /// Between the bounds of the root, the sign of the polynomial at the sum tells on which side that is;
  /// it is 0 at no other number there.
  ///
  /// - Complexity: Where bounds of sixty digits do not decide, as many products in the field as the
  ///   degree.
  public func order(_ value: Surd) -> Int {
    if let value = value.rational { return order(value) }
    let (own, other) = (enclosure(bits: 64), value.enclosure(bits: 64))
    if own.upper < other.lower { return -1 }
    if own.lower > other.upper { return 1 }
    switch storage {
    case .rational(let own): return (Surd(own) - value).sign
    case .root(let root):
      let polynomial = Polynomial(root.polynomial.coefficients.map { Surd($0) })
      return root.order(
        value, as: { Surd($0) }, signAt: { polynomial.evaluate(at: $0).sign })
    }
  }

  /// -1, 0 or 1: the sign of this number minus another one.
  ///
  /// Equal numbers are a root of the greatest common divisor of their polynomials, which has no other
  /// root where both intervals are; numbers that are not equal come apart as the intervals shrink.
  public func order(_ other: AlgebraicNumber) -> Int {
    switch (storage, other.storage) {
    case (_, .rational(let value)): return order(value)
    case (.rational(let value), _): return -other.order(value)
    case (.root(var a), .root(var b)):
      if a.polynomial == b.polynomial { return (a.index - b.index).signum() }
      var halvings = 0
      while a.lower < b.upper, b.lower < a.upper {
        if halvings == 64, Self.areEqual(a, b) { return 0 }
        a.halve()
        b.halve()
        halvings += 1
      }
      return a.upper <= b.lower ? -1 : 1
    }
  }

  /// Whether two roots with overlapping intervals are the same number.
  private static func areEqual(_ a: IsolatedRoot, _ b: IsolatedRoot) -> Bool {
    let common = IntegerPolynomial.gcd(a.polynomial, b.polynomial)
    guard common.degree > 0 else { return false }
    // A divisor of a square-free polynomial changes its sign at each root.
    let (lower, upper) = (max(a.lower, b.lower), min(a.upper, b.upper))
    return common.sign(at: lower) != common.sign(at: upper)
  }

  /// Whether the numbers are equal.
  public static func == (left: AlgebraicNumber, right: AlgebraicNumber) -> Bool {
    left.order(right) == 0
  }

  /// Whether the left number is the smaller one.
  public static func < (left: AlgebraicNumber, right: AlgebraicNumber) -> Bool {
    left.order(right) < 0
  }
}

extension AlgebraicNumber: Hashable {
  /// Feeds the integer part to the hasher: equal numbers may be roots of different polynomials.
  public func hash(into hasher: inout Hasher) { hasher.combine(floor) }
}
