import Rational
import TestSupport
import Testing

/// Common divisors of integers of several limbs, and what fractions make of them.
@Suite struct LimbGCDTests {
  private func expectEuclid(_ a: Integer, _ b: Integer) {
    let expected = Euclid.gcd(a, b)
    #expect(Integer.gcd(a, b) == expected, "\(a), \(b)")
    #expect(Integer.gcd(-b, a) == expected, "\(a), \(b)")
  }

  /// From one limb to more than the algorithm takes, of equal and of different length.
  @Test(arguments: Seeds.all)
  func `of any lengths they are Euclid's`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for limbs in 1...44 {
      for _ in 0..<6 {
        let a = random.integer(bits: 64 * limbs)
        let b = random.integer(bits: 64 * limbs + random.int(in: -64...64))
        expectEuclid(a, b)
        // Common factors from a word to nearly all of it, with powers of two.
        let factor = random.integer(bits: random.int(in: 1...64 * limbs))
        let twos = Integer(1) << random.int(in: 0...130)
        expectEuclid(a * factor * twos, b * factor)
        expectEuclid(a * factor * twos, b * factor * twos)
      }
    }
  }

  /// Their upper halves are equal: which is larger cannot be read off the highest bits.
  @Test(arguments: Seeds.all)
  func `of numbers that begin alike they are Euclid's`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for bits in [33, 64, 65, 95, 96, 127, 128, 200, 500, 1000] {
      for _ in 0..<40 {
        let start = random.nonzeroInteger() << bits
        let (a, b) = (random.integer(bits: bits), random.integer(bits: bits))
        expectEuclid(start + a, start + b)
        expectEuclid(start, start + b)
        expectEuclid(start + 1, start - 1)
        expectEuclid(start + a, start + a)
      }
    }
  }

  /// Fibonacci numbers take most steps; powers of two and what is beside them have the longest runs of equal bits.
  @Test func `of extreme numbers they are Euclid's`() {
    var fibonacci: [Integer] = [1, 1]
    while fibonacci.count < 3000 { fibonacci.append(fibonacci.suffix(2).reduce(0, +)) }
    for n in stride(from: 90, to: 2999, by: 37) {
      #expect(Integer.gcd(fibonacci[n], fibonacci[n - 1]) == 1, "F_\(n + 1)")
      expectEuclid(fibonacci[n], fibonacci[n - 60])
      // gcd(F_m, F_n) = F_gcd(m, n).
      let third = n / 3 * 3
      #expect(
        Integer.gcd(fibonacci[third - 1], fibonacci[third * 2 / 3 - 1]) == fibonacci[third / 3 - 1],
        "F_\(third)")
    }
    for m in stride(from: 62, through: 700, by: 31) {
      for n in stride(from: m - 66, through: m + 66, by: 11) where n > 0 {
        // gcd(2^m - 1, 2^n - 1) = 2^gcd(m, n) - 1.
        let common = Int(Euclid.gcd(Integer(m), Integer(n)).word ?? 0)
        let (a, b) = ((Integer(1) << m) - 1, (Integer(1) << n) - 1)
        #expect(Integer.gcd(a, b) == (Integer(1) << common) - 1, "\(m), \(n)")
        expectEuclid(a + 2, b)
        expectEuclid(a + 1, b + 1)
      }
    }
  }

  /// Numerators and denominators have factors of several limbs in common, crosswise, too.
  @Test(arguments: Seeds.all)
  func `fractions are in lowest terms`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func expectLowest(_ value: Rational, _ top: Integer, _ bottom: Integer) {
      let common = Euclid.gcd(top, bottom) * Integer(bottom.sign)
      #expect(value.numerator == top / common && value.denominator == bottom / common)
    }
    for _ in 0..<120 {
      let factors = (0..<6).map { _ in
        random.integer(bits: 200).magnitude + 1
      }
      func product(_ places: Int...) -> Integer { places.reduce(1) { $0 * factors[$1] } }
      let (a, b) = (product(0, 1) * Integer(random.element(of: [-1, 1])), product(2, 3))
      let (c, d) = (product(2, 4) - Integer(random.int(in: 0...1)), product(0, 3, 5))
      let (x, y) = (Rational(a, b), Rational(c, d))
      expectLowest(x, a, b)
      expectLowest(y, c, d)
      expectLowest(x + y, a * d + c * b, b * d)
      expectLowest(x - y, a * d - c * b, b * d)
      expectLowest(x * y, a * c, b * d)
      if c != 0 { expectLowest(x / y, a * d, b * c) }
      // The sum cancels a factor that its denominators share.
      expectLowest(Rational(a * d, b) + Rational(c, b), a * d + c, b)
      expectLowest(Rational(1, b) - Rational(1, b * d), d - 1, b * d)
      // A shared sum of many terms.
      let terms = [x, y, -x, Rational(1, d)]
      #expect(terms.reduce(0, +) == y + Rational(1, d))
    }
  }
}
