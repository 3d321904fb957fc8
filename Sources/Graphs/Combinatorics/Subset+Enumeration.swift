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
    var subsets: [Subset] = []
    forEach(ofSize: size, order: order) { subsets.append($0) }
    return subsets
  }

  /// Calls `body` with each subset of `{0, …, order - 1}` of that size, in lexicographic order.
  @inline(__always)
  static func forEach(ofSize size: Int, order: Int, _ body: (Subset) -> Void) {
    switch size {
    case 0:
      body(Subset())
    case 1:
      for vertex in 0..<order { body(Subset(vertex)) }
    default:
      for one in 0..<order {
        for other in (one + 1)..<max(order, one + 1) { body(Subset(one, other)) }
      }
    }
  }
}
