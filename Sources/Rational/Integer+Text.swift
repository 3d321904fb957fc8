import CGMP

extension Integer: LosslessStringConvertible {
  /// The value in decimal digits.
  public var description: String {
    if let word { return "\(word)" }
    return read { z in
      // Digits, a sign, and the terminating zero; the size may be one digit too large.
      var buffer = [CChar](repeating: 0, count: __gmpz_sizeinbase(z, 10) + 2)
      __gmpz_get_str(&buffer, 10, z)
      return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }
  }

  /// The value of decimal digits with an optional sign; nil for any other text.
  public init?(_ text: String) {
    if let word = Int(text) {
      self.init(word)
      return
    }
    var digits = Substring(text)
    if let first = digits.first, first == "-" || first == "+" { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let isNegative = text.hasPrefix("-")
    let magnitude = Integer { z in
      _ = String(digits).withCString { __gmpz_set_str(z, $0, 10) }
    }
    self = isNegative ? -magnitude : magnitude
  }
}
