import Rational

/// The function of a block with rational rates a_i, which bounds that of the block from below.
///
/// With h_i(t) = m_i/(K + a_i t^L): the second derivative of h_i has the sign of
/// (L+1) a_i t^L - (L-1) K. So h_i is concave up to a certain t and convex from there on; a constant
/// h_i, with the rate 0, is both everywhere.
private struct Terms {
  let classes: Rational
  let layers: Int
  let weights: [Rational]
  let rates: [Rational]

  /// The numbers h_i(t), h_i'(t), and the sides of the turning points that t is on.
  struct Values {
    let t: Rational
    let heights: [Rational]
    /// h_i'(t) from the turning point on, where it is used; zero before.
    let slopes: [Rational]
    /// (L+1) a_i t^L ≤ (L-1) K
    let isBeforeTurn: [Bool]
    /// (L+1) a_i t^L ≥ (L-1) K, or a_i = 0
    let isAfterTurn: [Bool]
  }

  func values(at t: Rational) -> Values {
    // L ≥ 2, so t^(L-1) vanishes at 0.
    let lower = t.power(layers - 1)
    let power = lower * t
    var heights: [Rational] = []
    var slopes: [Rational] = []
    var (before, after): ([Bool], [Bool]) = ([], [])
    for (weight, rate) in zip(weights, rates) {
      let growth = rate * power
      let inverse = (classes + growth).inverse
      let height = weight * inverse
      heights.append(height)
      let (left, right) = (Rational(layers + 1) * growth, Rational(layers - 1) * classes)
      before.append(left <= right)
      after.append(left >= right || rate.isZero)
      slopes.append(
        left < right ? 0 : -(height * inverse * rate * lower * Rational(layers)))
    }
    return Values(
      t: t, heights: heights, slopes: slopes, isBeforeTurn: before, isAfterTurn: after)
  }

  /// A bound of f on [p, q]: the smaller end value of a linear function below f.
  ///
  /// A concave h_i lies above its chord and a convex one above its tangent at `contact`, one of the
  /// ends; any h_i is at least h_i(q), since it falls. L t is linear itself.
  func bound(_ p: Values, _ q: Values, contact: Values) -> Rational {
    var atLower = Rational(layers) * p.t
    var atUpper = Rational(layers) * q.t
    for index in rates.indices {
      if q.isBeforeTurn[index] {
        atLower += p.heights[index]
        atUpper += q.heights[index]
      } else if p.isAfterTurn[index] {
        let (height, slope) = (contact.heights[index], contact.slopes[index])
        atLower += height + slope * (p.t - contact.t)
        atUpper += height + slope * (q.t - contact.t)
      } else {
        atLower += q.heights[index]
        atUpper += q.heights[index]
      }
    }
    return min(atLower, atUpper)
  }

  /// A bound of f on [p, ∞): f(p) where f is convex and does not fall any more; otherwise L p.
  func bound(from p: Values) -> Rational {
    let linear = Rational(layers) * p.t
    let slope = p.slopes.reduce(Rational(layers), +)
    guard p.isAfterTurn.allSatisfy({ $0 }), slope.sign >= 0 else { return linear }
    return p.heights.reduce(linear, +)
  }
}

/// The function of a block is at least `bound.value` for all t ≥ 0.
///
/// - Returns: The number of cells.
func checkAbove(
  _ bound: LossWitness.LowerBound, _ block: LossStatement.Block, _ place: String,
  of statement: LossStatement
) throws(Rejection) -> Int {
  guard bound.cuts.count <= Limit.points else {
    throw Rejection(
      .limit, place, expected: "at most \(Limit.points) cuts", found: "\(bound.cuts.count)")
  }
  let function = BlockFunction(block, of: statement)
  // Fractions with the same rate are one.
  var merged: [(rate: Rational, weight: Int)] = []
  for (rate, entry) in zip(try checkedRates(bound.rates, for: function, place), block.eigenvalues) {
    if let index = merged.firstIndex(where: { $0.rate == rate }) {
      merged[index].weight += entry.multiplicity
    } else {
      merged.append((rate, entry.multiplicity))
    }
  }
  let terms = Terms(
    classes: Rational(statement.classes), layers: statement.layers,
    weights: merged.map { Rational($0.weight) }, rates: merged.map(\.rate))

  func require(_ value: Rational, _ cell: Int) throws(Rejection) {
    guard value >= bound.value else {
      throw Rejection(
        .above, "\(place), cell \(cell)",
        expected: "a bound of at least \(bound.value)",
        found: value.decimal(digits: 12))
    }
  }

  var p = terms.values(at: 0)
  for (index, cut) in bound.cuts.enumerated() {
    guard cut > p.t else {
      throw Rejection(
        .shape, "\(place), cell \(index + 1)", expected: "an end above \(p.t)", found: "\(cut)")
    }
    try checkPower(cut, statement.layers, "\(place), cell \(index + 1)")
    let q = terms.values(at: cut)
    // A tangent at either end will do.
    let first = terms.bound(p, q, contact: q)
    try require(
      first >= bound.value ? first : max(first, terms.bound(p, q, contact: p)), index + 1)
    p = q
  }
  try require(terms.bound(from: p), bound.cuts.count + 1)
  return bound.cuts.count + 1
}
