import Rational

/// The least value of the function of one block, enclosed: twice the loss of the block.
struct BlockMinimum: Sendable {
  var lower: Rational
  var upper: Rational
  /// A point where the value is at most `upper`.
  var point: Rational
  /// Zero is a minimiser, and the least value is exactly K₀/K.
  var isZero: Bool
  /// An interval that contains all minimisers and on which the function is convex, if one was found.
  var valley: (lower: BigFloat, upper: BigFloat)?
}

extension LossProblem {
  /// How much of the least value the first enclosure may miss, in bits.
  static let coarseTolerance = 40

  /// Encloses the least value of a block's function.
  ///
  /// Words first; when they do not tell whether zero is a minimiser, or more is asked for, the cells
  /// that may contain minimisers are refined with more precision.
  ///
  /// - Parameter tolerance: In bits; relative to the least value.
  /// - Returns: nil when the precision limit does not suffice.
  func minimum(of block: Construction, tolerance: Int) -> BlockMinimum? {
    let zero = BlockMinimum(zeroOf: block, in: self)
    let fromZero = zeroIsMinimiser(of: block)
    if fromZero == true { return zero }

    let coarse = LossFunction<WordFloat>(block, in: self, precision: 64)
    var minimiser = Minimiser(coarse, tolerance: min(tolerance, Self.coarseTolerance))
    let first = minimiser.minimise(seeksValley: tolerance > Self.coarseTolerance)
    if let first, tolerance <= Self.coarseTolerance || first.isAtZero == true {
      if first.isAtZero == true { return zero }
      if first.isAtZero == false || fromZero == false { return BlockMinimum(first) }
    }

    return fineMinimum(
      of: block, tolerance: tolerance, from: first, zeroIsExcluded: fromZero == false)
  }

  /// Encloses the least value with as much precision as it takes, from what words have found.
  private func fineMinimum(
    of block: Construction, tolerance: Int, from coarse: Enclosure<WordFloat>?,
    zeroIsExcluded: Bool
  ) -> BlockMinimum? {
    var precision = max(96, tolerance + 32)
    var known = coarse.map { Location($0) }
    while precision <= Self.precisionLimit {
      let function = LossFunction<BigFloat>(block, in: self, precision: precision)
      // Whether zero is a minimiser can take more than was asked for.
      let goal = max(tolerance, precision - 48)
      if let next = Self.enclosure(of: function, tolerance: goal, from: known) {
        if next.isAtZero == true { return BlockMinimum(zeroOf: block, in: self) }
        if next.isAtZero == false || zeroIsExcluded { return BlockMinimum(next) }
        // Equal to K₀/K as far as can be seen: after a while, decided by a sign of a polynomial.
        if precision >= 256, isNowhereBelowStart(block) == true {
          return BlockMinimum(zeroOf: block, in: self)
        }
        known = Location(next)
      }
      precision *= 2
    }
    return nil
  }

  /// Where the minimisers are known to be.
  private struct Location {
    let point: BigFloat
    let live: [(lower: BigFloat, upper: BigFloat)]
    let valley: (lower: BigFloat, upper: BigFloat)?

    init(_ enclosure: Enclosure<some RoundedNumber>) {
      point = BigFloat(enclosure.point)
      live = enclosure.live.map { (BigFloat($0.lower), BigFloat($0.upper)) }
      valley = enclosure.valley.map { (BigFloat($0.lower), BigFloat($0.upper)) }
    }
  }

  private static func enclosure(
    of function: LossFunction<BigFloat>, tolerance: Int, from known: Location?
  ) -> Enclosure<BigFloat>? {
    var minimiser = Minimiser(function, tolerance: tolerance)
    let precision = function.precision
    guard let known else { return minimiser.minimise(seeksValley: true) }
    func adapted(
      _ interval: (lower: BigFloat, upper: BigFloat)
    ) -> (lower: BigFloat, upper: BigFloat) {
      (interval.lower.with(precision: precision), interval.upper.with(precision: precision))
    }
    let point = known.point.with(precision: precision)
    if let valley = known.valley {
      return minimiser.minimise(valley: adapted(valley), near: point)
    }
    return minimiser.minimise(live: known.live.map(adapted), near: point)
  }

  /// Whether zero is a minimiser of the function of a block, where a closed form tells.
  ///
  /// With one rate a in place of all a_i, f(t) ≥ f(0) = K₀/K for all t exactly when
  /// K^(L+1) L^(2L) ≥ a K₀^L (L-1)^(L-1): then t = (L-1) K₀/(K L²) is where the difference, divided
  /// by t, is least. f falls as a rate grows, so the greatest eigenvalue gives a sufficient condition
  /// and the least one a necessary condition.
  ///
  /// - Returns: nil when neither condition decides.
  func zeroIsMinimiser(of block: Construction) -> Bool? {
    let values = block.gramSpectrum.map(\.value)
    guard let least = values.min(), let greatest = values.max() else { return nil }
    if isBounded(greatest, block) { return true }
    return isBounded(least, block) ? nil : false
  }

  /// Whether K^(L+1) L^(2L) D Λ ≥ μ K₀^L (L-1)^(L-1), first by bounds, then exactly.
  private func isBounded(_ eigenvalue: Surd, _ block: Construction) -> Bool {
    if eigenvalue.isZero { return true }
    func bounds(_ value: Int) -> Bounds<WordFloat> { Bounds(value, precision: 64) }
    let left =
      bounds(classes).power(layers + 1) * bounds(layers).power(2 * layers)
      * Bounds(regularisation, precision: 64)
      * block.depthFactorBounds(layers: layers, precision: 64)
    let right =
      Bounds(eigenvalue, precision: 64) * bounds(block.classes).power(layers)
      * bounds(layers - 1).power(layers - 1)
    if left.lower >= right.upper { return true }
    if left.upper < right.lower { return false }
    let scale = regularisation / Collapse.threshold(classes: classes, layers: layers)
    return block.depthFactor(layers: layers) * Surd(scale)
      >= eigenvalue * Surd(Integer(block.classes).power(layers))
  }
}

extension BlockMinimum {
  fileprivate init(_ enclosure: Enclosure<some RoundedNumber>) {
    lower = enclosure.lower.rational
    upper = enclosure.upper.rational
    point = enclosure.point.rational
    isZero = false
    valley = enclosure.valley.map { (BigFloat($0.lower), BigFloat($0.upper)) }
  }

  /// The value at zero, K₀/K.
  fileprivate init(zeroOf block: Construction, in problem: LossProblem) {
    let share = Rational(block.classes, problem.classes)
    self.init(lower: share, upper: share, point: 0, isZero: true)
  }
}
