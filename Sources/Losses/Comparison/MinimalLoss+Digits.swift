import Rational

extension LossProblem {
  /// The minimal loss with that many certified significant digits, and a few more.
  ///
  /// - Returns: nil when the precision limit does not suffice.
  public func minimalLoss(of blocks: [Construction], digits: Int) -> MinimalLoss? {
    // A decimal digit is less than 3.33 bits.
    minimalLoss(of: blocks, tolerance: 10 + digits * 10 / 3)
  }
}

extension MinimalLoss {
  /// `1/2` when that is the exact value, otherwise the certified decimal digits.
  ///
  /// Fewer digits are shown where the two bounds round differently; zeros at the end are digits too.
  public func shown(digits: Int) -> String {
    if isZero { return "1/2" }
    var count = digits
    while count > 1, lower.decimal(digits: count) != upper.decimal(digits: count) { count -= 1 }
    return Self.padded(lower.decimal(digits: count), to: count) + "…"
  }

  /// A decimal with zeros added so that it has that many significant digits.
  private static func padded(_ text: String, to digits: Int) -> String {
    let mantissa = text.prefix { $0 != "e" }
    let present = mantissa.filter { $0 != "." }.drop { $0 == "0" }.count
    let zeros = String(repeating: "0", count: max(0, digits - present))
    let point = zeros.isEmpty || mantissa.contains(".") ? "" : "."
    return mantissa + point + zeros + text.dropFirst(mantissa.count)
  }
}
