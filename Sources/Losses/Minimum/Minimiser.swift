import Rational

/// What is known about the least value of the function of a block.
struct Enclosure<N: RoundedNumber>: Sendable {
  /// Bounds of the least value.
  var lower: N
  var upper: N
  /// A point where the value is at most `upper`.
  var point: N
  /// Whether the least value is f(0), exactly; nil when the precision leaves that open.
  var isAtZero: Bool?
  /// Intervals that contain all minimisers, ascending.
  var live: [(lower: N, upper: N)]
  /// An interval that contains all minimisers and on which the function is convex, if that is so.
  var valley: (lower: N, upper: N)?
}

/// Certified minimisation of the function of a block.
///
/// [0, ∞) is cut into cells, on each of which a linear function bounds f from below
/// (`LossFunction.floor`). A cell whose bound is not below the least value found so far, but for the
/// tolerance, is done; others are halved. Near a minimum the error of the bound is quadratic in the
/// width, so halving gains two bits each time. Where f is convex, Newton's method gives an end with
/// a horizontal tangent at once.
struct Minimiser<N: RoundedNumber> {
  private typealias Sample = LossFunction<N>.Sample

  private let function: LossFunction<N>
  /// The bound of a cell may be below the least value found by this part of it.
  private let tolerance: N
  private var best: (value: N, point: N)
  private var leaves: [Leaf] = []
  /// f is f(0) at the start of the first cell and greater in the rest of it.
  private var hasLeafAtZero = false

  /// A cell that is done.
  private struct Leaf {
    let floor: N
    let lower: N
    let upper: N
  }

  /// - Parameter tolerance: In bits; relative to the least value.
  init(_ function: LossFunction<N>, tolerance: Int) {
    self.function = function
    let one = N(Integer(1), .down, precision: function.precision)
    self.tolerance = N.difference(one, one.scaled(byPowerOfTwo: -tolerance), .down)
    best = (function.start.upper, .zero(precision: function.precision))
  }

  /// The most cells that are looked at.
  private static var cellLimit: Int { 20_000 }

  /// Encloses the least value, from scratch.
  ///
  /// - Parameter seeksValley: Whether the valley is wanted as well.
  /// - Returns: nil when the precision does not suffice.
  mutating func minimise(seeksValley: Bool) -> Enclosure<N>? {
    let zero = function.sample(.zero(precision: function.precision))
    var samples = [zero] + function.turningPoints.map { function.sample($0) }
    let last = samples[samples.count - 1]
    if last.isConvexAfter, last.fall.lower > function.slope.upper,
      let distant = function.distantPoint, distant > last.point
    {
      samples.append(
        function.stationarySample(
          from: distant, between: last.point, and: distant.scaled(byPowerOfTwo: 4)))
    }
    for sample in samples { improve(sample) }
    // Beyond this the linear term alone is above the least value found.
    let end = N.quotient(best.value, function.slope.lower, .up)
    samples.removeAll { $0.point >= end }
    samples.append(function.sample(end))
    return run(
      zip(samples, samples.dropFirst()).filter { $0.point < $1.point }, seeksValley: seeksValley)
  }

  /// Encloses the least value more finely.
  ///
  /// - Parameters:
  ///   - live: Intervals that contain all minimisers.
  ///   - guess: A point near a minimiser.
  mutating func minimise(live: [(lower: N, upper: N)], near guess: N) -> Enclosure<N>? {
    var cells = live
    if let left = live.first(where: { $0.upper == guess }),
      let right = live.first(where: { $0.lower == guess })
    {
      // The cells on both sides of the guess meet at a better one.
      let middle = function.stationarySample(from: guess, between: left.lower, and: right.upper)
      improve(middle)
      if left.lower < middle.point, middle.point < right.upper {
        cells = live.map {
          (
            lower: $0.lower == guess ? middle.point : $0.lower,
            upper: $0.upper == guess ? middle.point : $0.upper
          )
        }
      }
    }
    return run(
      cells.map { (function.sample($0.lower), function.sample($0.upper)) }, seeksValley: true)
  }

  /// Encloses the least value more finely where the function is convex.
  ///
  /// It lies above its tangents, so a point with a small slope gives a lower bound; Newton's method
  /// finds one.
  ///
  /// - Parameters:
  ///   - valley: An interval that contains all minimisers and on which the function is convex.
  ///   - guess: A point of it.
  func minimise(valley: (lower: N, upper: N), near guess: N) -> Enclosure<N>? {
    var point = guess
    // Newton's method doubles the digits.
    for _ in 0..<Int.bitWidth {
      let sample = function.sample(point)
      let (fall, slope) = (sample.fall, function.slope)
      let steepness = max(
        N.difference(slope.upper, fall.lower, .up), N.difference(fall.upper, slope.lower, .up))
      let reach = max(
        N.difference(point, valley.lower, .up), N.difference(valley.upper, point, .up))
      let floor = N.difference(sample.value.lower, N.product(steepness, reach, .up), .down)
      if floor >= N.product(sample.value.upper, tolerance, .down) {
        let isBelow = sample.value.upper < function.start.lower
        return Enclosure(
          lower: floor, upper: sample.value.upper, point: point, isAtZero: isBelow ? false : nil,
          live: [valley], valley: valley)
      }
      guard let next = function.newtonStep(sample), valley.lower < next, next < valley.upper,
        next != point
      else { return nil }
      point = next
    }
    return nil
  }

  private mutating func improve(_ sample: Sample) {
    if sample.value.upper < best.value { best = (sample.value.upper, sample.point) }
  }

  private mutating func run(
    _ cells: [(Sample, Sample)], seeksValley: Bool
  ) -> Enclosure<N>? {
    for (p, q) in cells {
      improve(p)
      improve(q)
    }
    var pending = Array(cells.reversed())
    var budget = Self.cellLimit
    while let (p, q) = pending.popLast() {
      budget -= 1
      guard budget > 0 else { return nil }
      if isDone(p, q) { continue }
      let middle = Self.middle(p.point, q.point)
      guard p.point < middle, middle < q.point else { return nil }
      let m = function.sample(middle)
      // A sample that is not known to the tolerance itself will not do.
      guard N.product(m.value.upper, tolerance, .down) <= m.value.lower else { return nil }
      improve(m)
      pending.append((m, q))
      pending.append((p, m))
    }
    return enclosure(seeksValley: seeksValley)
  }

  /// Whether the cell needs no further cutting.
  private mutating func isDone(_ p: Sample, _ q: Sample) -> Bool {
    if p.point.isZero, q.isConcaveBefore {
      // The least value is at one of the ends.
      if q.value.lower >= function.start.upper {
        hasLeafAtZero = true
        leaves.append(Leaf(floor: function.start.lower, lower: p.point, upper: q.point))
        return true
      }
    }
    let floor = function.floor(p, q)
    guard floor >= N.product(best.value, tolerance, .down) else { return false }
    leaves.append(Leaf(floor: floor, lower: p.point, upper: q.point))
    return true
  }

  /// Half way; near the geometric mean when the ends differ by orders of magnitude.
  private static func middle(_ p: N, _ q: N) -> N {
    if p.isZero { return q.scaled(byPowerOfTwo: -2) }
    let gap = q.leading.exponent - p.leading.exponent
    return gap > 2
      ? q.scaled(byPowerOfTwo: -gap / 2) : N.sum(p, q, .down).scaled(byPowerOfTwo: -1)
  }

  private func enclosure(seeksValley: Bool) -> Enclosure<N> {
    let start = function.start
    let live = leaves.filter { $0.floor <= best.value }
    var lowest = best.value
    for leaf in live { lowest = min(lowest, leaf.floor) }
    var isAtZero: Bool?
    if best.value < start.lower {
      isAtZero = false
    } else if hasLeafAtZero,
      leaves.allSatisfy({ $0.lower.isZero || $0.floor >= start.upper })
    {
      isAtZero = true
    }
    return Enclosure(
      lower: lowest, upper: best.value, point: best.point, isAtZero: isAtZero,
      live: live.map { ($0.lower, $0.upper) }, valley: seeksValley ? valley(live) : nil)
  }

  /// From the first to the last live cell, where f is convex, or less when the sign of the derivative
  /// close to the best point shows that the minimiser is near.
  private func valley(_ live: [Leaf]) -> (lower: N, upper: N)? {
    guard let first = live.first, let last = live.last,
      function.isConvex(from: first.lower, to: last.upper)
    else { return nil }
    var (lower, upper) = (first.lower, last.upper)
    // The slope at the point is zero to almost all bits; with half of them the sign is clear.
    let margin = best.point.scaled(byPowerOfTwo: -function.precision * 3 / 8)
    let before = function.sample(N.difference(best.point, margin, .down))
    if lower < before.point, before.fall.lower > function.slope.upper { lower = before.point }
    let after = function.sample(N.sum(best.point, margin, .up))
    if after.point < upper, after.fall.upper < function.slope.lower { upper = after.point }
    return (lower, upper)
  }
}
