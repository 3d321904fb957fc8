import Rational

extension LossProblem {
  /// Encloses the t at which the function of a block is least, to that many bits in relation to it.
  ///
  /// The minimisation leaves an interval on which the function is convex and outside of which no
  /// minimiser lies; in it the minimiser is between two points where the derivative has its two signs.
  ///
  /// - Returns: Zero when zero is a minimiser (at the critical Λ it need not be the only one); nil
  ///   when the precision limit does not suffice.
  func minimiser(of block: Construction, bits: Int) -> Bounds<BigFloat>? {
    // The error of the least value is quadratic in that of the point.
    var tolerance = max(2 * bits, Self.coarseTolerance) + 16
    while tolerance <= Self.precisionLimit {
      guard let minimum = minimum(of: block, tolerance: tolerance) else { return nil }
      let precision = tolerance + 64
      if minimum.isZero { return Bounds(exact: .zero(precision: precision)) }
      if let valley = minimum.valley,
        let found = minimiser(of: block, minimum.point, valley, bits: bits, precision: precision)
      {
        return found
      }
      tolerance *= 2
    }
    return nil
  }

  private func minimiser(
    of block: Construction, _ point: Rational, _ valley: (lower: BigFloat, upper: BigFloat),
    bits: Int, precision: Int
  ) -> Bounds<BigFloat>? {
    let function = LossFunction<BigFloat>(block, in: self, precision: precision)
    let middle = BigFloat(point, .down, precision: precision)
    let margin = middle.scaled(byPowerOfTwo: -bits - 1)
    let lower = BigFloat.difference(middle, margin, .down)
    let upper = BigFloat.sum(middle, margin, .up)
    // A side on which the whole valley ends sooner has nothing to show.
    let isRight =
      valley.lower >= lower || function.sample(lower).fall.lower > function.slope.upper
    let isLeft =
      valley.upper <= upper || function.sample(upper).fall.upper < function.slope.lower
    guard isRight && isLeft else { return nil }
    return Bounds(
      lower: max(lower, valley.lower.with(precision: precision)),
      upper: min(upper, valley.upper.with(precision: precision)))
  }
}
