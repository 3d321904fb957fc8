import Rational

/// A real root of a polynomial with rational coefficients, known exactly.
///
/// It is a fraction, or the one root that a square-free polynomial without rational roots has between
/// two fractions. Order and equality are those of the numbers, whatever polynomials they are roots of;
/// nothing is rounded. Such numbers come from `Polynomial.realRoots`.
///
/// - Note: Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry, chapter 10.
public struct AlgebraicNumber: Sendable {
  enum Storage: Sendable {
    case rational(Rational)
    case root(IsolatedRoot)
  }

  let storage: Storage

  /// A rational number.
  public init(_ value: Rational) { storage = .rational(value) }

  init(_ root: IsolatedRoot) { storage = .root(root) }

  /// The value when it is rational.
  public var rational: Rational? {
    if case .rational(let value) = storage { value } else { nil }
  }

  /// A square-free polynomial of which this is a root, with coprime integer coefficients and a positive
  /// leading one; of degree 1 for a rational number, and without rational roots for any other.
  public var polynomial: Polynomial<Rational> {
    switch storage {
    case .rational(let value): Polynomial([-value, 1]).primitivePart
    case .root(let root): root.polynomial.rational
    }
  }

  /// Which of the real roots of `polynomial` it is, ascending from 1.
  public var index: Int {
    if case .root(let root) = storage { root.index } else { 1 }
  }

  /// -1, 0 or 1.
  public var sign: Int { order(Rational.zero) }

  /// The value with the opposite sign.
  public static prefix func - (value: AlgebraicNumber) -> AlgebraicNumber { value.scaled(by: -1) }

  /// The absolute value.
  public var magnitude: AlgebraicNumber { sign < 0 ? -self : self }

  /// The value times a rational number.
  public func scaled(by factor: Rational) -> AlgebraicNumber {
    switch storage {
    case .rational(let value): AlgebraicNumber(value * factor)
    case .root(let root):
      factor.isZero ? AlgebraicNumber(Rational.zero) : AlgebraicNumber(root.scaled(by: factor))
    }
  }

  /// Rational bounds at most 2^-`bits` apart; equal when the value is rational.
  ///
  /// - Complexity: As many values of the polynomial as bits are not yet known.
  public func enclosure(bits: Int) -> (lower: Rational, upper: Rational) {
    let unit = Rational(Integer(1) << abs(bits))
    let width = bits < 0 ? unit : unit.inverse
    switch storage {
    case .rational(let value): return (value, value)
    case .root(var root):
      while root.upper - root.lower > width { root.halve() }
      return (root.lower, root.upper)
    }
  }

  /// The bounds between which there is no other root of the polynomial.
  var isolatingInterval: (lower: Rational, upper: Rational) {
    switch storage {
    case .rational(let value): (value, value)
    case .root(let root): (root.lower, root.upper)
    }
  }

  /// The greatest integer not above the value.
  public var floor: Integer {
    // At most one integer is between bounds that are so near, the lower one left out.
    let (lower, upper) = enclosure(bits: 0)
    let next = lower.floor + 1
    return Rational(next) <= upper && order(Rational(next)) >= 0 ? next : lower.floor
  }

  /// The value rounded to `digits` significant decimal digits, in the layout of
  /// `Rational.decimal(digits:)`.
  ///
  /// - Precondition: `digits` is positive.
  public func decimal(digits: Int) -> String {
    rational.map { $0.decimal(digits: digits) }
      ?? Rational.decimal(digits: digits, ofIrrational: enclosure)
  }
}

/// The only root between two numbers of a square-free polynomial without rational roots.
struct IsolatedRoot: Sendable {
  /// With a positive leading coefficient.
  let polynomial: IntegerPolynomial
  private(set) var lower: Rational
  private(set) var upper: Rational
  /// The sign of the polynomial from the root up to the upper end.
  private let signAbove: Int
  /// Which of the real roots it is, ascending from 1.
  let index: Int
  /// How many real roots the polynomial has.
  let count: Int

  /// - Precondition: The polynomial is as above and has one root between the bounds.
  init(
    of polynomial: IntegerPolynomial, between lower: Rational, and upper: Rational, index: Int,
    count: Int
  ) {
    self.polynomial = polynomial
    (self.lower, self.upper, self.index, self.count) = (lower, upper, index, count)
    // From the last root on it is positive, and at each root it changes.
    signAbove = (count - index) % 2 == 0 ? 1 : -1
  }

  /// Keeps the half with the root.
  mutating func halve() {
    let middle = (lower + upper) * Rational(1, 2)
    if isBelow(polynomial.sign(at: middle)) { upper = middle } else { lower = middle }
  }

  /// Whether the root is below a number between the bounds at which the polynomial has this sign.
  private func isBelow(_ sign: Int) -> Bool { sign == signAbove }

  /// The sign of the root minus a number, of which only the order and the sign of the polynomial there
  /// are asked for.
  func order<Number: Comparable>(
    _ number: Number, as image: (Rational) -> Number, signAt: (Number) -> Int
  ) -> Int {
    if number <= image(lower) { return 1 }
    if number >= image(upper) { return -1 }
    let sign = signAt(number)
    return sign == 0 ? 0 : isBelow(sign) ? -1 : 1
  }

  /// The root times a number that is not zero.
  func scaled(by factor: Rational) -> IsolatedRoot {
    let image = IntegerPolynomial(polynomial.rational.scalingArgument(by: factor.inverse))
    let (a, b) = (lower * factor, upper * factor)
    return IsolatedRoot(
      of: image.leadingSign < 0 ? image.negated : image, between: min(a, b), and: max(a, b),
      index: factor.sign > 0 ? index : count + 1 - index, count: count)
  }
}
