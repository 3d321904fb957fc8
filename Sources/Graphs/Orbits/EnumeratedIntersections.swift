import Rational

/// The intersection numbers of a definite number of vertices, found by counting subsets.
///
/// For each kind of pair (a, b) one representative is taken and every set c is visited. By
/// symmetry the count does not depend on the representative. No binomial coefficient is used: a
/// matrix product that rests on these numbers rests on nothing but the definition.
public struct EnumeratedIntersections<Scalar: ExactField>: IntersectionNumbers {
  /// The number of vertices, a definite one.
  public let order: VertexCount
  /// The number of subsets of each size.
  private let totals: [Int]
  /// The sizes that occur for each pair of subset sizes.
  private let sizes: [[[Int]]]
  /// A tally for each row size, column size and common size, one after the other; zeros where that size does not
  /// occur.
  private let counts: [Int]

  /// Counts for `{0, …, order - 1}`.
  ///
  /// - Precondition: `order` is not negative.
  /// - Complexity: Some twenty visits of all vertices.
  public init(order: Int) {
    precondition(order >= 0, "the number of vertices is not negative")
    self.order = .number(order)
    let possible = Subset.possibleSizes
    let all = Self.tally(Subset(), Subset(), order: order)
    totals = possible.map { all[9 * $0] }
    sizes = possible.map { Self.sizesOccurring($0, order: order) }
    var counts: [Int] = []
    counts.reserveCapacity(27 * 27)
    for k in possible {
      for p in possible {
        for common in possible {
          guard sizes[k][p].contains(common) else {
            counts += repeatElement(0, count: 27)
            continue
          }
          let (a, b) = Subset.representatives(k, p, common: common)
          counts += Self.tally(a, b, order: order)
        }
      }
    }
    self.counts = counts
  }

  /// The sizes seen among all pairs. Precondition: both sizes are in `Subset.possibleSizes`.
  public func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] {
    sizes[rows][columns]
  }

  /// The length of the enumeration of that size.
  public func subsets(ofSize size: Int) -> Scalar {
    Scalar(totals[size])
  }

  /// How many sets c were seen to meet the representatives in this way.
  public func count(
    rows: Int, columns: Int, common: Int, middle: Int, left: Int, right: Int
  ) -> Scalar {
    let tally = 9 * rows + 3 * columns + common
    return Scalar(counts[27 * tally + 9 * middle + 3 * left + right])
  }

  /// The sizes of the intersections of the first k-subset with all m-subsets, for each size m.
  private static func sizesOccurring(_ k: Int, order: Int) -> [[Int]] {
    let possible = Subset.possibleSizes
    guard k <= order else { return possible.map { _ in [] } }
    let (fixed, _) = Subset.representatives(k, 0, common: 0)
    let tally = tally(fixed, Subset(), order: order)
    return possible.map { m in possible.filter { tally[9 * m + 3 * $0] > 0 } }
  }

  /// The number of sets c at place `9 |c| + 3 |a ∩ c| + |c ∩ b|`, every c counted once.
  private static func tally(_ a: Subset, _ b: Subset, order: Int) -> [Int] {
    var tally = Array(repeating: 0, count: 27)
    // What one vertex of c adds to the place.
    let weight = (0..<order).map { (a.contains($0) ? 3 : 0) + (b.contains($0) ? 1 : 0) }
    tally[0] = 1
    for one in weight { tally[9 + one] += 1 }
    // A pair is a vertex and a later one; of the later ones it is known how many there are of each weight, at most
    // four. Without checks of places: this is most of the work.
    var later = [0, 0, 0, 0, 0]
    weight.withUnsafeBufferPointer { weight in
      later.withUnsafeMutableBufferPointer { later in
        tally.withUnsafeMutableBufferPointer { tally in
          for one in weight.reversed() {
            for other in 0..<5 { tally[18 &+ one &+ other] &+= later[other] }
            later[one] &+= 1
          }
        }
      }
    }
    return tally
  }
}

extension Subset {
  /// Two sets of the given sizes that share `common` vertices: the first vertices, and as many in
  /// a row that start `common` places before the end of those.
  ///
  /// - Precondition: `common` is at most either size.
  static func representatives(_ k: Int, _ m: Int, common: Int) -> (Subset, Subset) {
    func run(_ start: Int, _ count: Int) -> Subset {
      switch count {
      case 0: Subset()
      case 1: Subset(start)
      default: Subset(start, start + 1)
      }
    }
    return (run(0, k), run(k - common, m))
  }
}
