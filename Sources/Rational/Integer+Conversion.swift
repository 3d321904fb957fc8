import CGMP

extension Integer {
  /// The value of any integer.
  public init(_ source: some BinaryInteger) {
    if let word = Int(exactly: source) {
      self.init(word)
    } else {
      // The highest binary digit of an unsigned number is no sign.
      let words = source.words.map { UInt($0) }
      self.init(twosComplement: source > 0 ? words + [0] : words)
    }
  }

  /// The value of any integer; never nil.
  public init?(exactly source: some BinaryInteger) { self.init(source) }

  /// The value of any integer: nothing is cut off.
  public init(truncatingIfNeeded source: some BinaryInteger) { self.init(source) }

  /// The value of any integer: there is no limit to clamp it to.
  public init(clamping source: some BinaryInteger) { self.init(source) }

  /// The value of a number in floating point that is an integer; nil for any other.
  public init?(exactly source: some BinaryFloatingPoint) {
    guard let value = Rational(exactly: source), let integer = Integer(exactly: value) else {
      return nil
    }
    self = integer
  }

  /// A number in floating point, rounded towards zero.
  ///
  /// - Precondition: It is finite.
  public init(_ source: some BinaryFloatingPoint) {
    guard let value = Rational(exactly: source) else {
      preconditionFailure("an infinity or what is no number has no integer")
    }
    self = value.rounded(.towardZero)
  }

  /// The value of a fraction that is an integer; nil for any other.
  public init?(exactly value: Rational) {
    guard value.isInteger else { return nil }
    self = value.numerator
  }
}

extension Int {
  /// The value of an integer that fits a machine word.
  public init?(exactly value: Integer) {
    guard let word = value.word else { return nil }
    self = word
  }

  /// The value of a fraction that is an integer and fits a machine word; nil for any other.
  public init?(exactly value: Rational) {
    guard let integer = Integer(exactly: value), let word = integer.word else { return nil }
    self = word
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  /// The value of a literal of any length.
  @inlinable
  public init(integerLiteral value: StaticBigInt) {
    // Its words repeat the sign without end.
    if value.bitWidth <= Int.bitWidth {
      self.init(Int(bitPattern: value[0]))
    } else {
      self.init(longLiteral: value)
    }
  }

  @usableFromInline
  init(longLiteral value: StaticBigInt) {
    let count = (value.bitWidth + UInt.bitWidth - 1) / UInt.bitWidth
    self.init(twosComplement: (0..<count).map { value[$0] })
  }
}
