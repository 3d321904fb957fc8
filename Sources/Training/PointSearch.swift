import Certificates
import Losses
import Polynomials
import Rational
import Synchronization
import Threads

/// Looks for a point whose loss is below that of deep neural collapse, and certifies it.
///
/// Training and rounding are guesses in floating point. What is reported is decided by the kernel,
/// which computes the loss of the rounded point exactly. Nothing follows from a search that finds
/// nothing.
public struct PointSearch: Sendable {
  /// K
  public let classes: Int
  /// n
  public let samples: Int
  /// λ_H and the λ_l; n is `samples`.
  public let regularisation: Regularisation
  /// d_1, …, d_L
  public let widths: [Int]
  /// The seeds of the starts.
  public let seeds: Range<UInt64>
  public let schedule: Schedule

  /// The search with these numbers.
  ///
  /// - Precondition: A width for each layer; the number of samples is that of the regularisation.
  public init(
    classes: Int, regularisation: Regularisation, widths: [Int], seeds: Range<UInt64>,
    schedule: Schedule
  ) {
    precondition(widths.count == regularisation.weights.count)
    guard let samples = Int(exactly: regularisation.samples.numerator),
      regularisation.samples.isInteger
    else { preconditionFailure("a number of samples") }
    self.classes = classes
    self.samples = samples
    self.regularisation = regularisation
    self.widths = widths
    self.seeds = seeds
    self.schedule = schedule
  }

  /// What a search has found.
  public struct Result: Sendable {
    /// The objective of each start at the end, rounded, in the order of the seeds; of those that were begun.
    public let losses: [Double]
    /// The start whose objective is least; nil when one near a construction ends lower than all of them.
    public let bestSeed: UInt64?
    /// The least objective, rounded.
    public let bestLoss: Double
    /// A bound of the loss of deep neural collapse from below, and one from above.
    public let collapse: CertifiedNumber
    /// The certificate that the kernel has replayed, the seed it comes from, nil for a construction, and its
    /// denominator.
    public let certificate: (text: PointCertificate, seed: UInt64?, denominator: Int)?
  }

  /// How far a search is.
  public struct Progress: Sendable {
    /// The steps of all starts together.
    public let steps: Int
    /// The least objective of a start that has ended or shows.
    public let loss: Double
  }

  /// The problem in floating point.
  var problem: TrainingProblem {
    TrainingProblem(
      classes: classes, widths: widths,
      decays: [Double(regularisation.samples * regularisation.features)]
        + regularisation.weights.map { Double($0) })
  }

  /// Descends from all starts and certifies the best end.
  ///
  /// - Parameters:
  ///   - jobs: How many starts at a time; the result is the same for every number.
  ///   - keeping: The part of the gap to deep neural collapse that rounding must leave, of [0, 1).
  ///   - rival: The least loss that is known otherwise. A point that was not above it before it was rounded
  ///     is not to be above it by more than a hundred-thousandth afterwards, however fine that gets.
  ///   - isStopped: Asked between steps, from any thread. Once it is true no start is begun but the first,
  ///     those under way count as far as they are, and constructions are not tried.
  public func run(
    jobs: Int, keeping: Double = 0.75, rival: Double? = nil,
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) -> Result {
    let lossProblem = LossProblem(
      classes: classes, layers: widths.count, regularisation: regularisation.product)
    // Without an enclosure, which no problem of interest lacks, nothing can be compared.
    let minimal = lossProblem.minimalLoss(of: [.collapse(classes: classes)], tolerance: 96)
    let collapse = CertifiedNumber(
      lower: minimal?.lower ?? 0, upper: minimal?.upper ?? Rational(1, 2))
    let points = descend(jobs: jobs, isStopped: isStopped, progress: progress)
    var ranked = points.sorted { ($0.loss, $0.seed) < ($1.loss, $1.seed) }
    // A seed that ends as low comes first.
    let construction = (isStopped() ? nil : construction(jobs: jobs)).flatMap {
      $0.loss < ranked[0].loss - 1e-6 ? $0 : nil
    }
    if let construction { ranked.insert(construction, at: 0) }
    let target = Double(collapse.lower)
    var certificate: (PointCertificate, UInt64?, Int)?
    for (place, point) in ranked.prefix(3).enumerated()
    where certificate == nil && point.loss < target * (1 - 1e-7) {
      let seed = construction != nil && place == 0 ? nil : point.seed
      func certified(below limit: Double?) -> (PointCertificate, UInt64?, Int)? {
        certify(point, collapse: target, keeping: keeping, below: limit).map { ($0.0, seed, $0.1) }
      }
      certificate = certified(below: nil)
      if let limit = rival.map({ $0 * (1 + 1e-5) }), let found = certificate,
        Double(found.0.loss) > limit, point.loss < limit,
        let finer = certified(below: limit)
      {
        certificate = finer
      }
    }
    return Result(
      losses: points.map(\.loss), bestSeed: construction == nil ? ranked[0].seed : nil,
      bestLoss: ranked[0].loss, collapse: collapse,
      certificate: certificate.map { (text: $0.0, seed: $0.1, denominator: $0.2) })
  }

  private func descend(
    jobs: Int, isStopped: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Progress) -> Void
  ) -> [TrainedPoint] {
    struct State {
      var steps = 0
      var best = Double.infinity
    }
    let state = Mutex(State())
    return inParallel(count: seeds.count, jobs: jobs) { index in
      guard index == 0 || !isStopped() else { return nil }
      var reported = 0
      return problem.descend(seed: seeds.lowerBound + UInt64(index), schedule) { steps, loss in
        let news = state.withLock { state -> Progress in
          state.steps += steps - reported
          if loss < state.best { state.best = loss }
          return Progress(steps: state.steps, loss: state.best)
        }
        reported = steps
        progress(news)
        return !isStopped()
      }
    }.compactMap { $0 }
  }

  /// Rounds a point and has the kernel replay it.
  ///
  /// - Parameter most: What it may lose, in place of the part of the gap that is to be kept.
  private func certify(
    _ trained: TrainedPoint, collapse: Double, keeping: Double, below most: Double?
  ) -> (PointCertificate, Int)? {
    let whole = problem
    var form = (problem: whole, matrices: trained.matrices)
    var loss = trained.loss
    for tolerance in [0.3, 0.1, 3e-2, 1e-2, 1e-3] {
      let candidate = whole.reduced(trained.matrices, tolerance: tolerance)
      let polished = candidate.problem.descend(
        from: candidate.matrices, seed: trained.seed, steps: max(200, schedule.steps / 4),
        rate: schedule.rate)
      if polished.loss <= loss + (collapse - loss) * 0.01, polished.loss < most ?? .infinity {
        (form, loss) = ((candidate.problem, polished.matrices), polished.loss)
        break
      }
    }
    let limit = most ?? collapse - keeping * (collapse - loss)
    var found: (PointCertificate, Int)?
    let reach = collapse + 3 * (collapse - loss)
    form.problem.rounded(form.matrices, limit: limit, reach: reach) { denominator, numerators in
      let scale = Integer(denominator)
      let matrices = zip(form.matrices, numerators).map { shape, numerators in
        PointMatrix(
          rows: shape.rows, columns: shape.columns,
          entries: numerators.map { Rational(Integer($0), scale) })
      }
      let point = NetworkPoint(
        classes: classes, samples: samples, columnsPerClass: 1,
        featureDecay: regularisation.features, weightDecays: regularisation.weights,
        features: matrices[0], weights: Array(matrices.dropFirst()))
      guard let certificate = PointCertificate.certificate(of: point) else { return false }
      found = (certificate, denominator)
      return true
    }
    return found
  }
}

extension PointCertificate {
  /// The certificate of a point, replayed by the kernel; nil when none was found, as when the loss
  /// is not below that of deep neural collapse.
  ///
  /// The bound on L_DNC holds from some Λ on; x is chosen such that this is nearly the least Λ for
  /// which the bound is still above the loss.
  public static func certificate(of point: NetworkPoint) -> PointCertificate? {
    guard (try? point.validate()) != nil else { return nil }
    let loss = point.terms().loss
    let layers = point.layers
    guard loss < Rational(1, 2) else { return nil }
    // The bound falls from 1/2 at L - 1; the largest x at which it is above the loss.
    func isAbove(_ x: Rational) -> Bool {
      1 + Rational(layers + 1) * x > 2 * loss * (1 + x) * (1 + x)
    }
    let least = Rational(layers - 1)
    // The condition on Λ, which holds from some x on.
    let c =
      Rational(Integer(point.classes).power(layers + 1)) * point.regularisation
    func isAllowed(_ x: Rational) -> Bool {
      x.power(layers - 1) <= c * (1 + x).power(2 * layers)
    }
    func boundary(_ holds: (Rational) -> Bool) -> (below: Rational, above: Rational)? {
      var (low, step) = (least, Rational(1))
      while holds(low + step) {
        low += step
        step += step
        if step > Rational(Integer(1) << 64) { return nil }
      }
      var high = low + step
      for _ in 0..<64 {
        let middle = (low + high) * Rational(1, 2)
        if holds(middle) { low = middle } else { high = middle }
      }
      return (low, high)
    }
    guard isAbove(least), let top = boundary(isAbove)?.below,
      let bottom = isAllowed(least) ? least : boundary({ !isAllowed($0) })?.above, bottom <= top
    else { return nil }
    let x = Rational.simplest(between: top - (top - bottom) * Rational(1, 8), and: top)
    let certificate = PointCertificate(point: point, loss: loss, x: x)
    return (try? certificate.replay()) == nil ? nil : certificate
  }
}
