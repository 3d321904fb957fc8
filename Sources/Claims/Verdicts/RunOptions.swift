import Statements
import Certificates

/// How a run over a domain is carried out. Nothing here changes a verdict.
public struct RunOptions: Sendable {
  /// How many values are decided at a time; results do not depend on it.
  public var jobs: Int
  /// Which reading of the matrices is used.
  public var method: Method
  /// Called after each decided value with how many are done and how many there are; from any
  /// thread, one call at a time.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  /// Asked before each value: a reason to stop ("the time limit of 5 s", "interrupted"), or nil.
  public var stopReason: @Sendable () -> String?
  /// The most memory, in bytes, that the matrices of one value may be estimated to take.
  public var memoryLimit: Int
  /// The uniform proof of a form that is on file, or else the proof that it fails, if there is one; it is
  /// replayed before it counts.
  public var proofOnFile: ProofOnFile?

  public typealias ProofOnFile =
    @Sendable (_ claim: Claim, _ form: Claim.Form, _ isRefutation: Bool) -> UniformProof?

  /// What is known about the values of a form: with it nothing is decided anew.
  public var decided: (@Sendable (Question) throws -> PartialRun)?

  /// How matrices are held.
  public enum Method: String, Sendable, CaseIterable {
    /// One entry for each orbit of S_r; for the smallest r, dense matrices as well, which must
    /// agree.
    case orbit
    /// Every entry: the textbook way, slow.
    case dense
  }

  public init(
    jobs: Int = 1, method: Method = .orbit,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
    stopReason: @escaping @Sendable () -> String? = { nil },
    memoryLimit: Int = 4 << 30,
    proofOnFile: ProofOnFile? = nil,
    decided: (@Sendable (Question) throws -> PartialRun)? = nil
  ) {
    self.decided = decided
    self.proofOnFile = proofOnFile
    self.jobs = jobs
    self.method = method
    self.progress = progress
    self.stopReason = stopReason
    self.memoryLimit = memoryLimit
  }
}

/// Why a run did not take place: the request is at fault, not the claim.
public enum RunError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A value that the definition does not admit, or a parameter without values: a usage error.
  case domain(parameter: String, reason: String)
  /// The job would take more than the limit; nothing was begun.
  case tooLarge(String)
  /// Two readings of the same statement disagree: a defect of this program.
  case readingsDisagree(String)

  public var description: String {
    switch self {
    case .domain(let parameter, let reason): "\(parameter): \(reason)"
    case .tooLarge(let reason): reason
    case .readingsDisagree(let reason): "internal error: \(reason)"
    }
  }
}
