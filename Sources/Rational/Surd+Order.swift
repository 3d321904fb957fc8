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
