import Denotations
import Rational
import Statements
import Synchronization

/// Values of definitions that do not depend on every parameter, shared by the instances of a run.
///
/// A construction on T(r) is the same for every L; it is computed once for each r.
final class DefinitionCache: Sendable {
  private struct Key: Hashable {
    let name: String
    let method: MatrixMethod
    let parameters: [Rational]
  }

  private let values = Mutex<[Key: Value]>([:])
  /// For each definition, the parameters that its value depends on, in the order of declaration.
  private let dependencies: [String: [String]]
  private let parameterCount: Int

  init(_ claim: Claim) {
    let parameters = claim.parameters.map(\.name)
    let all = Dependencies(claim)
    dependencies = Dictionary(
      uniqueKeysWithValues: claim.definitions.map { definition in
        (definition.name, parameters.filter(all.of(definition: definition.name).contains))
      })
    parameterCount = parameters.count
  }

  /// The value of a definition at an instance, computed at most once for the parameters it needs.
  func value(
    of name: String, at instance: Instance, method: MatrixMethod,
    compute: () throws -> Value
  ) throws -> Value {
    guard let needed = dependencies[name], needed.count < parameterCount else {
      return try compute()
    }
    let key = Key(name: name, method: method, parameters: needed.compactMap { instance[$0] })
    if let known = values.withLock({ $0[key] }) { return known }
    let value = try compute()
    values.withLock { $0[key] = value }
    return value
  }
}
