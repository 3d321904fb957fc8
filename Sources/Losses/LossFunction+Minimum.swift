import Rational

/// What is known about the least value of a loss function.
struct MinimumEnclosure: Sendable {
  /// Bounds of the least value.
  var lower: Rational
  var upper: Rational
  /// A point where the value is at most `upper`.
  var point: Rational
  /// The least value is exactly f(0) = 1: everywhere else the value is above 1.
  var isAtZero: Bool
}

/// Certified minimisation by bounds on cells.
///
/// With x_i = b_i σ^L, the derivative is `A - Σ w_i h_i`, h_i = L x_i / (σ (1 + x_i)²). As a
/// function of σ each h_i rises until x_i = (L-1)/(L+1) and falls from there on, so its range on a
/// cell follows from the ends. On a cell where the derivative has one sign the least value is at an
/// end; where all h_i fall, f is convex and lies above its tangent; other cells are halved.
struct Minimiser {
  private let function: LossFunction
  private let arithmetic: FixedPoint
  private let slope: Bounds
  private let terms: [(rate: Bounds, weight: Bounds)]
  /// (L-1)/(L+1)
  private let crest: Bounds

  /// The value and the derivative's terms at one point.
  private struct Sample {
    let point: Integer
    var value: Bounds
    /// h_i w_i and x_i
    let slopes: [Bounds]
    let positions: [Bounds]
  }

  init(_ function: LossFunction, bits: Int) {
    self.function = function
    arithmetic = FixedPoint(bits: bits)
    slope = arithmetic.bounds(function.slope)
    terms = function.terms.map { [arithmetic] in
      (arithmetic.bounds($0.rate), arithmetic.bounds($0.weight))
    }
    crest = arithmetic.bounds(Rational(function.layers - 1, function.layers + 1))
  }

  private func sample(_ point: Integer) -> Sample {
    let a = arithmetic
    let exact = Bounds(lower: point, upper: point)
    let one = Bounds(lower: a.unit, upper: a.unit)
    let lower = a.power(exact, function.layers - 1)
    let full = a.product(lower, exact)
    var value = a.product(slope, exact)
    var slopes: [Bounds] = []
    var positions: [Bounds] = []
    let degree = Integer(function.layers)
    for term in terms {
      let position = a.product(term.rate, full)
      let inverse = a.quotient(one, one + position)
      value = value + a.product(term.weight, inverse)
      let rising = a.product(a.product(term.rate, lower), a.product(inverse, inverse))
      let weighted = a.product(term.weight, rising)
      slopes.append(Bounds(lower: weighted.lower * degree, upper: weighted.upper * degree))
      positions.append(position)
    }
    return Sample(point: point, value: value, slopes: slopes, positions: positions)
  }

  /// Bounds of the derivative on a cell, and whether every h_i falls there.
  private func derivative(_ p: Sample, _ q: Sample) -> (range: Bounds, isConvex: Bool) {
    var sum = Bounds(lower: 0, upper: 0)
    var isConvex = true
    for index in terms.indices {
      // An eigenvalue 0 adds a constant: no slope, and convex.
      if terms[index].rate.upper.isZero { continue }
      let (left, right) = (p.slopes[index], q.slopes[index])
      if p.positions[index].lower >= crest.upper {
        sum = sum + Bounds(lower: right.lower, upper: left.upper)
        continue
      }
      isConvex = false
      if q.positions[index].upper <= crest.lower {
        sum = sum + Bounds(lower: left.lower, upper: right.upper)
      } else {
        sum = sum + Bounds(lower: min(left.lower, right.lower), upper: top(index, p, q))
      }
    }
    return (slope - sum, isConvex)
  }

  /// An upper bound of w_i h_i on the cell.
  ///
  /// At its crest x = (L-1)/(L+1), where L x/(1+x)² = (L²-1)/(4L), and σ is at least the left end. On
  /// a cell that starts at 0 it is at most L w_i b_i σ^(L-1) at the right end.
  private func top(_ index: Int, _ p: Sample, _ q: Sample) -> Integer {
    let layers = Integer(function.layers)
    let numerator = (layers * layers - 1) * terms[index].weight.upper
    guard p.point > 0 else {
      let full = arithmetic.power(Bounds(lower: q.point, upper: q.point), function.layers - 1)
      let product = arithmetic.product(terms[index].rate, full)
      return arithmetic.product(terms[index].weight, product).upper * layers
    }
    return ((numerator << arithmetic.bits).floorDivided(by: 4 * layers * p.point)) + 1
  }

  /// Encloses the least value.
  ///
  /// A cell is dropped when a bound of its values is above a value that was met; what is left over
  /// contains every minimiser. When that is only a cell on which f rises from 0, the least value is
  /// f(0) = 1, exactly.
  ///
  /// - Parameter width: The enclosure is at most this wide.
  /// - Returns: nil when the precision does not suffice.
  func minimum(width: Rational) -> MinimumEnclosure? {
    let tolerance = arithmetic.bounds(width).lower
    var start = sample(0)
    start.value = Bounds(lower: arithmetic.unit, upper: arithmetic.unit)
    // Beyond 1/A the linear term alone is above f(0).
    var cells = [(start, sample(arithmetic.bounds(function.slope.inverse).upper + 1))]
    var best = start
    var leaves: [(lower: Integer, isAtZero: Bool)] = []
    var budget = Self.cellLimit
    while let (p, q) = cells.popLast() {
      budget -= 1
      guard budget > 0 else { return nil }
      if q.value.upper < best.value.upper { best = q }
      let rise = arithmetic.product(slope, Bounds(lower: 0, upper: q.point - p.point)).upper
      if q.value.lower - rise > best.value.upper { continue }
      let (range, isConvex) = derivative(p, q)
      if range.lower >= 0 {
        leaves.append((p.value.lower, p.point.isZero))
        continue
      }
      if range.upper <= 0 {
        leaves.append((q.value.lower, false))
        continue
      }
      if isConvex {
        let (m, floor) = bottom(p, q, tolerance)
        if m.value.upper < best.value.upper { best = m }
        if floor > best.value.upper { continue }
        if m.value.upper - floor <= tolerance {
          leaves.append((floor, false))
          continue
        }
      }
      let middle = Self.split(p.point, q.point)
      guard middle > p.point, middle < q.point else { return nil }
      let m = sample(middle)
      cells.append((m, q))
      cells.append((p, m))
    }
    leaves.removeAll { $0.lower > best.value.upper }
    let isAtZero = leaves.allSatisfy(\.isAtZero)
    let lower = leaves.reduce(best.value.upper) { min($0, $1.lower) }
    guard isAtZero || best.value.upper - lower <= tolerance else { return nil }
    return MinimumEnclosure(
      lower: isAtZero ? 1 : arithmetic.rational(lower),
      upper: isAtZero ? 1 : arithmetic.rational(best.value.upper),
      point: isAtZero ? 0 : arithmetic.rational(best.point), isAtZero: isAtZero)
  }

  /// The most cells that are looked at.
  private static let cellLimit = 4_000

  /// Where to cut a cell: near the geometric mean when the ends differ by orders of magnitude.
  private static func split(_ p: Integer, _ q: Integer) -> Integer {
    let gap = q.bitWidth - max(p, 1).bitWidth
    return gap > 2 ? q >> (gap / 2) : (p + q) >> 1
  }

  /// A point of a convex cell where the derivative is nearly zero, and a bound of the values on the
  /// cell: f lies above its tangent.
  private func bottom(
    _ p: Sample, _ q: Sample, _ tolerance: Integer
  ) -> (sample: Sample, floor: Integer) {
    var (low, high) = (p.point, q.point)
    while true {
      let m = sample((low + high) >> 1)
      let (range, _) = derivative(m, m)
      // Over the whole cell the tangent falls below f(m) by at most the slope times the distance.
      let size = max(range.upper.magnitude, range.lower.magnitude)
      let reach = max(m.point - p.point, q.point - m.point)
      let drop = arithmetic.product(
        Bounds(lower: 0, upper: size), Bounds(lower: 0, upper: reach)
      ).upper
      let floor = m.value.lower - drop
      if m.value.upper - floor <= tolerance || high - low <= 1 { return (m, floor) }
      if range.lower >= 0 {
        high = m.point
      } else if range.upper <= 0 {
        low = m.point
      } else {
        return (m, floor)
      }
    }
  }
}
