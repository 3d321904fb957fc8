extension Surd {
  /// -1, 0 or 1, decided without rounding.
  ///
  /// Zero is structural. Bounds of a word for each root decide unless about sixty digits cancel.
  /// Otherwise two terms are compared by their squares; for more, the enclosure is refined until it
  /// leaves out zero, which it does since the value is not zero.
  ///
  /// - Complexity: For three terms and more the bits of the cancellation count: the square roots
  ///   are taken to about as many digits as cancel.
  public var sign: Int {
    switch storage {
    case .rational(let value): value.sign
    case .words(let sum): sum.signInWords ?? integers.sign
    case .big(let sum): sum.sign
    }
  }

  /// Whether the left value is the smaller one, decided by the sign of the difference.
  @inlinable
  public static func < (left: Surd, right: Surd) -> Bool {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage { return a < b }
    return precedes(left, right)
  }

  @usableFromInline
  static func precedes(_ left: Surd, _ right: Surd) -> Bool {
    if let a = left.words, let b = right.words, let order = a.orderInWords(b) { return order < 0 }
    return (left - right).sign < 0
  }
}

extension Surd: CustomStringConvertible {
  /// The exact value as it would be written: `14 + 4√6`, `1/2 - √5/2`.
  public var description: String {
    var text = ""
    for term in terms {
      let size = term.coefficient.magnitude
      var shown = ""
      if term.radicand == 1 {
        shown = "\(size)"
      } else {
        shown = (size.numerator == 1 ? "" : "\(size.numerator)") + "√\(term.radicand)"
        if !size.isInteger { shown += "/\(size.denominator)" }
      }
      let isNegative = term.coefficient.sign < 0
      text += text.isEmpty ? (isNegative ? "-" : "") : (isNegative ? " - " : " + ")
      text += shown
    }
    return text.isEmpty ? "0" : text
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
