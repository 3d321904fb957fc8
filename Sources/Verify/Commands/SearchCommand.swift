import ArgumentParser
import Certificates
import Losses
import Rational
import Synchronization
import Threads
import Training

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    _superCommandName: "verify",
    abstract:
      "Looks for weights that lose less than DNC, for one λ or for all, and certifies them.",
    discussion: """
      Without λ: descends on D·tr(G⁻¹), which decides whether the weights but the last ones, scaled and
      with the best last layer, lose less than DNC for every Λ; where nothing is found, on how far down
      from the critical Λ they do. It starts from the constructions (complete graphs with classes removed
      or added, cycles, stars, the cube) and from --seeds random ones, rounds to small integers, and
      certifies with the Λ in full.

      With λ: gradient descent on the objective (1) from seeded starts: at random (every fourth seed), near
      graphs of one or two points a class, near a circle of classes, and near random non-negative
      features, and from the constructions, where they have room in the widths; the weight decays grow
      to their values over the first two fifths of the steps. The best point is rounded to fractions
      with a small denominator, and its loss is computed exactly.
      A point below DNC is a proof, whatever found it; that nothing was found says nothing about
      what exists. The exit status is 0 when a point is certified, 2 when none is, and 3 when the search
      was interrupted: Ctrl-C, the signal TERM, or a time that is nearly up (--timeout) has it certify the
      best of what it has come to.

      EXAMPLES
        verify search --K 7 --L 3
        verify search --K 5 --L 3 --certificate mine.shape
        verify search --K 3 --L 4 --lambda 1/100
        verify search --K 5 --L 3 --lambda 53/1000 --seeds 60 --steps 30000
        verify search --K 6 --L 2 --lambda 13/200 --certificate hexagon.point
      """)

  @Option(
    name: .customLong("K"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The number of classes (default: 3).", valueName: "number"))
  var classes: [String] = []

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The number of layers (default: 4).", valueName: "number"))
  var layers: [String] = []

  @OptionGroup(title: "Regularisation") var regularisation: RegularisationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "d_1, …, d_L, or one for all (default: 10; without λ: any).", valueName: "numbers"))
  var width: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How many starts.", valueName: "number"))
  var seeds: Int = 20

  @Option(
    name: .customLong("first-seed"), parsing: .unconditional,
    help: ArgumentHelp("The seed of the first one (default: 1).", valueName: "number"))
  var firstSeed: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Steps of each (default: 60000).", valueName: "number"))
  var steps: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The learning rate; halved when the loss rises (default: 0.5).", valueName: "number"))
  var rate: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The part of the gap to DNC that rounding must leave, below 1 (default: 0.75, or what the "
        + "paper's construction leaves).", valueName: "number"))
  var keep: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many starts at a time (default: all cores).", valueName: "n"))
  var jobs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many digits are certified.", valueName: "number"))
  var digits: Int = 12

  @Option(
    help: ArgumentHelp("Write the certificate to a file.", valueName: "file"), completion: .file())
  var certificate: String?

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Write the features and weights, and every start, as well.")
  var verbose = false

  @OptionGroup(title: "Running") var options: AnswerOptions

  private var first: Int { firstSeed ?? 1 }
  private var length: Int { steps ?? 60_000 }
  private var speed: Double { rate ?? 0.5 }

  mutating func validate() throws {
    try IntegerOption.require("--seeds", seeds, 1...1_000_000)
    if !regularisation.isGiven {
      let given = [
        ("first-seed", firstSeed != nil), ("steps", steps != nil), ("rate", rate != nil),
      ]
      if let (name, _) = given.first(where: \.1) {
        throw ValidationError("--\(name): matters only with --lambda, or --lambda-H and --lambda-W")
      }
    }
    try IntegerOption.require("--first-seed", first, 0...1_000_000_000)
    try IntegerOption.require("--steps", length, 1...1_000_000_000)
    try IntegerOption.require("--digits", digits, 1...1000)
    if let jobs { try IntegerOption.require("--jobs", jobs, 1...1024) }
    if let keep, !(keep >= 0 && keep < 1) {
      throw ValidationError("--keep \(keep): expected a number from 0 on and below 1")
    }
    guard speed > 0, speed <= 1000 else {
      throw ValidationError("--rate \(speed): expected a positive number, at most 1000")
    }
  }

  func widths(_ depth: Int) throws -> [Int] {
    try WidthOption.widths(width ?? "10", layers: depth)
  }

  func run() throws {
    try reportingErrors("search") {
      let depth = try IntegerOption.single(
        "--L", layers, default: 4, 2...64, "the numbers of layers")
      let count = try IntegerOption.single(
        "--K", classes, default: 3, 2...200, "the numbers of classes")
      guard regularisation.isGiven else { return try searchShape(count, depth) }
      let value = try regularisation.value(layers: depth)
      guard value.samples <= 1_000_000_000 else {
        throw ValidationError("--n \(value.samples): expected at most 1000000000")
      }
      let limit = Rational(Integer(10).power(60))
      guard ([value.features] + value.weights).allSatisfy({ $0 <= limit && $0.inverse <= limit })
      else {
        throw ValidationError("--lambda: a descent needs weight decays from 1e-60 to 1e60")
      }
      let search = PointSearch(
        classes: count, regularisation: value, widths: try widths(depth),
        seeds: UInt64(first)..<UInt64(first + seeds),
        schedule: Schedule(steps: length, rate: speed))
      let stopReason = try begin()
      var answer = Answer(command: "search")
      // Without a choice the point is not to lose to what the program knows, where it knows that.
      let known =
        keep == nil ? (try? PointAnswer.solutions(count, value, digits: 12))?.dropFirst() : nil
      let found = search.run(
        jobs: jobs ?? Thread.cores, keeping: keep ?? 0.75,
        rival: known?.map { Double($0.loss.lower) }.min(), isStopped: { stopReason() != nil },
        progress: SearchProgress(isQuiet: quiet, total: seeds * length).callback)
      let reason = stopReason()
      try write(search, found, to: &answer)
      if let reason {
        interrupt(
          &answer, reason,
          "\(found.losses.count) of \(seeds) starts were begun, and count as far as they were")
      }
      try answer.finish(options)
    }
  }

  /// Begins to count the time.
  ///
  /// - Returns: Why the search has to stop, asked now and then: the user or who ends jobs has asked to, or what is left
  ///   of the time is for certifying what was found, half of it but at most two seconds.
  func begin() throws -> @Sendable () -> String? {
    if let certificate { try Files.requirePlace(for: certificate) }
    let deadline = options.limit.timeout.map { Clock.seconds() + $0 - min(2, $0 / 2) }
    options.limit.begin()
    Interruption.catchFirst()
    Interruption.catchTermination()
    return { Interruption.reason(deadline: deadline) }
  }

  /// Says that the search was interrupted, which is a limit that was reached.
  func interrupt(_ answer: inout Answer, _ reason: String, _ extent: String) {
    answer.add("\(reason.prefix(1).uppercased())\(reason.dropFirst()): \(extent).")
    answer.members["interrupted"] = .boolean(true)
    answer.status = .limit
  }

  private func write(
    _ search: PointSearch, _ found: PointSearch.Result, to answer: inout Answer
  ) throws {
    let value = search.regularisation
    let width = Set(search.widths).count == 1 ? [search.widths[0]] : search.widths
    let starts =
      seeds == 1
      ? "1 start, seed \(first)"
      : "\(seeds) starts, seeds \(first) … \(first + seeds - 1)"
    func shown(_ seed: UInt64?) -> String { seed.map { "seed \($0)" } ?? "near a construction" }
    answer.add(
      "K = \(search.classes) classes, L = \(search.widths.count) layers, \(value.shown)",
      "\(starts); width \(width.map(String.init).joined(separator: ", ")); "
        + "\(length) steps, rate \(speed)",
      "The best start, \(shown(found.bestSeed)), ends near \(Self.shown(found.bestLoss)).")
    if verbose {
      var table = TextTable(["seed", "ends near"])
      table.rightAligned = [0]
      for (index, loss) in found.losses.enumerated() {
        table.add(["\(first + index)", Self.shown(loss)])
      }
      answer.add(table)
    }
    answer.members = [
      "problem": .object(value.members(classes: search.classes)),
      "starts": .array(found.losses.map { .string(Self.shown($0)) }),
      "best_seed": .string(found.bestSeed?.description ?? "construction"),
      "found": .boolean(found.certificate != nil),
    ]
    guard let (certificate, seed, denominator) = found.certificate else {
      answer.add(
        "loss(DNC) = \(found.collapse.shown(digits: digits))",
        "Nothing was found: no start led to a point that is certified to lose less than DNC.",
        "That says nothing about whether there is one.")
      answer.members["collapse"] = found.collapse.json(digits: digits)
      answer.status = .undecided
      return
    }
    let point = certificate.point
    let shapes = ([point.features] + point.weights).map { "\($0.rows)×\($0.columns)" }
    answer.add(
      "The point: \(shown(seed)), rounded to fractions over \(denominator); H_1 is \(shapes[0]), "
        + "W_1 … W_\(point.layers) are \(shapes.dropFirst().joined(separator: ", ")).")
    answer.members["seed"] = .string(seed?.description ?? "construction")
    answer.members["denominator"] = .string("\(denominator)")
    let result = try PointAnswer(
      point, value, point.terms(), given: JudgedCertificate(certificate), digits: digits)
    PointText(answer: result, digits: digits).write(to: &answer)
    let shape = Shape(features: point.features, weights: Array(point.weights.dropLast()))
    if (try? shape.validate()) != nil {
      ShapeText(judged: JudgedShape(finding: shape), shape: shape).write(to: &answer)
    }
    if verbose { answer.sections.append(.verbatim(certificate.text)) }
    answer.file = self.certificate.map { (path: $0, text: certificate.text) }
  }

  /// A rounded number, to be recognised by: nothing is decided by it.
  private static func shown(_ value: Double) -> String {
    guard value.isFinite, let exact = Rational("\(value)") else { return "\(value)" }
    return exact.decimal(digits: 9)
  }
}

/// The progress of a search, at most ten times a second and only on a terminal.
private final class SearchProgress: Sendable {
  private let progress: Progress
  private let total: Int
  private let start = Clock.seconds()
  private let last = Mutex(0.0)

  init(isQuiet: Bool, total: Int) {
    progress = Progress(isQuiet: isQuiet)
    self.total = total
  }

  var callback: @Sendable (PointSearch.Progress) -> Void {
    { news in
      guard self.progress.isShown else { return }
      self.last.withLock { last in
        let now = Clock.seconds()
        let isEnd = news.steps >= self.total
        if isEnd, last > 0 { self.progress.clear() }
        guard now - self.start > 1, now - last > 0.1, !isEnd else { return }
        last = now
        self.progress.show(
          news.loss.isFinite ? "loss \(Float(news.loss))" : "loss", done: news.steps,
          total: self.total,
          rate: Double(news.steps) / (now - self.start),
          fraction: Double(news.steps) / Double(self.total), elapsed: now - self.start)
      }
    }
  }
}
