import Polynomials
import Rational

/// How one block compares with collapse at the same x, for every x.
///
/// With c_i = e_i/D, e_i = μ_i K₀^L and shares w_i, the block is ahead where
/// 1/(1+x) - Σ w_i/(1 + c_i x) is positive.
struct Gap {
  private let block: Construction
  private let layers: Int
  /// D
  private let depthFactor: Surd
  /// e_i
  private let rates: [Surd]

  init(_ block: Construction, layers: Int) {
    (self.block, self.layers) = (block, layers)
    let power = Surd(Integer(block.classes).power(layers))
    depthFactor = block.depthFactor(layers: layers)
    rates = block.gramSpectrum.map { $0.value * power }
  }

  /// All c_i are 1: the losses are the same.
  var isZero: Bool { rates.allSatisfy { $0 == depthFactor } }

  /// All c_i > 1: the block is ahead for every x > 0.
  var hasAllRatesAboveOne: Bool { rates.allSatisfy { $0 > depthFactor } }

  /// All c_i ≤ 1 and not all equal to 1: the block is behind for every x > 0.
  var hasNoRateAboveOne: Bool { !isZero && rates.allSatisfy { $0 <= depthFactor } }

  /// A polynomial with the sign of the difference for x > 0.
  var polynomial: Polynomial<Surd> {
    Mean(block, layers: layers).difference(to: .collapse)
  }

  /// The same for the mean over the classes of several blocks; nil when the degree would be large.
  static func pooled(_ gaps: [Gap]) -> Polynomial<Surd>? {
    guard let first = gaps.first, gaps.reduce(0, { $0 + $1.rates.count }) <= 12 else { return nil }
    return Mean(gaps.map { ConstructionBounds(exactly: $0.block) }, layers: first.layers)?
      .difference(to: .collapse)
  }
}
