import ArgumentParser
import Claims
import Denotations
import Figures
import Losses
import Rational

struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    _superCommandName: "verify",
    abstract: "Draws the paper's figures: from exact values, or from trainings of verify train.",
    discussion: """
      2      the matrices M_{L-1} and M̃_L with their Gram matrices, for one r and L; all α are 1
             unless a regularisation is given, and then those of its minimisers
      3      loss(SRG)/loss(DNC) against r for several L and one λ, beside the bound (3) in explicit form;
             the default λ = 1/100000 is so small that DNC is not zero up to r = 60 for L = 3, 4, 5
      phase  which solution loses less at which regularisation

      From trainings, with --runs and one folder or several:

      1         DNC1 metric, singular values, and the loss against DNC and SRG, of trainings that differ in
                their seeds
      3-middle  the average rank against the weight decay; 3-right: how often the end is DNC, against
                the width
      4         a row for each folder: the loss, M_{L-1}, M̃_L and the Gram matrix of M_{L-1}
      5, 6, 7   matrices, singular values and the loss of one training
      Figures 4 to 7 show the training of least loss in each folder, or the one of --seed.

      Pictures are SVG, light or dark as the viewer is; --format csv writes the numbers instead.
      A file is written whole or not at all; without --out the picture goes to standard output.

      EXAMPLES
        verify figure 2 --out fig2.svg
        verify figure 2 --r 6 --L 3 --lambda 1/1000 --out fig2.svg
        verify figure 3 --lambda 1/250 --r 4..60 --L 3,4,5 --out fig3.svg
        verify figure 3 --lambda 1e-5 --format csv --out fig3.csv
        verify figure 1 --runs runs/ --out fig1.svg
        verify figure 3-right --runs width-10/ width-30/ width-90/ --out fig3-right.svg
        verify figure phase --r 4..30 --L 3..7 --out phase.svg
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case matrices = "2"
    case ratio = "3"
    case phase
    case progress = "1"
    case ranks = "3-middle"
    case collapses = "3-right"
    case small = "4"
    case deep = "5"
    case six = "6"
    case fifteen = "7"

    /// Whether it shows trainings.
    var hasTrainings: Bool {
      switch self {
      case .matrices, .ratio, .phase: false
      default: true
      }
    }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case svg, csv
  }

  @Argument(help: "Which figure: 1 to 7, 3-middle, 3-right or phase; 3 is its left part.")
  var figure: Subject

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "K = r(r-1)/2 classes (default: 5 for Figure 2, 4..60 for 3, 4..30).", valueName: "range"))
  var r: [String] = []

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Numbers of layers (default: 4 for Figure 2, 3..5).", valueName: "range"))
  var layers: [String] = []

  @OptionGroup(title: "Regularisation") var regularisation: RegularisationOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Folders with trainings of verify train.", valueName: "folder"),
    completion: .directory)
  var runs: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Figures 4 to 7: the training of that seed (default: the least loss).", valueName: "number"))
  var seed: UInt64?

  @Option(help: "A picture, or the numbers as comma-separated values.")
  var format: Format = .svg

  @Flag(help: "Figure 3: also with half of the signs of the last layer minus, for r up to 10.")
  var half = false

  @Option(
    help: ArgumentHelp("The file (default: standard output).", valueName: "file"),
    completion: .file())
  var out: String?

  @OptionGroup(title: "Running") var limit: TimeLimit

  /// The most vertices of matrices that are drawn: K² cells each.
  private static let orderLimit = 30

  mutating func validate() throws {
    if figure.hasTrainings {
      let isGiven = !r.isEmpty || !layers.isEmpty || regularisation.isGiven || half
      guard !isGiven else {
        throw ValidationError(
          "--runs: a figure of trainings has their K, L and λ, so no --r, --L, --lambda or --half")
      }
      guard !runs.isEmpty else {
        throw ValidationError(
          "--runs: figure \(figure.rawValue) shows trainings; expected a folder that verify train has "
            + "filled")
      }
    } else if !runs.isEmpty || seed != nil {
      throw ValidationError(
        "--runs, --seed: figure \(figure.rawValue) is drawn from exact values, not from trainings")
    }
    if figure == .phase, regularisation.isGiven {
      throw ValidationError("--lambda: the phase diagram has every regularisation")
    }
  }

  func run() throws {
    try reportingErrors("figure") {
      limit.begin()
      let figure = try drawn()
      let text = format == .svg ? figure.picture.text : figure.table.text
      TimeLimit.finish()
      if let out, out != "-" {
        try Files.write(text, to: out)
      } else if !Terminal.output(text) {
        throw ExitCode(ExitStatus.internalError.rawValue)
      }
    }
  }

  /// The picture and its numbers.
  func drawn() throws -> Figure {
    switch figure {
    case .matrices: return try matrices()
    case .ratio:
      let range = try PhaseRange(r: r, layers: layers, defaultOrders: "4..60")
      return try .ratio(
        orders: range.orders, layers: range.layers, hasHalf: half, { try value(layers: $0) },
        setting: "n = \(regularisation.n.joinedValues ?? "1"), \(decays)")
    case .phase:
      let range = try PhaseRange(r: r, layers: layers, defaultOrders: "4..30")
      return .phase(try range.diagrams(digits: 12))
    case .progress, .ranks, .collapses, .small, .deep, .six, .fifteen:
      return try TrainedFigure(folders: runs, seed: seed).drawn(figure)
    }
  }

  /// The λ of Figure 3 when none is given: below every critical one of the default r and L, so that no curve
  /// ends at the ratio 1 of two solutions that are zero. That of DNC for r = 60 and L = 5 is near 1/10256.
  private static let standard = Rational(1, 100_000)

  /// The regularisation that was given, or the standard one.
  private func value(layers: Int) throws -> Regularisation {
    regularisation.isGiven
      ? try regularisation.value(layers: layers)
      : Regularisation(samples: 1, all: Self.standard, layers: layers)
  }

  private var decays: String {
    let common = regularisation.lambda.joinedValues
    let features = regularisation.featureDecay.joinedValues ?? common
    let weights = regularisation.weightDecays.joinedValues ?? common
    guard let features, let weights, features != weights else {
      return "every λ = \(features ?? "\(Self.standard)")"
    }
    return "λ_H = \(features), λ_W = \(weights)"
  }

  private func matrices() throws -> Figure {
    let order = try IntegerOption.single(
      "--r", r, default: 5, 3...Self.orderLimit, "the numbers of vertices that are drawn")
    let depth = try IntegerOption.single(
      "--L", layers, default: 4, 2...200, "the numbers of layers")
    let pictures = try LayerPictures(order: order)
    guard regularisation.isGiven else {
      return .matrices(
        pictures, layers: depth, scales: nil,
        setting: "every α_l = 1; columns are the edges of the complete graph")
    }
    let value = try value(layers: depth)
    let answer = try LossAnswer(.order(order), value, digits: 17)
    let scales = answer.contenders.map { $0.solution.blocks[0].scales(value) }
    let (graph, collapse) = (scales[0], scales[1])
    guard let last = graph.last, last.lower.sign > 0, let other = collapse.last else {
      throw ValidationError(
        "--lambda: the minimiser is zero for Λ = \(value.product), and so are all matrices; expected "
          + "a smaller one")
    }
    return .matrices(
      pictures, layers: depth, scales: (graph[max(0, depth - 3)], last, other),
      setting: "n = \(value.samples), \(decays)")
  }
}
