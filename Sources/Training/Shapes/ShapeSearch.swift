import Certificates
import Glibc
import Losses
import Rational
import Synchronization
import Threads

/// Looks for a shape that is below collapse for every Λ, or else from a Λ on that is as small as can be.
///
/// Descents and rounding are guesses in floating point. What is reported is decided by the kernel.
/// Nothing follows from a search that finds nothing.
public struct ShapeSearch: Sendable {
  /// K
  public let classes: Int
  /// L
  public let layers: Int
  /// d_1, …, d_L: starts that have no room in them are left out; nil when there is room for all.
  public let widths: [Int]?
  /// The starts: `ShapeStart` has what each number means.
  public let starts: Range<Int>

  /// The search with these numbers, with so many starts at random after the structured ones.
  public init(classes: Int, layers: Int, widths: [Int]? = nil, randomStarts: Int) {
    self.classes = classes
    self.layers = layers
    self.widths = widths
    starts = 0..<ShapeStart.structuredCount(classes: classes) + randomStarts
  }

  /// What a search has found.
  public struct Result: Sendable {
    /// How many starts were begun.
    public let starts: Int
    /// The least D tr(G⁻¹)/K^(L+1) of a descent, rounded; infinite when all G have no inverse.
    public let inverseTrace: Double
    /// The certificate that the kernel has replayed, and the start that it comes from.
    public let certificate: (certificate: ShapeCertificate, start: Int)?
  }

  private struct Found {
    let start: Int
    var place: ShapeObjective.Place
    var value: Double
    /// The largest x where it is below collapse.
    var x = 0.0
  }

  /// Far from the critical Λ, where zero attracts nothing.
  private static let far = 8.0
  /// What counts as below collapse.
  private static let least = -2e-5
  /// How many places go on to larger x.
  private static let mostPlaces = 40

  /// H_1, W_1, …, W_{L-1} of a start, nil when the widths have no room for it.
  private func matrices(_ start: Int) -> [DenseMatrix]? {
    let matrices = ShapeStart.matrices(classes: classes, layers: layers, index: start)
    let hasRoom = widths.map { zip(matrices, $0).allSatisfy { $0.rows <= $1 } } ?? true
    return hasRoom ? matrices : nil
  }

  private func objective(_ x: Double?) -> ShapeObjective {
    ShapeObjective(classes: classes, layers: layers, x: x)
  }

  /// Descends from all starts and certifies the best end.
  ///
  /// - Parameters:
  ///   - jobs: How many starts at a time; the result is the same for every number.
  ///   - keeping: The part of the advantage that rounding must leave, of [0, 1).
  ///   - isStopped: Asked before each start, from any thread. Once it is true none is begun, and a few of the
  ///     best go on to their ends.
  public func run(
    jobs: Int, keeping: Double = 0.8,
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) -> Result {
    let done = Mutex(0)
    func each<T: Sendable>(_ values: [T], _ body: @Sendable (T) -> Found?) -> [Found] {
      inParallel(values, jobs: jobs) { value in
        let result = body(value)
        progress(
          done.withLock {
            $0 += 1
            return $0
          })
        return result
      }
    }
    let tried = Mutex(0)
    var begun = each(Array(starts)) { start in
      guard !isStopped() else { return nil }
      tried.withLock { $0 += 1 }
      guard let matrices = matrices(start) else { return nil }
      return objective(max(Self.far, Double(2 * layers)))
        .descend(from: .init(matrices: matrices), steps: 100)
        .map { Found(start: start, place: $0.place, value: $0.value) }
    }.filter { $0.value < 0.25 }
    let isShort = isStopped()
    if isShort {
      begun = Array(begun.sorted { ($0.value, $0.start) < ($1.value, $1.start) }.prefix(2 * jobs))
    }
    let ends = each(begun) { found in
      objective(nil).descend(from: found.place, steps: 500)
        .map { Found(start: found.start, place: $0.place, value: $0.value) }
    }.sorted { ($0.value, $0.start) < ($1.value, $1.start) }
    let trace = ends.first.map { exp($0.value * Double(layers + 1)) } ?? .infinity
    for end in ends.prefix(3) where end.value < Self.least {
      if let certificate = certify(end, x: nil, keeping: keeping) {
        return Result(
          starts: tried.withLock(\.self), inverseTrace: trace, certificate: (certificate, end.start)
        )
      }
    }
    let far = isShort || isStopped() ? [] : farthest(begun, each)
    var best: (ShapeCertificate, Int)?
    for end in far.prefix(3) {
      guard let certificate = certify(end, x: end.x, keeping: keeping) else { continue }
      if best.map({ reach($0.0) < reach(certificate) }) ?? true { best = (certificate, end.start) }
    }
    return Result(
      starts: tried.withLock(\.self), inverseTrace: trace,
      certificate: best.map { (certificate: $0.0, start: $0.1) })
  }

  /// Where the last interval ends.
  private func reach(_ certificate: ShapeCertificate) -> Rational {
    certificate.intervals.last?.to ?? Rational(Integer(1) << 64)
  }

  /// The places that are below collapse from near L - 1 on up to the largest x.
  ///
  /// All descend at one x, those that are below collapse there at a larger one, and so on; where none is, the
  /// step becomes smaller. Places with the same value count as the same.
  private func farthest(
    _ begun: [Found], _ each: ([Found], @Sendable (Found) -> Found?) -> [Found]
  ) -> [Found] {
    func below(_ x: Double, _ places: [Found]) -> [Found] {
      let ends = each(places) { found in
        objective(x).descend(from: found.place, steps: 500)
          .map { Found(start: found.start, place: $0.place, value: $0.value, x: x) }
      }.filter { $0.value < Self.least }.sorted { ($0.value, $0.start) < ($1.value, $1.start) }
      return ends.enumerated().filter { index, end in
        index == 0 || end.value - ends[index - 1].value > 1e-7
      }.prefix(Self.mostPlaces).map(\.element)
    }
    // Some are lost on the way to where zero attracts nothing, so the starts themselves come too.
    let places =
      begun.map { ($0.start, $0.place.matrices) }
      + starts.compactMap { start in matrices(start).map { (start, $0) } }
    let starts = places.map {
      Found(start: $0.0, place: .init(matrices: $0.1, logTau: -0.02), value: 0)
    }
    // What is best far from L - 1 comes first; nearer there may be others.
    var x = Double(layers - 1) * 1.1
    var alive = below(x, starts)
    if alive.isEmpty {
      x = Double(layers - 1) * 1.03
      alive = below(x, starts)
    }
    var step = 1.2
    while !alive.isEmpty, step > 1.001, x < 1e6 {
      let next = below(x * step, alive)
      if next.isEmpty {
        step = step.squareRoot()
      } else {
        (alive, x) = (next, x * step)
      }
    }
    return alive
  }

  /// Rounds a place and has the kernel replay it.
  private func certify(_ found: Found, x: Double?, keeping: Double) -> ShapeCertificate? {
    // Where the advantage ends there is none to round in.
    let goal = objective(x.map { Double(layers - 1) + ($0 - Double(layers - 1)) * 0.97 })
    guard let polished = goal.descend(from: found.place, steps: 1500) else { return nil }
    let place = goal.reduced(polished.place)
    guard let value = goal.evaluate(place)?.value, value < 0 else { return nil }
    var result: ShapeCertificate?
    goal.rounded(place, limit: value * keeping, reach: value + 0.2) { shape in
      guard let certificate = ShapeCertificate.certificate(of: shape),
        x != nil || (try? certificate.replay())?.isEverywhere ?? false
      else { return false }
      result = certificate
      return true
    }
    return result
  }

}

/// The values of a function that are there, in the order of its arguments.
func inParallel<T: Sendable, R: Sendable>(
  _ values: [T], jobs: Int, _ body: @Sendable (T) -> R?
) -> [R] {
  inParallel(count: values.count, jobs: jobs) { body(values[$0]) }.compactMap { $0 }
}
