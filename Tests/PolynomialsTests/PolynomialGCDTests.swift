import Rational
import TestSupport
import Testing

@testable import Polynomials

@Suite struct PolynomialGCDTests {
  private func polynomial(_ degree: Int, _ random: inout SplitMix64) -> IntegerPolynomial {
    IntegerPolynomial((0..<degree).map { _ in random.integer() } + [random.nonzeroInteger()])
  }

  private func product(_ a: IntegerPolynomial, _ b: IntegerPolynomial) -> IntegerPolynomial {
    IntegerPolynomial(a.rational * b.rational)
  }

  @Test(arguments: Seeds.all)
  func `moduli and remainders agree`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let common = polynomial(random.int(in: 0...4), &random)
      let left = product(common, polynomial(random.int(in: 0...4), &random))
      let right = product(common, polynomial(random.int(in: 0...4), &random))
      let expected = IntegerPolynomial.gcdByRemainders(left, right)
      #expect(IntegerPolynomial.gcdByModuli(left, right) == expected, "\(left) \(right)")
      #expect(IntegerPolynomial.gcd(left, right) == expected)
      #expect(expected.degree >= common.degree)
    }
  }

  /// Modulo the first moduli there is a further root in common, or the leading coefficient is lost.
  @Test func `moduli that mislead`() {
    var (all, moduli) = (Integer(1), WordModuli())
    let first = Integer(Int(moduli.next(coprimeTo: all).modulus))
    for _ in 0..<3 { all *= Integer(Int(moduli.next(coprimeTo: all).modulus)) }
    // Modulo the second to the fourth, and the first as well.
    for all in [all, first * all] { tryMisleading(all) }
  }

  private func tryMisleading(_ all: Integer) {
    let common = IntegerPolynomial([3, -1, 7, 5])
    let (a, b) = (IntegerPolynomial([-5, 1]), IntegerPolynomial([-5 - all, 1]))
    let far = IntegerPolynomial([1, 2, all])
    for (left, right, expected) in [
      (product(common, a), product(common, b), common), (a, b, IntegerPolynomial([1])),
      (product(common, far), product(common, b), common),
      (product(common, far), product(far, a), far),
      (product(product(common, far), common), product(common, b), common),
    ] {
      #expect(IntegerPolynomial.gcdByModuli(left, right) == expected)
      #expect(IntegerPolynomial.gcdByModuli(right, left.negated) == expected)
    }
  }

  @Test func `zero and constants`() {
    let zero = IntegerPolynomial([Integer]())
    let line = IntegerPolynomial([1, -2])
    for gcd in [IntegerPolynomial.gcdByModuli, IntegerPolynomial.gcdByRemainders] {
      #expect(gcd(zero, zero) == zero)
      #expect(gcd(zero, line) == line.negated && gcd(line, zero) == line.negated)
      #expect(gcd(line, IntegerPolynomial([7])) == IntegerPolynomial([1]))
      #expect(gcd(line, line) == line.negated)
    }
  }

  @Test func `a quotient is exact or nil`() {
    let line = IntegerPolynomial([-1, 2])
    #expect(product(line, line).quotient(dividingBy: line) == line)
    #expect(IntegerPolynomial([1, 0, 4]).quotient(dividingBy: line) == nil)
    #expect(IntegerPolynomial([-1, 1, 3]).quotient(dividingBy: line) == nil)
    #expect(IntegerPolynomial([5]).quotient(dividingBy: line) == nil)
    #expect(IntegerPolynomial([Integer]()).quotient(dividingBy: line)?.isZero == true)
  }
}
