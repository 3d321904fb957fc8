import Rational

extension LossFunction {
  /// Places before and after the turning points, ascending. They come from rough logarithms with a
  /// margin that makes it likely, no more, that the turning points lie between them.
  var turningPoints: [N] {
    let level = Logarithm(turn.lower)
    var roots: [Int] = []
    for term in terms where !term.rate.lower.isZero {
      let root = (level.value - Logarithm(term.rate.lower).value) / layers
      if !roots.contains(root) { roots.append(root) }
    }
    // A 64th of a bit is 1 %.
    let margin = 1 << 10
    return roots.flatMap { [$0 - margin, $0 + margin] }.sorted()
      .map { Logarithm(value: $0).power(like: slope.lower) }
  }

  /// A place near which L t + Σ m_i/(a_i t^L) is least, beyond the minimisers in the convex region;
  /// nil when there is no positive rate.
  var distantPoint: N? {
    var sum = N.zero(precision: precision)
    for term in terms where !term.rate.lower.isZero {
      sum = N.sum(sum, N.quotient(term.weight.lower, term.rate.lower, .down), .down)
    }
    if sum.isZero { return nil }
    return Logarithm(value: Logarithm(sum).value / (layers + 1)).power(like: sum)
  }

  /// The function near a place in the interval where it stops falling, by Newton's method for the
  /// logarithm of Σ h_i' as a function of the logarithm of t, kept inside the interval by halving.
  ///
  /// Nothing is claimed about the point, and its sample is as rigorous as any.
  func stationarySample(from guess: N, between lower: N, and upper: N) -> Sample {
    var (low, high) = (lower, upper)
    var current = sample(guess)
    for _ in 0..<(64 + precision / 4) {
      let fall = current.fall.lower
      let isFalling = fall > slope.lower
      if isFalling { low = current.point } else { high = current.point }
      let gap =
        isFalling
        ? N.difference(fall, slope.lower, .down) : N.difference(slope.lower, fall, .down)
      // Beyond this only rounding is left.
      if gap.isZero || gap.leading.exponent < slope.lower.leading.exponent - precision + 10 {
        return current
      }
      var next = newtonStep(current) ?? low
      if !(low < next && next < high) {
        let isWide = high > low.scaled(byPowerOfTwo: 2)
        next =
          isWide
          ? high.scaled(byPowerOfTwo: -1)
          : N.sum(low, high, .down).scaled(byPowerOfTwo: -1)
        guard low < next, next < high else { return current }
      }
      current = sample(next)
    }
    return current
  }

  /// With F = Σ|h_i'| and k = -d log F / d log t, the next point is t (F/L)^(1/k).
  func newtonStep(_ current: Sample) -> N? {
    let fall = current.fall.lower
    if fall.isZero { return nil }
    let isFalling = fall > slope.lower
    let gap =
      isFalling
      ? N.difference(fall, slope.lower, .down) : N.difference(slope.lower, fall, .down)
    // |h_i'| falls like t to the power 2L/(1+x_i) - (L+1).
    var weighted = N.zero(precision: precision)
    for term in current.terms {
      weighted = N.sum(
        weighted, N.product(term.fall.lower, term.remainder.lower, .down), .down)
    }
    let degree = N(Integer(layers + 1), .down, precision: precision)
    let steepness = N.quotient(
      N.difference(
        N.product(degree, fall, .down),
        N.product(slope.lower, weighted.scaled(byPowerOfTwo: 1), .down), .down), fall, .down)
    if steepness.isZero { return nil }
    let ratio = Logarithm(fall).value - Logarithm(slope.lower).value
    if abs(ratio) > 1 << 15 {
      let (exponent, fraction) = steepness.leading
      // k in units of 2^-16, at least one.
      let k = exponent >= 0 ? (1 << 16 + fraction) << exponent : (1 << 16 + fraction) >> -exponent
      let factor = Logarithm(value: (ratio << 16) / max(1, k)).power(like: fall)
      return N.product(current.point, factor, .down)
    }
    // (F/L)^(1/k) is close to 1 + 2 (F - L) / (k (F + L)).
    let scale = N.product(steepness, N.sum(fall, slope.lower, .down), .down)
    let shift = N.product(
      current.point, N.quotient(gap.scaled(byPowerOfTwo: 1), scale, .down), .down)
    return isFalling
      ? N.sum(current.point, shift, .down) : N.difference(current.point, shift, .down)
  }
}
