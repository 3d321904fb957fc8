import Certificates
import Foundation
import Rational

/// A simple-minded prover in double precision, independent of the one in the program: it minimises on
/// a grid, and cuts cells at the points of another. The kernel must not need to trust it.
struct Prover {
  let statement: LossStatement

  /// Rates μ/(DΛ) with their weights, as logarithms since they can be very large.
  private func rates(_ block: LossStatement.Block) -> [(logarithm: Double, weight: Double)] {
    let depth =
      2 * logarithm(block.nuclearNorm) + Double(statement.layers - 3) * log(Double(block.rank))
      + logarithm(block.lastLayerNorm) + logarithm(Surd(statement.regularisation))
    return block.eigenvalues.map {
      ($0.value.isZero ? -.infinity : logarithm($0.value) - depth, Double($0.multiplicity))
    }
  }

  private func logarithm(_ value: Surd) -> Double {
    let (lower, _) = value.enclosure(bits: 300)
    return logarithm(lower.numerator) - logarithm(lower.denominator)
  }

  private func logarithm(_ value: Integer) -> Double {
    let shift = max(0, value.bitLength - 60)
    return log(Double(Int(exactly: value >> shift) ?? 0)) + Double(shift) * log(2)
  }

  /// The least value of a block's function, and where it is.
  func minimum(_ block: LossStatement.Block) -> (value: Double, point: Double) {
    let (classes, layers) = (Double(statement.classes), Double(statement.layers))
    let rates = rates(block)
    func value(_ t: Double) -> Double {
      rates.reduce(layers * t) {
        $0 + $1.weight / (classes + exp($1.logarithm + layers * log(t)))
      }
    }
    let end = Double(block.classes) / classes / layers
    var best = (value: Double(block.classes) / classes, point: 0.0)
    var step = 1.01
    // A coarse grid from large to small, then a finer one around the best point.
    var (t, last) = (end, end * 1e-40)
    for _ in 0..<3 {
      while t > last {
        if value(t) < best.value { best = (value(t), t) }
        t /= step
      }
      guard best.point > 0 else { return best }
      (t, last) = (best.point * step, best.point / step)
      step = pow(step, 0.01)
    }
    return best
  }

  /// Twice the minimal losses of both sides.
  var losses: (left: Double, right: Double) {
    (
      statement.left.reduce(0) { $0 + minimum($1).value },
      statement.right.reduce(0) { $0 + minimum($1).value }
    )
  }

  /// The order of the minimal losses, where double precision tells them apart.
  var order: LossStatement.Order? {
    let (left, right) = losses
    if left < right * (1 - 1e-9) { return .less }
    if right < left * (1 - 1e-9) { return .greater }
    return nil
  }

  /// A witness with v a part of the way from the smaller loss to the larger one.
  func witness(part: Double = 0.5, cells: Int = 120) -> LossWitness {
    let isLess = statement.order != .greater
    let (smaller, larger) =
      isLess ? (statement.left, statement.right) : (statement.right, statement.left)
    let low = smaller.reduce(0) { $0 + minimum($1).value }
    let minima = larger.map { minimum($0).value }
    let high = minima.reduce(0, +)
    let value = low + (high - low) * part
    let bounds = zip(larger, minima).map {
      bound($0, value: Rational(near: $1 * (value / high) * (1 + 1e-9)), cells: cells)
    }
    let sum = bounds.reduce(Rational(0)) { $0 + $1.value }
    return .strict(
      value: min(sum, Rational(near: value)),
      points: smaller.map { Rational(near: minimum($0).point) },
      bounds: bounds)
  }

  /// A witness of a tie at 1/2.
  func tieWitness(cells: Int = 120) -> LossWitness {
    func bounds(_ side: [LossStatement.Block]) -> [LossWitness.LowerBound] {
      side.map {
        bound($0, value: Rational($0.classes, statement.classes), cells: cells)
      }
    }
    return .tie(left: bounds(statement.left), right: bounds(statement.right))
  }

  /// Cuts in geometric progression to where L t alone is above the value.
  private func bound(
    _ block: LossStatement.Block, value: Rational, cells: Int
  ) -> LossWitness.LowerBound {
    let end = value / Rational(statement.layers) * Rational(101, 100)
    let steepest = rates(block).map(\.logarithm).max() ?? 0
    let first = min(
      -steepest / Double(statement.layers) - 2, log(end.approximate) - 1)
    let ratio = (log(end.approximate) - first) / Double(cells)
    var cuts: [Rational] = []
    for index in 0..<cells {
      let cut = Rational(near: exp(first + ratio * Double(index)))
      if cut > (cuts.last ?? 0), cut < end { cuts.append(cut) }
    }
    let depth =
      block.nuclearNorm * block.nuclearNorm * block.lastLayerNorm
      * Surd(Integer(block.rank).power(statement.layers - 3)) * Surd(statement.regularisation)
    let rates = block.eigenvalues.map { entry -> LossWitness.Rate in
      let rate = entry.value / depth
      if rate.isRational { return .exact }
      let (_, upper) = rate.enclosure(bits: 40)
      return .atMost(upper)
    }
    return LossWitness.LowerBound(value: value, rates: rates, cuts: cuts + [end])
  }
}

extension Rational {
  /// The value of a double, to 20 bits.
  init(near value: Double) {
    guard value > 0 else {
      self = 0
      return
    }
    let exponent = Int(value.exponent) - 20
    let mantissa = Int((value.significand * 1_048_576).rounded())
    self = Rational(mantissa) * Rational(2).power(exponent)
  }

  /// A double near the value, for values that are not extreme.
  var approximate: Double {
    let shift = max(0, max(numerator.bitLength, denominator.bitLength) - 900)
    func double(_ value: Integer) -> Double {
      let cut = max(0, value.bitLength - 60)
      return scalbn(Double(Int(exactly: value >> cut) ?? 0), cut - shift)
    }
    return double(numerator) / double(denominator)
  }
}
