import ArgumentParser
import Losses
import Rational
import Threads
import Training

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    _superCommandName: "verify",
    abstract: "Trains the L-DUFM as the paper does, and says exactly what came out.",
    discussion: """
      Full-batch gradient descent on the objective (1) with all n samples of each class, from starts at
      random: entries of H_1 are normal with variance 1, those of W_l with variance 1/d_l. It computes in
      float64 with OpenBLAS (Debian: libopenblas0), one core for each start.

      The folder gets, for each start, seed-N.run, which this command and verify figure read, and, at the
      end, the curve (seed-N.csv) and the weights (seed-N.npz, seed-N.safetensors: H1, W1, …, WL and labels).
      Interrupted, with Ctrl-C, --timeout or by a crash, the same command goes on from there; the numbers are
      those of a run that was not interrupted, on the same machine to the last bit. Where all is done, it
      shows the ends again.

      Of the ends is said, by exact arithmetic on the very numbers in the files: the loss, whether it is
      below or above the minimal ones of DNC and SRG, and how many singular values of the class means are
      above a thousandth of the largest.

      EXAMPLES
        verify train --K 10 --L 4 --n 50 --width 30 --lambda 1/250 --seeds 10 --out runs/
        verify train --K 10 --L 4 --n 50 --width 30 --lambda 1/250 --out runs/ --steps 2000
        verify train --K 3 --L 4 --lambda-H 1/1000 --lambda-W 1/100,1/100,1/100,1/50 --out three/
        verify figure 1 --runs runs/ --out fig1.svg
        verify certify runs/seed-1.npz --lambda 1/250 --n 50
      """)

  @Option(
    name: .customLong("K"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The number of classes (default: 10).", valueName: "number"))
  var classes: [String] = []

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The number of layers (default: 4).", valueName: "number"))
  var layers: [String] = []

  @OptionGroup(title: "Regularisation") var regularisation: RegularisationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("d_1, …, d_L, or one for all.", valueName: "numbers"))
  var width: String = "30"

  @Option(parsing: .unconditional, help: ArgumentHelp("How many starts.", valueName: "number"))
  var seeds: Int = 1

  @Option(
    name: .customLong("first-seed"), parsing: .unconditional,
    help: ArgumentHelp("The seed of the first one.", valueName: "number"))
  var firstSeed: Int = 1

  @Option(parsing: .unconditional, help: ArgumentHelp("Steps of each.", valueName: "number"))
  var steps: Int = 200_000

  @Option(parsing: .unconditional, help: ArgumentHelp("The learning rate.", valueName: "number"))
  var rate: Double = 0.5

  @Option(
    help: ArgumentHelp("The folder; it is made where there is none.", valueName: "folder"),
    completion: .directory)
  var out: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many starts at a time (default: all cores).", valueName: "n"))
  var jobs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many digits are certified.", valueName: "number"))
  var digits: Int = 6

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  @OptionGroup(title: "Running") var options: AnswerOptions

  mutating func validate() throws {
    try IntegerOption.require("--seeds", seeds, 1...100_000)
    try IntegerOption.require("--first-seed", firstSeed, 0...1_000_000_000 - seeds)
    try IntegerOption.require("--steps", steps, 1...1_000_000_000)
    try IntegerOption.require("--digits", digits, 1...1000)
    if let jobs { try IntegerOption.require("--jobs", jobs, 1...1024) }
    guard rate > 0, rate <= 1000 else {
      throw ValidationError("--rate \(rate): expected a positive number, at most 1000")
    }
    guard !out.isEmpty else { throw ValidationError("--out: expected the name of a folder") }
  }

  /// The most numbers of all matrices: what their files can hold.
  private static let sizeLimit = 1 << 22

  /// The settings of all starts.
  private func settings() throws -> [TrainingSettings] {
    let depth = try IntegerOption.single(
      "--L", layers, default: 4, 2...64, "the numbers of layers")
    let count = try IntegerOption.single(
      "--K", classes, default: 10, 2...1000, "the numbers of classes")
    try regularisation.require(example: "1/250")
    let value = try regularisation.value(layers: depth)
    guard value.samples <= 1_000_000, let samples = Int(exactly: value.samples.numerator) else {
      throw ValidationError("--n \(value.samples): expected at most 1000000")
    }
    let limit = Rational(Integer(10).power(60))
    guard ([value.features] + value.weights).allSatisfy({ $0 <= limit && $0.inverse <= limit })
    else {
      throw ValidationError("--lambda: a descent needs weight decays from 1e-60 to 1e60")
    }
    let widths = try WidthOption.widths(width, layers: depth)
    let numbers = zip(widths, [count * samples] + widths).reduce(0) { $0 + $1.0 * $1.1 }
    guard numbers <= Self.sizeLimit else {
      throw ValidationError(
        "--width \(width), --n \(samples): \(numbers) numbers; expected at most \(Self.sizeLimit)")
    }
    return (firstSeed..<firstSeed + seeds).map { seed in
      TrainingSettings(
        classes: count, widths: widths, regularisation: value, rate: rate, seed: UInt64(seed))
    }
  }

  func run() throws {
    try reportingErrors("train") {
      let settings = try settings()
      try Files.makeFolder(out)
      let folder = TrainingFolder(path: out)
      let trainings = Trainings(
        folder: folder, settings: settings, steps: steps,
        jobs: jobs ?? Thread.cores, timeout: options.limit.timeout, isQuiet: quiet)
      let stopReason = try trainings.run()
      var answer = Answer(command: "train")
      try TrainingText(
        settings: settings, folder: folder, stopReason: stopReason, steps: steps, digits: digits
      ).write(to: &answer)
      try answer.finish(options)
    }
  }
}
