import ArgumentParser
import Claims
import Denotations
import Losses

struct LossCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loss",
    _superCommandName: "verify",
    abstract: "One problem: both minimal losses, where they are attained, and which is smaller.",
    discussion: """
      All digits are certified, and the order is decided exactly, equality included; its certificate
      has been replayed by the kernel. The exit status is 0 whichever loss is smaller.

      With --K both ways of Definition 8 are compared: the construction for the largest r with
      r(r-1)/2 ≤ K beside deep neural collapse for the rest, and the one for the smallest r with
      K ≤ r(r-1)/2 without the columns that are too many. When they are several it matters
      which: edges at one vertex and edges that touch as little as can be are the two extremes.
      Two layers, and r = 3, are outside the paper's definitions and are answered as well.

      EXAMPLES
        verify loss --r 5 --L 4 --lambda 1/250
        verify loss --r 5 --L 4 --lambda 0.004 --n 50 --digits 30
        verify loss --K 7 --L 4 --lambda 1/250
        verify loss --r 5 --L 3 --lambda-H 5e-6 --lambda-W 1/200,1/200,1/100
        verify loss --r 5 --L 4 --lambda 1/250 --certificate srg.loss
      """)

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The number of layers (default: 4).", valueName: "number"))
  var layers: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("K = r(r-1)/2 classes (default: 5).", valueName: "number"))
  var r: [String] = []

  @Option(
    name: .customLong("K"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Any number of classes from 6 on.", valueName: "number"))
  var classes: [String] = []

  @OptionGroup(title: "Regularisation") var regularisation: RegularisationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many digits are certified.", valueName: "number"))
  var digits: Int = 20

  @Option(
    help: ArgumentHelp("Write the certificate of the order to a file.", valueName: "file"),
    completion: .file())
  var certificate: String?

  @Flag(name: .shortAndLong, help: "Write the certificate as well.")
  var verbose = false

  @OptionGroup(title: "Running") var options: AnswerOptions

  /// The most layers: more than the kernel would replay.
  private static let layerLimit = 4096
  private static let digitLimit = 1000

  mutating func validate() throws {
    guard r.isEmpty || classes.isEmpty else {
      throw ValidationError("--r and --K: K is r(r-1)/2 when r is given; expected one of them")
    }
    try regularisation.require(example: "1/250")
    guard (1...Self.digitLimit).contains(digits) else {
      throw ValidationError("--digits \(digits): expected 1 to \(Self.digitLimit)")
    }
  }

  func run() throws {
    try reportingErrors("loss") {
      let depth = try IntegerOption.single(
        "--L", layers, default: 4, 2...Self.layerLimit, "the numbers of layers")
      let size: LossAnswer.Size =
        classes.isEmpty
        ? .order(
          try IntegerOption.single(
            "--r", r, default: 5, 3...5000, "the numbers of vertices of the complete graph"))
        : .classes(
          try IntegerOption.single(
            "--K", classes, default: 7, 6...10_000_000, "the numbers of classes of Definition 8"))
      let value = try regularisation.value(layers: depth)
      if let certificate { try Files.requirePlace(for: certificate) }
      options.limit.begin()
      var answer = Answer(command: "loss")
      let found = try LossAnswer(size, value, digits: digits)
      LossText(found, digits: digits, isVerbose: verbose).write(to: &answer)
      if !found.isDecided { answer.status = .undecided }
      if let certificate {
        if let text = found.comparisons.first?.certificate?.text {
          answer.file = (path: certificate, text: text)
        } else {
          Terminal.error("\(certificate): not written: no certificate was found\n")
          answer.status = .undecided
        }
      }
      try answer.finish(options)
    }
  }
}
