import Rational
import Synchronization

/// The multiplication table of the matrices that permutations of one or several base sets leave
/// unchanged.
///
/// Rows and columns stand for tuples of subsets, one of each base set, of fixed sizes (`IndexType`). A
/// matrix is unchanged exactly when its entry at (a, b) depends on the sizes of `a ∩ b` in each base
/// set alone; such a list of sizes is an orbit of places, written as octal digits, that of the first
/// base set last. With one base set it is `|a ∩ b|`. The product of two such matrices has at an orbit i
/// the entry
///
///     Σ_{j,j'} x_j y_{j'} · #{ c : a and c meet in j, c and b in j' }
///
/// and the table holds those numbers, products of the intersection numbers of the base sets. Two schemes
/// are equal when their base sets have equal orders: matrices over equal schemes may be combined.
public final class Scheme<Scalar: ExactField>: Sendable {
  /// The number of elements of each base set.
  public let sets: [VertexCount]

  /// One summand of a product: places of the two factors and the number that multiplies them.
  struct Term: Sendable {
    let left: Int
    let right: Int
    let count: Scalar
  }

  /// How two types meet: the orbits, and for each of them how many columns meet a row in it.
  private struct Meeting: Sendable {
    let orbits: [Int]
    let valencies: [Scalar]
  }

  private struct Pair: Hashable {
    let rows: IndexType
    let columns: IndexType
  }

  private struct Triple: Hashable {
    let rows: IndexType
    let middle: IndexType
    let columns: IndexType
  }

  private let numbers: [any IntersectionNumbers<Scalar>]
  /// What was asked for, and of one base set everything about subsets of at most two elements.
  private let meetings = Mutex<[Pair: Meeting]>([:])
  private let products = Mutex<[Triple: [[Term]]]>([:])
  private let smallMeetings: [Meeting]
  private let smallProducts: [[[Term]]]

  /// The table for the given ways of counting, one for each base set.
  ///
  /// - Precondition: From 1 to `IndexType.setLimit` base sets.
  public init(_ numbers: [any IntersectionNumbers<Scalar>]) {
    precondition((1...IndexType.setLimit).contains(numbers.count), "1 to 8 base sets")
    self.numbers = numbers
    sets = numbers.map(\.order)
    guard numbers.count == 1 else {
      (smallMeetings, smallProducts) = ([], [])
      return
    }
    let small = Subset.possibleSizes.map { IndexType($0) }
    smallMeetings = small.flatMap { k in small.map { Self.meeting(numbers, k, $0) } }
    let meetings = smallMeetings
    smallProducts = small.flatMap { k in
      small.flatMap { m in
        small.map { p in
          Self.terms(
            numbers, k, m, p, left: meetings[3 * k.code + m.code].orbits,
            right: meetings[3 * m.code + p.code].orbits, meetings[3 * k.code + p.code].orbits)
        }
      }
    }
  }

  /// The table for one base set.
  public convenience init(_ numbers: some IntersectionNumbers<Scalar>) { self.init([numbers]) }

  /// The table for one base set with a definite number of elements.
  ///
  /// - Precondition: `order` is not negative.
  public convenience init(order: Int) { self.init(orders: [order]) }

  /// The table for base sets with definite numbers of elements: subsets of at most two elements are
  /// counted by enumeration, larger ones by binomial coefficients.
  ///
  /// - Precondition: From 1 to `IndexType.setLimit` numbers, none of them negative.
  public convenience init(orders: [Int]) {
    self.init(orders.map { DefiniteIntersections<Scalar>(order: $0) })
  }

  // MARK: One base set after the other

  private static func meeting(
    _ numbers: [any IntersectionNumbers<Scalar>], _ rows: IndexType, _ columns: IndexType
  ) -> Meeting {
    var (orbits, valencies): ([Int], [Scalar]) = ([0], [.one])
    for (set, numbers) in numbers.enumerated() {
      let (k, m) = (rows[set], columns[set])
      let sizes = numbers.sizesOccurring(k, m)
      if k == 0 && m == 0 { continue }
      let counts = sizes.map {
        numbers.count(rows: k, columns: 0, common: 0, middle: m, left: $0, right: 0)
      }
      orbits = orbits.flatMap { orbit in sizes.map { orbit | $0 << (3 * set) } }
      valencies = valencies.flatMap { valency in counts.map { valency * $0 } }
    }
    return Meeting(orbits: orbits, valencies: valencies)
  }

  private static func terms(
    _ numbers: [any IntersectionNumbers<Scalar>], _ k: IndexType, _ m: IndexType, _ p: IndexType,
    left: [Int], right: [Int], _ orbits: [Int]
  ) -> [[Term]] {
    /// How many subsets c of one base set meet a and b so.
    func count(_ set: Int, _ common: Int, _ x: Int, _ y: Int) -> Scalar {
      let shift = 3 * set
      return numbers[set].count(
        rows: k[set], columns: p[set], common: common >> shift & 7, middle: m[set],
        left: x >> shift & 7, right: y >> shift & 7)
    }
    // Where c has no part in a base set, there is one way.
    let occupied = numbers.indices.filter { m[$0] > 0 }
    return orbits.map { common in
      var terms: [Term] = []
      for (i, x) in left.enumerated() {
        for (j, y) in right.enumerated() {
          var total = Scalar.one
          for set in occupied where !total.isZero { total = total * count(set, common, x, y) }
          if !total.isZero { terms.append(Term(left: i, right: j, count: total)) }
        }
      }
      return terms
    }
  }

  // MARK: Numbers

  private func meeting(_ rows: IndexType, _ columns: IndexType) -> Meeting {
    if !smallMeetings.isEmpty, rows.isSmallSubset, columns.isSmallSubset {
      return smallMeetings[3 * rows.code + columns.code]
    }
    return meetings.withLock { known in
      let pair = Pair(rows: rows, columns: columns)
      if let meeting = known[pair] { return meeting }
      let meeting = Self.meeting(numbers, rows, columns)
      known[pair] = meeting
      return meeting
    }
  }

  /// The orbits of places in rows and columns of the given types: of one base set the sizes of `a ∩ b`
  /// that occur, smallest first.
  ///
  /// - Precondition: The types have no more base sets than the scheme.
  public func orbits(_ rows: IndexType, _ columns: IndexType) -> [Int] {
    precondition(isKnown(rows) && isKnown(columns), "as many base sets as the scheme has")
    return meeting(rows, columns).orbits
  }

  private func isKnown(_ type: IndexType) -> Bool { type.code >> (3 * sets.count) == 0 }

  /// The number of tuples of subsets of a type.
  public func count(of type: IndexType) -> Scalar {
    numbers.enumerated().reduce(.one) { product, entry in
      let size = type[entry.offset]
      return size == 0 ? product : product * entry.element.subsets(ofSize: size)
    }
  }

  /// For each orbit that occurs, the number of columns that meet a given row in it.
  public func valencies(_ rows: IndexType, _ columns: IndexType) -> [Scalar] {
    meeting(rows, columns).valencies
  }

  /// For each orbit that occurs in a product of a (k, m) block and an (m, p) block, its summands.
  func terms(_ k: IndexType, _ m: IndexType, _ p: IndexType) -> [[Term]] {
    if !smallProducts.isEmpty, k.isSmallSubset, m.isSmallSubset, p.isSmallSubset {
      return smallProducts[9 * k.code + 3 * m.code + p.code]
    }
    let triple = Triple(rows: k, middle: m, columns: p)
    if let known = products.withLock({ $0[triple] }) { return known }
    let terms = Self.terms(
      numbers, k, m, p, left: orbits(k, m), right: orbits(m, p), orbits(k, p))
    products.withLock { $0[triple] = terms }
    return terms
  }
}

extension Scheme: Hashable {
  /// Whether the orders are equal.
  public static func == (left: Scheme, right: Scheme) -> Bool {
    left === right || left.sets == right.sets
  }

  /// Hashes the orders.
  public func hash(into hasher: inout Hasher) { hasher.combine(sets) }
}
