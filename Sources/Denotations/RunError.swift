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
