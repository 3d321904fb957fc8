/// The group of all permutations of the vertices `{0, …, order - 1}`, by generators: the exchanges of
/// neighbours (0 1), (1 2), ….
///
/// What a scheme takes for granted is checked here: that permutations carry one pair of subsets to
/// another exactly when both pairs share as many vertices, so that one of them may stand for all.
/// Nothing is counted by a formula; subsets are moved by the generators.
public struct SymmetricGroup: Sendable {
  /// The number of vertices.
  public let order: Int

  /// The group of the permutations of that many vertices.
  ///
  /// - Precondition: `order` is not negative.
  public init(order: Int) {
    precondition(order >= 0, "the number of vertices is not negative")
    self.order = order
  }

  /// An exchange of a vertex with the one before it.
  struct Exchange: Hashable {
    /// The larger one of the two.
    let vertex: Int

    /// The image of a vertex.
    @inline(__always)
    func callAsFunction(_ other: Int) -> Int {
      other == vertex ? vertex - 1 : other == vertex - 1 ? vertex : other
    }

    /// The image of a subset.
    @inline(__always)
    func callAsFunction(_ subset: Subset) -> Subset { subset.renamed { self($0) } }
  }

  /// The generators.
  var generators: [Exchange] { stabiliser(ofFirst: 0) }

  /// The generators that carry the set of the first `count` vertices to itself.
  func stabiliser(ofFirst count: Int) -> [Exchange] {
    (0..<order).compactMap { exchange($0, fixingFirst: count) }
  }

  /// The exchange of a vertex with the one before it, where there is one and both are among the first
  /// `count` vertices or neither is.
  @inline(__always)
  private func exchange(_ vertex: Int, fixingFirst count: Int) -> Exchange? {
    vertex > 0 && vertex != count ? Exchange(vertex: vertex) : nil
  }

  /// Whether the pairs of a k-subset and an m-subset that share i vertices are one orbit, for all
  /// sizes k and m and each i that occurs.
  ///
  /// Permutations keep i. They join all such pairs when they join all k-subsets, and when those that
  /// leave the first k-subset alone have no more orbits of m-subsets than there are numbers of
  /// vertices shared with it. The former is the latter for the empty set in place of the first one.
  ///
  /// - Complexity: Three visits of all pairs of vertices.
  public var hasOneOrbitForEachIntersection: Bool {
    let sizes = Subset.possibleSizes.filter { $0 <= order }
    return sizes.allSatisfy { k in
      let (fixed, _) = Subset.representatives(k, 0, common: 0)
      return stabiliser(ofFirst: k).allSatisfy { $0(fixed) == fixed }
        && sizes.allSatisfy { m in
          let common = leaders(ofSize: m, fixingFirst: k).map { $0.intersectionSize(fixed) }
          return Set(common).count == common.count
        }
    }
  }

  /// The subsets of a size that no generator which carries the first `count` vertices to themselves
  /// was seen to carry to an earlier subset: at least one in each orbit.
  func leaders(ofSize size: Int, fixingFirst count: Int) -> [Subset] {
    var leaders: [Subset] = []
    for subset in Subsets(ofSize: size, order: order) {
      // Only the exchange of an element with the vertex before it makes a subset earlier.
      func isCarriedEarlier(by vertex: Int) -> Bool {
        exchange(vertex, fixingFirst: count).map { $0(subset) < subset } ?? false
      }
      if !isCarriedEarlier(by: subset.second), !isCarriedEarlier(by: subset.first) {
        leaders.append(subset)
      }
    }
    return leaders
  }
}
