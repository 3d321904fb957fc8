import Losses
import Training

/// What the trainings of a figure have in common, and how many there are.
struct TrainedSummary {
  let lines: [String]

  /// - Parameter isMean: Whether the figure shows means over trainings.
  init(_ runs: [TrainingRun], isMean: Bool) {
    func shared(_ value: (TrainingRun) -> String) -> String? {
      let values = Set(runs.map(value))
      return values.count == 1 ? values.first : nil
    }
    let problem = [
      shared { "K = \($0.settings.classes)" }, shared { "L = \($0.settings.layers)" },
      shared { "n = \($0.settings.samples)" }, shared { "width \($0.settings.shownWidths)" },
      shared { run in
        let value = run.settings.regularisation
        return value.commonDecay.map { "every λ = \($0)" }
          ?? "λ_H = \(value.features), λ_W = "
          + value.weights.map(\.description).joined(separator: ", ")
      },
    ]
    let seeds = Set(runs.map(\.settings.seed)).sorted()
    let (first, last) = (seeds[0], seeds[seeds.count - 1])
    let course = [
      shared { "\($0.step) steps of rate \($0.settings.rate)" },
      runs.count > 1 ? "\(runs.count) trainings" : nil,
      first == last ? "seed \(first)" : isMean ? "seeds \(first) to \(last)" : nil,
      isMean && runs.count > 1 ? "mean and one standard deviation" : nil,
    ]
    lines = [problem, course].map { $0.compactMap { $0 }.joined(separator: ", ") }
  }
}
