import Training
import Weights

/// A folder with trainings, each in files of its own: `seed-1.run` and what is made from it.
struct TrainingFolder {
  let path: String

  /// The path of a file.
  private func file(_ seed: UInt64, _ ending: String) -> String {
    Files.joined(path, "seed-\(seed).\(ending)")
  }

  /// The longest file that is read, in bytes.
  private static let sizeLimit = 1 << 29

  /// A training in a file.
  ///
  /// - Throws: `FileError` with the line where the file is no training.
  private static func run(_ path: String) throws -> TrainingRun {
    let text = try Files.text(found: path, limit: sizeLimit)
    do {
      return try TrainingRun(text: text)
    } catch {
      throw FileError(description: "\(path):\(error.line): expected \(error.expected)")
    }
  }

  /// All trainings of the folder, by their seeds.
  ///
  /// - Throws: `FileError` when there is no folder, no training, or one that cannot be read.
  func runs() throws -> [TrainingRun] {
    guard let names = Files.names(in: path, suffix: ".run") else {
      throw FileError(description: "\(path): there is no such folder, or it cannot be read")
    }
    guard !names.isEmpty else {
      throw FileError(
        description: "\(path): the folder has no trainings (*.run); verify train writes them")
    }
    var runs: [UInt64: (name: String, run: TrainingRun)] = [:]
    for name in names {
      let run = try Self.run(Files.joined(path, name))
      if let (other, _) = runs.updateValue((name, run), forKey: run.settings.seed) {
        throw FileError(
          description:
            "\(Files.joined(path, name)): the training of seed \(run.settings.seed), which "
            + "is \(other) as well; expected each once")
      }
    }
    return runs.sorted { $0.key < $1.key }.map(\.value.run)
  }

  /// The training with these settings as far as it has come; one before its first step where there is none.
  ///
  /// - Throws: `FileError` when the file holds another training, or more steps than are asked for.
  func run(_ settings: TrainingSettings, steps: Int) throws -> TrainingRun {
    let path = file(settings.seed, "run")
    guard Files.exists(path) else { return TrainingRun(settings) }
    let run = try Self.run(path)
    guard run.settings == settings else {
      throw FileError(
        description: "\(path): a training with \(run.settings.shown); expected one with "
          + "\(settings.shown), or another folder")
    }
    guard run.step <= steps else {
      throw FileError(
        description: "\(path): a training of \(run.step) steps; expected at most \(steps), or "
          + "another folder")
    }
    return run
  }

  /// Keeps a training, as far as it has come.
  func save(_ run: TrainingRun) throws {
    try Files.write(run.text, to: file(run.settings.seed, "run"))
  }

  /// Whether there are the files that `export` writes.
  func isExported(_ settings: TrainingSettings) -> Bool {
    ["csv", "npz", "safetensors"].allSatisfy { Files.exists(file(settings.seed, $0)) }
  }

  /// Writes what people and other programs read: the curve, and the weights in two formats.
  func export(_ run: TrainingRun) throws {
    let seed = run.settings.seed
    try Files.write(run.table, to: file(seed, "csv"))
    let writer = WeightsWriter(
      run.matrices.map { ($0.rows, $0.columns, $0.entries) }, classes: run.settings.classes)
    try Files.write(writer.npz, to: file(seed, "npz"))
    try Files.write(writer.safeTensors, to: file(seed, "safetensors"))
  }
}

extension TrainingSettings {
  /// All of them, in a line.
  var shown: String {
    "K = \(classes), L = \(layers), width \(shownWidths), \(regularisation.shown), rate \(rate)"
  }

  /// One number where all are the same.
  var shownWidths: String {
    Set(widths).count == 1
      ? "\(widths[0])" : widths.map(String.init).joined(separator: ", ")
  }
}
