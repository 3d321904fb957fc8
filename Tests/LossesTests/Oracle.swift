import Foundation
import Losses
import Rational

/// Minimisation in double precision, from the definition and with nothing from the module: a grid
/// in log t, and golden sections around its local minima.
enum Oracle {
  /// The minimal loss of a side. It is good to about 10⁻¹³.
  static func minimalLoss(_ blocks: [Construction], _ problem: LossProblem) -> Double {
    blocks.reduce(0) { $0 + minimum($1, problem) } / 2
  }

  /// The least value of L t + Σ m_i/(K + μ_i t^L/(D Λ)) over t ≥ 0.
  private static func minimum(_ block: Construction, _ problem: LossProblem) -> Double {
    let (classes, layers) = (Double(problem.classes), Double(problem.layers))
    let depth =
      2 * logarithm(block.nuclearNorm) + (layers - 3) * log(Double(block.rank))
      + logarithm(block.lastLayerNorm)
    let scale = depth + logarithm(problem.regularisation)
    var rates: [(logarithm: Double, weight: Double)] = []
    var constant = 0.0
    for entry in block.gramSpectrum {
      if entry.value.isZero {
        constant += Double(entry.multiplicity) / classes
      } else {
        rates.append((logarithm(entry.value) - scale, Double(entry.multiplicity)))
      }
    }
    let start = Double(block.classes) / classes
    guard !rates.isEmpty else { return start }

    func value(_ u: Double) -> Double {
      rates.reduce(layers * exp(u) + constant) {
        $0 + $1.weight / (classes + exp($1.logarithm + layers * u))
      }
    }
    // At the least u all fractions are still near their values at 0; at the last L t is above f(0).
    let first = (rates.map { -$0.logarithm / layers }.min() ?? 0) - 8
    let last = log(start / layers)
    guard first < last else { return start }
    let count = 1500
    let grid = (0...count).map { first + (last - first) * Double($0) / Double(count) }
    let values = grid.map(value)
    var best = start
    for index in 1..<count where values[index] <= min(values[index - 1], values[index + 1]) {
      best = min(best, goldenSection(value, grid[index - 1], grid[index + 1]))
    }
    return best
  }

  private static func goldenSection(
    _ value: (Double) -> Double, _ left: Double, _ right: Double
  ) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (a, b) = (left, right)
    var (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
    var (atC, atD) = (value(c), value(d))
    for _ in 0..<60 {
      if atC < atD {
        (b, d, atD) = (d, c, atC)
        c = b - ratio * (b - a)
        atC = value(c)
      } else {
        (a, c, atC) = (c, d, atD)
        d = a + ratio * (b - a)
        atD = value(d)
      }
    }
    return min(atC, atD)
  }

  static func logarithm(_ value: Surd) -> Double {
    logarithm(value.enclosure(bits: 200).lower)
  }

  /// The natural logarithm of a positive number, far beyond the range of doubles too.
  static func logarithm(_ value: Rational) -> Double {
    logarithm(value.numerator) - logarithm(value.denominator)
  }

  private static func logarithm(_ value: Integer) -> Double {
    let shift = max(0, value.bitLength - 60)
    return log(Double(Int(exactly: value >> shift) ?? 0)) + Double(shift) * log(2)
  }
}

extension Rational {
  /// The nearest double or one beside it.
  var double: Double { sign == 0 ? 0 : Double(sign) * exp(Oracle.logarithm(magnitude)) }
}
