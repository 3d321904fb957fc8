extension Subset {
  /// The sizes that a subset can have here, smallest first.
  public static let possibleSizes = 0...2

  /// All subsets of `{0, …, order - 1}` with `size` elements, in lexicographic order.
  ///
  /// The list is empty when there are not enough vertices. It is produced by nested loops and
  /// never from a binomial coefficient: counting it is how this module counts.
  ///
  /// - Precondition: `size` is one of `possibleSizes` and `order` is not negative.
  /// - Complexity: Linear in the length of the list.
  public static func all(ofSize size: Int, order: Int) -> [Subset] {
    precondition(possibleSizes.contains(size), "subsets have 0, 1 or 2 elements")
    precondition(order >= 0, "the number of vertices is not negative")
    return Array(Subsets(ofSize: size, order: order))
  }
}

/// The subsets of `{0, …, order - 1}` with `size` elements, in lexicographic order, one at a time.
///
/// Free of branches but one for each subset, and inlined: loops over all pairs of vertices are what
/// takes the time where there are thousands of them.
struct Subsets: Sequence, IteratorProtocol {
  private let size: Int
  private let order: Int
  private var first = 0
  private var second = 0

  /// Precondition: `size` is one of `Subset.possibleSizes` and `order` is not negative.
  @inline(__always)
  init(ofSize size: Int, order: Int) {
    (self.size, self.order) = (size, order)
  }

  /// The next subset.
  @inline(__always)
  mutating func next() -> Subset? {
    if size == 2 {
      second += 1
      if second >= order {
        first += 1
        second = first + 1
        if second >= order { return nil }
      }
      return Subset(first: first, second: second)
    }
    defer { first += 1 }
    return first < (size == 1 ? order : 1) ? size == 1 ? Subset(first) : Subset() : nil
  }
}
