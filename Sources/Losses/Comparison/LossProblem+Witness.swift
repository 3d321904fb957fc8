import Rational

extension LossProblem {
  /// A short witness of a strict order, for people to look at: t for each block of the smaller side
  /// with `2·loss(t) < v`, while the other side is above v for all t ≥ 0.
  ///
  /// `LossProblem.certificate` has the proof of both parts as well.
  public struct Witness: Hashable, Sendable {
    /// A t for each block of the smaller side.
    public let points: [Rational]
    /// v
    public let value: Rational
  }

  /// The witness for a result of `compare`; nil for a tie.
  ///
  /// Each t is a simple fraction, found by going to both sides of the minimiser as far as the
  /// function stays low enough, and v is one between the two losses. The further the losses are
  /// apart, the fewer digits there are.
  public func certificate(
    for found: (order: LossOrder, left: MinimalLoss, right: MinimalLoss)
  ) -> Witness? {
    switch found.order {
    case .equal: return nil
    case .less: return witness(smaller: found.left, larger: found.right)
    case .greater: return witness(smaller: found.right, larger: found.left)
    }
  }

  func witness(smaller: MinimalLoss, larger: MinimalLoss) -> Witness {
    // Strictly between the two enclosures, and not too close to the smaller one.
    let (low, high) = (2 * smaller.upper, 2 * larger.lower)
    let gap = high - low
    let value = Rational.simplest(
      between: low + gap * Rational(1, 4), and: high - gap * Rational(1, 16))
    // Enough bits for the rounding errors of t^L to be far below the gap.
    let precision = (value / gap).ceiling.bitLength + layers.bitWidth - layers.leadingZeroBitCount
    let points =
      precision <= 32
      ? shortPoints(smaller, below: value, WordFloat.self, precision: 64)
      : shortPoints(smaller, below: value, BigFloat.self, precision: precision + 32)
    return Witness(points: points ?? smaller.points, value: value)
  }

  /// Simple fractions near the points, at which the sum over the blocks is below `value` as well;
  /// nil when the precision does not suffice.
  private func shortPoints<N: RoundedNumber>(
    _ loss: MinimalLoss, below value: Rational, _: N.Type, precision: Int
  ) -> [Rational]? {
    let functions = loss.blocks.map { LossFunction<N>($0, in: self, precision: precision) }
    // Half the bits of a minimiser are enough, as the function is flat there.
    let points = loss.points.map {
      N($0, .down, precision: precision).shortened(to: precision / 2, .down).rational
    }
    let heights = zip(functions, points).map { function, point in
      function.value(at: Bounds(point, precision: precision)).upper
    }
    let sum = heights.reduce(N.zero(precision: precision)) { N.sum($0, $1, .up) }
    let slack = N.difference(N(value, .down, precision: precision), sum, .down)
    guard !slack.isZero else { return nil }
    // Each block may rise by an equal part.
    let parts = N(Integer(functions.count), .up, precision: precision)
    let part = N.quotient(slack, parts, .down)
    return functions.indices.map {
      functions[$0].simplePoint(near: points[$0], below: N.sum(heights[$0], part, .down))
    }
  }
}

extension LossFunction {
  /// Bounds of f(t) for a t that is known by bounds.
  func value(at t: Bounds<N>) -> Bounds<N> {
    let power = t.power(layers)
    return terms.reduce(slope * t) { $0 + $1.weight / (classes + $1.rate * power) }
  }

  /// A fraction with a small denominator near a point where f is below `limit`, with f below it
  /// there as well.
  fileprivate func simplePoint(near point: Rational, below limit: N) -> Rational {
    func isBelow(_ t: Rational) -> Bool {
      value(at: Bounds(t, precision: precision)).upper < limit
    }
    if point.isZero { return point }
    var left = reach(point, isBelow) { point - $0 }
    var right = reach(point, isBelow) { point + $0 }
    // f need not stay below between the two ends: then nearer ends are tried.
    for _ in 0..<precision {
      let simple = Rational.simplest(between: point - left, and: point + right)
      if isBelow(simple) { return simple }
      left *= Rational(1, 2)
      right *= Rational(1, 2)
    }
    return point
  }

  /// A distance from the point, at most the point itself and nearly as large as the condition
  /// allows; zero when there is no room that the precision can tell.
  private func reach(
    _ point: Rational, _ holds: (Rational) -> Bool, _ moved: (Rational) -> Rational
  ) -> Rational {
    let half = Rational(1, 2)
    var distance = point
    for halvings in 0..<precision {
      if holds(moved(distance)) {
        var step = distance
        for _ in 0..<(halvings == 0 ? 0 : 5) {
          step *= half
          if holds(moved(distance + step)) { distance += step }
        }
        return distance
      }
      distance *= half
    }
    return 0
  }
}
