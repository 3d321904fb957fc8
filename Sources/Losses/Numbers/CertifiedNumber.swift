import Rational

/// A real number that is known by rational bounds, and exactly when they are equal.
public struct CertifiedNumber: Hashable, Sendable {
  /// The number is at least this.
  public let lower: Rational
  /// The number is at most this.
  public let upper: Rational

  /// The number between these bounds.
  ///
  /// - Precondition: The lower bound is not above the upper one.
  public init(lower: Rational, upper: Rational) {
    precondition(lower <= upper, "bounds in order")
    self.lower = lower
    self.upper = upper
  }

  /// A number that is known exactly.
  public init(exactly value: Rational) { self.init(lower: value, upper: value) }

  init(_ bounds: Bounds<some RoundedNumber>) {
    self.init(lower: bounds.lower.rational, upper: bounds.upper.rational)
  }

  /// The value, when it is known exactly.
  public var exactValue: Rational? { lower == upper ? lower : nil }

  /// The quotient of two positive numbers.
  ///
  /// - Precondition: The lower bound of the divisor is positive, that of the dividend not negative.
  public static func / (left: CertifiedNumber, right: CertifiedNumber) -> CertifiedNumber {
    CertifiedNumber(lower: left.lower / right.upper, upper: left.upper / right.lower)
  }

  /// The sum.
  public static func + (left: CertifiedNumber, right: CertifiedNumber) -> CertifiedNumber {
    CertifiedNumber(lower: left.lower + right.lower, upper: left.upper + right.upper)
  }

  /// That many of its significant decimal digits; the exact value when that is known and short.
  ///
  /// Digits before `…` are those that the number begins with: both bounds are cut off, not rounded, and
  /// what is shown is where they agree. Bounds on both sides of a short decimal agree in few digits or
  /// none; they are shown as that decimal with how far off the number may be, `0.5 ± 3e-12`, or where
  /// that is no shorter as `0.12 to 0.34`.
  public func shown(digits: Int) -> String {
    if let value = exactValue, value.description.count <= digits { return value.description }
    let begun = agreement(upTo: digits, .towardZero)
    let near = begun < digits ? agreement(upTo: digits, .toNearestOrEven) : 0
    if near > begun + 2 || (begun == 0 && near > 0) {
      let text = lower.decimal(digits: near)
      let middle = Rational(text) ?? lower
      let off = max((upper - middle).magnitude, (lower - middle).magnitude)
      return "\(text) ± \(off.decimal(digits: 1, rounding: .up))"
    }
    guard begun > 0 else {
      return lower.decimal(digits: 3, rounding: .down) + " to "
        + upper.decimal(digits: 3, rounding: .up)
    }
    let text = lower.decimal(digits: begun, rounding: .towardZero)
    // Zeros that only fill up to the point are no digits of the number.
    let places = text.prefix { $0 != "." && $0 != "e" }.count
    guard places > begun, !text.contains("e") else { return Self.padded(text, to: begun) + "…" }
    let first = text.prefix(1)
    let rest = text.dropFirst().prefix(begun - 1)
    return first + (rest.isEmpty ? "" : "." + rest) + "e\(places - 1)…"
  }

  /// In how many digits, at most so many, both bounds agree when they are rounded.
  private func agreement(upTo digits: Int, _ rule: FloatingPointRoundingRule) -> Int {
    var count = digits
    while count > 0,
      lower.decimal(digits: count, rounding: rule) != upper.decimal(digits: count, rounding: rule)
    { count -= 1 }
    return count
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
