import Rational
import TestSupport
import Testing

@testable import Losses

/// Draws with long runs of equal bits, and with exponents from the same to far apart.
private func number<N: RoundedNumber>(
  _ random: inout SplitMix64, _: N.Type, precision: Int
) -> N {
  if random.int(in: 0...20) == 0 { return .zero(precision: precision) }
  let bits = random.element(of: [1, 2, precision - 1, precision, precision])
  var mantissa = Integer(1)
  while mantissa.bitLength < bits {
    let run = min(random.int(in: 1...40), bits - mantissa.bitLength)
    let ones = random.int(in: 0...1) == 0 ? Integer(0) : (Integer(1) << run) - 1
    mantissa = (mantissa << run) + ones
  }
  let exponent = random.element(of: [0, 1, 63, 64, 65, 127, 128, 129, 200, random.int(in: 0...300)])
  return N(mantissa, .down, precision: precision)
    .scaled(byPowerOfTwo: random.int(in: 0...1) == 0 ? exponent : -exponent)
}

/// `down` and `up` enclose the exact value and miss it by a few units in the last place at most.
private func expectRounded<N: RoundedNumber>(
  _ down: N, _ up: N, _ exact: Rational, precision: Int, slack: Int = 2, _ comment: Comment
) {
  #expect(down.rational <= exact && exact <= up.rational, comment)
  let unit = exact * Rational(Integer(slack), Integer(1) << (precision - 1))
  #expect(exact - down.rational <= unit && up.rational - exact <= unit, comment)
}

private func checkOperations<N: RoundedNumber>(
  _ type: N.Type, precision: Int, seed: UInt64
) {
  var random = SplitMix64(seed: seed)
  for _ in 0..<400 {
    let a = number(&random, type, precision: precision)
    let b = number(&random, type, precision: precision)
    let (x, y) = (a.rational, b.rational)
    let comment: Comment = "\(x), \(y)"
    #expect((a < b) == (x < y) && (a == b) == (x == y), comment)
    #expect(a.isZero == x.isZero, comment)
    expectRounded(
      N.product(a, b, .down), N.product(a, b, .up), x * y, precision: precision, comment)
    expectRounded(N.sum(a, b, .down), N.sum(a, b, .up), x + y, precision: precision, comment)
    // Only what is left of a difference above zero.
    let (down, up) = (N.difference(a, b, .down), N.difference(a, b, .up))
    if x > y {
      expectRounded(down, up, x - y, precision: precision, comment)
    } else {
      #expect(down.isZero && up.isZero, comment)
    }
    if !b.isZero {
      expectRounded(
        N.quotient(a, b, .down), N.quotient(a, b, .up), x / y, precision: precision, comment)
    }
    let shift = random.int(in: -100...100)
    #expect(a.scaled(byPowerOfTwo: shift).rational == x * Rational(2).power(shift), comment)
    if !a.isZero {
      let (exponent, fraction) = a.leading
      let power = Rational(2).power(exponent)
      let least = power * (1 + Rational(fraction, 1 << 16))
      #expect(least <= x && x < least + power * Rational(1, 1 << 16), comment)
    }
  }
}

private func checkConversion<N: RoundedNumber>(_: N.Type, precision: Int, seed: UInt64) {
  var random = SplitMix64(seed: seed)
  for _ in 0..<200 {
    let value = random.rational().magnitude
    expectRounded(
      N(value, .down, precision: precision), N(value, .up, precision: precision), value,
      precision: precision, slack: 8, "\(value)")
    let integer = random.integer().magnitude
    let (down, up) = (
      N(integer, .down, precision: precision), N(integer, .up, precision: precision)
    )
    expectRounded(down, up, Rational(integer), precision: precision, "\(integer)")
    if integer.bitLength < 63 { #expect(down == up && down.rational == Rational(integer)) }
  }
}

@Suite struct `rounded numbers` {
  @Test(arguments: Seeds.all)
  func `words: every operation rounds in its direction, by less than two units`(_ seed: UInt64) {
    checkOperations(WordFloat.self, precision: 64, seed: seed)
    checkConversion(WordFloat.self, precision: 64, seed: seed)
  }

  @Test(arguments: Seeds.all, [96, 200])
  func `long ones too`(_ seed: UInt64, _ precision: Int) {
    checkOperations(BigFloat.self, precision: precision, seed: seed)
    checkConversion(BigFloat.self, precision: precision, seed: seed)
  }

  @Test(arguments: Seeds.all)
  func `a word becomes a long number and keeps its value`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let word = number(&random, WordFloat.self, precision: 64)
      #expect(BigFloat(word).with(precision: 128).rational == word.rational)
    }
  }

  @Test(arguments: Seeds.all)
  func `bounds contain positive numbers of a square-root field`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let surd = random.surd()
      let value = surd.sign < 0 ? -surd : surd
      guard !value.isZero else { continue }
      let words = Bounds<WordFloat>(value, precision: 64)
      let long = Bounds<BigFloat>(value, precision: 160)
      for (lower, upper, bits) in [
        (words.lower.rational, words.upper.rational, 50),
        (long.lower.rational, long.upper.rational, 140),
      ] {
        #expect(Surd(lower) <= value && value <= Surd(upper), "\(value)")
        #expect((upper - lower) * Rational(Integer(1) << bits) <= lower, "\(value)")
      }
    }
    // Nearly cancelling: √2 - 1.4142135623730950488 is about 1.7 · 10⁻²⁰.
    let small = root(2) - Surd(Rational("1.4142135623730950488") ?? 0)
    let bounds = Bounds<WordFloat>(small, precision: 64)
    #expect(Surd(bounds.lower.rational) <= small && small <= Surd(bounds.upper.rational))
    #expect(bounds.lower.rational * 2 > bounds.upper.rational)
  }
}

@Suite struct `lower bounds on cells` {
  /// f(t) without rounding, for rational invariants.
  private static func exact(
    _ block: Construction, _ problem: LossProblem, _ t: Rational
  ) throws -> Rational {
    try #require(NormalForm.value(of: [block], at: [t], problem).rational)
  }

  private static func block(
    _ random: inout SplitMix64, classes: Int
  ) -> Construction {
    let first = random.int(in: 1...(classes - 1))
    let values = (0..<2).map { _ in Rational(random.int(in: 0...40), random.int(in: 1...20)) }
    return Construction(
      classes: classes, nuclearNorm: Surd(classes), rank: classes, lastLayerNorm: Surd(classes),
      gramSpectrum: [
        .init(Surd(values[0]), multiplicity: first),
        .init(Surd(values[1]), multiplicity: classes - first),
      ])
  }

  @Test(arguments: Seeds.all)
  func `samples contain the value and the slope, and the bound is below all values of the cell`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let classes = random.int(in: 2...6)
      let layers = random.int(in: 3...6)
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: Collapse.threshold(classes: classes, layers: layers)
          * Rational(random.int(in: 1...40), 10))
      let block = Self.block(&random, classes: classes)
      let function = LossFunction<WordFloat>(block, in: problem, precision: 64)
      func sample(_ numerator: Int) -> LossFunction<WordFloat>.Sample {
        let point = Rational(numerator, 64 * layers)
        return function.sample(WordFloat(point, .down, precision: 64))
      }
      // Beyond t = 1/L the function is above f(0) = 1.
      let start = random.int(in: 0...60)
      let (p, q) = (sample(start), sample(start + random.int(in: 1...40)))
      let comment: Comment = "\(block), \(problem)"
      for it in [p, q] {
        let t = it.point.rational
        let value = try Self.exact(block, problem, t)
        #expect(it.value.lower.rational <= value && value <= it.value.upper.rational, comment)
        let fall = try Self.fall(block, problem, t)
        #expect(it.fall.lower.rational <= fall && fall <= it.fall.upper.rational, comment)
      }
      let (left, right) = (p.point.rational, q.point.rational)
      for contact in [p, q] {
        let floor = function.floor(p, q, contact: contact).rational
        for step in 0...20 {
          let t = left + (right - left) * Rational(step, 20)
          let value = try Self.exact(block, problem, t)
          #expect(floor <= value, comment)
        }
      }
    }
  }

  /// -Σ h_i'(t) = Σ m_i a_i L t^(L-1) / (K + a_i t^L)².
  private static func fall(
    _ block: Construction, _ problem: LossProblem, _ t: Rational
  ) throws -> Rational {
    var sum: Rational = 0
    let depth = Rational(Integer(block.classes).power(problem.layers))
    for entry in block.gramSpectrum {
      let rate = try #require(entry.value.rational) / (depth * problem.regularisation)
      let base = Rational(problem.classes) + rate * t.power(problem.layers)
      sum +=
        Rational(entry.multiplicity * problem.layers) * rate * t.power(problem.layers - 1)
        / (base * base)
    }
    return sum
  }

  @Test(arguments: Seeds.all)
  func `the bound holds around a turning point, where chords and tangents change places`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let layers = random.int(in: 3...6)
      // One eigenvalue, so that f rises all the way when Λ is large: bounds at the left end count.
      let problem = LossProblem(
        classes: 2, layers: layers,
        regularisation: Collapse.threshold(classes: 2, layers: layers)
          * Rational(random.int(in: 1...400), 4))
      let block = Construction.collapse(classes: 2)
      let function = LossFunction<WordFloat>(block, in: problem, precision: 64)
      // The samples that the search starts with are just before and after the turning point.
      let turn = try #require(function.turningPoints.first).rational
      let left = turn * Rational(random.int(in: 40...120), 100)
      let right = left * Rational(random.int(in: 101...200), 100)
      let p = function.sample(WordFloat(left, .down, precision: 64))
      let q = function.sample(WordFloat(right, .up, precision: 64))
      for contact in [p, q] {
        let floor = function.floor(p, q, contact: contact).rational
        for step in 0...20 {
          let t =
            p.point.rational + (q.point.rational - p.point.rational) * Rational(step, 20)
          let value = try Self.exact(block, problem, t)
          #expect(floor <= value, "\(problem), \(left) to \(right)")
        }
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `a cell that is narrow has a bound close to the function`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let layers = random.int(in: 3...6)
      let problem = LossProblem(
        classes: 3, layers: layers,
        regularisation: Collapse.threshold(classes: 3, layers: layers)
          * Rational(random.int(in: 1...40), 10))
      let block = Self.block(&random, classes: 3)
      let function = LossFunction<WordFloat>(block, in: problem, precision: 64)
      let t = Rational(random.int(in: 1...60), 64 * layers)
      let width = Rational(1, 1 << 20)
      let p = function.sample(WordFloat(t, .down, precision: 64))
      let q = function.sample(WordFloat(t + width, .down, precision: 64))
      let value = try Self.exact(block, problem, t)
      // At worst the cell holds a turning point, and the bound misses the fall over its width.
      let fall = (p.fall.upper.rational + q.fall.upper.rational) * width * 2
      let slack = Rational(layers) * width + Rational(1, 1 << 50)
      #expect(function.floor(p, q).rational >= value - fall - slack, "\(block), \(problem)")
    }
  }
}
