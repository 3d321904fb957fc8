import Certificates
import Rational

/// A uniform proof on file, replayed by the kernel, and compared with the statement it names.
///
/// The kernel shows what the steps say. That they say what the claim says is checked here: the form is
/// translated into steps once more. And that the cases leave nothing out: the numbers r below those
/// that the kernel has covered are decided one by one.
public struct RecordedProof: Sendable {
  /// The claim and its form that are proved.
  public let claim: String
  public let statement: String
  /// For which values: `r ≥ 3, L ≥ 4, every alpha > 0`.
  public let domain: String
  /// The values of r that were decided one by one.
  public let remaining: [Int]
  /// How many steps were replayed.
  public let steps: Int
  /// The facts it leans on, named as in `SOUNDNESS.md`.
  public let principles: [String]
  /// Why it proves nothing, or nil.
  public let failure: String?

  /// Parameters that are any positive number in every case, with nothing decided one by one.
  let symbols: [String]
  /// What was found for the values of r that were decided one by one.
  let remainder: Report?
  private let coverage: Coverage?

  /// Replays a proof on file.
  ///
  /// - Throws: `CertificateSyntaxError` for a text that is none.
  public init(text: String, in library: Library, options: RunOptions = RunOptions()) throws {
    self.init(try UniformProof(text: text), in: library, options: options)
  }

  /// Replays a proof of a statement on file.
  public init(_ proof: UniformProof, in library: Library, options: RunOptions = RunOptions()) {
    self.init(proof, of: library[proof.claim], options: options)
  }

  /// Replays a proof of a form of a claim.
  ///
  /// - Parameter domains: The values that are asked for; those of the regression, when there are none.
  init(
    _ proof: UniformProof, of claim: Claim?, over domains: [String: Domain] = [:],
    options: RunOptions
  ) {
    self.claim = proof.claim
    statement = proof.statement
    steps = proof.cases.reduce(0) { $0 + $1.program.steps.count }
    principles = proof.principles
    var coverage: Coverage?
    var remainder: Report?
    do {
      guard let claim, claim.id == proof.claim,
        let wording = Claim.Wording(rawValue: proof.statement), let form = claim.form(wording)
      else { throw Mismatch("there is no such statement on file") }
      let found = try Coverage(proof, claim, form)
      coverage = found
      try proof.replay()
      remainder = try found.decideRemaining(domains, options)
      failure = nil
    } catch {
      failure = "\(error)"
    }
    self.coverage = coverage
    self.remainder = remainder
    // What is decided one by one is so for some values of the symbols only.
    let some = remainder.flatMap { $0.instances > 0 ? $0 : nil }
    domain = coverage?.description(exceptIn: some) ?? ""
    symbols = some == nil ? coverage?.symbols ?? [] : []
    remaining = coverage?.remaining ?? []
  }

  /// The parameter that is r, or whose triangular root is.
  var openParameter: String? { coverage?.roles.open }

  /// What the proof is about: all values of open parameters, and the values on file of the others; nil
  /// when it is not valid.
  var domains: [(parameter: Claim.Parameter, domain: Domain)]? {
    failure == nil ? try? coverage?.domains() : nil
  }

  /// Whether the proof is valid and says that the form holds for all values of the given domains.
  func covers(
    _ form: Claim.Form, _ domains: [(parameter: Claim.Parameter, domain: Domain)]
  ) -> Bool {
    failure == nil && statement == form.wording.rawValue && coverage?.contains(domains) == true
  }

  /// Why the steps are not those of the statement.
  struct Mismatch: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
