import Denotations
import Rational
import Statements
import Synchronization
import Threads

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
  /// - Throws: `RunError` when the request is at fault. What cannot be evaluated for some value (a shape
  ///   that does not fit, a division by zero) leaves that value undecided.
  public func report(
    on form: Form, over domains: [String: Domain] = [:], options: RunOptions = RunOptions()
  ) throws -> Report {
    let chosen = try chosenDomains(domains)
    guard let space = try InstanceSpace(of: chosen) else {
      return try openReport(on: form, over: chosen, options: options)
    }
    try admit(space.count, options)
    let attempts: [Attempt?]
    if let merged = options.merged {
      let run = try merged.run(question(on: form, over: chosen, space))
      try recheck(run, of: merged, form, over: space, options: options)
      attempts = (0..<space.count).map { run[$0]?.result }
    } else {
      attempts = decide(form, over: chosen, space, options: options)
    }
    // The last value is the largest: that it is too large is said for the whole.
    if case .failure(let error)?? = attempts.last, error is RunError { throw error }
    let outcomes = try attempts.map { try $0?.get() }
    return summary(of: outcomes, on: form, over: chosen, space: space, options: options)
  }

  /// Decides the values of one part of a run.
  ///
  /// The outcomes go to `part`, each as it is found; values that it has are not decided again. The other
  /// parameters are as for `report`.
  ///
  /// - Throws: As `report`, and `RunError.domain` for an open range, which is decided in one piece.
  public func decide(
    _ form: Form, over domains: [String: Domain], for part: ShardRecord, options: RunOptions
  ) throws {
    let chosen = try chosenDomains(domains)
    guard let space = try InstanceSpace(of: chosen) else {
      let open = chosen.first { if case .from = $0.domain { true } else { false } }
      throw RunError.domain(
        parameter: open?.parameter.name ?? "",
        reason: "an open range is decided in one piece; expected a finite one, as in 5..400")
    }
    let run = part.run(question(on: form, over: chosen, space))
    let places = part.shard.places(of: space.count).filter { run[$0] == nil }
    try admit(places.count, options)
    let attempts = decide(form, over: space, at: places, options: options) { place, attempt in
      if let known = PartialRun.Attempt(attempt) { run.add(known, at: place) }
    }
    for case .failure(let error)? in attempts where PartialRun.Attempt(.failure(error)) == nil {
      throw error
    }
  }

  /// Decides some of the values of a run in parts once more, if that was asked for.
  ///
  /// - Throws: `MergedRun.Failure` for the first value of which a part says something else, and when it is time
  ///   to stop.
  private func recheck(
    _ run: PartialRun, of merged: MergedRun, _ form: Form, over space: InstanceSpace,
    options: RunOptions
  ) throws {
    guard let recheck = merged.recheck else { return }
    let places = recheck.places(of: run)
    for (place, attempt) in zip(places, decide(form, over: space, at: places, options: options)) {
      // Of a form whose last value is over a limit only that value is looked at.
      guard let attempt else {
        if let reason = options.stopReason() {
          throw MergedRun.Failure(
            description: "\(reason): not all was decided once more, so nothing is said",
            isStop: true)
        }
        continue
      }
      let found = PartialRun.Attempt(attempt)
      guard let found else {
        _ = try attempt.get()
        continue
      }
      try merged.require(found, at: place, space[place], of: run)
      recheck.add(found)
    }
  }

  private func question(
    on form: Form, over chosen: [(parameter: Parameter, domain: Domain)], _ space: InstanceSpace
  ) -> RunKey {
    RunKey(
      claim: id, statement: form.wording.rawValue,
      values: chosen.map { "\($0.parameter.name) = \($0.domain)" }.joined(separator: ", "),
      count: space.count)
  }

  /// The domain of every parameter, checked against its bound.
  private func chosenDomains(
    _ domains: [String: Domain]
  ) throws(RunError) -> [(parameter: Parameter, domain: Domain)] {
    var chosen: [(parameter: Parameter, domain: Domain)] = []
    for parameter in parameters {
      guard let domain = domains[parameter.name] ?? parameter.defaultValues else {
        throw .domain(
          parameter: parameter.name,
          reason: "\(location): \(id) has no default value for it; name its values, e.g. --set "
            + "\(parameter.name)=5..40, or write default 5..40")
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

  /// About what the outcome of a value takes, with what it is put together from.
  private static let bytesPerValue = 320

  /// - Throws: `RunError.tooLarge` when the outcomes of so many values alone are estimated to take more than was
  ///   granted.
  private func admit(_ count: Int, _ options: RunOptions) throws(RunError) {
    guard count > options.memoryLimit / Self.bytesPerValue else { return }
    throw .tooLarge(
      "\(location): \(count) values, whose outcomes would take about "
        + "\(SizeLimit.shown(count * Self.bytesPerValue)); the limit is "
        + SizeLimit.shown(options.memoryLimit))
  }

  /// Decides all values; of those that fail, the first is explained, which is the one that is shown.
  private func decide(
    _ form: Form, over chosen: [(parameter: Parameter, domain: Domain)], _ space: InstanceSpace,
    options: RunOptions
  ) -> [Attempt?] {
    let soFar = Mutex(Tally())
    options.began? { reason in
      report(
        soFar.withLock { $0 }, on: form, over: chosen, space: space, options: options,
        stopped: reason)
    }
    let last = space.count - 1
    /// The last value is decided first, and shown only when no other fails.
    @Sendable func isExplained(_ place: Int) -> Bool {
      place == last ? last == 0 : soFar.withLock { place < $0.failing?.place ?? .max }
    }
    var attempts = decide(
      form, over: space, at: Array(0..<space.count), options: options,
      found: { place, attempt in
        guard case .success(let outcome) = attempt else { return }
        soFar.withLock { $0.add(outcome, at: place, space[place]) }
      }, explaining: isExplained)
    if last > 0, soFar.withLock({ $0.failing?.place }) == last {
      var options = options
      options.progress = nil
      attempts[last] = decide(form, over: space, at: [last], options: options)[0] ?? attempts[last]
    }
    return attempts
  }

  /// Decides the values at the given places, which ascend.
  ///
  /// - Parameters:
  ///   - found: Called with each value as it is decided, from any thread.
  ///   - isExplained: Whether what is true in place of what fails is looked for at a place.
  /// - Returns: nil for a value that was not taken up: when it was time to stop, and when the last of
  ///   all values is refused.
  private func decide(
    _ form: Form, over space: InstanceSpace, at places: [Int], options: RunOptions,
    found: (@Sendable (Int, Attempt) -> Void)? = nil,
    explaining isExplained: @escaping @Sendable (Int) -> Bool = { _ in true }
  ) -> [Attempt?] {
    let done = Mutex(0)
    let cache = DefinitionCache(self)
    let attempt = { @Sendable (index: Int) -> Attempt? in
      guard options.stopReason() == nil else { return nil }
      let result = Attempt {
        try self.outcome(
          of: form, at: space[places[index]], options: options, cache: cache,
          explainsFailures: isExplained(places[index]))
      }
      found?(places[index], result)
      done.withLock { count in
        count += 1
        options.progress?(count, places.count)
      }
      return result
    }
    guard !places.isEmpty else { return [] }
    let others = places.count - 1
    let isRefused = Atomic(false)
    // Values beside each other share definitions; short runs keep long last values from one thread.
    let run = max(1, min(64, others / (options.jobs * 8)))
    // The last one is taken up first, and when it is over a limit, no other is.
    let attempts = inParallel(count: places.count, jobs: options.jobs, run: run) { turn in
      guard !isRefused.load(ordering: .relaxed) else { return nil as Attempt? }
      let result = attempt(turn == 0 ? others : turn - 1)
      if turn == 0, case .failure(let error)? = result, error is RunError,
        places[others] == space.count - 1
      {
        isRefused.store(true, ordering: .relaxed)
      }
      return result
    }
    return isRefused.load(ordering: .relaxed)
      ? Array(repeating: nil, count: others) + [attempts[0]]
      : Array(attempts.dropFirst()) + [attempts[0]]
  }

  /// One value: by the chosen reading and, where that is cheap, by the dense one as well.
  ///
  /// - Throws: `RunError` when the value is too large, or two readings of it disagree.
  func outcome(
    of form: Form, at instance: Instance, options: RunOptions, cache: DefinitionCache,
    explainsFailures: Bool = true
  ) throws -> Outcome {
    let first: (outcome: Outcome, isSmall: Bool)
    do {
      first = try Evaluator(
        self, at: instance, options: options, cache: cache, explainsFailures: explainsFailures
      ).outcome(of: form)
    } catch let error as ClaimError {
      return Outcome(result: .undecided(error.description))
    }
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
    var tally = Tally()
    var outside: [Report.Outside] = []
    var findings: [Report.Finding] = []
    for (index, outcome) in outcomes.enumerated() {
      guard let outcome else {
        tally.skip(index)
        continue
      }
      tally.add(outcome, at: index, space[index])
      if case .outside(let remark) = outcome.result {
        outside.append(.init(at: space[index], remark: remark))
      }
      if !outcome.findings.isEmpty {
        findings.append(.init(at: space[index], entries: outcome.findings))
      }
    }
    return report(
      tally, on: form, over: chosen, space: space, options: options,
      stopped: options.stopReason() ?? "stopped", outside: outside, findings: findings)
  }

  /// What the values that are decided come to.
  ///
  /// - Parameter reason: Why others are not, if there are any.
  private func report(
    _ tally: Tally, on form: Form, over chosen: [(parameter: Parameter, domain: Domain)],
    space: InstanceSpace, options: RunOptions, stopped reason: String,
    outside: [Report.Outside] = [], findings: [Report.Finding] = []
  ) -> Report {
    let isStopped = tally.taken < space.count
    let verdict: Verdict
    var open: [String] = []
    if let (_, counterexample) = tally.failing {
      verdict = .refuted(counterexample)
      if isStopped {
        open.append("\(reason): \(tally.taken) of \(space.count) values were decided")
      }
      if let undecided = tally.undecidedValues { open.append(undecided) }
    } else if isStopped {
      verdict = .undecided(
        .stopped(reason, decided: tally.taken, of: space.count, holds: tally.holds))
    } else if let (_, reason) = tally.undecided {
      verdict = .undecided(.value(reason))
    } else if tally.decided == 0 {
      verdict = .undecided(.vacuous)
    } else {
      verdict = .checked
    }
    return Report(
      claim: self, form: form, domains: chosen,
      extents: Extents(chosen.map { ($0.parameter.name, Extent($0.domain)) }), verdict: verdict,
      instances: tally.decided, holds: tally.holds, outside: outside,
      method: form.method(options), principles: form.principles,
      findings: findings, open: open,
      knowsFirstFailing: tally.knowsFirstFailing(of: space.count))
  }
}
