import Denotations
import Proving
import Rational
import Statements

/// Single values of open ranges, tried one after the other: where a form fails, where it has no value.
struct Trial {
  private let claim: Claim
  private let form: Claim.Form
  private let chosen: [(parameter: Claim.Parameter, domain: Domain)]
  private let options: RunOptions
  private let cache: DefinitionCache
  /// The place of the open parameter that is stepped through.
  private let stepped: Int
  /// How many of its values have been tried.
  private var tried = 0
  private var isExhausted = false

  private(set) var tally = Tally()
  private(set) var outside: [Report.Outside] = []
  /// Why the trial came to an end before its time.
  private(set) var stopped: String?

  /// How many values are tried before a proof is looked for, and when none is found.
  static let firstValues = 8
  /// As far as the first value of a proof may be.
  static let lastValues = 64
  /// How many values of another open parameter go with each.
  private static let otherValues = 4
  /// So that no value takes long: dense matrices of about 128 rows and columns.
  private static let memoryLimit = 1 << 20

  /// - Precondition: One of the domains is open.
  init(
    _ claim: Claim, _ form: Claim.Form, _ chosen: [(parameter: Claim.Parameter, domain: Domain)],
    _ options: RunOptions
  ) {
    self.claim = claim
    self.form = form
    self.options = options
    cache = DefinitionCache(claim)
    let layers = ParameterRoles(claim, form.propositions).layers
    let open = chosen.indices.filter { chosen[$0].domain.isOpen }
    let stepped = open.first { chosen[$0].parameter.name != layers } ?? open[0]
    self.stepped = stepped
    self.chosen = chosen.enumerated().map { place, entry in
      place == stepped ? entry : (entry.parameter, entry.domain.first(Self.otherValues))
    }
  }

  /// Tries values until so many have been tried, one fails, or one is too large.
  ///
  /// - Throws: When two readings of a value disagree, a defect of this program.
  mutating func run(through count: Int) throws {
    guard case .from(let first) = chosen[stepped].domain else { return }
    while tried < count, counterexample == nil, stopped == nil, !isExhausted {
      let (value, overflows) = first.addingReportingOverflow(tried)
      // Values beyond a word are not tried.
      guard !overflows else { return }
      tried += 1
      try run(at: .integers(value...value))
    }
  }

  private mutating func run(at domain: Domain) throws {
    var finite = chosen
    finite[stepped].domain = domain
    guard let space = try InstanceSpace(of: finite) else { return }
    for index in 0..<space.count {
      stopped = options.stopReason()
      guard stopped == nil else { return }
      let instance = space[index]
      var limited = options
      limited.memoryLimit = min(options.memoryLimit, Self.memoryLimit)
      do {
        let outcome = try claim.outcome(of: form, at: instance, options: limited, cache: cache)
        note(outcome, at: instance)
      } catch RunError.tooLarge {
        isExhausted = true
        return
      }
      if counterexample != nil { return }
    }
  }

  private mutating func note(_ outcome: Outcome, at instance: Instance) {
    tally.add(outcome, at: tally.taken, instance)
    if case .outside(let remark) = outcome.result {
      outside.append(.init(at: instance, remark: remark))
    }
  }

  var counterexample: Counterexample? { tally.failing?.counterexample }

  /// What is said when neither a proof nor a counterexample was found.
  func reason(lacking proof: NoProofFound) -> Verdict.Reason {
    if let (_, reason) = tally.undecided { return .value(reason) }
    if let stopped = options.stopReason() {
      return .stopped(stopped, decided: tally.decided, of: nil, holds: tally.holds)
    }
    if tally.decided == 0, !outside.isEmpty { return .vacuousSoFar }
    return .noProof(
      proof.description,
      tried: tally.decided == 0 ? nil : "it holds for the \(tally.holds) values tried")
  }

  // MARK: Hypotheses

  /// Why a claim says nothing at the first values of the domains; nil when some of them satisfy its
  /// hypotheses.
  static func lackOfValues(
    _ claim: Claim, _ chosen: [(parameter: Claim.Parameter, domain: Domain)], _ options: RunOptions
  ) -> Verdict.Reason? {
    guard let hypothesis = claim.hypothesis else { return nil }
    let finite = chosen.map { (parameter: $0.parameter, domain: $0.domain.first(lastValues)) }
    guard let space = try? InstanceSpace(of: finite) else { return nil }
    let cache = DefinitionCache(claim)
    var undefined: String?
    for index in 0..<min(space.count, 10_000) {
      let instance = space[index]
      var evaluator = Evaluator(claim, at: instance, options: options, cache: cache)
      do {
        if try evaluator.holds(hypothesis) { return nil }
      } catch let error as ClaimError {
        undefined = undefined ?? "the hypotheses have no value at \(instance): \(error)"
      } catch {
        undefined = undefined ?? "the hypotheses were not decided at \(instance): \(error)"
      }
    }
    return undefined.map { .value($0) } ?? .vacuousSoFar
  }
}
