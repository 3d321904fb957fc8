import CGMP

extension Integer: LosslessStringConvertible {
  /// The value in decimal digits.
  public var description: String { String(self, radix: 10) }

  /// The value of decimal digits with an optional sign; nil for any other text.
  public init?(_ text: String) { self.init(text, radix: 10) }

  /// The value of digits in a radix with an optional sign, letters of either case for digits from ten on; nil for
  /// any other text.
  ///
  /// - Precondition: 2 ≤ `radix` ≤ 36.
  public init?(_ text: some StringProtocol, radix: Int) {
    precondition((2...36).contains(radix), "a radix from 2 to 36")
    if let word = Int(text, radix: radix) {
      self.init(word)
      return
    }
    let isSigned =
      text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } ?? false
    let digits = text.utf8.dropFirst(isSigned ? 1 : 0)
    guard !digits.isEmpty, digits.allSatisfy({ Self.isDigit($0, radix: radix) }) else { return nil }
    let magnitude = Integer { z in
      _ = String(decoding: digits, as: UTF8.self).withCString {
        __gmpz_set_str(z, $0, Int32(radix))
      }
    }
    self = text.utf8.first == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  private static func isDigit(_ character: UInt8, radix: Int) -> Bool {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character) - 48 < radix
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character) - 55 < radix
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character) - 87 < radix
    default: false
    }
  }
}

extension String {
  /// The digits of an integer in a radix, letters for those from ten on, after a sign if it is negative.
  ///
  /// - Precondition: 2 ≤ `radix` ≤ 36.
  public init(_ value: Integer, radix: Int = 10, uppercase: Bool = false) {
    precondition((2...36).contains(radix), "a radix from 2 to 36")
    if let word = value.word {
      self.init(word, radix: radix, uppercase: uppercase)
      return
    }
    self = value.read { z in
      // Digits, a sign, and the terminating zero; the size may be one digit too large.
      var buffer = [CChar](repeating: 0, count: __gmpz_sizeinbase(z, Int32(radix)) + 2)
      __gmpz_get_str(&buffer, Int32(uppercase ? -radix : radix), z)
      return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }
  }
}
