import Rational

extension LossProblem {
  /// The minimal loss of a block-diagonal construction, with the minimiser and the parts.
  ///
  /// - Parameters:
  ///   - blocks: The constructions on the diagonal; their classes add up to those of the problem.
  ///   - digits: How many significant digits all numbers have at least, as a rule.
  /// - Returns: nil when the precision limit does not suffice.
  public func solution(of blocks: [Construction], digits: Int) -> LossSolution? {
    guard let minimal = minimalLoss(of: blocks, digits: digits) else { return nil }
    let bits = bits(forDigits: digits)
    var sum = Parts(precision: 2 * bits)
    var places: [LossSolution.Block] = []
    for block in blocks {
      guard let t = minimiser(of: block, bits: bits) else { return nil }
      places.append(place(t, block, total: classes))
      sum.add(Parts(of: block, at: t, in: self))
    }
    if minimal.isZero { return LossSolution(zeroOf: places) }
    return LossSolution(
      blocks: places, loss: CertifiedNumber(lower: minimal.lower, upper: minimal.upper),
      fit: CertifiedNumber(sum.fit), lastWeights: CertifiedNumber(sum.lastWeights),
      earlierWeights: CertifiedNumber(sum.balanced), features: CertifiedNumber(sum.balanced),
      isZero: false)
  }

  /// The loss of a restricted construction at the minimiser of the whole one.
  ///
  /// - Returns: nil when the precision limit does not suffice.
  public func solution(of restricted: RestrictedConstruction, digits: Int) -> LossSolution? {
    precondition(restricted.classes == classes, "a construction for the classes of the problem")
    let whole = restricted.whole
    let larger = LossProblem(
      classes: whole.classes, layers: layers, regularisation: regularisation)
    let bits = bits(forDigits: digits)
    guard let t = larger.minimiser(of: whole, bits: bits) else { return nil }
    let places = [larger.place(t, whole, total: classes)]
    if t.upper.isZero { return LossSolution(zeroOf: places) }
    let precision = t.upper.precision
    let all = Parts(of: whole, at: t, in: larger)
    let kept = Bounds<BigFloat>(Rational(classes, whole.classes), precision: precision)
    let features = all.balanced * kept
    let lastWeights = all.lastWeights * kept
    let fit = restrictedFit(restricted, all.remainders, precision)
    let loss =
      fit + lastWeights + features + all.balanced * Bounds(layers - 1, precision: precision)
    return LossSolution(
      blocks: places, loss: CertifiedNumber(loss), fit: CertifiedNumber(fit),
      lastWeights: CertifiedNumber(lastWeights), earlierWeights: CertifiedNumber(all.balanced),
      features: CertifiedNumber(features), isZero: false)
  }

  /// `W_L M_L - I = -Σ e_j E_j` with e_j = 1/(1 + y_j), so the sum of the squares over the places kept
  /// is Σ e_j e_k q_jk.
  private func restrictedFit(
    _ restricted: RestrictedConstruction, _ remainders: [Bounds<BigFloat>], _ precision: Int
  ) -> Bounds<BigFloat> {
    var sum = Bounds<BigFloat>(exact: .zero(precision: precision))
    for (row, left) in zip(restricted.overlaps, remainders) {
      for (overlap, right) in zip(row, remainders) where !overlap.isZero {
        sum = sum + left * right * Bounds(overlap, precision: precision)
      }
    }
    return sum / Bounds(2 * classes, precision: precision)
  }

  /// Bits of t that leave so many digits in t^L.
  private func bits(forDigits digits: Int) -> Int {
    16 + digits * 10 / 3 + Integer(layers).bitLength
  }

  private func place(
    _ t: Bounds<BigFloat>, _ block: Construction, total: Int
  ) -> LossSolution.Block {
    let precision = t.upper.precision
    let share = t / Bounds(block.classes, precision: precision)
    let x =
      share.power(layers)
      / Bounds(Rational(total) * regularisation, precision: precision)
    return LossSolution.Block(
      construction: block, minimiser: CertifiedNumber(t), place: CertifiedNumber(x), bounds: t)
  }
}

extension LossSolution {
  /// All features and weights are zero, and the fit loss is 1/2.
  fileprivate init(zeroOf blocks: [Block]) {
    let (zero, half) = (CertifiedNumber(exactly: 0), CertifiedNumber(exactly: Rational(1, 2)))
    self.init(
      blocks: blocks, loss: half, fit: half, lastWeights: zero, earlierWeights: zero,
      features: zero, isZero: true)
  }
}

/// The parts of the loss of a block at one t.
private struct Parts {
  /// `1/(2N) ‖W_L H_L - Y‖²` = 1/(2K) Σ m_i/(1 + y_i)² with y_i = μ_i t^L/(D Λ K).
  var fit: Bounds<BigFloat>
  /// `λ_L/2 ‖W_L‖²` = 1/(2K) Σ m_i y_i/(1 + y_i)².
  var lastWeights: Bounds<BigFloat>
  /// t/2
  var balanced: Bounds<BigFloat>
  /// 1/(1 + y_i)
  var remainders: [Bounds<BigFloat>] = []

  init(precision: Int) {
    let zero = Bounds<BigFloat>(exact: .zero(precision: precision))
    (fit, lastWeights, balanced) = (zero, zero, zero)
  }

  init(of block: Construction, at t: Bounds<BigFloat>, in problem: LossProblem) {
    let precision = t.upper.precision
    self.init(precision: precision)
    balanced = t / Bounds(2, precision: precision)
    let power = t.power(problem.layers)
    let scale =
      block.depthFactorBounds(layers: problem.layers, precision: precision)
      * Bounds<BigFloat>(
        problem.regularisation * Rational(problem.classes), precision: precision)
    let one = Bounds<BigFloat>(1, precision: precision)
    for entry in block.gramSpectrum {
      let y = Bounds<BigFloat>(entry.value, precision: precision) * power / scale
      let remainder = one / (one + y)
      let weight = Bounds<BigFloat>(
        Rational(entry.multiplicity, 2 * problem.classes), precision: precision)
      remainders.append(remainder)
      fit = fit + weight * remainder * remainder
      lastWeights = lastWeights + weight * y * remainder * remainder
    }
  }

  mutating func add(_ other: Parts) {
    fit = fit + other.fit
    lastWeights = lastWeights + other.lastWeights
    balanced = balanced + other.balanced
  }
}
