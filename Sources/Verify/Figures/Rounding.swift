import Glibc
import Losses
import Rational

// Where exact numbers become doubles: places in a picture, and nothing else.

extension Rational {
  /// The nearest double, or one beside it.
  var rounded: Double { Double(decimal(digits: 17)) ?? 0 }

  /// The decimal logarithm of a positive number, far beyond the range of doubles too.
  var roundedLogarithm: Double {
    let text = decimal(digits: 17)
    let parts = text.split(separator: "e")
    return log10(Double(parts[0]) ?? 1) + (parts.count > 1 ? Double(parts[1]) ?? 0 : 0)
  }
}

extension Surd {
  /// The nearest double, or one beside it.
  var rounded: Double { enclosure(bits: 80).lower.rounded }
}

extension CertifiedNumber {
  /// The nearest double, or one beside it.
  var rounded: Double { lower.rounded }

  /// Twelve digits for the table beside a picture, or the exact value when that is no longer.
  var tabulated: String {
    if let value = exactValue, value.description.count <= 12 { return value.description }
    return lower.decimal(digits: 12)
  }
}
