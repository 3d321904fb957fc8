import Rational

/// Twice the loss of one block of classes in a problem, as a function of the balanced term t.
///
///     f(t) = L t + Σ_i m_i / (K + a_i t^L),    a_i = μ_i / (D Λ),   t ≥ 0
///
/// All numbers are bounds, and so are all values. With h_i the i-th fraction and x_i = a_i t^L / K,
/// the second derivative of h_i has the sign of (L+1) x_i - (L-1): h_i is concave up to its turning
/// point and convex from there on.
struct LossFunction<N: RoundedNumber>: Sendable {
  let layers: Int
  let precision: Int
  /// f(0) = K₀/K
  let start: Bounds<N>
  /// K and L
  let classes: Bounds<N>
  let slope: Bounds<N>
  /// (L-1) K / (L+1), the value of a_i t^L at the turning point
  let turn: Bounds<N>
  var terms: [(weight: Bounds<N>, rate: Bounds<N>)]

  init(_ block: Construction, in problem: LossProblem, precision: Int) {
    let (total, layers) = (problem.classes, problem.layers)
    self.layers = layers
    self.precision = precision
    start = Bounds(Rational(block.classes, total), precision: precision)
    classes = Bounds(total, precision: precision)
    slope = Bounds(layers, precision: precision)
    turn = Bounds(
      Rational(Integer(layers - 1) * Integer(total), Integer(layers + 1)), precision: precision)
    let scale =
      block.depthFactorBounds(layers: layers, precision: precision)
      * Bounds<N>(problem.regularisation, precision: precision)
    terms = block.gramSpectrum.map {
      (
        Bounds($0.multiplicity, precision: precision),
        $0.value.isZero
          ? Bounds(exact: .zero(precision: precision))
          : Bounds($0.value, precision: precision) / scale
      )
    }
  }

  /// Where a point lies in relation to the turning point of a term.
  enum Side {
    case before
    case after
    case unknown
    /// The rate is zero and the fraction constant.
    case constant
  }

  /// One fraction at one point.
  struct Term {
    let height: Bounds<N>
    /// -h_i', which is not negative
    let fall: Bounds<N>
    /// K/(K + a_i t^L) = 1/(1 + x_i)
    let remainder: Bounds<N>
    let side: Side
  }

  /// The function at one point.
  struct Sample {
    let point: N
    let value: Bounds<N>
    /// -Σ h_i'; the derivative is L minus this.
    let fall: Bounds<N>
    let terms: [Term]

    /// All terms, and so f, are convex from here on.
    var isConvexAfter: Bool {
      terms.allSatisfy { $0.side == .after || $0.side == .constant }
    }
    /// All terms, and so f, are concave up to here.
    var isConcaveBefore: Bool {
      terms.allSatisfy { $0.side == .before || $0.side == .constant }
    }
  }

  func sample(_ point: N) -> Sample {
    let t = Bounds(exact: point)
    let lower = t.power(layers - 1)
    let full = lower * t
    var value = slope * t
    var fall = Bounds<N>(exact: .zero(precision: precision))
    var samples: [Term] = []
    samples.reserveCapacity(terms.count)
    for (weight, rate) in terms {
      let growth = rate * full
      let sum = classes + growth
      let height = weight / sum
      let remainder = classes / sum
      let decline = height * (rate * lower) / sum * slope
      let side: Side =
        rate.upper.isZero
        ? .constant
        : growth.upper <= turn.lower ? .before : growth.lower >= turn.upper ? .after : .unknown
      value = value + height
      fall = fall + decline
      samples.append(Term(height: height, fall: decline, remainder: remainder, side: side))
    }
    return Sample(point: point, value: value, fall: fall, terms: samples)
  }

  /// A lower bound of f on [p, q]: the smaller end value of a linear function below f.
  ///
  /// A concave fraction lies above its chord and a convex one above its tangent at `contact`, one of
  /// the ends; any fraction is at least its value at q, since it falls. L t is linear itself.
  func floor(_ p: Sample, _ q: Sample, contact: Sample) -> N {
    var atLower = N.product(slope.lower, p.point, .down)
    var atUpper = N.product(slope.lower, q.point, .down)
    // How far the tangents fall until q.
    var drop = N.zero(precision: precision)
    let before = N.difference(contact.point, p.point, .down)
    let after = N.difference(q.point, contact.point, .up)
    for index in terms.indices {
      let (a, b) = (p.terms[index], q.terms[index])
      if b.side == .before || b.side == .constant {
        atLower = N.sum(atLower, a.height.lower, .down)
        atUpper = N.sum(atUpper, b.height.lower, .down)
      } else if a.side == .after {
        let c = contact.terms[index]
        let rise = N.product(c.fall.lower, before, .down)
        atLower = N.sum(N.sum(atLower, c.height.lower, .down), rise, .down)
        atUpper = N.sum(atUpper, c.height.lower, .down)
        drop = N.sum(drop, N.product(c.fall.upper, after, .up), .up)
      } else {
        atLower = N.sum(atLower, b.height.lower, .down)
        atUpper = N.sum(atUpper, b.height.lower, .down)
      }
    }
    return min(atLower, N.difference(atUpper, drop, .down))
  }

  /// Whether the second derivative is seen not to be negative on [p, q].
  ///
  /// h_i'' is a positive factor, the same for all i, times m_i a_i ((L+1) a_i t^L - (L-1) K)/(K + a_i t^L)³.
  /// Near a minimum some fractions can be concave while f is convex.
  func isConvex(from p: N, to q: N) -> Bool {
    let power = Bounds(lower: p, upper: q).power(layers)
    var (rise, drop) = (N.zero(precision: precision), N.zero(precision: precision))
    for (weight, rate) in terms {
      let growth = rate * power
      let factor = weight * rate / (classes + growth).power(3)
      if growth.lower >= turn.upper {
        let above = N.difference(growth.lower, turn.upper, .down)
        rise = N.sum(rise, N.product(factor.lower, above, .down), .down)
      } else {
        let below = N.difference(turn.upper, growth.lower, .up)
        drop = N.sum(drop, N.product(factor.upper, below, .up), .up)
      }
    }
    return rise >= drop
  }

  /// The better of the bounds with tangents at either end.
  func floor(_ p: Sample, _ q: Sample) -> N {
    max(floor(p, q, contact: p), floor(p, q, contact: q))
  }
}

extension Construction {
  /// Bounds of D = ν² ρ^(L-3) κ.
  func depthFactorBounds<N: RoundedNumber>(layers: Int, precision: Int) -> Bounds<N> {
    let norm = Bounds<N>(nuclearNorm, precision: precision)
    if layers == 2 { return norm * norm }
    let rest = norm * norm * Bounds(lastLayerNorm, precision: precision)
    return layers == 3 ? rest : rest * Bounds(rank, precision: precision).power(layers - 3)
  }
}
