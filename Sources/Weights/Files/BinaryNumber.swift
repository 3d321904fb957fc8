import Rational

/// A type of binary numbers, each of which is an exact rational number.
struct BinaryNumber {
  /// What the bits mean.
  private enum Kind {
    case unsigned, signed
    /// A sign, bits of an exponent, and of a significand. The greatest exponent is that of infinities
    /// and of what is no number, or in the short types without infinities of numbers but for one.
    case floating(exponent: Int, significand: Int, hasInfinities: Bool)
  }

  private let kind: Kind
  private let isBig: Bool
  /// In bytes.
  let size: Int

  /// Whether all values are integers.
  var isWhole: Bool { if case .floating = kind { false } else { true } }

  /// - Parameter type: As NumPy writes it: `<f8`, `>f4`, `<i8`, `|u1`, `|b1`. `V2` is bfloat16 as the
  ///   package ml_dtypes writes it; `B2` that of safetensors, and `E1`, `M1` its F8_E4M3 and F8_E5M2.
  init?(_ type: String) {
    let characters = Array(type)
    guard characters.count == 3, "<>|=".contains(characters[0]),
      let size = characters[2].wholeNumberValue
    else { return nil }
    switch (characters[1], size) {
    case ("f", 8): kind = .floating(exponent: 11, significand: 52, hasInfinities: true)
    case ("f", 4): kind = .floating(exponent: 8, significand: 23, hasInfinities: true)
    case ("f", 2): kind = .floating(exponent: 5, significand: 10, hasInfinities: true)
    case ("B", 2), ("V", 2): kind = .floating(exponent: 8, significand: 7, hasInfinities: true)
    case ("E", 1): kind = .floating(exponent: 4, significand: 3, hasInfinities: false)
    case ("M", 1): kind = .floating(exponent: 5, significand: 2, hasInfinities: true)
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): kind = .signed
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8), ("b", 1): kind = .unsigned
    default: return nil
    }
    isBig = characters[0] == ">"
    self.size = size
  }

  /// The number that begins at a place; nil for an infinity or what is no number.
  func value(_ bytes: [UInt8], at place: Int) -> Rational? {
    var word = UInt64(0)
    for index in 0..<size {
      word = word << 8 | UInt64(bytes[place + (isBig ? index : size - 1 - index)])
    }
    switch kind {
    case .unsigned: return Rational(exactly: word)
    case .signed:
      let shift = UInt64(64 - 8 * size)
      return Rational(exactly: Int64(bitPattern: word << shift) >> Int64(shift))
    case .floating(let exponentBits, let significandBits, let hasInfinities):
      let greatest = 1 << exponentBits - 1
      let exponent = Int(word >> UInt64(significandBits)) & greatest
      let fraction = Int(word & (1 << UInt64(significandBits) - 1))
      if exponent == greatest {
        guard !hasInfinities, fraction != 1 << significandBits - 1 else { return nil }
      }
      // ± m · 2^e; with the exponent 0 the numbers go on evenly to zero.
      let magnitude = exponent == 0 ? fraction : fraction | 1 << significandBits
      let isNegative = word >> UInt64(8 * size - 1) & 1 == 1
      return Self.scaled(
        isNegative ? -magnitude : magnitude,
        max(exponent, 1) - (1 << (exponentBits - 1) - 1) - significandBits)
    }
  }

  /// m · 2^e
  private static func scaled(_ significand: Int, _ exponent: Int) -> Rational {
    if significand == 0 { return 0 }
    let power = Integer(1) << abs(exponent)
    return exponent >= 0
      ? Rational(Integer(significand) * power) : Rational(Integer(significand), power)
  }
}
