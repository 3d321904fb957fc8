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
    let numerator: Integer
    let denominator: Integer

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
    let common = Integer.gcd(numerator, denominator)
    let sign: Integer = denominator.sign < 0 ? -1 : 1
    self.init(
      lowestTerms: sign * numerator.dividedExactly(by: common),
      sign * denominator.dividedExactly(by: common))
  }

  /// The quotient of two machine words.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.init(Integer(numerator), Integer(denominator))
  }

  public init(_ value: Integer) { self.init(lowestTerms: value, 1) }

  public init(_ value: Int) {
    if value == .min { self.init(Integer(value)) } else { self.init(words: value, 1) }
  }

  public var numerator: Integer {
    switch storage {
    case .words(let numerator, _): Integer(numerator)
    case .big(let fraction): fraction.numerator
    }
  }

  /// The denominator in lowest terms, positive.
  public var denominator: Integer {
    switch storage {
    case .words(_, let denominator): Integer(denominator)
    case .big(let fraction): fraction.denominator
    }
  }

  /// -1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .words(let numerator, _): numerator.signum()
    case .big(let fraction): fraction.numerator.sign
    }
  }

  @inlinable
  public var isZero: Bool {
    if case .words(0, _) = storage { true } else { false }
  }

  public var isInteger: Bool { denominator == 1 }

  /// The absolute value.
  public var magnitude: Rational { sign < 0 ? -self : self }

  /// The greatest integer not above the value.
  public var floor: Integer { numerator.floorDivided(by: denominator) }

  /// The least integer not below the value.
  public var ceiling: Integer { -(-numerator).floorDivided(by: denominator) }

  /// The reciprocal. Precondition: the value is not zero.
  public var inverse: Rational {
    precondition(!isZero, "zero has no reciprocal")
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
  @inlinable
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage {
      let first = a.multipliedFullWidth(by: d)
      let second = c.multipliedFullWidth(by: b)
      return first.high == second.high ? first.low < second.low : first.high < second.high
    }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
