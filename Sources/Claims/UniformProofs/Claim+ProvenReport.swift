import Certificates
import Rational

extension Claim {
  /// Decides a form for all values of open ranges by a uniform proof: one on file that is valid, or
  /// else one that is found now.
  ///
  /// - Returns: nil when there is none that reaches all these values.
  func provenReport(
    on form: Form, over chosen: [(parameter: Parameter, domain: Domain)], options: RunOptions
  ) throws -> Report? {
    // A proof is about all large r; single ones are decided by themselves.
    let open = uniformRoles(in: form).open
    if let entry = chosen.first(where: { $0.parameter.name == open }),
      case .finite = entry.domain
    {
      return nil
    }
    let domains = Dictionary(
      uniqueKeysWithValues: chosen.map { ($0.parameter.name, $0.domain) })
    func proven(by proof: UniformProof?) -> RecordedProof? {
      guard let proof else { return nil }
      let recorded = RecordedProof(proof, of: self, over: domains, options: options)
      return recorded.covers(form, chosen) ? recorded : nil
    }
    var found = proven(by: options.proofOnFile?(self, form))
    // For a form that is on file as false none is looked for. Where the first value cannot be decided,
    // that is for the readings of single values to say.
    if found == nil, form.record?.verdict != .refuted,
      (try? holdsAtFirstValue(form, chosen, options)) == true
    {
      found = proven(by: try? uniformProof(of: form))
    }
    return found.map { report(on: form, over: chosen, by: $0) }
  }

  /// Decides a form for all values that its parameters admit, by the uniform proof on file.
  ///
  /// - Returns: nil when there is none that is valid.
  public func generalReport(on form: Form, options: RunOptions) throws -> Report? {
    guard let proof = options.proofOnFile?(self, form) else { return nil }
    let recorded = RecordedProof(proof, of: self, options: options)
    guard let domains = recorded.domains, recorded.covers(form, domains) else { return nil }
    return report(on: form, over: domains, by: recorded)
  }

  private func report(
    on form: Form, over chosen: [(parameter: Parameter, domain: Domain)], by proof: RecordedProof
  ) -> Report {
    Report(
      claim: self, form: form, domains: chosen, verdict: .proved,
      instances: proof.remainder?.instances ?? 0, holds: proof.remainder?.holds ?? 0,
      outside: proof.remainder?.outside ?? [], method: proof.method, principles: proof.principles,
      findings: [], symbols: proof.symbols)
  }

  /// Whether the form holds for the least values: for one that does not, no proof is looked for.
  private func holdsAtFirstValue(
    _ form: Form, _ chosen: [(parameter: Parameter, domain: Domain)], _ options: RunOptions
  ) throws -> Bool {
    let values = chosen.map { entry -> Rational in
      switch entry.domain {
      case .from(let first): Rational(first)
      case .finite(let values, _): values.first ?? 0
      }
    }
    let instance = Instance(names: chosen.map(\.parameter.name), values: values)
    let outcome = try Evaluator(
      self, at: instance, options: options, cache: DefinitionCache(self)
    ).outcome(of: form).outcome
    if case .fails = outcome.result { return false }
    return true
  }
}

extension RecordedProof {
  /// How it was decided, in a line.
  fileprivate var method: String {
    let single = remainder?.domains.first { $0.parameter.name == openParameter }
    return "uniform proof, \(steps) steps replayed by the kernel, for \(domain)"
      + (single.map { "; \($0.parameter.name) = \($0.domain) one by one" } ?? "")
  }
}
