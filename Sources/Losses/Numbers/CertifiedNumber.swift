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
  /// Both bounds are rounded, and what is shown is where they agree, so all digits are those of the
  /// rounded number: fewer are shown where the two bounds round differently. Zeros at the end are
  /// digits too.
  public func shown(digits: Int) -> String {
    if let value = exactValue, value.description.count <= digits { return value.description }
    var count = digits
    while count > 1, lower.decimal(digits: count) != upper.decimal(digits: count) { count -= 1 }
    let text = lower.decimal(digits: count)
    // Zeros that only fill up to the point are no digits of the number.
    let places = text.prefix { $0 != "." && $0 != "e" }.count
    guard places > count, !text.contains("e") else { return Self.padded(text, to: count) + "…" }
    let first = text.prefix(1)
    let rest = text.dropFirst().prefix(count - 1)
    return first + (rest.isEmpty ? "" : "." + rest) + "e\(places - 1)…"
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
