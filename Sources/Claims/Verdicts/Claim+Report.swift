import Rational

extension Claim {
  /// Decides one wording of the claim over the given domains.
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
    throw RunError.tooLarge("not yet built")
  }
}
