import Rational
import Synchronization

extension Claim {
  /// Decides one wording of the claim over the given domains.
  ///
  /// The last value is decided first: it is the largest, so a job that is too large is refused
  /// before anything else is done.
  ///
  /// - Parameters:
  ///   - form: A form of this claim.
  ///   - domains: Values by parameter name; a parameter that is not named runs through its default
  ///     values.
  ///   - options: How the run is carried out.
  /// - Throws: `RunError` when the request is at fault, `ClaimError` when the claim is (a shape, a
  ///   division by zero or a square root of a negative number for some value).
  public func report(
    on form: Form, over domains: [String: Domain] = [:], options: RunOptions = RunOptions()
  ) throws -> Report {
    let chosen = try chosenDomains(domains)
    var lists: [[Rational]] = []
    for (_, domain) in chosen {
      guard case .finite(let values, _) = domain else {
        return try openReport(on: form, over: chosen, options: options)
      }
      lists.append(values)
    }
    let space = try InstanceSpace(names: parameters.map(\.name), lists: lists)
    let outcomes = try decide(form, over: space, options: options)
    return summary(of: outcomes, on: form, over: chosen, space: space, options: options)
  }

  /// The domain of every parameter, checked against its bound.
  private func chosenDomains(
    _ domains: [String: Domain]
  ) throws(RunError) -> [(parameter: Parameter, domain: Domain)] {
    var chosen: [(parameter: Parameter, domain: Domain)] = []
    for parameter in parameters {
      guard let domain = domains[parameter.name] ?? parameter.defaultValues else {
        throw .domain(
          parameter: parameter.name, reason: "\(id) has no default value for it; name its values")
      }
      if let bound = parameter.bound, let bad = domain.firstValue(rejectedBy: bound) {
        throw .domain(
          parameter: parameter.name,
          reason: "\(parameter.name) = \(bad) is outside the domain \(parameter.name) \(bound) "
            + "of \(id)")
      }
      if parameter.isInteger, case .finite(let values, _) = domain,
        let bad = values.first(where: { !$0.isInteger })
      {
        throw .domain(parameter: parameter.name, reason: "'\(bad)' is not an integer")
      }
      chosen.append((parameter, domain))
    }
    return chosen
  }

  private typealias Attempt = Result<Outcome, any Error>

  private func decide(
    _ form: Form, over space: InstanceSpace, options: RunOptions
  ) throws -> [Outcome?] {
    let done = Mutex(0)
    let cache = DefinitionCache(self)
    let attempt = { @Sendable (index: Int) -> Attempt? in
      guard options.stopReason() == nil else { return nil }
      let result = Attempt {
        try self.outcome(of: form, at: space[index], options: options, cache: cache)
      }
      done.withLock { count in
        count += 1
        options.progress?(count, space.count)
      }
      return result
    }
    let last = attempt(space.count - 1)
    if case .failure(let error)? = last, error is RunError { throw error }
    let rest = inParallel(count: space.count - 1, jobs: options.jobs, attempt)
    return try (rest + [last]).map { try $0?.get() }
  }

  /// One value: by the chosen reading and, where that is cheap, by the dense one as well.
  private func outcome(
    of form: Form, at instance: Instance, options: RunOptions, cache: DefinitionCache
  ) throws -> Outcome {
    let first = try Evaluator(self, at: instance, options: options, cache: cache)
      .outcome(of: form)
    guard options.method == .orbit, first.isSmall else { return first.outcome }
    var textbook = options
    textbook.method = .dense
    let second = try Evaluator(self, at: instance, options: textbook, cache: cache)
      .outcome(of: form)
    guard first.outcome.agrees(with: second.outcome) else {
      throw RunError.readingsDisagree(
        "\(id) (\(form.wording.rawValue)) at \(instance): one entry for each orbit gives "
          + "\(first.outcome), dense matrices give \(second.outcome)")
    }
    return first.outcome
  }

  private func summary(
    of outcomes: [Outcome?], on form: Form,
    over chosen: [(parameter: Parameter, domain: Domain)], space: InstanceSpace,
    options: RunOptions
  ) -> Report {
    var holds = 0
    var decided = 0
    var outside: [Report.Outside] = []
    var findings: [Report.Finding] = []
    var counterexample: Counterexample?
    var undecided: String?
    for (index, outcome) in outcomes.enumerated() {
      guard let outcome else { continue }
      let instance = space[index]
      switch outcome.result {
      case .holds:
        decided += 1
        holds += 1
      case .fails(let failure):
        decided += 1
        counterexample = counterexample ?? Counterexample(at: instance, failure: failure)
      case .undecided(let reason): undecided = undecided ?? "at \(instance): \(reason)"
      case .outside(let remark): outside.append(.init(at: instance, remark: remark))
      }
      if !outcome.findings.isEmpty {
        findings.append(.init(at: instance, entries: outcome.findings))
      }
    }
    let taken = outcomes.count { $0 != nil }
    let verdict: Verdict
    if let counterexample {
      verdict = .refuted(counterexample)
    } else if taken < space.count {
      let reason = options.stopReason() ?? "stopped"
      verdict = .undecided(
        "\(reason): \(taken) of \(space.count) values were decided, and \(holds) hold")
    } else if let undecided {
      verdict = .undecided(undecided)
    } else if decided == 0 {
      verdict = .undecided("no value of the range satisfies the hypotheses of the statement")
    } else {
      verdict = .checked
    }
    return Report(
      claim: self, form: form, domains: chosen, verdict: verdict, instances: decided, holds: holds,
      outside: outside, method: form.method(options), principles: form.principles,
      findings: findings)
  }
}
