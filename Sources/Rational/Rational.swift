import CGMP

/// A rational number of any size, in lowest terms with a positive denominator.
///
/// The form is canonical, so equality and hashing are structural. While numerator and denominator
/// fit machine words nothing is allocated.
@frozen
public struct Rational: Sendable {
  // Unchecked: a fraction never changes, which the standard library's buffers cannot say.
  @usableFromInline
  enum Storage: Hashable, @unchecked Sendable {
    /// In lowest terms, denominator positive; neither word is `Int.min`.
    case words(Int, Int)
    /// In lowest terms; not representable as `words`.
    case big(Fraction)
  }

  @usableFromInline var storage: Storage

  /// A fraction of words in lowest terms, the denominator positive, the numerator not `Int.min`.
  @inlinable
  init(words numerator: Int, _ denominator: Int) { storage = .words(numerator, denominator) }

  /// A fraction that is known to be in lowest terms with a positive denominator.
  init(lowestTerms numerator: Integer, _ denominator: Integer) {
    if let a = numerator.word, let b = denominator.word, a != .min {
      self.init(words: a, b)
      return
    }
    self.init(lowestTerms: { $0.set(numerator, over: denominator) })
  }

  /// The quotient of two integers.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "a denominator is not zero")
    if let a = numerator.word, let b = denominator.word, a != .min, b != .min {
      self.init(a, b)
      return
    }
    self.init(lowestTerms: { q in
      q.set(numerator, over: denominator)
      q.reduce(verify_room_factor(0))
    })
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

  /// At most how many bits the longer of numerator and denominator has; neither is copied.
  public var bitsAtMost: Int {
    switch storage {
    case .words: Int.bitWidth
    case .big(let fraction): fraction.bitsAtMost
    }
  }

  /// -1, 0 or 1.
  @inlinable
  public var sign: Int {
    switch storage {
    case .words(let numerator, _): numerator.signum()
    case .big(let fraction): fraction.sign
    }
  }

  /// Whether the value is 0.
  @inlinable
  public var isZero: Bool {
    if case .words(0, _) = storage { true } else { false }
  }

  /// Whether the denominator is 1.
  @inlinable
  public var isInteger: Bool {
    switch storage {
    case .words(_, let denominator): denominator == 1
    case .big(let fraction): fraction.isInteger
    }
  }

  /// The absolute value.
  @inlinable
  public var magnitude: Rational { sign < 0 ? -self : self }

  /// The greatest integer not above the value.
  public var floor: Integer {
    switch storage {
    case .words(let numerator, let denominator):
      Integer(numerator).floorDivided(by: Integer(denominator))
    case .big(let fraction): fraction.floor
    }
  }

  /// The least integer not below the value.
  public var ceiling: Integer { -(-self).floor }

  /// The reciprocal. Precondition: the value is not zero.
  public var inverse: Rational {
    precondition(!isZero, "zero has no reciprocal")
    if case .words(let a, let b) = storage {
      return a < 0 ? Rational(words: -b, -a) : Rational(words: b, a)
    }
    return Rational(lowestTerms: { result in read { __gmpq_inv(result, $0) } })
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

extension Rational: ExpressibleByIntegerLiteral {
  /// The value of a literal of any length.
  ///
  /// There are no literals with a decimal point: the compiler would round them to a `Double` first. The text of one
  /// is exact, `Rational("0.004")`.
  @inlinable
  public init(integerLiteral value: StaticBigInt) {
    if value.bitWidth <= Int.bitWidth {
      self.init(Int(bitPattern: value[0]))
    } else {
      self.init(Integer(longLiteral: value))
    }
  }
}
