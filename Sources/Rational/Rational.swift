import CGMP

/// A rational number of any size, in lowest terms with a positive denominator.
///
/// The form is canonical, so equality and hashing are structural. While numerator and denominator
/// fit machine words nothing is allocated.
@frozen
public struct Rational: Sendable {
  @usableFromInline
  enum Storage: Hashable, Sendable {
    /// In lowest terms, denominator positive; neither word is `Int.min`.
    case words(Int, Int)
    /// In lowest terms; not representable as `words`.
    case big(Fraction)
  }

  /// A numerator and a denominator of which one is beyond a word, behind one reference so that
  /// the inline case stays small.
  @usableFromInline
  final class Fraction: Hashable, Sendable {
    @usableFromInline let numerator: Integer
    @usableFromInline let denominator: Integer

    init(_ numerator: Integer, _ denominator: Integer) {
      self.numerator = numerator
      self.denominator = denominator
    }

    @usableFromInline
    static func == (left: Fraction, right: Fraction) -> Bool {
      left.numerator == right.numerator && left.denominator == right.denominator
    }

    @usableFromInline
    func hash(into hasher: inout Hasher) {
      hasher.combine(numerator)
      hasher.combine(denominator)
    }
  }

  @usableFromInline var storage: Storage

  /// A fraction of words in lowest terms, the denominator positive, the numerator not `Int.min`.
  @inlinable
  init(words numerator: Int, _ denominator: Int) { storage = .words(numerator, denominator) }

  /// A fraction that is known to be in lowest terms with a positive denominator.
  init(lowestTerms numerator: Integer, _ denominator: Integer) {
    if let a = numerator.word, let b = denominator.word, a != .min {
      storage = .words(a, b)
    } else {
      storage = .big(Fraction(numerator, denominator))
    }
  }

  /// The quotient of two integers.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "a denominator is not zero")
    // With the sign of the denominator, the division makes it positive.
    let common = Integer.gcd(numerator, denominator)
    let divisor = denominator.sign < 0 ? -common : common
    self.init(
      lowestTerms: numerator.dividedExactly(by: divisor),
      denominator.dividedExactly(by: divisor))
  }

  /// The quotient of two machine words.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    if denominator == 0 || numerator == .min || denominator == .min {
      self.init(Integer(numerator), Integer(denominator))
      return
    }
    let common = Int(bitPattern: greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let divisor = denominator < 0 ? -common : common
    self.init(words: numerator / divisor, denominator / divisor)
  }

  /// The image of an integer.
  public init(_ value: Integer) { self.init(lowestTerms: value, 1) }

  /// The image of a machine word.
  @inlinable
  public init(_ value: Int) {
    // `Int.min` is the one word that is not held inline, so that every sign can be changed.
    if value == .min { self.init(Integer(value)) } else { self.init(words: value, 1) }
  }

  /// The numerator in lowest terms, with the sign of the value.
  @inlinable
  public var numerator: Integer {
    switch storage {
    case .words(let numerator, _): Integer(numerator)
    case .big(let fraction): fraction.numerator
    }
  }

  /// The denominator in lowest terms, positive.
  @inlinable
  public var denominator: Integer {
    switch storage {
    case .words(_, let denominator): Integer(denominator)
    case .big(let fraction): fraction.denominator
    }
  }

  /// -1, 0 or 1.
  @inlinable
  public var sign: Int {
    switch storage {
    case .words(let numerator, _): numerator.signum()
    case .big(let fraction): fraction.numerator.sign
    }
  }

  /// Whether the value is 0.
  @inlinable
  public var isZero: Bool {
    if case .words(0, _) = storage { true } else { false }
  }

  /// Whether the denominator is 1.
  @inlinable
  public var isInteger: Bool { denominator == 1 }

  /// The absolute value.
  @inlinable
  public var magnitude: Rational { sign < 0 ? -self : self }

  /// The greatest integer not above the value.
  public var floor: Integer { numerator.floorDivided(by: denominator) }

  /// The least integer not below the value.
  public var ceiling: Integer { -(-numerator).floorDivided(by: denominator) }

  /// The reciprocal. Precondition: the value is not zero.
  public var inverse: Rational {
    precondition(!isZero, "zero has no reciprocal")
    if case .words(let a, let b) = storage {
      return a < 0 ? Rational(words: -b, -a) : Rational(words: b, a)
    }
    return sign < 0
      ? Rational(lowestTerms: -denominator, -numerator)
      : Rational(lowestTerms: denominator, numerator)
  }

  /// The value to an integer power; 0 to the power 0 is 1.
  ///
  /// - Precondition: The value is not zero when `exponent` is negative.
  public func power(_ exponent: Int) -> Rational {
    if exponent < 0 { return inverse.power(-exponent) }
    return Rational(lowestTerms: numerator.power(exponent), denominator.power(exponent))
  }

  /// The non-negative square root when it is rational.
  public func exactSquareRoot() -> Rational? {
    guard let top = numerator.exactSquareRoot(), let bottom = denominator.exactSquareRoot()
    else { return nil }
    return Rational(lowestTerms: top, bottom)
  }
}

extension Rational: Hashable {}

extension Rational: Comparable {
  /// Whether the left value is the smaller one.
  @inlinable
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage {
      let first = a.multipliedFullWidth(by: d)
      let second = c.multipliedFullWidth(by: b)
      return first.high == second.high ? first.low < second.low : first.high < second.high
    }
    return bigOrder(left, right) < 0
  }

  /// The sign of the difference; GMP multiplies only where signs and sizes leave it open.
  @usableFromInline
  static func bigOrder(_ left: Rational, _ right: Rational) -> Int {
    left.read { x in right.read { Int(__gmpq_cmp(x, $0)) } }
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// The value of a literal that fits a machine word.
  public init(integerLiteral value: Int) { self.init(value) }
}
