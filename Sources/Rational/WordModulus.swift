import CGMP

/// Arithmetic with the remainders modulo a number below 2^60, which need not be a prime.
package struct WordModulus: Sendable {
  package let modulus: UInt64

  /// The remainder of a word, from 0 up to the modulus.
  package func residue(_ value: Int) -> UInt64 {
    let rest = UInt64(value.magnitude) % modulus
    return value < 0 ? difference(0, rest) : rest
  }

  /// The remainder of an integer.
  package func residue(_ value: Integer) -> UInt64 {
    if let word = value.word { return residue(word) }
    return UInt64(value.read { __gmpz_fdiv_ui($0, UInt(modulus)) })
  }

  /// The remainder of a number of two words.
  @inline(__always)
  func residue(_ value: UInt128) -> UInt64 {
    let complement = (1 << 60) - modulus
    if complement < 1 << 24 {
      // 2^60 leaves the complement. Digits to the base 2^60, twice: they leave less than 2^93, then less than twice the
      // modulus. That is faster than to divide.
      let digits: UInt128 = (1 << 60) - 1
      let sum = (value >> 60) &* UInt128(complement) &+ (value & digits)
      let rest = UInt64(sum >> 60) &* complement &+ UInt64(sum & digits)
      return rest < modulus ? rest : rest &- modulus
    }
    // What the upper word leaves makes a quotient of one word.
    let high = UInt64(truncatingIfNeeded: value >> 64) % modulus
    return modulus.dividingFullWidth((high, UInt64(truncatingIfNeeded: value))).remainder
  }

  package func product(_ a: UInt64, _ b: UInt64) -> UInt64 { residue(UInt128(a) &* UInt128(b)) }

  package func difference(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a - b : a + modulus - b }

  /// The remainder whose product with this one leaves 1, or nil for one that is not coprime to the
  /// modulus: by Euclid's algorithm.
  package func inverse(_ value: UInt64) -> UInt64? {
    var (a, b) = (Int(modulus), Int(value))
    // The multiples of the value that leave a and b.
    var (x, y) = (0, 1)
    while b != 0 {
      let quotient = a / b
      (a, b) = (b, a - quotient * b)
      (x, y) = (y, x - quotient * y)
    }
    return a == 1 ? residue(x) : nil
  }

  /// The number whose product with an odd modulus leaves 1 modulo 2^64.
  var inverseModuloWord: UInt64 {
    // The square of an odd number leaves 1 modulo 8. Newton's steps double the three digits.
    var inverse = modulus
    for _ in 0..<5 { inverse = inverse &* (2 &- modulus &* inverse) }
    return inverse
  }

  /// The sum of the products at the first places.
  func dotProduct(_ left: [UInt64], _ right: [UInt64], count: Int) -> UInt64 {
    precondition(count <= left.count && count <= right.count, "as many values on both sides")
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return 0 }
        return dotProduct(left, right, count: count)
      }
    }
  }

  /// The sum of the products of so many numbers below the modulus.
  @inline(__always)
  func dotProduct(
    _ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>, count: Int
  ) -> UInt64 {
    var (sum, start) = (UInt64(0), 0)
    while start < count {
      // Products are below 2^120: 255 of them and a remainder are below 2^128.
      let end = min(count, start + 255)
      var part = UInt128(sum)
      for k in start..<end { part &+= UInt128(left[k]) &* UInt128(right[k]) }
      (sum, start) = (residue(part), end)
    }
    return sum
  }

  /// The elimination of the remainders of words; nil when a pivot has no inverse.
  ///
  /// - Precondition: All rows have the same length.
  func elimination(_ rows: [[Int]]) -> WordElimination? {
    WordElimination(
      rows.joined().map(residue), rows: rows.count, columns: rows.first?.count ?? 0, modulo: self)
  }

  /// The number of pivots of an elimination of remainders; nil when one of them has no inverse.
  func rank(_ rows: [[UInt64]]) -> Int? {
    WordElimination(
      Array(rows.joined()), rows: rows.count, columns: rows.first?.count ?? 0, modulo: self)?.rank
  }

  /// Whether 2 to the power m - 1 leaves 1, as it does for every odd prime m.
  var isProbablyPrime: Bool {
    var power: UInt64 = 1
    for bit in (0..<60).reversed() {
      power = product(power, power)
      if (modulus - 1) >> bit & 1 == 1 { power = product(power, 2) }
    }
    return power == 1
  }
}
