/// What a row or column of an orbit matrix stands for: a subset of each of several base sets, of a size
/// that is fixed for each.
///
/// A literal `2` is the pairs of the first base set; `IndexType([1, 1])` are an element of the first
/// and one of the second, a place of an m × n board; `0` has one element, the empty sets.
public struct IndexType: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The sizes as octal digits, that for the first base set last.
  let code: Int

  /// The most base sets.
  public static let setLimit = 8
  /// The largest size of a subset.
  public static let sizeLimit = 7

  init(code: Int) { self.code = code }

  /// Subsets of the first base set. Precondition: 0 ≤ `size` ≤ 7.
  public init(_ size: Int) {
    precondition((0...Self.sizeLimit).contains(size), "a subset has 0 to 7 elements")
    code = size
  }

  /// Subsets of the first base set. Precondition: 0 ≤ `size` ≤ 7.
  public init(integerLiteral size: Int) { self.init(size) }

  /// One size for each base set, as many as there are. Precondition: at most 8, each from 0 to 7.
  public init(_ sizes: [Int]) {
    precondition(
      sizes.count <= Self.setLimit && sizes.allSatisfy((0...Self.sizeLimit).contains),
      "at most 8 base sets with subsets of 0 to 7 elements")
    code = sizes.reversed().reduce(0) { $0 << 3 | $1 }
  }

  /// The size of the subset of a base set.
  public subscript(set: Int) -> Int { code >> (3 * set) & 7 }

  /// The orbit of the places where so many elements are shared in each base set.
  public var orbit: Int { code }

  /// The same with so many base sets before the first one.
  func shifted(by sets: Int) -> IndexType { IndexType(code: code << (3 * sets)) }

  /// Subsets of both kinds side by side. Precondition: no base set has a part in both.
  func joined(with other: IndexType) -> IndexType { IndexType(code: code | other.code) }

  /// Whether the subsets are of the first base set alone and have at most two elements.
  var isSmallSubset: Bool { code <= 2 }
}

extension IndexType: CustomStringConvertible {
  /// The sizes with dots between them, up to the last that is not zero: `2`, `1.1`, `0`.
  public var description: String {
    var sizes: [Int] = []
    var rest = code
    repeat {
      sizes.append(rest & 7)
      rest >>= 3
    } while rest > 0
    return sizes.map(String.init).joined(separator: ".")
  }
}
