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

  /// The ways of counting, one for each base set: as functions, so that no type is looked up at run time.
  private struct Counting: Sendable {
    let sizesOccurring: @Sendable (Int, Int) -> [Int]
    let subsets: @Sendable (Int) -> Scalar
    let count: @Sendable (Int, Int, Int, Int, Int, Int) -> Scalar

    init(_ numbers: some IntersectionNumbers<Scalar>) {
      sizesOccurring = { numbers.sizesOccurring($0, $1) }
      subsets = { numbers.subsets(ofSize: $0) }
      count = {
        numbers.count(rows: $0, columns: $1, common: $2, middle: $3, left: $4, right: $5)
      }
    }
  }

  private let numbers: [Counting]
  /// What was asked for, and of one base set how subsets of at most two elements meet.
  private let meetings = Mutex<[Pair: Meeting]>([:])
  private let products = Mutex<[Triple: [[Term]]]>([:])
  private let smallMeetings: [Meeting]
  /// Of one base set how many subsets of at most two elements there are, by their size.
  private let smallCounts: [Scalar]

  /// The table for the given ways of counting, one for each base set.
  ///
  /// - Precondition: From 1 to `IndexType.setLimit` base sets.
  public init(_ numbers: [some IntersectionNumbers<Scalar>]) {
    precondition((1...IndexType.setLimit).contains(numbers.count), "1 to 8 base sets")
    sets = numbers.map(\.order)
    let numbers = numbers.map { Counting($0) }
    self.numbers = numbers
    guard numbers.count == 1 else {
      (smallMeetings, smallCounts) = ([], [])
      return
    }
    let small = Subset.possibleSizes.map { IndexType($0) }
    smallMeetings = small.flatMap { k in small.map { Self.meeting(numbers, k, $0) } }
    smallCounts = small.map { Self.count(numbers, $0) }
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
    _ numbers: [Counting], _ rows: IndexType, _ columns: IndexType
  ) -> Meeting {
    // What the base sets so far give; a factor 1 is left out, since most schemes have one base set.
    var meeting: (orbits: [Int], valencies: [Scalar])?
    for (set, numbers) in numbers.enumerated() {
      let (k, m) = (rows[set], columns[set])
      if k == 0 && m == 0 { continue }
      let sizes = numbers.sizesOccurring(k, m)
      let counts = sizes.map {
        numbers.count(k, 0, 0, m, $0, 0)
      }
      let orbits = sizes.map { $0 << (3 * set) }
      meeting =
        meeting.map { before in
          (
            before.orbits.flatMap { orbit in orbits.map { orbit | $0 } },
            before.valencies.flatMap { valency in counts.map { valency * $0 } }
          )
        } ?? (orbits, counts)
    }
    let (orbits, valencies) = meeting ?? ([0], [.one])
    return Meeting(orbits: orbits, valencies: valencies)
  }

  private static func terms(
    _ numbers: [Counting], _ k: IndexType, _ m: IndexType, _ p: IndexType,
    left: [Int], right: [Int], _ orbits: [Int]
  ) -> [[Term]] {
    /// How many subsets c of one base set meet a and b so.
    func count(_ set: Int, _ common: Int, _ x: Int, _ y: Int) -> Scalar {
      let shift = 3 * set
      return numbers[set].count(
        k[set], p[set], common >> shift & 7, m[set], x >> shift & 7, y >> shift & 7)
    }
    // Where c has no part in a base set, there is one way.
    let occupied = numbers.indices.filter { m[$0] > 0 }
    return orbits.map { common in
      var terms: [Term] = []
      terms.reserveCapacity(left.count * right.count)
      for (i, x) in left.enumerated() {
        for (j, y) in right.enumerated() {
          var total: Scalar?
          for set in occupied where total?.isZero != true {
            let factor = count(set, common, x, y)
            total = total.map { $0 * factor } ?? factor
          }
          let product = total ?? .one
          if !product.isZero { terms.append(Term(left: i, right: j, count: product)) }
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
    smallCounts.isEmpty || !type.isSmallSubset ? Self.count(numbers, type) : smallCounts[type.code]
  }

  private static func count(_ numbers: [Counting], _ type: IndexType) -> Scalar {
    numbers.enumerated().reduce(.one) { product, entry in
      let size = type[entry.offset]
      return size == 0 ? product : product * entry.element.subsets(size)
    }
  }

  /// For each orbit that occurs, the number of columns that meet a given row in it.
  public func valencies(_ rows: IndexType, _ columns: IndexType) -> [Scalar] {
    meeting(rows, columns).valencies
  }

  /// For each orbit that occurs in a product of a (k, m) block and an (m, p) block, its summands.
  func terms(_ k: IndexType, _ m: IndexType, _ p: IndexType) -> [[Term]] {
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
