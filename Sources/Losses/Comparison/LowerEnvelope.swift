import Rational

/// Which of several constructions loses least, for Λ from 0 up to the critical value of collapse.
///
/// Each pair is one of two cases: one loses less for every Λ, or the order changes once, where
/// `OrderChange` encloses it. So the one that loses least near 0 does so up to its first change.
public struct LowerEnvelope: Sendable {
  /// A range of Λ that begins where the one before it ends.
  public struct Range: Sendable {
    /// The numbers of those that lose least; several are the same function.
    public let least: [Int]
    /// Where the range ends; nil at the critical Λ of collapse.
    public let end: CertifiedNumber?
  }

  /// The ranges, upwards.
  public let ranges: [Range]

  /// The envelope of constructions for the same classes.
  ///
  /// - Returns: nil where a pair is not decided or two places are too close to be told apart.
  public init?(_ constructions: [ConstructionBounds], layers: Int) {
    guard let first = constructions.first else { return nil }
    let end = Collapse.threshold(classes: first.classes, layers: layers)
    var changes: [[OrderChange]] = []
    for left in constructions {
      let row = constructions.compactMap {
        OrderChange([left], [$0], layers: layers, digits: 12)
      }
      guard row.count == constructions.count else { return nil }
      changes.append(row)
    }
    let all = constructions.indices
    guard
      var current = all.first(where: { i in
        all.allSatisfy { changes[i][$0].before != .greater }
      })
    else { return nil }
    var ranges: [Range] = []
    while ranges.count <= constructions.count {
      let equal = all.filter { changes[current][$0].before == .equal }
      // Places where one that was behind comes ahead.
      let next = all.compactMap { j -> (Int, CertifiedNumber)? in
        let change = changes[current][j]
        guard change.before == .less, let place = change.place, place.lower < end else {
          return nil
        }
        return (j, place)
      }.min { $0.1.upper < $1.1.upper }
      guard let (index, place) = next else {
        ranges.append(Range(least: equal, end: nil))
        break
      }
      let isClear = all.allSatisfy { j in
        let change = changes[current][j]
        guard changes[index][j].before != .equal, change.before == .less, let other = change.place
        else { return true }
        return other.lower > place.upper
      }
      guard isClear, place.upper < end else { return nil }
      ranges.append(Range(least: equal, end: place))
      current = index
    }
    self.ranges = ranges
  }
}
