import Rational

/// The multiplication table of the matrices that permutations of the vertices leave unchanged.
///
/// A matrix with rows labelled by k-subsets and columns by m-subsets is unchanged exactly when
/// its entry at (a, b) depends on `|a ∩ b|` alone. The product of two such matrices has at `|a ∩
/// b| = i` the entry
///
///     Σ_{j,j'} x_j y_{j'} · #{ c : |c| = m, |a ∩ c| = j, |c ∩ b| = j' }
///
/// and the table holds those numbers. It is built once and never changes. Two schemes are equal
/// when their orders are: matrices over equal schemes may be combined.
public final class Scheme<Scalar: ExactField>: Sendable {
  /// The number of vertices.
  public let order: VertexCount

  /// One summand of a product: places of the two factors and the number that multiplies them.
  struct Term: Sendable {
    let left: Int
    let right: Int
    let count: Scalar
  }

  private let sizes: [[Int]]
  private let totals: [Scalar]
  private let terms: [[[Term]]]
  private let valencies: [[Scalar]]

  /// The table for the given way of counting.
  public init(_ numbers: some IntersectionNumbers<Scalar>) {
    let possible = Subset.possibleSizes
    order = numbers.order
    totals = possible.map { numbers.subsets(ofSize: $0) }
    sizes = possible.flatMap { k in possible.map { numbers.sizesOccurring(k, $0) } }
    terms = possible.flatMap { k in
      possible.flatMap { m in
        possible.map { p in
          numbers.sizesOccurring(k, p).map { Self.terms(numbers, k, m, p, common: $0) }
        }
      }
    }
    valencies = possible.flatMap { k in
      possible.map { m in
        numbers.sizesOccurring(k, m).map {
          numbers.count(rows: k, columns: 0, common: 0, middle: m, left: $0, right: 0)
        }
      }
    }
  }

  /// The table for a definite number of vertices, found by counting subsets.
  ///
  /// - Precondition: `order` is not negative.
  public convenience init(order: Int) {
    self.init(EnumeratedIntersections<Scalar>(order: order))
  }

  private static func terms(
    _ numbers: some IntersectionNumbers<Scalar>, _ k: Int, _ m: Int, _ p: Int, common: Int
  ) -> [Term] {
    var terms: [Term] = []
    for (left, j) in numbers.sizesOccurring(k, m).enumerated() {
      for (right, j2) in numbers.sizesOccurring(m, p).enumerated() {
        let count = numbers.count(
          rows: k, columns: p, common: common, middle: m, left: j, right: j2)
        if !count.isZero { terms.append(Term(left: left, right: right, count: count)) }
      }
    }
    return terms
  }

  /// The sizes of `a ∩ b` that occur for sets of the given sizes, smallest first.
  ///
  /// - Precondition: Both sizes are in `Subset.possibleSizes`.
  public func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] {
    precondition(
      Subset.possibleSizes.contains(rows) && Subset.possibleSizes.contains(columns),
      "subsets have 0, 1 or 2 elements")
    return sizes[3 * rows + columns]
  }

  /// The number of subsets of the given size.
  public func subsets(ofSize size: Int) -> Scalar { totals[size] }

  /// For each size i that occurs, the number of `columns`-subsets that share i vertices with a
  /// given `rows`-subset.
  public func valencies(_ rows: Int, _ columns: Int) -> [Scalar] {
    valencies[3 * rows + columns]
  }

  /// For each size that occurs in a product of a (k, m) block and an (m, p) block, its summands.
  func terms(_ k: Int, _ m: Int, _ p: Int) -> [[Term]] {
    terms[9 * k + 3 * m + p]
  }
}

extension Scheme: Hashable {
  /// Whether the orders are equal.
  public static func == (left: Scheme, right: Scheme) -> Bool {
    left === right || left.order == right.order
  }

  /// Hashes the order.
  public func hash(into hasher: inout Hasher) { hasher.combine(order) }
}
