import Certificates
import Proving
import Rational
import Statements

/// A uniform proof, replayed by the kernel, and compared with the statement it names.
///
/// The kernel shows what the steps say. That they say what the claim says is checked here: the form is
/// translated into steps once more. And that the cases leave nothing out: a value that none of them
/// covers has to miss the hypotheses of the claim. And that the hypotheses have a value wherever the proof
/// reaches, and are true for some.
public struct RecordedProof: Sendable {
  /// The claim and its form that are proved, or refuted.
  public let claim: String
  public let statement: String
  /// The assertion of the form, from 1, that the proof shows to fail; nil when it shows the form.
  public let refutes: Int?
  /// The values that it is about: `r ≥ 3; L ≥ 4; every alpha > 0`.
  public let extents: Extents
  /// How many steps were replayed.
  public let steps: Int
  /// The facts it leans on, named as in `SOUNDNESS.md`.
  public let principles: [String]
  /// Why it proves nothing, or nil.
  public let failure: String?

  /// Values that the cases leave out, which miss the hypotheses.
  let outside: [Report.Outside]
  /// What it is about: all values of open parameters, and the values asked for of the others.
  let domains: [String: Domain]

  /// Replays a proof on file.
  ///
  /// - Throws: `CertificateSyntaxError` for a text that is none.
  public init(text: String, in library: Library, options: RunOptions = RunOptions()) throws {
    let proof = try UniformProof(text: text)
    self.init(proof, of: library[proof.claim], options: options)
  }

  /// Replays a proof of a form of a claim.
  ///
  /// - Parameters:
  ///   - asked: The values that are asked for; nil for all that the proof is about, and the
  ///     values on file of parameters that have one value in each case.
  ///   - checksHypotheses: Whether the hypotheses have to have a value everywhere, and be true somewhere.
  init(
    _ proof: UniformProof, of claim: Claim?, over asked: [String: Domain]? = nil,
    options: RunOptions, checksHypotheses: Bool = true
  ) {
    self.claim = proof.claim
    statement = proof.statement
    refutes = proof.refutes
    steps = proof.cases.reduce(0) { $0 + $1.program.steps.count }
    principles = proof.principles
    var found: (extents: Extents, domains: [String: Domain], outside: [Report.Outside])?
    do {
      guard let claim, claim.id == proof.claim,
        let wording = Claim.Wording(rawValue: proof.statement), let form = claim.form(wording)
      else { throw Mismatch("there is no such statement on file") }
      let coverage = try Coverage(proof, claim, form)
      let domains = try asked ?? coverage.domains()
      try proof.replay()
      found =
        proof.refutes != nil
        ? try Self.reach(coverage, domains)
        : (
          coverage.extents(domains), domains,
          try Self.requireOutside(coverage, domains, claim, form, options)
        )
      if let found, checksHypotheses {
        try Self.requireHypothesis(claim, found.extents, found.domains, options)
      }
      failure = nil
    } catch {
      failure = "\(error)"
    }
    extents = found?.extents ?? Extents([])
    domains = found?.domains ?? [:]
    outside = found?.outside ?? []
  }

  /// The values of the gaps, all of which have to miss the hypotheses.
  private static func requireOutside(
    _ coverage: Coverage, _ domains: [String: Domain], _ claim: Claim, _ form: Claim.Form,
    _ options: RunOptions
  ) throws -> [Report.Outside] {
    let gaps = try coverage.gaps(domains)
    guard !gaps.isEmpty, let open = coverage.roles.open else { return [] }
    let dependencies = Dependencies(claim)
    let hypothesis = claim.hypothesis?.names ?? []
    let sampled = coverage.symbols.first { symbol in
      hypothesis.contains { $0 == symbol || dependencies.of(definition: $0).contains(symbol) }
    }
    var outside: [Report.Outside] = []
    for gap in gaps {
      for value in gap.open {
        var values = gap.values
        values[open] = Rational(value)
        let instance = Instance(
          names: claim.parameters.map(\.name),
          values: claim.parameters.map { values[$0.name] ?? 0 })
        guard sampled == nil,
          case .outside(let remark) = try Evaluator(
            claim, at: instance, options: options, cache: DefinitionCache(claim)
          ).outcome(of: form).outcome.result
        else { throw Mismatch("no case for \(instance)") }
        outside.append(.init(at: instance, remark: remark))
      }
    }
    return outside
  }

  /// That the hypotheses have a value for all that a proof is about: the steps are those of the assertions alone.
  /// And that they are true for some of the first values: else nothing is said.
  private static func requireHypothesis(
    _ claim: Claim, _ extents: Extents, _ domains: [String: Domain], _ options: RunOptions
  ) throws {
    if let meaning = claim.meaningOfHypothesis, let form = meaning.forms.first {
      let reason: String?
      do {
        let proof = try ProofSearch.proof(
          of: form, meaning, over: domains, stopReason: options.stopReason)
        let shown = RecordedProof(
          proof, of: meaning, over: domains, options: options, checksHypotheses: false)
        // A symbol stands for all positive numbers in both, or else the one says less.
        let isShown = shown.extents.entries.allSatisfy { entry in
          if case .above = entry.extent { return true }
          return extents.entries.contains(entry)
        }
        reason = shown.failure ?? (isShown ? nil : "it has one for \(shown.extents)")
      } catch let error as NoProofFound {
        reason = error.description
      }
      if let reason { throw Mismatch("that the hypotheses have a value was not shown: \(reason)") }
    }
    let chosen = claim.parameters.compactMap { parameter in
      domains[parameter.name].map { (parameter: parameter, domain: $0) }
    }
    if let reason = Trial.lackOfValues(claim, chosen, options) { throw Mismatch("\(reason)") }
  }

  /// A refutation may begin later than the claim: from where on it has every value.
  private static func reach(
    _ coverage: Coverage, _ domains: [String: Domain]
  ) throws -> (Extents, [String: Domain], [Report.Outside]) {
    var reached = domains
    guard let open = coverage.roles.open, case .from(let first)? = domains[open] else {
      guard try coverage.gaps(domains).isEmpty else { throw Mismatch("some values have no case") }
      return (coverage.extents(domains), domains, [])
    }
    let last = try coverage.gaps(domains).flatMap(\.open).max()
    reached[open] = .from(max(first, last.map { $0 + 1 } ?? first))
    return (coverage.extents(reached), reached, [])
  }

  /// Whether the proof shows that an assertion of the form fails.
  public var isRefutation: Bool { refutes != nil }

  /// How it was decided, in a line.
  var method: String { "uniform proof, \(steps) steps replayed by the kernel" }

  /// Why the steps are not those of the statement.
  struct Mismatch: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
