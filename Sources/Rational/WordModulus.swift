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
  func residue(_ value: UInt128) -> UInt64 {
    // What the upper word leaves makes a quotient of one word.
    let high = UInt64(truncatingIfNeeded: value >> 64) % modulus
    return modulus.dividingFullWidth((high, UInt64(truncatingIfNeeded: value))).remainder
  }

  package func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    modulus.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder
  }

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

  /// The remainder of the determinant of a square matrix; nil when a pivot has no inverse.
  func determinant(_ rows: [[Int]]) -> UInt64? {
    guard let (rank, product) = echelon(rows.map { $0.map(residue) }) else { return nil }
    return rank == rows.count ? product : 0
  }

  /// The number of pivots of an elimination of remainders; nil when one of them has no inverse.
  func rank(_ rows: [[UInt64]]) -> Int? { echelon(rows)?.rank }

  /// The number of pivots and their product, with the sign of the exchanges of rows; nil when one of
  /// them has no inverse.
  ///
  /// The matrix is the product of a lower triangular one and one in echelon form, found column by
  /// column as dot products (after Crout).
  private func echelon(_ rows: [[UInt64]]) -> (rank: Int, product: UInt64)? {
    // Of the upper factor only the current column is needed.
    var lower = rows
    var column = [UInt64](repeating: 0, count: rows.count)
    var result = residue(1)
    var step = 0
    for place in 0..<(rows.first?.count ?? 0) where step < rows.count {
      for row in rows.indices {
        let sum = dotProduct(lower[row], column, count: min(row, step))
        column[row] = difference(lower[row][place], sum)
      }
      guard let pivot = (step..<rows.count).first(where: { column[$0] != 0 }) else { continue }
      if pivot != step {
        lower.swapAt(pivot, step)
        column.swapAt(pivot, step)
        result = difference(0, result)
      }
      guard let inverse = inverse(column[step]) else { return nil }
      result = product(result, column[step])
      // The places up to this one are not read any more.
      for row in (step + 1)..<max(rows.count, step + 1) {
        lower[row][step] = product(column[row], inverse)
      }
      step += 1
    }
    return (step, result)
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
