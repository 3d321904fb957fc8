import Synchronization

/// The largest number of places at which a definition is evaluated everywhere.
let exhaustivePlaceLimit = 1_000_000

/// How far a definition that does not depend on the number of vertices has been found constant on
/// orbits: the places of a smaller order are among those of a larger one.
final class CheckedOrder: Sendable {
  private let order = Mutex(-1)

  /// Carries out the check, unless it has been for that many vertices or more.
  @inline(__always)
  func check(_ order: Int, _ body: () throws(NotConstantOnOrbits) -> Void)
    throws(NotConstantOnOrbits)
  {
    if self.order.withLock({ $0 >= order }) { return }
    try body()
    self.order.withLock { $0 = max($0, order) }
  }
}

/// The values of a definition on the orbits of pairs (k-subset, m-subset), in the order of `sizes`.
///
/// Free of the scalar type and inlined into its two callers: the definition is called at up to a
/// million places, and this is what lets the compiler see the definition inside the loop.
///
/// - Parameter checked: For a definition that does not depend on the number of vertices, how far it
///   has been checked.
/// - Throws: `NotConstantOnOrbits` when all places are visited and one of them differs from the
///   representative of its orbit.
@inline(__always)
func evaluateOnOrbits<Value: Equatable>(
  _ k: Int, _ m: Int, _ sizes: [Int], _ order: VertexCount,
  checked: CheckedOrder = CheckedOrder(), _ entry: (Subset, Subset) -> Value
) throws(NotConstantOnOrbits) -> [Value] {
  let values = sizes.map { common in
    let (a, b) = Subset.representatives(k, m, common: common)
    return entry(a, b)
  }
  if case .number(let order) = order, isExhaustive(k, m, order: order) {
    try checked.check(order) { () throws(NotConstantOnOrbits) in
      let conflict = firstConflict(values, sizes, k, m, order: order, entry)
      if let conflict { throw conflict }
    }
  }
  return values
}

/// Whether there are few enough places to visit them all.
private func isExhaustive(_ k: Int, _ m: Int, order: Int) -> Bool {
  func count(_ size: Int) -> Int {
    switch size {
    case 0: 1
    case 1: order
    default: order * (order - 1) / 2
    }
  }
  let (rows, columns) = (count(k), count(m))
  // The first two comparisons keep the product within a word.
  return rows <= exhaustivePlaceLimit && columns <= exhaustivePlaceLimit
    && rows * columns <= exhaustivePlaceLimit
}

/// A place whose value differs from that of the representative of its orbit, if there is one.
@inline(__always)
private func firstConflict<Value: Equatable>(
  _ values: [Value], _ sizes: [Int], _ k: Int, _ m: Int, order: Int,
  _ entry: (Subset, Subset) -> Value
) -> NotConstantOnOrbits? {
  guard let smallest = sizes.first else { return nil }
  // The sizes that occur are consecutive, so a size is found by subtraction.
  let columns = Subset.all(ofSize: m, order: order)
  for row in Subset.all(ofSize: k, order: order) {
    for column in columns {
      let common = row.intersectionSize(column)
      let value = entry(row, column)
      if value != values[common - smallest] {
        let (a, b) = Subset.representatives(k, m, common: common)
        return NotConstantOnOrbits(
          first: .init(row: a, column: b), second: .init(row: row, column: column),
          values: ["\(values[common - smallest])", "\(value)"])
      }
    }
  }
  return nil
}
