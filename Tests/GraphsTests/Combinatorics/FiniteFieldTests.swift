import Testing

@testable import Graphs

@Suite struct FiniteFieldTests {
  @Test func `sizes are the powers of primes`() {
    let primes = (2...130).filter { n in (2..<n).allSatisfy { n % $0 != 0 } }
    let powers = primes.flatMap { p in
      Array(sequence(first: p) { $0 * p <= 130 ? $0 * p : nil })
    }
    #expect((-3...130).filter { FiniteField.isSize($0) } == powers.sorted())
  }

  /// In a field of odd size half of the elements other than 0 are squares, and their sums of squares behave:
  /// -1 is one exactly when q ≡ 1 (mod 4).
  @Test(arguments: [3, 5, 7, 9, 11, 25, 27, 49, 81, 121, 125, 169])
  func `squares`(q: Int) {
    let field = FiniteField(size: q)
    let squares = field.squares
    #expect(squares.count == (q - 1) / 2)
    #expect(!squares.contains(0))
    #expect(squares.contains(1))
    let minusOne = field.difference(0, 1)
    #expect(squares.contains(minusOne) == (q % 4 == 1))
    // A difference of two elements is 0 for equal ones alone.
    for a in 0..<q {
      for b in 0..<q { #expect((field.difference(a, b) == 0) == (a == b)) }
    }
  }
}
