import Certificates
import Rational

extension ShapeCertificate {
  /// The certificate of where a shape is below collapse, as far as it is found; nil when it is found
  /// nowhere.
  ///
  /// Floating point guesses where the intervals are and their τ; the kernel has replayed what is
  /// returned. Ends are inside, near to where the losses are equal: at a margin of about a millionth.
  ///
  /// - Precondition: The shape is valid.
  /// - Complexity: O(K) for each of some hundred thousand evaluations, and some replays.
  public static func certificate(of shape: Shape) -> ShapeCertificate? {
    guard (try? shape.validate()) != nil else { return nil }
    return ShapeIntervals(shape).certificate
  }
}

/// The intervals of one shape.
private struct ShapeIntervals {
  private let shape: Shape
  private let loss: ShapeLoss
  /// x from L - 1 on, geometrically.
  private let grid: [Double]
  /// The margin that is asked for.
  private static let least = 1e-6
  private static let greatest = 1e9
  private static let mostIntervals = 40

  init(_ shape: Shape) {
    self.shape = shape
    loss = ShapeLoss(shape)
    var grid: [Double] = []
    var x = Double(shape.layers - 1)
    while x < Self.greatest {
      grid.append(x)
      x *= x < 1e4 ? 1.01 : 1.2
    }
    self.grid = grid
  }

  var certificate: ShapeCertificate? {
    var intervals: [ShapeCertificate.Interval] = []
    var place = 0
    while place < grid.count {
      guard loss.best(grid[place]).margin > Self.least else {
        place += 1
        continue
      }
      var end = place
      while end + 1 < grid.count, loss.best(grid[end + 1]).margin > Self.least { end += 1 }
      intervals += cover(place, end)
      place = end + 1
    }
    let result = ShapeCertificate(shape: shape, intervals: intervals)
    return (try? result.replay()) == nil ? nil : result
  }

  /// Intervals for a run of the grid that reach as far as possible, one after the other.
  private func cover(_ first: Int, _ last: Int) -> [ShapeCertificate.Interval] {
    let isRay = last == grid.count - 1 && loss.inverseTrace < 1 - Self.least
    let end = last + 1 < grid.count ? edge(grid[last], grid[last + 1]) : grid[last]
    var from: Rational
    if first == 0 {
      from = Rational(shape.layers - 1)
    } else {
      let edge = edge(grid[first], grid[first - 1])
      from = Rational.simplest(between: edge, and: edge + (grid[first] - edge) / 4)
    }
    var result: [ShapeCertificate.Interval] = []
    while result.count < Self.mostIntervals {
      let start = Double(from)
      guard start < end, let next = reach(start, end) else { break }
      let goesOn = next.x >= end && isRay
      // The end moves back where the kernel does not see it.
      var back = 0.0
      var found: ShapeCertificate.Interval?
      while found == nil, back < 0.9 {
        let stop = next.x - (next.x - start) * back
        let interval = ShapeCertificate.Interval(
          from: from,
          to: goesOn && back == 0
            ? nil : Rational.simplest(between: stop - (stop - start) * 0.002, and: stop),
          tau: next.tau)
        let candidate = ShapeCertificate(shape: shape, intervals: [interval])
        if (try? candidate.replay()) != nil { found = interval }
        back = back == 0 ? 0.01 : back * 2
      }
      guard let interval = found else { break }
      result.append(interval)
      guard let to = interval.to, Double(to) < end * 0.995 else { break }
      from = to
    }
    return result
  }

  /// The τ by which the losses stay in order longest from x on, with a small denominator, and how far.
  private func reach(_ start: Double, _ end: Double) -> (x: Double, tau: Rational)? {
    let points = [start] + grid.filter { $0 > start && $0 < end } + [end]
    func extent(_ tau: Double) -> Int {
      points.firstIndex { loss.margin($0, tau: tau) <= Self.least / 4 } ?? points.count
    }
    let best = loss.best(start).tau
    // The τ's that are right at the start are an interval around the best one; at the far end it is another.
    let candidates = (-300...300).map { best * (1 + Double($0) / 1000) }.filter { $0 > 0 }
    let extents = candidates.map(extent)
    guard let most = extents.max(), most > 1 else { return nil }
    let middle = extents.indices.filter { extents[$0] == most }
    let (low, high) = (candidates[middle[0]], candidates[middle[middle.count - 1]])
    // A smaller denominator in place of a last percent.
    let near = low == high ? 2e-4 : 0
    let tau = Rational.simplest(between: low * (1 - near), and: high * (1 + near))
    let reached = extent(Double(tau))
    guard reached > 1 else { return nil }
    return (points[reached - 1], tau)
  }

  /// Where the margin ends, between a point where it is there and one where it is not.
  private func edge(_ inside: Double, _ outside: Double) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<40 {
      let middle = (inside + outside) / 2
      if loss.best(middle).margin > Self.least { inside = middle } else { outside = middle }
    }
    return inside
  }
}
