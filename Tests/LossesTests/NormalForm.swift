import Losses
import Polynomials
import Rational

/// The normal form of the loss evaluated without rounding, straight from its definition.
enum NormalForm {
  /// Twice the loss of a side with one t for each block.
  static func value(
    of blocks: [Construction], at points: [Rational], _ problem: LossProblem
  ) -> Surd {
    zip(blocks, points).reduce(Surd.zero) { sum, next in
      let (block, t) = next
      let power = Surd(t.power(problem.layers))
      let fractions = rates(block, problem).map { rate, weight in
        Surd(weight) / (Surd(problem.classes) + rate * power)
      }
      return sum + Surd(Rational(problem.layers) * t) + fractions.reduce(Surd.zero, +)
    }
  }

  /// Whether twice the loss of one block is above `value` for all t ≥ 0: the sign of the polynomial
  /// (L t - v) Π (K + a_i t^L) + Σ m_i Π_{j≠i} (K + a_j t^L).
  static func isAlwaysAbove(
    _ value: Rational, _ block: Construction, _ problem: LossProblem
  ) -> Bool {
    let rates = rates(block, problem)
    func factor(_ rate: Surd) -> Polynomial<Surd> {
      Polynomial(
        [Surd(problem.classes)] + Array(repeating: 0, count: problem.layers - 1) + [rate])
    }
    var sum = rates.reduce(Polynomial<Surd>([Surd(-value), Surd(problem.layers)])) {
      $0 * factor($1.rate)
    }
    for (index, entry) in rates.enumerated() {
      var product = Polynomial(constant: Surd(entry.weight))
      for (other, entry) in rates.enumerated() where other != index {
        product = product * factor(entry.rate)
      }
      sum = sum + product
    }
    // Rational coefficients are much faster where all are rational.
    let rational = sum.coefficients.compactMap(\.rational)
    return rational.count == sum.coefficients.count
      ? Polynomial(rational).isPositive(onAndAbove: 0) : sum.isPositive(onAndAbove: 0)
  }

  /// a_i = μ_i/(D Λ) with D = ν² ρ^(L-3) κ, and the multiplicities.
  private static func rates(
    _ block: Construction, _ problem: LossProblem
  ) -> [(rate: Surd, weight: Int)] {
    let depth =
      block.nuclearNorm * block.nuclearNorm * block.lastLayerNorm
      * Surd(Integer(block.rank).power(problem.layers - 3))
    let scale = (depth * Surd(problem.regularisation)).inverse
    return block.gramSpectrum.map { ($0.value * scale, $0.multiplicity) }
  }
}
