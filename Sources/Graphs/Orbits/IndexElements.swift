/// The rows that a type stands for, with definite base sets: tuples of subsets in lexicographic order, the
/// part of the first base set counting most, each part a list of elements in increasing order.
struct IndexElements {
  let type: IndexType
  /// The number of elements of each base set.
  let orders: [Int]

  /// How many there are; nil beyond what a word holds.
  var count: Int? {
    orders.indices.reduce(1) { product, set in
      guard let product, let subsets = Self.binomial(orders[set], type[set]) else { return nil }
      let (result, overflows) = product.multipliedReportingOverflow(by: subsets)
      return overflows ? nil : result
    }
  }

  /// All of them, each with its parts in the order of the base sets.
  var all: [[[Int]]] {
    orders.indices.reduce([[]]) { tuples, set in
      let subsets = Self.subsets(ofSize: type[set], order: orders[set])
      return tuples.flatMap { tuple in subsets.map { tuple + [$0] } }
    }
  }

  /// The one at a place, counted from 0; nil beyond their end.
  func element(at index: Int) -> [[Int]]? {
    guard index >= 0, let count, index < count else { return nil }
    var rest = index
    var parts: [[Int]] = []
    for set in orders.indices.reversed() {
      // The number of subsets divides `count`, which is not zero.
      let subsets = Self.binomial(orders[set], type[set]) ?? 1
      parts.append(Self.subset(at: rest % subsets, ofSize: type[set], order: orders[set]))
      rest /= subsets
    }
    return parts.reversed()
  }

  /// The orbit of a place: how many elements two tuples share in each base set, as octal digits.
  static func overlap(_ one: [[Int]], _ other: [[Int]]) -> Int {
    var orbit = 0
    for (set, part) in one.enumerated() {
      let second = other[set]
      var (common, next) = (0, 0)
      for element in part {
        while next < second.count, second[next] < element { next += 1 }
        if next < second.count, second[next] == element { common += 1 }
      }
      orbit |= common << (3 * set)
    }
    return orbit
  }

  // MARK: Subsets of one base set

  /// The subsets of a size, those with the smallest first elements first.
  private static func subsets(ofSize size: Int, order: Int) -> [[Int]] {
    var found: [[Int]] = [[]]
    for length in 0..<size {
      let left = size - length - 1
      found = found.flatMap { chosen -> [[Int]] in
        let first = chosen.last.map { $0 + 1 } ?? 0
        return first < order - left ? (first..<order - left).map { chosen + [$0] } : []
      }
    }
    return found
  }

  /// The subset at a place of that list. Precondition: there is one.
  private static func subset(at index: Int, ofSize size: Int, order: Int) -> [Int] {
    var (rest, first) = (index, 0)
    var subset: [Int] = []
    while subset.count < size {
      // So many have `first` as their next element.
      let with = binomial(order - first - 1, size - subset.count - 1) ?? Int.max
      if rest < with {
        subset.append(first)
      } else {
        rest -= with
      }
      first += 1
    }
    return subset
  }

  /// The number of k-subsets, nil beyond what a word holds.
  private static func binomial(_ n: Int, _ k: Int) -> Int? {
    guard k <= n else { return 0 }
    var result = 1
    for step in 0..<k {
      let (product, overflows) = result.multipliedReportingOverflow(by: n - step)
      guard !overflows else { return nil }
      result = product / (step + 1)
    }
    return result
  }
}
