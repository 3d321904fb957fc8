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

  /// The value of a text such as `14 + 4√6`, `1/2 - √5/2` or `-√8`; nil for any other.
  ///
  /// Terms are separated by ` + ` or ` - `; a term is `p`, `p/q`, `√d`, `p√d`, `√d/q` or `p√d/q` with digits for
  /// p, q and d, in any order, and d need not be square-free.
  ///
  /// - Returns: Also nil for a radicand that is too large to split off its square factors. A description is
  ///   read back unless it has one.
  /// - Complexity: As `squareRoot(of:)` for each term.
  public init?(_ text: String) {
    var sum = Surd.zero
    var isNegative = false
    var isTermNext = true
    for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if isTermNext {
        var digits = part
        if index == 0, digits.first == "-" {
          isNegative = true
          digits = digits.dropFirst()
        }
        guard let term = Self.term(digits) else { return nil }
        sum += isNegative ? -term : term
      } else {
        guard part == "+" || part == "-" else { return nil }
        isNegative = part == "-"
      }
      isTermNext.toggle()
    }
    guard !isTermNext else { return nil }
    self = sum
  }

  /// A term without a sign.
  private static func term(_ text: Substring) -> Surd? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let front = parts[0].split(separator: "√", maxSplits: 1, omittingEmptySubsequences: false)
    guard let divisor = parts.count == 1 ? 1 : natural(parts[1]), !divisor.isZero else {
      return nil
    }
    if front.count == 1 {
      return natural(front[0]).map { Surd(Rational($0, divisor)) }
    }
    guard let factor = front[0].isEmpty ? 1 : natural(front[0]), let radicand = natural(front[1]),
      let root = try? squareRoot(of: Rational(radicand))
    else { return nil }
    return root * Surd(Rational(factor, divisor))
  }

  /// The value of digits without a sign.
  private static func natural(_ text: Substring) -> Integer? {
    text.utf8.first.map { (48...57).contains($0) } == true ? Integer(String(text)) : nil
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
