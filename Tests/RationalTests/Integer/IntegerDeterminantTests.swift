import TestSupport
import Testing

@testable import Rational

/// Determinants from remainders, and the arithmetic of remainders.
@Suite struct IntegerDeterminantTests {
  /// The expansion along the first row.
  private func expansion(_ rows: [[Int]]) -> Integer {
    guard let first = rows.first else { return 1 }
    return first.indices.reduce(Integer(0)) { sum, column in
      let minor = rows.dropFirst().map { row in
        row.indices.filter { $0 != column }.map { row[$0] }
      }
      let term = Integer(first[column]) * expansion(minor)
      return column % 2 == 0 ? sum + term : sum - term
    }
  }

  private func matrix(_ size: Int, _ entry: () -> Int) -> [[Int]] {
    (0..<size).map { _ in (0..<size).map { _ in entry() } }
  }

  @Test(arguments: Seeds.all)
  func `determinants are those of the expansion`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in 0...6 {
      for _ in 0..<12 {
        for rows in [
          matrix(size) { random.element(of: EdgeIntegers.words) },
          matrix(size) { random.int(in: -3...3) },
          matrix(size) { random.int(in: 0...2) == 0 ? Int.min : 0 },
        ] {
          #expect(Integer.determinant(rows) == expansion(rows), "\(rows)")
        }
      }
    }
  }

  /// Sylvester's matrices reach Hadamard's bound, on both of its ends.
  @Test func `the greatest determinants`() {
    for log in 0...5 {
      let size = 1 << log
      for scale in [1, 3, Int.max, Int.min + 1, 1 << 30] {
        var rows = (0..<size).map { i in
          (0..<size).map { (i & $0).nonzeroBitCount % 2 == 0 ? scale : -scale }
        }
        let bound = (Integer(size).power(size)).squareRootFloor() * Integer(scale).power(size)
        let determinant = Integer.determinant(rows)
        #expect(determinant.magnitude == bound.magnitude)
        if size > 1 {
          rows.swapAt(0, size - 1)
          #expect(Integer.determinant(rows) == -determinant)
        }
      }
    }
  }

  /// More moduli than are kept.
  @Test func `many digits`() {
    var random = SplitMix64(seed: 1)
    let long = matrix(62) { Int(truncatingIfNeeded: random.next()) }
    let determinant = Integer.determinant(long)
    #expect(determinant.bitLength > 60 * 64)
    for prime in [3, 1_000_000_007, (1 << 59) - 55] {
      let modulus = WordModulus(modulus: UInt64(prime))
      #expect(modulus.elimination(long)?.determinant == modulus.residue(determinant))
    }
  }

  /// Matrices for which a divisor is looked for, and others.
  @Test(arguments: Seeds.all)
  func `determinants are those of Bareiss' elimination`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in [7, 13, 18, 24, 31] {
      for bits in [1, 2, 7, 21, 40, 59, 63] where size * bits < 1300 {
        let rows = matrix(size) { Int(truncatingIfNeeded: random.next()) >> (63 - bits) }
        #expect(Integer.determinant(rows) == Bareiss.determinant(rows), "\(rows)")
      }
    }
    for (size, bits) in [(70, 1), (45, 56)] {
      let rows = matrix(size) { Int(truncatingIfNeeded: random.next()) >> (63 - bits) }
      #expect(Integer.determinant(rows) == Bareiss.determinant(rows), "\(rows)")
    }
  }

  /// Where the bound is reached, all of its digits are those of the divisor; where there is none to be found, all are
  /// those of the cofactor.
  @Test(arguments: Seeds.all)
  func `determinants that are known, of large matrices`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let prime = Int(WordModuli.greatest.modulus)
    let diagonals: [[Int]] = [
      Array(repeating: 1, count: 40), Array(repeating: 2, count: 40),
      Array(repeating: prime, count: 40), Array(repeating: 1 << 50, count: 40),
      (0..<40).map { $0 % 7 == 3 ? prime : 1 << 49 - $0 }, (1...70).map { $0 },
      Array(repeating: 1 << 45 + 1, count: 39) + [0],
    ]
    for diagonal in diagonals {
      let size = diagonal.count
      // Rows are added to those below them, columns to those to the right: neighbours only, so that entries stay words.
      var rows = (0..<size).map { i in (0..<size).map { $0 == i ? diagonal[i] : 0 } }
      let expected = diagonal.reduce(Integer(1)) { $0 * Integer($1) }
      for i in stride(from: 1, to: size, by: 2) {
        let factor = random.int(in: -3...3)
        for j in 0..<size { rows[i][j] += factor * rows[i - 1][j] }
      }
      #expect(Integer.determinant(rows) == expected, "\(diagonal)")
      rows.swapAt(0, size - 1)
      #expect(Integer.determinant(rows) == -expected, "\(diagonal)")
    }
  }

  /// Products of triangular matrices with ones on the diagonal.
  @Test(arguments: Seeds.all)
  func `dense matrices with the determinants 1, -1 and 0`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 20, 41, 70] {
      let lower = (0..<size).map { i in
        (0..<size).map { $0 == i ? 1 : $0 < i ? random.int(in: -1000...1000) : 0 }
      }
      let upper = (0..<size).map { i in
        (0..<size).map { $0 == i ? 1 : $0 > i ? random.int(in: -1000...1000) : 0 }
      }
      var rows = lower.map { row in
        (0..<size).map { j in (0..<size).reduce(0) { $0 + row[$1] * upper[$1][j] } }
      }
      #expect(Integer.determinant(rows) == 1)
      rows[size / 2] = rows[size / 2].map { -$0 }
      #expect(Integer.determinant(rows) == -1)
      rows[size - 1] = (0..<size).map { j in rows.dropLast().reduce(0) { $0 + $1[j] } }
      #expect(Integer.determinant(rows) == 0)
    }
  }

  @Test func `singular matrices have the determinant 0`() {
    #expect(Integer.determinant([[0]]) == 0)
    #expect(Integer.determinant([[1, 2], [0, 0]]) == 0)
    #expect(Integer.determinant([[Int.max, Int.min], [Int.max, Int.min]]) == 0)
    #expect(Integer.determinant((1...9).map { i in (1...9).map { i * $0 } }) == 0)
    #expect(Integer.determinant([]) == 1)
  }

  /// Moduli that are no primes give what is right, or nothing.
  @Test(arguments: Seeds.all)
  func `remainders modulo any number`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let around = (1 << 60) - (1 << 24)
    for number in [
      2, 3, 4, 15, 36, 1 << 20, 3 * 1_000_000_007, around - 1, around, around + 1, (1 << 60) - 1,
      (1 << 60) - 93,
    ] {
      let modulus = WordModulus(modulus: UInt64(number))
      for size in 0...4 {
        let rows = matrix(size) { random.element(of: EdgeIntegers.words) }
        let found = modulus.elimination(rows)?.determinant
        #expect(found == nil || found == modulus.residue(expansion(rows)), "\(number), \(rows)")
        #expect(found != nil || ![2, 3, (1 << 60) - 93].contains(number))
      }
      let words = EdgeIntegers.words + [number - 1, number / 2]
      for word in words {
        let value = Integer(word)
        let residue = modulus.residue(word)
        #expect(residue < number)
        #expect((value - Integer(Int(residue))) % Integer(number) == 0)
        #expect(modulus.residue(value) == residue)
        let big = value * (Integer(1) << 100) - 5
        #expect((big - Integer(Int(modulus.residue(big)))) % Integer(number) == 0)
        let inverse = modulus.inverse(residue)
        #expect((inverse != nil) == (Integer.gcd(value, Integer(number)) == 1))
        if let inverse { #expect(modulus.product(residue, inverse) == 1 % number) }
        for low in [0, 1, number - 1, .max, .min, -1] {
          let upper = UInt128(UInt(bitPattern: word)) << 64
          let long = upper | UInt128(UInt(bitPattern: low))
          #expect(Integer(modulus.residue(long)) == Integer(long) % Integer(number))
        }
      }
      if number % 2 == 1 { #expect(modulus.inverseModuloWord &* modulus.modulus == 1) }
      // The greatest remainders, more of them than are added at once: (-1)² n.
      for count in [0, 1, 254, 255, 256, 511, 1000] {
        let values = [UInt64](repeating: UInt64(number - 1), count: count)
        #expect(modulus.dotProduct(values, values, count: count) == UInt64(count % number))
      }
    }
  }
}
