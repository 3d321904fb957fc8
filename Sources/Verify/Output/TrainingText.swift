import Losses
import Rational
import Training

/// How trainings and what exact arithmetic says of their ends are shown.
struct TrainingText {
  let settings: [TrainingSettings]
  let folder: TrainingFolder
  /// Why not all trainings have come to their ends, if so.
  let stopReason: String?
  let steps: Int
  let digits: Int

  /// - Throws: `RunError.tooLarge` when the precision limit does not suffice for a minimal loss; `FileError` when
  ///   a file has changed meanwhile.
  func write(to answer: inout Answer) throws {
    let first = settings[0]
    let last = settings[settings.count - 1].seed
    let seeds = first.seed == last ? "seed \(last)" : "seeds \(first.seed) … \(last)"
    answer.add(
      "K = \(first.classes) classes, L = \(first.layers) layers, \(first.regularisation.shown)",
      "Width \(first.shownWidths); \(seeds); \(steps) steps of rate \(first.rate).")
    var ends: [TrainedEnd] = []
    var diverged: [(seed: UInt64, steps: Int)] = []
    for settings in settings {
      let run = try folder.run(settings, steps: steps)
      if run.hasDiverged {
        diverged.append((settings.seed, run.step))
      } else if run.step == steps {
        ends.append(try TrainedEnd(run, digits: digits))
      }
    }
    if let end = ends.first {
      answer.add(table(ends))
      answer.sections.append(
        .paragraph(
          end.comparisons.map { "loss(\($0.name)) = \($0.loss.shown(digits: digits))" } + [
            "Losses, their order and ranks are exact, for the numbers in the files. A rank is the number of "
              + "singular values of the class means above a thousandth of the largest."
          ]))
      answer.add("\(folder.path): seed-N.run, seed-N.csv, seed-N.npz, seed-N.safetensors")
    }
    answer.members = [
      "problem": .object(first.regularisation.members(classes: first.classes)),
      "widths": .array(first.widths.map(JSON.integer)), "steps": .integer(steps),
      "rate": .decimal("\(first.rate)"), "runs": .array(ends.map(json)),
    ]
    for (seed, steps) in diverged {
      answer.add(
        "Seed \(seed): the objective left the numbers after \(steps) steps; a smaller --rate may "
          + "help.")
      answer.status = .undecided
    }
    guard let reason = stopReason else { return }
    let left = settings.count - ends.count - diverged.count
    answer.add(
      "Stopped: \(reason). \(left) of \(settings.count) trainings have not come to their ends; the "
        + "same command goes on with them.")
    answer.members["stopped"] = .string(reason)
    answer.status = .limit
  }

  /// Decimals on both sides of a number that is known exactly, and has a thousand digits.
  private func enclosure(_ value: Rational) -> CertifiedNumber {
    func end(_ rule: FloatingPointRoundingRule) -> Rational {
      Rational(value.decimal(digits: digits + 5, rounding: rule)) ?? value
    }
    return CertifiedNumber(lower: end(.down), upper: end(.up))
  }

  private func table(_ ends: [TrainedEnd]) -> TextTable {
    let names = ends[0].comparisons.map(\.name)
    var table = TextTable(
      ["seed", "loss"] + names.map { "against \($0)" } + ends[0].ranks.map { "rank \($0.name)" })
    table.rightAligned = [0]
    for end in ends {
      table.add(
        ["\(end.seed)", enclosure(end.loss).shown(digits: digits)]
          + end.comparisons.map { $0.order?.rawValue ?? "undecided" }
          + end.ranks.map { $0.count?.text ?? "—" })
    }
    return table
  }

  private func json(_ end: TrainedEnd) -> JSON {
    .object([
      "seed": .integer(Int(end.seed)),
      "loss": enclosure(end.loss).json(digits: digits),
      "comparisons": .array(
        end.comparisons.map { .object($0.members(digits: digits)) }),
      "ranks": .array(
        end.ranks.map { rank in
          .object([
            "matrix": .string(rank.name),
            "numerical_rank": rank.count?.json ?? .notComputed,
          ])
        }),
    ])
  }
}
