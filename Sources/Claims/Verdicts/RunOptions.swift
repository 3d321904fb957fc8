import Certificates
import Denotations
import Statements

/// How a run over a domain is carried out. Nothing here changes a verdict.
public struct RunOptions: Sendable {
  /// How many values are decided at a time; results do not depend on it.
  public var jobs: Int
  /// Which reading of the matrices is used.
  public var method: MatrixMethod
  /// Called after each decided value with how many are done and how many there are; from any
  /// thread, one call at a time.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  /// Called before the first of a finite list of values is decided, with what gives the report on those that are
  /// decided so far, at any time and from any thread, and why it is no more.
  public var began: (@Sendable (_ soFar: @escaping @Sendable (_ reason: String) -> Report) -> Void)?
  /// Asked before each value: a reason to stop ("the time limit of 5 s", "interrupted"), or nil.
  public var stopReason: @Sendable () -> String?
  /// The most memory, in bytes, that the matrices of one value may be estimated to take.
  public var memoryLimit: Int
  /// The uniform proof of a form that is on file, or else the proof that it fails, if there is one; it is
  /// replayed before it counts.
  public var proofOnFile: ProofOnFile?

  public typealias ProofOnFile =
    @Sendable (_ claim: Claim, _ form: Claim.Form, _ isRefutation: Bool) -> UniformProof?

  /// The parts of the run, decided before: with them nothing is decided anew, but for what they are to be
  /// held against.
  public var merged: MergedRun?

  public init(
    jobs: Int = 1, method: MatrixMethod = .orbit,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
    stopReason: @escaping @Sendable () -> String? = { nil },
    memoryLimit: Int = SizeLimit.standard.bytes,
    proofOnFile: ProofOnFile? = nil,
    merged: MergedRun? = nil
  ) {
    self.merged = merged
    self.proofOnFile = proofOnFile
    self.jobs = jobs
    self.method = method
    self.progress = progress
    self.stopReason = stopReason
    self.memoryLimit = memoryLimit
  }
}
