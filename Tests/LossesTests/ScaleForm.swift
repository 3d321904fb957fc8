import Foundation
import Losses
import Rational

/// The loss as a function of α_2 … α_L, before any of them is eliminated, minimised in doubles.
///
/// With z_l = log α_l it is, for L ≥ 3,
///
///     ν √(n λ_H λ_1) e^(z_2/2) + Σ ρ λ_l/2 e^(z_{l+1} - z_l) + κ λ_{L-1}/2 e^(z_L - z_{L-1})
///       + 1/2 Σ m_i/(K + μ_i e^(z_L)/λ_L),
///
/// convex in z_2 … z_{L-1}. Those are found by Newton's method for each z_L, and z_L on a grid and
/// then by golden sections. Nothing of the module takes part but the invariants.
struct ScaleForm {
  private let layers: Int
  private let start: Double
  /// Factors and exponents of the exponential terms: factor, then (index of z, multiple) pairs.
  private let terms: [(factor: Double, exponents: [(Int, Double)])]
  /// m_i, K and μ_i/λ_L
  private let fractions: [(weight: Double, rate: Double)]
  private let classes: Double

  init(block: Construction, classes: Int, regularisation: Regularisation) {
    layers = regularisation.weights.count
    let decays = regularisation.weights.map(\.double)
    let first =
      block.nuclearNorm.double
      * (regularisation.samples.double * regularisation.features.double * decays[0]).squareRoot()
    var terms = [(factor: first, exponents: [(0, 0.5)])]
    for l in 1..<max(1, layers - 1) {
      let cost = l == layers - 2 ? block.lastLayerNorm.double : Double(block.rank)
      terms.append((cost * decays[l] / 2, [(l, 1), (l - 1, -1)]))
    }
    self.terms = terms
    self.classes = Double(classes)
    start = Double(block.classes) / Double(2 * classes)
    let last = decays[layers - 1]
    fractions = block.gramSpectrum.map { (Double($0.multiplicity), $0.value.double / last) }
  }

  private func weights(_ z: [Double]) -> Double {
    terms.reduce(0) { sum, term in
      sum + term.factor * exp(term.exponents.reduce(0) { $0 + z[$1.0] * $1.1 })
    }
  }

  /// The least weights for one z_L, by Newton's method with halved steps.
  private func value(last: Double) -> Double {
    let count = layers - 2
    var z = (0...count).map { last * Double($0 + 1) / Double(count + 1) }
    z[count] = last
    for _ in 0..<200 where count > 0 {
      var gradient = Array(repeating: 0.0, count: count)
      var hessian = Array(repeating: gradient, count: count)
      for term in terms {
        let height = term.factor * exp(term.exponents.reduce(0) { $0 + z[$1.0] * $1.1 })
        for (i, a) in term.exponents where i < count {
          gradient[i] += height * a
          for (j, b) in term.exponents where j < count { hessian[i][j] += height * a * b }
        }
      }
      let step = Self.solve(hessian, gradient)
      var scale = 1.0
      let before = weights(z)
      func moved() -> [Double] {
        z.indices.map { $0 < count ? z[$0] - scale * step[$0] : z[$0] }
      }
      while weights(moved()) > before, scale > 1e-12 { scale /= 2 }
      z = moved()
      if step.allSatisfy({ abs($0) < 1e-13 }) { break }
    }
    let growth = exp(last)
    return weights(z)
      + fractions.reduce(0) { $0 + 0.5 * $1.weight / (classes + $1.rate * growth) }
  }

  /// The minimal loss: zero features, or the best point.
  var minimum: Double {
    let grid = (0...120).map { -30 + 0.5 * Double($0) }
    let values = grid.map { value(last: $0) }
    var best = start
    for i in 1..<120 where values[i] <= min(values[i - 1], values[i + 1]) {
      best = min(best, goldenSection(grid[i - 1], grid[i + 1]))
    }
    return best
  }

  private func goldenSection(_ left: Double, _ right: Double) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (a, b) = (left, right)
    while b - a > 1e-8 {
      let (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
      if value(last: c) < value(last: d) { b = d } else { a = c }
    }
    return value(last: (a + b) / 2)
  }

  /// Gaussian elimination; the matrix is positive definite.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (a, x) = (matrix, right)
    for i in x.indices {
      for j in (i + 1)..<max(x.count, i + 1) {
        let factor = a[j][i] / a[i][i]
        for k in i..<x.count { a[j][k] -= factor * a[i][k] }
        x[j] -= factor * x[i]
      }
    }
    for i in x.indices.reversed() {
      for k in (i + 1)..<max(x.count, i + 1) { x[i] -= a[i][k] * x[k] }
      x[i] /= a[i][i]
    }
    return x
  }
}

extension Surd {
  var double: Double { enclosure(bits: 200).lower.double }
}
