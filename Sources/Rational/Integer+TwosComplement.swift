import CGMP

/// The words and bits of an integer are those of its two's complement, with its sign repeated without end.
extension Integer: SignedInteger {
  /// The words of the two's complement, the lowest first: as few as keep the sign.
  ///
  /// - Complexity: Linear in the number of words.
  public var words: [UInt] {
    if let word { return [UInt(bitPattern: word)] }
    let count = (bitWidth + UInt.bitWidth - 1) / UInt.bitWidth
    return read { z in
      // The negative of a number is the complement of its predecessor: that of all words above the lowest
      // one that is not 0, whose own negative is kept.
      let isNegative = verify_mpz_sign(z) < 0
      var borrows = isNegative
      return (0..<count).map { index in
        let limb = UInt(verify_mpz_limb(z, index))
        guard isNegative else { return limb }
        defer { borrows = borrows && limb == 0 }
        return borrows ? 0 &- limb : ~limb
      }
    }
  }

  /// The value of a two's complement, the lowest word first; 0 for no words.
  init(twosComplement words: [UInt]) {
    guard words.count > 1, let last = words.last else {
      self.init(Int(bitPattern: words.first ?? 0))
      return
    }
    let isNegative = Int(bitPattern: last) < 0
    // The complement of a negative number is not negative.
    let digits = isNegative ? words.map { ~$0 } : words
    self.init { result in
      __gmpz_import(result, digits.count, -1, MemoryLayout<UInt>.size, 0, 0, digits)
      if isNegative { __gmpz_com(result, result) }
    }
  }

  /// The number of binary digits of the two's complement with one for the sign: 1 for 0 and -1, 2 for 1
  /// and -2, 64 for `Int.max` and `Int.min`.
  public var bitWidth: Int {
    if let word {
      return Int.bitWidth + 1 - (word < 0 ? ~word : word).leadingZeroBitCount
    }
    // -2^k is the one number whose complement is shorter.
    return bitLength + (sign < 0 && trailingZeroBitCount == bitLength - 1 ? 0 : 1)
  }

  /// The number of zeros below the lowest binary digit that is 1; 1 for 0, which is its `bitWidth`.
  public var trailingZeroBitCount: Int {
    if let word { return word == 0 ? bitWidth : word.trailingZeroBitCount }
    return read { Int(__gmpz_scan1($0, 0)) }
  }

  /// The integer with a 1 where the value has a 0, -1 less the value.
  public static prefix func ~ (value: Integer) -> Integer { -1 - value }

  /// The integer with a 1 where both values have one.
  public static func & (left: Integer, right: Integer) -> Integer {
    if let a = left.word, let b = right.word { return Integer(a & b) }
    return Integer { result in left.read { x in right.read { __gmpz_and(result, x, $0) } } }
  }

  /// The integer with a 1 where either value has one.
  public static func | (left: Integer, right: Integer) -> Integer {
    if let a = left.word, let b = right.word { return Integer(a | b) }
    return Integer { result in left.read { x in right.read { __gmpz_ior(result, x, $0) } } }
  }

  /// The integer with a 1 where just one of the values has one.
  public static func ^ (left: Integer, right: Integer) -> Integer {
    if let a = left.word, let b = right.word { return Integer(a ^ b) }
    return Integer { result in left.read { x in right.read { __gmpz_xor(result, x, $0) } } }
  }

  /// Keeps the ones of the left value where the right one has one.
  public static func &= (left: inout Integer, right: Integer) { left = left & right }
  /// Adds the ones of the right value to those of the left one.
  public static func |= (left: inout Integer, right: Integer) { left = left | right }
  /// Changes the binary digits of the left value where the right one has a 1.
  public static func ^= (left: inout Integer, right: Integer) { left = left ^ right }
  /// Replaces the left value by the quotient rounded towards zero. Precondition: the right one is not zero.
  public static func /= (left: inout Integer, right: Integer) { left = left / right }
  /// Replaces the left value by the remainder. Precondition: the right one is not zero.
  public static func %= (left: inout Integer, right: Integer) { left = left % right }
}

extension Integer {
  /// The floor of the value times 2^`count`, whatever the sign of `count`.
  ///
  /// - Precondition: The result has at most `bitLimit` binary digits.
  public static func << (value: Integer, count: Int) -> Integer {
    if count < 0 { return value.shiftedRight(count.magnitude) }
    if let word = value.word {
      if word == 0 { return value }
      if word.magnitude.leadingZeroBitCount > count { return Integer(word &<< count) }
    }
    precondition(count <= bitLimit - value.bitLength, "an integer beyond the limit of its size")
    return Integer { result in value.read { __gmpz_mul_2exp(result, $0, UInt(count)) } }
  }

  /// The floor of the value divided by 2^`count`, whatever the sign of `count`.
  ///
  /// - Precondition: The result has at most `bitLimit` binary digits.
  public static func >> (value: Integer, count: Int) -> Integer {
    if count >= 0 { return value.shiftedRight(UInt(count)) }
    precondition(count != .min || value.isZero, "an integer beyond the limit of its size")
    return value.isZero ? value : value << -count
  }

  private func shiftedRight(_ count: UInt) -> Integer {
    if let word { return Integer(word >> Swift.min(count, UInt(Int.bitWidth) - 1)) }
    return Integer { result in read { __gmpz_fdiv_q_2exp(result, $0, count) } }
  }

  /// The floor of the value times 2^`count`. Precondition: as for a count that is an `Int`.
  public static func << (value: Integer, count: some BinaryInteger) -> Integer {
    value << Int(clamping: count)
  }
  /// The floor of the value divided by 2^`count`. Precondition: as for a count that is an `Int`.
  public static func >> (value: Integer, count: some BinaryInteger) -> Integer {
    value >> Int(clamping: count)
  }
  /// Multiplies by 2^`count` and takes the floor. Precondition: as for a count that is an `Int`.
  public static func <<= (value: inout Integer, count: some BinaryInteger) {
    value = value << Int(clamping: count)
  }
  /// Divides by 2^`count` and takes the floor. Precondition: as for a count that is an `Int`.
  public static func >>= (value: inout Integer, count: some BinaryInteger) {
    value = value >> Int(clamping: count)
  }
}
