import Rational

/// Bounds of a real number that is not negative. Every operation rounds outwards, so the result of a
/// computation with bounds contains that of the same computation with real numbers.
struct Bounds<N: RoundedNumber>: Sendable {
  var lower: N
  var upper: N

  init(lower: N, upper: N) {
    self.lower = lower
    self.upper = upper
  }

  /// A number that is known exactly.
  init(exact value: N) { self.init(lower: value, upper: value) }

  init(_ value: Rational, precision: Int) {
    self.init(
      lower: N(value, .down, precision: precision), upper: N(value, .up, precision: precision))
  }

  init(_ value: Int, precision: Int) { self.init(Rational(value), precision: precision) }

  /// Bounds of a number that is not negative, close to the precision in relation to its size.
  init(_ value: Surd, precision: Int) {
    if let rational = value.rational {
      self.init(rational, precision: precision)
      return
    }
    let terms = value.terms
    guard terms.allSatisfy({ $0.coefficient.sign > 0 }) else {
      self.init(cancelling: value, precision: precision)
      return
    }
    self.init(exact: .zero(precision: precision))
    for (radicand, coefficient) in terms {
      let factor = Bounds(coefficient, precision: precision)
      self = self + (radicand == 1 ? factor : factor * Self.root(radicand, precision))
    }
  }

  /// Bounds of a positive sum with terms of both signs.
  private init(cancelling value: Surd, precision: Int) {
    var bits = precision
    while true {
      let (lower, upper) = value.enclosure(bits: bits)
      if lower.sign > 0, (upper - lower) * Rational(Integer(1) << precision) <= lower {
        self.init(
          lower: N(lower, .down, precision: precision), upper: N(upper, .up, precision: precision))
        return
      }
      bits *= 2
    }
  }

  /// √d, from the integer root of d · 4^s.
  private static func root(_ radicand: Integer, _ precision: Int) -> Bounds {
    let shift = max(0, precision + 2 - radicand.bitLength / 2)
    let floor = (radicand << (2 * shift)).squareRootFloor()
    return Bounds(
      lower: N(floor, .down, precision: precision).scaled(byPowerOfTwo: -shift),
      upper: N(floor + 1, .up, precision: precision).scaled(byPowerOfTwo: -shift))
  }

  @inline(__always)
  static func + (left: Bounds, right: Bounds) -> Bounds {
    Bounds(
      lower: N.sum(left.lower, right.lower, .down), upper: N.sum(left.upper, right.upper, .up))
  }

  @inline(__always)
  static func * (left: Bounds, right: Bounds) -> Bounds {
    Bounds(
      lower: N.product(left.lower, right.lower, .down),
      upper: N.product(left.upper, right.upper, .up))
  }

  /// Precondition: the lower bound of the divisor is positive.
  @inline(__always)
  static func / (left: Bounds, right: Bounds) -> Bounds {
    Bounds(
      lower: N.quotient(left.lower, right.upper, .down),
      upper: N.quotient(left.upper, right.lower, .up))
  }

  /// Precondition: the exponent is positive.
  func power(_ exponent: Int) -> Bounds {
    var (square, rest) = (self, exponent)
    while rest & 1 == 0 {
      square = square * square
      rest >>= 1
    }
    var result = square
    rest >>= 1
    while rest > 0 {
      square = square * square
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
    }
    return result
  }
}
