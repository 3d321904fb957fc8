import Glibc

/// How a descent goes on.
///
/// The weight decays begin at a part of their values and grow to them, geometrically, over the
/// first two fifths of the steps: near the critical regularisation zero attracts whatever starts at
/// random. Steps that have raised the objective by the next look are taken back, and the rate is
/// halved.
public struct Schedule: Hashable, Sendable {
  /// How many steps.
  public var steps: Int
  /// The rate at the beginning; the paper trains its models with 0.5.
  public var rate: Double
  /// The part of the decays at the beginning.
  public var firstDecay: Double

  /// The schedule with these numbers.
  public init(steps: Int, rate: Double = 0.5, firstDecay: Double = 0.5) {
    self.steps = steps
    self.rate = rate
    self.firstDecay = firstDecay
  }
}

/// What a descent has come to.
public struct TrainedPoint: Hashable, Sendable {
  /// The start.
  public let seed: UInt64
  /// The objective, rounded.
  public let loss: Double
  /// H_1, W_1, …, W_L.
  public let matrices: [DenseMatrix]
}

extension TrainingProblem {
  /// Steps between two looks at the objective.
  private static let period = 100

  /// Descends from the start of a seed.
  ///
  /// - Parameter report: Is told the steps that were taken and the objective, and says whether to
  ///   go on.
  /// - Complexity: About 6 Σ d_l d_{l+1} K operations a step.
  public func descend(
    seed: UInt64, _ schedule: Schedule,
    report: (_ steps: Int, _ loss: Double) -> Bool = { _, _ in true }
  ) -> TrainedPoint {
    let descent = Descent(self)
    descent.scaleDecays(schedule.firstDecay)
    let start = scaled(Start.matrices(self, seed: seed), descent)
    return descend(
      from: start, seed: seed, schedule, descent, warm: schedule.steps * 2 / 5, report: report)
  }

  /// Descends from a point with the decays of the problem.
  func descend(from start: [DenseMatrix], seed: UInt64, steps: Int, rate: Double) -> TrainedPoint {
    descend(
      from: start, seed: seed, Schedule(steps: steps, rate: rate, firstDecay: 1), Descent(self),
      warm: 0, report: { _, _ in true })
  }

  private func descend(
    from start: [DenseMatrix], seed: UInt64, _ schedule: Schedule, _ descent: Descent, warm: Int,
    report: (Int, Double) -> Bool
  ) -> TrainedPoint {
    descent.matrices = start
    var rate = schedule.rate
    var done = 0
    var kept = start
    while done < schedule.steps {
      let part = done >= warm ? 1 : Double(done) / Double(warm)
      descent.scaleDecays(part == 1 ? 1 : schedule.firstDecay.power(1 - part))
      let before = descent.loss()
      let count = min(Self.period, schedule.steps - done)
      for _ in 0..<count { descent.step(rate: rate) }
      let loss = descent.loss()
      if loss <= before * (1 + 1e-13) {
        kept = descent.matrices
      } else {
        descent.matrices = kept
        rate /= 2
      }
      done += count
      // Before the decays have grown, the objective is another one.
      if !report(done, part == 1 ? min(loss, before) : .infinity) { break }
    }
    descent.scaleDecays(1)
    descent.matrices = kept
    return TrainedPoint(seed: seed, loss: descent.loss(), matrices: kept)
  }

  /// The matrices times the one factor that makes the objective least, of a geometric sequence.
  ///
  /// Zero has the objective 1/2 and is often less than all of them; a factor is chosen all the
  /// same.
  private func scaled(_ matrices: [DenseMatrix], _ descent: Descent) -> [DenseMatrix] {
    var best = (loss: Double.infinity, matrices: matrices)
    var factor = 0.05
    while factor < 20 {
      var candidate = matrices
      for index in candidate.indices {
        for place in candidate[index].entries.indices { candidate[index].entries[place] *= factor }
      }
      descent.matrices = candidate
      let loss = descent.loss()
      // At a factor near zero the objective is 1/2, and nothing can be learnt from there.
      if loss < best.loss, descent.relativeOutput() >= 0.25 { best = (loss, candidate) }
      factor *= 1.1
    }
    return best.matrices
  }
}

extension Double {
  /// The positive number to a power.
  fileprivate func power(_ exponent: Double) -> Double { pow(self, exponent) }
}
