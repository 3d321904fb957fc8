import ArgumentParser
import Claims
import Rational
import Statements

struct Theorem3Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theorem3",
    _superCommandName: "verify",
    abstract: "Decides Theorem 3: the construction loses less than deep neural collapse.",
    discussion: """
      Without a regularisation, the theorem is decided for every one under the hypothesis of its
      proof: the minimiser of deep neural collapse is not zero. With one, both minimal losses are
      enclosed and compared for that problem. All weight decays enter through
      Λ = n·λ_H·λ_1⋯λ_L alone.

      EXAMPLES
        verify theorem3 --L 3...8
        verify theorem3 --L 3...8 --K 6..60
        verify theorem3 --r 5 --L 4 --lambda 1/250
        verify theorem3 --r 5 --L 3 --lambda-H 5e-6 --lambda-W 1/200,1/200,1/100 --n 50
      """)

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Numbers of layers (default: 3..8; for one problem 4).", valueName: "range"))
  var layers: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "K = r(r-1)/2 classes (default: 4..40, from 5 for L = 3; for one problem 5).",
      valueName: "range"))
  var r: [String] = []

  @Option(
    name: .customLong("K"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Any number of classes, by Definition 8, first way.", valueName: "range"))
  var classes: [String] = []

  @OptionGroup(title: "One problem") var regularisation: RegularisationOptions
  @OptionGroup(title: "Running") var running: RunningOptions
  @OptionGroup(title: "In parts") var sharding: ShardOptions

  mutating func validate() throws {
    if !r.isEmpty, !classes.isEmpty {
      throw ValidationError("--r and --K: K is r(r-1)/2 when r is given; expected one of them")
    }
  }

  func run() throws {
    try reportingErrors("theorem3") {
      var id = classes.isEmpty ? "theorem-3" : "theorem-3.any-K"
      if regularisation.isGiven { id += classes.isEmpty ? ".at" : "-at" }
      let library = try running.library(of: id, isFamily: false)
      let claim = try claim(id, library)
      try regularisation.isGiven ? decideOne(claim, library) : decideAll(claim, library)
    }
  }

  private func claim(_ id: String, _ library: Library) throws -> Claim {
    guard let claim = library[id] else {
      throw FileError(description: "\(id) is not among the statements on file")
    }
    return claim
  }

  private var assignments: [DomainOptions.Assignment] {
    [("--L", layers, "L"), ("--r", r, "r"), ("--K", classes, "K")].compactMap {
      option, texts, name in
      texts.joinedValues.map { .init(option: option, text: $0, matches: { $0 == name }) }
    }
  }

  private func session(
    _ library: Library, text: @escaping @Sendable (Document) -> String
  ) throws -> Session {
    try Session(
      "theorem3", running, library, part: try sharding.part(of: library), text: text)
  }

  // MARK: Every regularisation

  private func decideAll(_ claim: Claim, _ library: Library) throws {
    let domains = try DomainOptions.domains(assignments, for: claim)
    guard let form = claim.form(.corrected) else { return }
    let session = try session(library) { [isVerbose = running.verbose] in
      Theorem3Text.table(of: $0, isVerbose: isVerbose)
    }
    // Pairs that nobody named are not missed when they are outside the hypotheses.
    if r.isEmpty, classes.isEmpty { session.edit { $0.showsOutside = false } }
    let report = try session.decide(claim, form, over: domains)
    if let report, let first = report.findings.first?.at ?? report.firstValues {
      try addRemarks(first, claim, session)
    }
    try session.finish()
  }

  /// The hypothesis in exact form, and what the strict inequality does without it.
  private func addRemarks(
    _ first: Instance, _ claim: Claim, _ session: Session
  ) throws {
    session.remark(
      "Hypothesis: the minimiser of DNC is not zero, that is K^(L+1)·L^(2L)·Λ < (L-1)^(L-1), "
        + "where Λ = n·λ_H·λ_1⋯λ_L.")
    guard let printed = claim.form(.printed) else { return }
    let report = try claim.report(on: printed, over: first.domains, options: RunOptions())
    if case .refuted(let counterexample) = report.verdict {
      session.remark(
        "Without it the strict inequality fails: at \(counterexample.at), "
          + "\(counterexample.failure.actual).")
    }
  }

  // MARK: One regularisation

  private func decideOne(_ claim: Claim, _ library: Library) throws {
    guard let form = claim.form(.printed),
      let parameter = claim.parameters.first(where: { $0.name == "L" })
    else { return }
    let domains = try DomainOptions.domains(assignments, for: claim)
    guard case .finite(let depths, _)? = domains["L"] ?? parameter.defaultValues else {
      throw ValidationError("--L: expected a finite range with --lambda")
    }
    let problems = try depths.map { depth in
      guard let layers = Int(exactly: depth.numerator), layers <= 10_000 else {
        throw ValidationError("--L: \(depth) layers are over the limit of 10000")
      }
      return (depth: depth, value: try regularisation.value(layers: layers).product)
    }
    let session = try session(library) { [isVerbose = running.verbose] in
      Theorem3Text.problems(of: $0, isVerbose: isVerbose)
    }
    try session.carryOut(problems) { problem, part in
      var values = domains
      values["L"] = .finite([problem.depth], text: "\(problem.depth)")
      values["Lambda"] = .finite([problem.value], text: "\(problem.value)")
      try session.decide(claim, form, over: values, in: part)
    }
    try session.finish()
  }
}

extension Report {
  /// The first values of proved ranges that are not outside the hypotheses.
  fileprivate var firstValues: Instance? {
    guard verdict.kind == .proved else { return nil }
    var values = domains.map { _, domain -> Rational in
      switch domain {
      case .from(let first): Rational(first)
      case .finite(let values, _): values[0]
      }
    }
    let names = domains.map(\.parameter.name)
    while outside.contains(where: { $0.at.values == values }) {
      values[0] += 1
    }
    return Instance(names: names, values: values)
  }
}
