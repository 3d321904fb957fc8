import Statements

extension Claim {
  /// Decides the first form for the first two values on file of each parameter: a rehearsal, whose result is not needed.
  ///
  /// In a process that has decided something, code is in memory and types are laid out; the first value takes as long
  /// as ten others. Two values, since what a claim requires may leave out the first ones.
  ///
  /// - Returns: The report, or nil where there is nothing that is surely short.
  @discardableResult
  package func rehearse() -> Report? {
    guard let form = forms.first, parameters.count <= 4 else { return nil }
    var domains: [String: Domain] = [:]
    for parameter in parameters {
      guard case .finite(let values, _)? = parameter.defaultValues else { return nil }
      let first = values.prefix(2)
      domains[parameter.name] = .finite(Array(first), text: Domain.list(Array(first)))
    }
    return try? report(on: form, over: domains, options: RunOptions(memoryLimit: 1 << 20))
  }
}
