import Polynomials
import Rational

/// How one block compares with collapse at the same x, for every x.
///
/// With c_i = e_i/D, e_i = μ_i K₀^L and shares w_i, the block is ahead where
/// 1/(1+x) - Σ w_i/(1 + c_i x) is positive.
struct Gap {
  /// K₀
  let classes: Int
  /// D
  let depthFactor: Surd
  /// e_i with w_i
  let rates: [(value: Surd, share: Rational)]

  static func all(_ blocks: [Construction], layers: Int) -> [Gap] {
    blocks.map { Gap($0, layers: layers) }
  }

  init(_ block: Construction, layers: Int) {
    let power = Surd(Integer(block.classes).power(layers))
    classes = block.classes
    depthFactor = block.depthFactor(layers: layers)
    rates = block.gramSpectrum.map {
      ($0.value * power, Rational($0.multiplicity, block.classes))
    }
  }

  /// All c_i are 1: the losses are the same.
  var isZero: Bool { rates.allSatisfy { $0.value == depthFactor } }

  /// All c_i > 1: the block is ahead for every x > 0.
  var hasAllRatesAboveOne: Bool { rates.allSatisfy { $0.value > depthFactor } }

  /// All c_i ≤ 1 and not all equal to 1: the block is behind for every x > 0.
  var hasNoRateAboveOne: Bool { !isZero && rates.allSatisfy { $0.value <= depthFactor } }

  /// The difference times (1+x) Π (D + e_i x) / x, which is positive for x > 0. Both fractions are 1
  /// at x = 0, so x divides.
  var polynomial: Polynomial<Surd> {
    let factors = rates.map { Polynomial<Surd>([depthFactor, $0.value]) }
    var difference = factors.reduce(Polynomial<Surd>(constant: 1), *)
    for (index, entry) in rates.enumerated() {
      let weight = Surd(entry.share) * depthFactor
      var product = Polynomial<Surd>([weight, weight])
      for (other, factor) in factors.enumerated() where other != index {
        product = product * factor
      }
      difference = difference - product
    }
    return Polynomial(Array(difference.coefficients.dropFirst()))
  }

  /// The sum of the differences of several blocks, weighted by their classes, times a polynomial that
  /// is positive for x ≥ 0; nil when the degree would be large.
  static func pooled(_ gaps: [Gap]) -> Polynomial<Surd>? {
    guard gaps.reduce(0, { $0 + $1.rates.count }) <= 12 else { return nil }
    let denominators = gaps.map { gap in
      gap.rates.reduce(Polynomial<Surd>(constant: 1)) {
        $0 * Polynomial<Surd>([gap.depthFactor, $1.value])
      }
    }
    var sum = Polynomial<Surd>.zero
    for (index, gap) in gaps.enumerated() {
      var product = gap.polynomial.scaled(by: Surd(gap.classes))
      for (other, denominator) in denominators.enumerated() where other != index {
        product = product * denominator
      }
      sum = sum + product
    }
    return sum
  }
}
