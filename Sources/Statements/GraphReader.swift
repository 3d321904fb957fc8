import Graphs

/// Gives the graph of a file that a claim names.
///
/// - Parameters:
///   - path: As it is written in the claim.
///   - claimFile: The name of the file that the claim is in; the other one lies beside it.
/// - Throws: What is wrong with the file; its description becomes part of a `ClaimError`.
public typealias GraphReader =
  @Sendable (_ path: String, _ claimFile: String) throws -> Graph
