import ArgumentParser
import Training

/// The trainings of some folders, and the figure of them that was asked for.
struct TrainedFigure {
  let folders: [String]
  let seed: UInt64?

  /// - Throws: `FileError` for a folder or file that cannot be read; `ValidationError` for trainings that do not
  ///   belong in one figure.
  func drawn(_ figure: FigureCommand.Subject) throws -> Figure {
    let sets = try folders.map { ($0, try usable($0)) }
    let all = sets.flatMap { $0.1 }
    switch figure {
    case .progress:
      try require(all, "K, L, n, λ and widths") {
        [
          "\($0.settings.classes)", "\($0.settings.widths)", "\($0.settings.regularisation)",
        ]
      }
      return try .trainings(all)
    case .ranks:
      try require(all, "K, L, n and widths, and one λ for all terms each") {
        [
          "\($0.settings.classes)", "\($0.settings.widths)", "\($0.settings.samples)",
          $0.settings.regularisation.commonDecay == nil ? "\($0.settings.regularisation)" : "",
        ]
      }
      return .ranks(all)
    case .collapses:
      try require(all, "K, L, n and λ, and one width for all layers each") {
        [
          "\($0.settings.classes)", "\($0.settings.regularisation)",
          Set($0.settings.widths).count == 1 ? "" : "\($0.settings.widths)",
        ]
      }
      return try .collapses(all)
    case .small: return try .networks(try sets.map { try chosen($0.1, $0.0) })
    default:
      guard sets.count == 1 else {
        throw ValidationError(
          "--runs: figure \(figure.rawValue) shows one training; expected one folder")
      }
      return try .network(chosen(all, sets[0].0), number: figure.rawValue)
    }
  }

  /// The trainings of a folder that have come to a point.
  private func usable(_ folder: String) throws -> [TrainingRun] {
    let runs = try TrainingFolder(path: folder).runs()
      .filter { !$0.hasDiverged && !$0.curve.isEmpty }
    guard !runs.isEmpty else {
      throw FileError(description: "\(folder): no training in the folder has come to a point")
    }
    return runs
  }

  private func require(
    _ runs: [TrainingRun], _ what: String, _ key: (TrainingRun) -> [String]
  ) throws {
    guard Set(runs.map { ["\($0.step)"] + key($0) }).count == 1 else {
      throw ValidationError(
        "--runs: the trainings of one figure have the same steps, \(what); these differ")
    }
  }

  /// The training of the seed that was asked for, or the one with the least loss.
  private func chosen(_ runs: [TrainingRun], _ folder: String) throws -> TrainingRun {
    if let seed {
      guard let run = runs.first(where: { $0.settings.seed == seed }) else {
        throw ValidationError("--seed \(seed): \(folder) has no training of that seed")
      }
      return run
    }
    return runs.min { ($0.curve.last?.loss ?? .infinity) < ($1.curve.last?.loss ?? .infinity) }
      ?? runs[0]
  }
}
