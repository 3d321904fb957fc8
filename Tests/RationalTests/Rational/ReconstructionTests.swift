import TestSupport
import Testing

@testable import Rational

/// Fractions from their residues.
@Suite struct ReconstructionTests {
  /// The only fraction within the bounds, by trying all denominators.
  private func search(_ residue: Int, _ modulus: Int, _ top: Int, _ bottom: Int) -> Rational? {
    guard bottom > 0 else { return nil }
    for denominator in 1...bottom {
      let rest = residue * denominator % modulus
      if rest <= top { return Rational(rest, denominator) }
      if modulus - rest <= top { return Rational(rest - modulus, denominator) }
    }
    return nil
  }

  @Test func `all residues of small moduli`() {
    for modulus in 2...40 {
      for top in 0...7 {
        for bottom in 1...7 where 2 * top * bottom < modulus {
          for residue in 0..<modulus {
            let found = Rational(
              residue: Integer(residue), modulo: Integer(modulus), numeratorAtMost: Integer(top),
              denominatorAtMost: Integer(bottom))
            #expect(
              found == search(residue, modulus, top, bottom),
              "\(residue) modulo \(modulus), \(top), \(bottom)")
          }
        }
      }
    }
  }

  /// Numerators and denominators as long as the bounds, much shorter ones, and such with great quotients in Euclid's
  /// algorithm.
  @Test(arguments: Seeds.all)
  func `fractions are found from their residues`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for length in [3, 30, 61, 62, 64, 90, 130, 700, 1400] {
      for _ in 0..<40 {
        let top = random.integer(bits: random.int(in: 0...length))
        var bottom = random.integer(bits: random.int(in: 1...length)).magnitude
        if bottom.isZero { bottom = 1 }
        let value = Rational(top, bottom)
        let slack = random.element(of: [0, 0, 1, 5, Integer(1) << random.int(in: 0...200)])
        let topBound = value.numerator.magnitude + slack
        let bottomBound = value.denominator + random.element(of: [0, 0, slack])
        // An odd modulus next to the least one, or a much greater one, that is coprime to the denominator.
        var modulus = 2 * topBound * bottomBound + 1
        if random.int(in: 0...2) == 0 { modulus = modulus << random.int(in: 0...100) + 1 }
        while Integer.gcd(modulus, value.denominator) != 1 || modulus == 1 { modulus += 1 }
        let inverse = inverse(value.denominator, modulo: modulus)
        let product = value.numerator * inverse % modulus
        let residue = product.sign < 0 ? product + modulus : product
        #expect(
          Rational(
            residue: residue, modulo: modulus, numeratorAtMost: topBound,
            denominatorAtMost: bottomBound) == value, "\(value) modulo \(modulus)")
        if bottomBound == value.denominator, bottomBound > 1 {
          #expect(
            Rational(
              residue: residue, modulo: modulus, numeratorAtMost: topBound,
              denominatorAtMost: bottomBound - 1) == nil, "\(value) modulo \(modulus)")
        }
      }
    }
  }

  /// By Euclid's algorithm, step by step.
  private func inverse(_ value: Integer, modulo modulus: Integer) -> Integer {
    var (a, b, x, y) = (modulus, value % modulus, Integer(0), Integer(1))
    while !b.isZero {
      let quotient = a / b
      (a, b, x, y) = (b, a - quotient * b, y, x - quotient * y)
    }
    return x.sign < 0 ? x + modulus : x
  }
}
