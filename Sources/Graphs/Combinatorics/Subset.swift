/// A set of at most two vertices: the empty set, a vertex, or an edge of a complete graph.
///
/// Vertices are the numbers 0, 1, 2, …. The value is two words whatever the number of vertices, and
/// the elements are kept in increasing order, so equality and hashing are structural.
///
/// The order is the lexicographic one of the element lists, a prefix coming first:
/// {} < {0} < {0, 1} < {0, 2} < {1}.
public struct Subset: Hashable, Sendable {
  /// The smallest element, or `absent`.
  @usableFromInline let first: Int
  /// The largest element where there are two, or `absent`.
  @usableFromInline let second: Int

  /// Stands in an unused slot. It is smaller than every vertex, which makes the pair of slots
  /// compare as the lists do.
  private static let absent = -1

  /// The empty set.
  public init() {
    first = Self.absent
    second = Self.absent
  }

  /// The set of one vertex.
  ///
  /// - Precondition: `vertex` is not negative.
  public init(_ vertex: Int) {
    precondition(vertex >= 0, "a vertex is a natural number")
    first = vertex
    second = Self.absent
  }

  /// The set of two vertices, given in either order.
  ///
  /// - Precondition: The vertices are distinct and not negative.
  public init(_ one: Int, _ other: Int) {
    precondition(one >= 0 && other >= 0 && one != other, "an edge has two distinct vertices")
    first = min(one, other)
    second = max(one, other)
  }

  /// The set of two vertices of which the first is the smaller one; neither is negative.
  @inline(__always)
  init(first: Int, second: Int) { (self.first, self.second) = (first, second) }

  /// The number of elements: 0, 1 or 2.
  @inlinable public var count: Int { 2 &- unused }

  /// The number of unused slots; `absent` is the only negative value, and its sign bits are all ones.
  @inlinable var unused: Int {
    0 &- (first &>> (Int.bitWidth - 1)) &- (second &>> (Int.bitWidth - 1))
  }

  /// The elements in increasing order.
  public var elements: [Int] {
    switch count {
    case 0: []
    case 1: [first]
    default: [first, second]
    }
  }

  /// Whether `vertex` is an element; false for a negative number.
  public func contains(_ vertex: Int) -> Bool {
    vertex >= 0 && (first == vertex || second == vertex)
  }

  /// The number of elements that the two sets share.
  ///
  /// Free of branches, and of checks for an overflow of numbers up to four: equal slots are counted,
  /// and pairs of unused slots, which are equal too, are taken off.
  @inlinable @inline(__always) public func intersectionSize(_ other: Subset) -> Int {
    let equal =
      (first == other.first ? 1 : 0) &+ (first == other.second ? 1 : 0)
      &+ (second == other.first ? 1 : 0) &+ (second == other.second ? 1 : 0)
    return equal &- unused &* other.unused
  }

  /// The image under a renaming of the vertices.
  ///
  /// - Precondition: `permutation` is injective on the elements and its values are not negative.
  public func renamed(by permutation: (Int) -> Int) -> Subset {
    switch count {
    case 0: self
    case 1: Subset(permutation(first))
    default: Subset(permutation(first), permutation(second))
    }
  }
}

extension Subset: Comparable {
  /// The lexicographic order of the element lists.
  public static func < (left: Subset, right: Subset) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

extension Subset: CustomStringConvertible {
  /// The elements in braces, as in `{0, 3}`.
  public var description: String {
    "{" + elements.map(String.init).joined(separator: ", ") + "}"
  }
}
