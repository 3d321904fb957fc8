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
      #expect(modulus.determinant(long) == modulus.residue(determinant))
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
    for number in [2, 3, 4, 15, 36, 1 << 20, 3 * 1_000_000_007, (1 << 60) - 1, (1 << 60) - 93] {
      let modulus = WordModulus(modulus: UInt64(number))
      for size in 0...4 {
        let rows = matrix(size) { random.element(of: EdgeIntegers.words) }
        let found = modulus.determinant(rows)
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
      }
      // The greatest remainders, more of them than are added at once: (-1)² n.
      for count in [0, 1, 254, 255, 256, 511, 1000] {
        let values = [UInt64](repeating: UInt64(number - 1), count: count)
        #expect(modulus.dotProduct(values, values, count: count) == UInt64(count % number))
      }
    }
  }
}
