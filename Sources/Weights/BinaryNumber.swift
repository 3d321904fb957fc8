import Rational

/// A binary number as an exact rational one.
struct BinaryNumber {
  private let kind: Character
  private let isBig: Bool
  /// In bytes.
  let size: Int

  /// Whether all values are integers.
  var isWhole: Bool { kind == "i" || kind == "u" }

  /// - Parameter type: As NumPy writes it: `<f8`, `>f4`, `<i8`, `|u1`, `|b1`; `<B2` is bfloat16.
  init?(_ type: String) {
    let characters = Array(type)
    guard characters.count == 3, "<>|=".contains(characters[0]),
      let size = characters[2].wholeNumberValue
    else { return nil }
    switch characters[1] {
    case "f": guard [2, 4, 8].contains(size) else { return nil }
    case "B": guard size == 2 else { return nil }
    case "b": guard size == 1 else { return nil }
    case "i", "u": guard [1, 2, 4, 8].contains(size) else { return nil }
    default: return nil
    }
    kind = characters[1] == "b" ? "u" : characters[1]
    isBig = characters[0] == ">"
    self.size = size
  }

  /// nil for an infinity or what is no number.
  func value(_ bytes: ArraySlice<UInt8>) -> Rational? {
    let ordered = isBig ? Array(bytes) : bytes.reversed()
    let word = ordered.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch kind {
    case "u": return Rational(exactly: word)
    case "i":
      let shift = UInt64(64 - 8 * size)
      return Rational(exactly: Int64(bitPattern: word << shift) >> Int64(shift))
    default:
      // Every shorter number is a float64. A bfloat16 is the upper half of a float32.
      let number =
        kind == "B"
        ? Double(Float(bitPattern: UInt32(word) << 16))
        : size == 2
          ? Self.half(UInt16(word))
          : size == 4 ? Double(Float(bitPattern: UInt32(word))) : Double(bitPattern: word)
      return Rational(exactly: number)
    }
  }

  /// A float16: a sign, five bits of exponent, ten of significand.
  private static func half(_ word: UInt16) -> Double {
    let (exponent, fraction) = (Int(word >> 10 & 31), Double(word & 1023) / 1024)
    let sign = word >> 15 == 1 ? -1.0 : 1.0
    switch exponent {
    case 0: return sign * fraction * 0x1p-14
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
    }
  }
}
