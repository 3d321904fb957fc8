import Rational

/// The written form of sums of square roots.
enum SurdText {
  /// The most digits under a root; splitting off squares must stay quick.
  private static let radicandDigits = 15

  /// The value of a text that is exactly how its value is written; nil for any other text.
  ///
  /// Terms are separated by ` + ` or ` - `; a term is `p`, `p/q`, `√d`, `p√d`, `√d/q` or `p√d/q`.
  static func value(of text: String) -> Surd? {
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
        guard let term = term(digits) else { return nil }
        sum += isNegative ? -term : term
      } else {
        guard part == "+" || part == "-" else { return nil }
        isNegative = part == "-"
      }
      isTermNext.toggle()
    }
    guard !isTermNext, text.utf8.elementsEqual(sum.description.utf8) else { return nil }
    return sum
  }

  /// A positive term.
  private static func term(_ text: Substring) -> Surd? {
    guard let root = text.firstIndex(of: "√") else {
      return natural(text, "/").map { Surd($0) }
    }
    let front = text[..<root]
    let rest = text[text.index(after: root)...]
    let radicand = rest.prefix { $0 != "/" }
    guard radicand.utf8.count <= radicandDigits, let number = natural(radicand, ""),
      let value = try? Surd.squareRoot(of: number),
      let factor = front.isEmpty ? 1 : natural(front, ""),
      let divisor = radicand.endIndex == rest.endIndex
        ? 1 : natural(rest[rest.index(after: radicand.endIndex)...], "")
    else { return nil }
    return value * Surd(factor / divisor)
  }

  /// A positive number of digits and the allowed other characters.
  private static func natural(_ text: Substring, _ allowed: String) -> Rational? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || allowed.utf8.contains($0) }),
      let value = Rational(String(text)), value.sign >= 0, !value.isZero || allowed == "/"
    else { return nil }
    return value
  }
}
