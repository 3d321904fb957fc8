import Certificates
import Rational

extension LossProblem {
  /// A certificate for a result of `compare`, with short numbers where the losses are far apart.
  ///
  /// It has been replayed before it is returned.
  ///
  /// - Returns: nil when none was found: for a tie that is met at an irrational point by a function
  ///   with several eigenvalues, or when the precision limit does not suffice.
  public func certificate(
    _ left: [Construction], _ right: [Construction],
    for found: (order: LossOrder, left: MinimalLoss, right: MinimalLoss)
  ) -> LossCertificate? {
    let statement = statement(left, found.order, right)
    // More bits only when fewer do not do: the gap may be small, or the functions flat.
    for bits in [8, 16, 32, 64, 256, 1024] {
      let witness: LossWitness?
      switch found.order {
      case .less: witness = strict(smaller: found.left, larger: found.right, bits: bits)
      case .greater: witness = strict(smaller: found.right, larger: found.left, bits: bits)
      case .equal:
        let isTie = found.left.isZero && found.right.isZero
        witness = isTie ? tie(left, right, bits: bits) : .same
      }
      if let witness, (try? LossComparison.replay(statement, witness)) != nil {
        return LossCertificate(statement: statement, witness: witness)
      }
    }
    return nil
  }

  private func strict(
    smaller: MinimalLoss, larger: MinimalLoss, bits: Int
  ) -> LossWitness? {
    let short = witness(smaller: smaller, larger: larger)
    let high = 2 * larger.lower
    var bounds: [LossWitness.LowerBound] = []
    for block in larger.blocks {
      var target = short.value
      if larger.blocks.count > 1 {
        // Each block gives up the same proportion of its least value, so that all bounds stay
        // positive; together they give up at most two thirds of what the sum is above the value.
        let slack = high - short.value
        let tolerance = Self.coarseTolerance + (high / slack).ceiling.bitLength
        guard let minimum = minimum(of: block, tolerance: tolerance) else { return nil }
        let part = minimum.lower * slack / (3 * high)
        target = .simplest(between: minimum.lower - 2 * part, and: minimum.lower - part)
      }
      guard let bound = lowerBound(of: block, target, bits: bits) else { return nil }
      bounds.append(bound)
    }
    return .strict(value: short.value, points: short.points, bounds: bounds)
  }

  private func tie(
    _ left: [Construction], _ right: [Construction], bits: Int
  ) -> LossWitness? {
    func bounds(_ side: [Construction]) -> [LossWitness.LowerBound]? {
      var result: [LossWitness.LowerBound] = []
      for block in side {
        let share = Rational(block.classes, classes)
        guard
          let bound = criticalBound(of: block) ?? lowerBound(of: block, share, bits: bits)
        else { return nil }
        result.append(bound)
      }
      return result
    }
    guard let first = bounds(left), let second = bounds(right) else { return nil }
    return .tie(left: first, right: second)
  }

  /// Cells that show a block's function to be above a value, if a search with so many bits finds them.
  private func lowerBound(
    of block: Construction, _ value: Rational, bits: Int
  ) -> LossWitness.LowerBound? {
    bits <= 32
      ? lowerBound(of: block, value, bits: bits, WordFloat.self, precision: 64)
      : lowerBound(of: block, value, bits: bits, BigFloat.self, precision: 2 * bits)
  }

  private func lowerBound<N: RoundedNumber>(
    of block: Construction, _ value: Rational, bits: Int, _: N.Type, precision: Int
  ) -> LossWitness.LowerBound? {
    var function = LossFunction<N>(block, in: self, precision: precision)
    let depthFactor = block.depthFactor(layers: layers)
    var rates: [LossWitness.Rate] = []
    for (index, entry) in block.gramSpectrum.enumerated() {
      if (entry.value / depthFactor).isRational {
        rates.append(.exact)
      } else {
        // An irrational rate is replaced by a short one above it.
        let rate = function.terms[index].rate.upper.shortened(to: bits + 4, .up)
        function.terms[index].rate = Bounds(exact: rate)
        rates.append(.atMost(rate.rational))
      }
    }
    let search = CellSearch(
      function: function, target: Bounds(value, precision: precision), bits: bits)
    return search.cuts().map {
      LossWitness.LowerBound(value: value, rates: rates, cuts: $0.map(\.rational))
    }
  }

  /// For a block none of whose rates is above the critical one, at which a function with one rate just
  /// touches K₀/K: it does so at t = (L-1) K₀/(K L²), where its slope is zero. The critical rate in place
  /// of all others gives short numbers, the same for every such block.
  ///
  /// The turning point has (L-1)/(L+1) for x in place of L-1, so t is divided by the L-th root of L+1
  /// there, which is between 1 and 2.
  private func criticalBound(of block: Construction) -> LossWitness.LowerBound? {
    // a = K^(L+1) L^(2L) / (K₀^L (L-1)^(L-1))
    let rate = Rational(
      Integer(classes).power(layers + 1) * Integer(layers).power(2 * layers),
      Integer(block.classes).power(layers) * Integer(layers - 1).power(layers - 1))
    let limit = block.depthFactor(layers: layers) * Surd(regularisation * rate)
    guard block.gramSpectrum.allSatisfy({ $0.value <= limit }) else { return nil }
    let touching = Rational(
      Integer(layers - 1) * Integer(block.classes),
      Integer(layers).power(2) * Integer(classes))
    // n/32 below and above the turning point: (n/32)^L (L+1) against 1.
    let turn = (1...32).first { n in
      Integer(n).power(layers) * Integer(layers + 1) >= Integer(32).power(layers)
    }
    guard let turn else { return nil }
    var cuts = [turn - 1, turn].map { touching * Rational($0, 32) } + [touching]
    if turn == 32 { cuts.remove(at: 1) }
    return LossWitness.LowerBound(
      value: Rational(block.classes, classes),
      rates: block.gramSpectrum.map { _ in .atMost(rate) }, cuts: cuts)
  }
}
