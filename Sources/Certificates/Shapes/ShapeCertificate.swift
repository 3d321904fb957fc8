import Rational

/// A shape, and where its loss is below that of deep neural collapse: for intervals of Λ, the n and
/// the λ's arbitrary, and for every larger number of classes.
///
/// Λ is given by a number x ≥ L - 1. With
///
///     K^(L+1) Λ = x^(L-1)/(1 + x)^(2L)    (1)    twice the least loss of collapse is (1 + (L+1) x)/(1 + x)²
///
/// (`CollapseBound` has the proof; it is attained). The right side of (1) falls strictly from its value at
/// x = L - 1, the critical one, to 0: every Λ up to the critical one, Λ_DNC, has its x, and these are
/// all where the minimiser of collapse is not zero, and Λ_DNC itself.
///
/// **Widths.** Layers that have room for more rows than the shape has are filled with zeros. So d_l at
/// least the rows of the shape are enough, and with further classes one more for each: d_l ≥ K' +
/// `widthExcess` for all l.
///
/// **What an interval [a, b] with τ says:** for each x in it the shape has a smaller loss. *Proof.* By
/// `Shape`, with t = τ x/(1 + x)² it has twice the loss τ L x/(1 + x)² + F(τ^L x): by (1),
/// t^L/(K^(L+1) Λ) = τ^L x. `ShapeFunction.difference` is positive where that is less than twice the
/// loss of collapse. ∎
///
/// **More classes.** The same holds for every K' ≥ K at the same x, that is where K'^(L+1) Λ' is the
/// same number. *Proof.* Put the shape and deep neural collapse for K' - K classes on the diagonal
/// (Definition 8, first way). In the problem with K' classes a block of K classes loses K/K' times what
/// it loses in the problem with K classes and all λ's multiplied by K'/K, whose K^(L+1) Λ is K'^(L+1)
/// Λ'. So K/K' times the shape's loss and 1 - K/K' times that of collapse are together less than the
/// loss of collapse, which depends on that number and L alone. ∎
///
/// **More layers.** If D tr(G⁻¹) < K^(L+1) and some M_l, 2 ≤ l ≤ L, has at most K rows, then for every L' ≥
/// L, every K' ≥ K and every Λ up to Λ_DNC there is a point below collapse. *Proof.* Put W = I after
/// that layer, L' - L times: the features stay, and D is multiplied by at most K for each, so D tr(G⁻¹)
/// < K^(L'+1) again. Then ū = tr(C⁻¹)/K < 1. With u_i = 1/c_i, F(y) = 1/K Σ u_i/(u_i + y) ≤ ū/(ū + y),
/// as u/(u + y) is concave in u. With τ = ū^(1/L') < 1 the loss above is at most τ L' x/(1 + x)² +
/// 1/(1 + x) < (1 + (L'+1) x)/(1 + x)² at every x > 0. ∎
public struct ShapeCertificate: Hashable, Sendable {
  /// The matrices.
  public var shape: Shape
  /// Where the shape is below collapse, in increasing order.
  public var intervals: [Interval]

  /// An interval of x, ends included, and the number that shows it.
  public struct Interval: Hashable, Sendable {
    /// a
    public var from: Rational
    /// b; nil when there is no end.
    public var to: Rational?
    /// τ
    public var tau: Rational

    /// The interval [from, to], or [from, ∞).
    public init(from: Rational, to: Rational?, tau: Rational) {
      (self.from, self.to, self.tau) = (from, to, tau)
    }
  }

  /// The certificate with these parts; nothing is checked.
  public init(shape: Shape, intervals: [Interval]) {
    (self.shape, self.intervals) = (shape, intervals)
  }

  /// A closed interval of x.
  public struct Region: Hashable, Sendable {
    /// Its beginning, the greatest Λ.
    public let from: Rational
    /// Its end, the least Λ; nil where it goes down to 0.
    public let to: Rational?
  }

  /// What a valid certificate proves.
  public struct Summary: Hashable, Sendable {
    /// K: it holds for every number of classes from this one on.
    public let classes: Int
    /// L
    public let layers: Int
    /// With so many more than the number of classes in each layer there is room for it.
    public let widthExcess: Int
    /// Where the shape is below collapse; they do not touch, and come in increasing order of x.
    public let regions: [Region]
    /// D tr(G⁻¹)/K^(L+1), nil when G has no inverse.
    public let inverseTrace: Rational?
    /// Whether some M_l has at most K rows.
    public let isNarrow: Bool
    /// How many numbers H_1 and the weights have.
    public let entries: Int

    /// Whether the shape is below collapse for every Λ where the minimiser of collapse is not zero.
    public var isEverywhere: Bool {
      regions.count == 1 && regions[0].from == Rational(layers - 1) && regions[0].to == nil
    }

    /// Whether the same follows for every number of layers from L on.
    public var isForMoreLayers: Bool { isNarrow && inverseTrace.map { $0 < 1 } ?? false }
  }

  /// Computes D, G and the polynomials, and sees their positivity.
  ///
  /// - Throws: The first rule that is not followed.
  /// - Complexity: O(K⁴) integer operations, and O(K²) for each piece of an interval.
  public func replay() throws(Rejection) -> Summary {
    try shape.validate()
    try validateIntervals()
    let function = ShapeFunction(shape)
    for (index, interval) in intervals.enumerated() {
      guard
        PositiveRule.holds(
          function.difference(interval.tau), from: interval.from, to: interval.to,
          pieces: ShapeLimit.pieces)
      else {
        throw Rejection(
          .below, "interval \(index + 1)",
          expected: "a loss below that of collapse at each x, by τ = \(interval.tau)",
          found: "that it is not, or is not seen in \(ShapeLimit.pieces) pieces")
      }
    }
    return Summary(
      classes: shape.classes, layers: shape.layers, widthExcess: shape.widthExcess,
      regions: regions,
      inverseTrace: function.inverseTrace, isNarrow: shape.leastWidth <= shape.classes,
      entries: shape.entries)
  }

  private func validateIntervals() throws(Rejection) {
    guard !intervals.isEmpty else {
      throw Rejection(.shape, "the intervals", expected: "at least one", found: "none")
    }
    var least: Rational? = Rational(shape.layers - 1)
    for (index, interval) in intervals.enumerated() {
      let place = "interval \(index + 1)"
      guard let bound = least, interval.from >= bound else {
        throw Rejection(
          .statement, place,
          expected: index == 0
            ? "a beginning at L - 1 = \(shape.layers - 1) or later"
            : "a beginning at the end of the one before, or later",
          found: "\(interval.from)")
      }
      guard interval.to.map({ interval.from < $0 }) ?? true else {
        throw Rejection(
          .statement, place, expected: "an end beyond \(interval.from)",
          found: "\(interval.to ?? 0)")
      }
      guard interval.tau.sign > 0 else {
        throw Rejection(.statement, place, expected: "τ > 0", found: "\(interval.tau)")
      }
      let numbers = [interval.from, interval.to ?? 0, interval.tau]
      let bits = numbers.reduce(0) { max($0, $1.numerator.bitLength, $1.denominator.bitLength) }
      let limit = max(64, ShapeLimit.bits / (shape.classes * shape.layers))
      guard bits <= limit else {
        throw Rejection(.limit, place, expected: "at most \(limit) bits", found: "\(bits)")
      }
      least = interval.to
    }
  }

  /// The intervals, those that touch put together.
  private var regions: [Region] {
    var result: [Region] = []
    for interval in intervals {
      if let last = result.last, last.to == interval.from {
        result[result.count - 1] = Region(from: last.from, to: interval.to)
      } else {
        result.append(Region(from: interval.from, to: interval.to))
      }
    }
    return result
  }

  /// Λ/Λ_DNC at x: x^(L-1)/(1 + x)^(2L) · L^(2L)/(L-1)^(L-1), from 1 at x = L - 1 down to 0.
  public static func partOfCritical(_ x: Rational, layers: Int) -> Rational {
    (x / Rational(layers - 1)).power(layers - 1)
      * (Rational(layers) / (1 + x)).power(2 * layers)
  }
}
