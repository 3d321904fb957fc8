import Rational

/// Looks for cells on which the function of a block is above a value, with short numbers.
///
/// The result is a proposal: the kernel checks the cells again, exactly.
struct CellSearch<N: RoundedNumber> {
  let function: LossFunction<N>
  /// The function must be above this; at least equal to it when it is f(0).
  let target: Bounds<N>
  /// The bits that cuts may have.
  let bits: Int

  /// The most cells that are tried.
  private static var cellLimit: Int { 400 }

  /// The ends of the cells, ascending, without zero and infinity; nil when none were found.
  func cuts() -> [N]? {
    var points: [N] = []
    for (index, point) in function.turningPoints.enumerated() {
      points.append(point.shortened(to: bits, index % 2 == 0 ? .down : .up))
    }
    if let last = points.last {
      let sample = function.sample(last)
      if sample.isConvexAfter, sample.fall.lower > function.slope.upper,
        let distant = function.distantPoint, distant > last
      {
        // From here on f rises.
        let stationary = function.stationarySample(
          from: distant, between: last, and: distant.scaled(byPowerOfTwo: 4))
        points.append(stationary.point.shortened(to: bits, .up))
      }
    }
    points.sort()
    var samples = [function.sample(.zero(precision: function.precision))]
    for point in points where point > samples[samples.count - 1].point {
      samples.append(function.sample(point))
    }
    if !isAboveFrom(samples[samples.count - 1]) {
      let end = N.quotient(target.upper, function.slope.lower, .up)
      let last = function.sample(
        max(end, samples[samples.count - 1].point.scaled(byPowerOfTwo: 1)).shortened(to: bits, .up))
      guard isAboveFrom(last) else { return nil }
      samples.append(last)
    }
    return refined(samples)
  }

  /// Halves cells until the bound of each is above the target.
  private func refined(_ samples: [LossFunction<N>.Sample]) -> [N]? {
    var pending = Array(zip(samples, samples.dropFirst()).reversed())
    var cuts: [N] = []
    var budget = Self.cellLimit
    while let (p, q) = pending.popLast() {
      if isAbove(p, q) {
        cuts.append(q.point)
        continue
      }
      budget -= 1
      let middle =
        p.point.isZero
        ? q.point.scaled(byPowerOfTwo: -2)
        : N.sum(p.point, q.point, .down).scaled(byPowerOfTwo: -1).shortened(to: bits + 8, .down)
      guard budget > 0, p.point < middle, middle < q.point else { return nil }
      let m = function.sample(middle)
      pending.append((m, q))
      pending.append((p, m))
    }
    return cuts
  }

  private func isAbove(_ p: LossFunction<N>.Sample, _ q: LossFunction<N>.Sample) -> Bool {
    // The chord of a concave function from f(0).
    if p.point.isZero, q.isConcaveBefore, function.start.upper >= target.upper {
      return q.value.lower >= target.upper
    }
    return function.floor(p, q) > target.upper
  }

  private func isAboveFrom(_ p: LossFunction<N>.Sample) -> Bool {
    if N.product(function.slope.lower, p.point, .down) > target.upper { return true }
    return p.isConvexAfter && p.fall.upper <= function.slope.lower && p.value.lower > target.upper
  }
}

extension RoundedNumber {
  /// The number rounded to at most `bits` bits.
  func shortened(to bits: Int, _ rounding: Rounding) -> Self {
    let (mantissa, exponent) = parts
    let excess = mantissa.bitLength - bits
    if excess <= 0 { return self }
    let short = rounding == .down ? mantissa >> excess : -((-mantissa) >> excess)
    return Self(short, rounding, precision: precision).scaled(byPowerOfTwo: exponent + excess)
  }
}
