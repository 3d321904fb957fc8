import ArgumentParser
import Claims
import Denotations
import Losses

struct PhaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phase",
    _superCommandName: "verify",
    abstract: "For which regularisation Λ which solution loses less, exactly.",
    discussion: """
      A solution is zero, with the loss 1/2, from its critical Λ on. That of deep neural collapse is
      (L-1)^(L-1)/(K^(L+1)·L^(2L)); that of the construction is an algebraic number, enclosed by
      exact evaluations on both sides. Where the order changes in between, the place is enclosed by
      the exact order on both sides. --verbose shows the algebraic numbers, --format json all bounds.

      With --shape: for which Λ a shape (*.shape) loses less than collapse and where the two are equal;
      for all shapes that are given, for as many classes and layers, and the construction of the paper when
      K = r(r-1)/2, which of two loses less and where that changes, and their losses at some Λ.

      EXAMPLES
        verify phase --r 4..30 --L 3..7
        verify phase --shape proofs/paper/certificates/K5-L3.shape
        verify phase --r 3..12 --L 2
        verify phase --r 4 --L 3 --verbose
      """)

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("K = r(r-1)/2 classes (default: 4..12).", valueName: "range"))
  var r: [String] = []

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Numbers of layers (default: 3..5).", valueName: "range"))
  var layers: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Certificates of shapes, in place of a range of r.", valueName: "file"),
    completion: .file())
  var shape: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many digits are certified.", valueName: "number"))
  var digits: Int = 12

  @Flag(name: .shortAndLong, help: "Write the algebraic numbers and the ranges as well.")
  var verbose = false

  @OptionGroup(title: "Running") var options: AnswerOptions

  mutating func validate() throws {
    try IntegerOption.require("--digits", digits, 1...100)
    guard shape.isEmpty || r.isEmpty && layers.isEmpty else {
      throw ValidationError(
        "--shape: a shape has its own K and L; --r and --L are for the construction")
    }
  }

  func run() throws {
    try reportingErrors("phase") {
      options.limit.begin()
      var answer = Answer(command: "phase")
      guard shape.isEmpty else {
        try ShapePhase(files: shape, digits: digits).write(to: &answer)
        return try answer.finish(options)
      }
      let diagrams = try PhaseRange(r: r, layers: layers).diagrams(digits: digits)
      PhaseText(diagrams, digits: digits, isVerbose: verbose).write(to: &answer)
      let isOpen = diagrams.contains { $0.diagram.ranges.contains { $0.order == nil } }
      if isOpen { answer.status = .undecided }
      try answer.finish(options)
    }
  }
}

/// The numbers of vertices and of layers of a phase diagram.
struct PhaseRange {
  let orders: [Int]
  let layers: [Int]

  /// The values of the options, with defaults that give a short table.
  init(r: [String], layers: [String], defaultOrders: String = "4..12") throws {
    orders = try IntegerOption.range(
      "--r", r, default: defaultOrders, 3...1000, "the numbers of vertices of the complete graph")
    self.layers = try IntegerOption.range(
      "--L", layers, default: "3..5", 2...200, "the numbers of layers")
    guard orders.count * self.layers.count <= 10_000 else {
      throw ValidationError(
        "--r and --L: \(orders.count * self.layers.count) pairs are over the limit of 10000")
    }
  }

  /// One diagram for each pair, by layers and then by vertices.
  func diagrams(digits: Int) throws -> [(order: Int, diagram: PhaseDiagram)] {
    try layers.flatMap { layers in
      try orders.map { order in
        let construction = try GraphConstruction.triangular(order: order, layers: layers)
        return (order, PhaseDiagram(construction, layers: layers, digits: digits))
      }
    }
  }
}
