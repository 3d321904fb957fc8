import Losses
import Synchronization

/// The constructions that have been computed: a range of L meets each r many times.
package final class ConstructionCache: Sendable {
  private struct Key: Hashable {
    let order: Int
    let hasBase: Bool
  }

  private let constructions = Mutex<[Key: Construction]>([:])

  /// The construction for that many vertices, computed once.
  package func construction(
    order: Int, hasBase: Bool, compute: () throws -> Construction
  ) throws -> Construction {
    let key = Key(order: order, hasBase: hasBase)
    if let known = constructions.withLock({ $0[key] }) { return known }
    let found = try compute()
    constructions.withLock { $0[key] = found }
    return found
  }
}
