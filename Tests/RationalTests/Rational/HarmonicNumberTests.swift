import TestSupport
import Testing

@testable import Rational

@Suite struct HarmonicNumberTests {
  @Test func `harmonic numbers are sums of reciprocals`() {
    var sum = Rational(0)
    for n in 0...1400 {
      if n > 0 { sum += Rational(1, n) }
      #expect(Rational.harmonicNumber(n) == sum, "H_\(n)")
    }
  }

  @Test func `a long harmonic number`() {
    let number = Rational.harmonicNumber(20_000)
    #expect(number == Rational.sum((1...20_000).map { Rational(1, $0) }))
    #expect(number - Rational.harmonicNumber(19_999) == Rational(1, 20_000))
  }

  /// Wolstenholme: the numerator of H_{p-1} is a multiple of p² for every prime p from 5 on.
  @Test func `numerators are multiples of squares of primes`() {
    for prime in [5, 7, 11, 101, 103, 997, 2003, 10_007] {
      let number = Rational.harmonicNumber(prime - 1)
      #expect(number.numerator % Integer(prime * prime) == 0, "\(prime)")
    }
  }
}
