import Glibc

/// A training by plain gradient descent, as far as it has come.
public struct TrainingRun: Sendable {
  /// What was measured after some steps, rounded.
  public struct Measurement: Hashable, Sendable {
    /// How many steps had been taken.
    public let step: Int
    /// The objective.
    public let loss: Double
    /// 1/(2N) ‖W_L H_L - Y‖²; the rest of the objective is regularisation.
    public let fit: Double
    /// tr Σ_W / tr Σ_B of H_1, …, H_L, after σ, and of the output: 0 is DNC1.
    public let variability: [Double]
  }

  /// What it depends on.
  public let settings: TrainingSettings
  /// How many steps were taken.
  public internal(set) var step: Int
  /// H_1, W_1, …, W_L after these.
  public internal(set) var matrices: [DenseMatrix]
  /// What was measured on the way, at `isMeasured`.
  public internal(set) var curve: [Measurement]

  /// The training before its first step.
  public init(_ settings: TrainingSettings) {
    self.settings = settings
    step = 0
    matrices = settings.start()
    curve = []
  }

  init(
    settings: TrainingSettings, step: Int, matrices: [DenseMatrix], curve: [Measurement]
  ) {
    self.settings = settings
    self.step = step
    self.matrices = matrices
    self.curve = curve
  }

  /// Whether the objective has left the numbers: a smaller rate may help.
  public var hasDiverged: Bool { curve.last.map { !$0.loss.isFinite } ?? false }

  /// How many measurements a power of ten of steps has.
  private static let density = 40.0

  /// Whether there is a measurement after so many steps: after 0, and where 10^(k/40) is passed. They do
  /// not depend on where a run ends or was interrupted.
  static func isMeasured(_ step: Int) -> Bool {
    guard step > 1 else { return true }
    func place(_ step: Int) -> Double { (density * log10(Double(step)) + 1e-9).rounded(.down) }
    return place(step) > place(step - 1)
  }

  /// Goes on up to so many steps in all, or until it is asked to stop or the objective is no number any more.
  ///
  /// - Parameter report: Is told now and then the steps that were taken and the objective that was measured
  ///   last, and says whether to go on.
  public mutating func advance(
    to steps: Int, _ blas: BLAS, report: (_ step: Int, _ loss: Double) -> Bool = { _, _ in true }
  ) {
    let descent = SampleDescent(settings, blas)
    descent.matrices = matrices
    // The end of a shorter run is no place where a longer one looks.
    if let last = curve.last, last.step < steps, !Self.isMeasured(last.step) { curve.removeLast() }
    let period = 50
    while step < steps || curve.isEmpty {
      if Self.isMeasured(step), curve.last?.step != step {
        let measurement = measure(descent)
        curve.append(measurement)
        if !measurement.loss.isFinite { break }
      }
      if step % period == 0, !report(step, curve.last?.loss ?? .nan) { break }
      guard step < steps else { break }
      descent.step()
      step += 1
    }
    matrices = descent.matrices
    // Wherever a run stops, it is known whether the weights have left the numbers.
    let isFinite = matrices.allSatisfy { $0.entries.allSatisfy(\.isFinite) }
    if step == steps || !isFinite, curve.last?.step != step { curve.append(measure(descent)) }
  }

  private func measure(_ descent: SampleDescent) -> Measurement {
    let (loss, fit) = descent.loss()
    return Measurement(
      step: step, loss: loss, fit: fit,
      variability: descent.features.map { features in
        let (within, between) = features.variability(classes: settings.classes)
        return within / between
      })
  }
}
