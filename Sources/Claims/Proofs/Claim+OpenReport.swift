import Certificates
import Proving
import Rational
import Statements

extension Claim {
  /// Decides a form over domains of which one at least is open.
  ///
  /// It is `proved` by a uniform proof that the kernel replays, on file or found now, and by nothing
  /// else. Without one, single values are tried: a form that fails at one of them is refuted there, and
  /// a proof that it fails for all large values says how far. What neither shows is undecided.
  func openReport(
    on form: Form, over chosen: [(parameter: Parameter, domain: Domain)], options: RunOptions
  ) throws -> Report {
    try OpenDecision(claim: self, form: form, chosen: chosen, options: options).report()
  }

  /// Decides a form for all values that its parameters admit, by the uniform proof on file.
  ///
  /// - Returns: nil when there is none that is valid.
  public func generalReport(on form: Form, options: RunOptions) throws -> Report? {
    onFile(form, isRefutation: false, options).map { $0.report(by: $1) }
  }

  /// For which values a refuted form fails beyond its counterexample, by the proof on file.
  ///
  /// - Returns: nil when there is none that is valid.
  public func refutation(of form: Form, options: RunOptions) throws -> Report.Refutation? {
    try onFile(form, isRefutation: true, options).flatMap { try $0.refutation(by: $1) }
  }

  /// The proof on file that is valid, with the decision over all values that it is about.
  private func onFile(
    _ form: Form, isRefutation: Bool, _ options: RunOptions
  ) -> (OpenDecision, RecordedProof)? {
    guard let proof = options.proofOnFile?(self, form, isRefutation) else { return nil }
    let recorded = RecordedProof(proof, of: self, options: options)
    guard recorded.failure == nil else { return nil }
    let chosen = parameters.compactMap { parameter in
      recorded.domains[parameter.name].map { (parameter: parameter, domain: $0) }
    }
    return (OpenDecision(claim: self, form: form, chosen: chosen, options: options), recorded)
  }
}

/// One decision over open ranges.
private struct OpenDecision {
  let claim: Claim
  let form: Claim.Form
  let chosen: [(parameter: Claim.Parameter, domain: Domain)]
  let options: RunOptions

  private var domains: [String: Domain] {
    Dictionary(uniqueKeysWithValues: chosen.map { ($0.parameter.name, $0.domain) })
  }

  func report() throws -> Report {
    if let recorded = proof(options.proofOnFile?(claim, form, false)) {
      return report(by: recorded)
    }
    var trial = Trial(claim, form, chosen, options)
    try trial.run(through: Trial.firstValues)
    if let counterexample = trial.counterexample {
      return report(.refuted(counterexample), trial, try refutation(at: counterexample))
    }
    do {
      let found = try ProofSearch.proof(
        of: form, claim, over: domains, stopReason: options.stopReason)
      let recorded = RecordedProof(found, of: claim, over: domains, options: options)
      guard let failure = recorded.failure else { return report(by: recorded) }
      throw NoProofFound(failure)
    } catch let error as NoProofFound {
      try trial.run(through: Trial.lastValues)
      if let counterexample = trial.counterexample {
        return report(.refuted(counterexample), trial, try refutation(at: counterexample))
      }
      return report(.undecided(trial.reason(lacking: error)), trial)
    }
  }

  /// A proof on file that is valid for the values that are asked for.
  private func proof(_ proof: UniformProof?) -> RecordedProof? {
    guard let proof else { return nil }
    let recorded = RecordedProof(proof, of: claim, over: domains, options: options)
    return recorded.failure == nil ? recorded : nil
  }

  func report(by proof: RecordedProof) -> Report {
    Report(
      claim: claim, form: form, domains: chosen, extents: proof.extents,
      verdict: .proved, instances: 0, holds: 0,
      outside: proof.outside, method: proof.method, principles: proof.principles, findings: [])
  }

  private func report(
    _ verdict: Verdict, _ trial: Trial, _ refutation: Report.Refutation? = nil
  ) -> Report {
    // Of values that all miss the hypotheses the verdict says so.
    let outside = verdict == .undecided(.vacuousSoFar) ? [] : trial.outside
    let (tally, isRefuted) = (trial.tally, trial.counterexample != nil)
    return Report(
      claim: claim, form: form, domains: chosen,
      extents: Extents(chosen.map { ($0.parameter.name, Extent($0.domain)) }), verdict: verdict,
      instances: tally.decided, holds: tally.holds, outside: outside,
      method: form.method(options), principles: form.principles, findings: [],
      open: isRefuted ? [tally.undecidedValues].compactMap { $0 } : [],
      knowsFirstFailing: tally.knowsFirstFailing(of: tally.taken), refutation: refutation)
  }

  // MARK: How far a false form fails

  /// For which values the assertion that fails at a counterexample fails, by a proof on file or one that
  /// is found now.
  private func refutation(at counterexample: Counterexample) throws -> Report.Refutation? {
    if let known = proof(options.proofOnFile?(claim, form, true)) {
      return try refutation(by: known)
    }
    guard
      let found = try? ProofSearch.refutation(
        of: counterexample.failure.assertion, in: form, claim, over: domains,
        stopReason: options.stopReason),
      let recorded = proof(found)
    else { return nil }
    return try refutation(by: recorded)
  }

  /// Whether a form of several assertions can be evaluated at the first values; of a single one, the proof
  /// has shown that.
  private func hasMeaning(over domains: [String: Domain]) throws -> Bool {
    guard form.propositions.count > 1 || claim.hypothesis != nil else { return true }
    let finite = claim.parameters.compactMap { parameter in
      domains[parameter.name].map {
        (parameter: parameter, domain: $0.first(Trial.lastValues))
      }
    }
    guard let space = try InstanceSpace(of: finite) else { return true }
    let cache = DefinitionCache(claim)
    return try (0..<min(space.count, 100)).allSatisfy { index in
      let outcome = try claim.outcome(of: form, at: space[index], options: options, cache: cache)
      if case .undecided = outcome.result { return false }
      return true
    }
  }

  /// What a refutation shows, and the values before it one by one.
  ///
  /// - Returns: nil when the form has no meaning at one of the first values, so that it does not fail there.
  func refutation(by proof: RecordedProof) throws -> Report.Refutation? {
    guard let assertion = proof.refutes, try hasMeaning(over: proof.domains) else { return nil }
    var below = chosen
    for (place, entry) in chosen.enumerated() {
      guard case .from(let first) = entry.domain,
        case .from(let start)? = proof.domains[entry.parameter.name]
      else { continue }
      if start > first { below[place].domain = .integers(first...start - 1) }
    }
    let hasGap = zip(below, chosen).contains { $0.0.domain != $0.1.domain }
    var refutation = Report.Refutation(
      assertion: assertion, extents: proof.extents, method: proof.method)
    if hasGap, let space = try InstanceSpace(of: below) {
      let cache = DefinitionCache(claim)
      for index in 0..<space.count {
        let outcome = try claim.outcome(of: form, at: space[index], options: options, cache: cache)
        if outcome.result == .holds { refutation.holds.append(space[index]) }
      }
    }
    return refutation
  }
}
