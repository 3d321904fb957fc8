/// The largest number of places at which a definition is evaluated everywhere.
let exhaustivePlaceLimit = 250_000

/// The values of a definition on the orbits of pairs (k-subset, m-subset), in the order of `sizes`.
///
/// - Throws: `NotConstantOnOrbits` when a place is visited that differs from the representative of
///   its orbit.
func evaluateOnOrbits(
  _ k: Int, _ m: Int, _ sizes: [Int], _ order: VertexCount,
  _ entry: (Subset, Subset) -> Int
) throws(NotConstantOnOrbits) -> [Int] {
  let values = sizes.map { common in
    let (a, b) = Subset.representatives(k, m, common: common)
    return entry(a, b)
  }
  guard case .number(let order) = order else { return values }
  for (rows, order) in rowsToVisit(k, m, order: order) {
    let conflict = firstConflict(values, sizes, k, m, rows: rows, order: order, entry)
    if let conflict { throw conflict }
  }
  return values
}

/// Rows with the number of vertices among which their columns are visited: all places among as many
/// vertices as the limit allows; and where these are not all vertices, the whole rows of the first
/// subset and of its images under generators of the symmetric group.
private func rowsToVisit(_ k: Int, _ m: Int, order: Int) -> [(rows: [Subset], order: Int)] {
  var few = order
  while !isExhaustive(k, m, order: few) { few -= 1 }
  let all = (Subset.all(ofSize: k, order: few), few)
  if few == order { return [all] }
  let (first, _) = Subset.representatives(k, 0, common: 0)
  let images = SymmetricGroup(order: order).generators.map { $0(first) }
  return [all, (Set([first] + images).sorted(), order)]
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

/// A place in some rows whose value differs from that of the representative of its orbit, if there is
/// one.
private func firstConflict(
  _ values: [Int], _ sizes: [Int], _ k: Int, _ m: Int, rows: [Subset], order: Int,
  _ entry: (Subset, Subset) -> Int
) -> NotConstantOnOrbits? {
  guard let smallest = sizes.first else { return nil }
  // The value at the orbit of pairs that share so many vertices, by that number.
  var expected = Array(repeating: 0, count: smallest) + values
  expected += Array(repeating: 0, count: max(0, 3 - expected.count))
  let (none, one, two) = (expected[0], expected[1], expected[2])
  func isAsExpected(_ row: Subset, _ column: Subset) -> Bool {
    let common = row.intersectionSize(column)
    return entry(row, column) == (common == 0 ? none : common == 1 ? one : two)
  }
  func conflict(_ row: Subset, _ column: Subset) -> NotConstantOnOrbits {
    let common = row.intersectionSize(column)
    let (a, b) = Subset.representatives(k, m, common: common)
    return NotConstantOnOrbits(
      first: .init(row: a, column: b), second: .init(row: row, column: column),
      values: ["\(expected[common])", "\(entry(row, column))"])
  }
  for row in rows {
    guard m == 2 else {
      for column in Subsets(ofSize: m, order: order) where !isAsExpected(row, column) {
        return conflict(row, column)
      }
      continue
    }
    // Two loops in place of one, since here are nearly all places.
    for first in 0..<order {
      for second in (first + 1)..<max(order, first + 1) {
        let column = Subset(first: first, second: second)
        if !isAsExpected(row, column) { return conflict(row, column) }
      }
    }
  }
  return nil
}
