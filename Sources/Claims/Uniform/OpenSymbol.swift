import Functions
import Rational

/// How an open integer parameter enters the uniform reading.
///
/// In most statements the parameter is the symbol x itself. Where a statement has
/// `triangular_root(K)`, x is that root, and the K with one root are a row:
///
///     triangular_root(K) = r  iff  r(r-1)/2 ≤ K < (r+1)r/2,
///
/// as the root is the largest r with r(r-1)/2 ≤ K. For a given r a statement that is affine in K holds
/// on the whole row when it holds at both ends, `K = r(r-1)/2` and `K = (r+1)r/2 - 1`; these are functions
/// of r. `TriangularRows` decides whether a statement is affine in K.
struct OpenSymbol {
  /// The parameter.
  let name: String
  /// Its first value.
  let first: Int
  /// Whether x is the triangular root of the parameter.
  let hasRows: Bool

  /// How many rows may be decided one by one before the uniform reading holds.
  private static let rowLimit = 40
  /// How far beyond the first value x may have to go otherwise.
  private static let valueLimit = 200
  /// How many values of x beyond the horizon are decided one by one as well, as a guard.
  private static let guardValues = 3
  /// The largest first value that has a row here: its ends stay far from the largest integer.
  private static let firstLimit = 1 << 50

  /// - Throws: `NotUniform` when the parameter has rows and its first value none, or a large one.
  init(_ name: String, first: Int, hasRows: Bool) throws(NotUniform) {
    guard !hasRows || (0...Self.firstLimit).contains(first) else {
      throw NotUniform("a triangular root of numbers from \(first) on")
    }
    self.name = name
    self.first = first
    self.hasRows = hasRows
  }

  /// The values of the parameter, as functions of x, at which the statement is read.
  var places: [RootFunction] {
    guard hasRows else { return [.x] }
    let half = RootFunction(Rational(1, 2))
    return [.x * (.x - .one) * half, .x * (.x + .one) * half - .one]
  }

  /// x for the first value of the parameter.
  var firstSymbol: Int {
    guard hasRows else { return first }
    // The same count as for `triangular_root`, from (2r-1)² ≤ 8K+1.
    let root = (Integer(8) * Integer(first) + 1).squareRootFloor()
    return Int(exactly: (root + 1).quotientAndRemainder(dividingBy: 2).quotient) ?? 0
  }

  /// The largest x that is decided one by one.
  var limit: Int { firstSymbol + (hasRows ? Self.rowLimit : Self.valueLimit) }

  /// The values of the parameter that belong to one x.
  func row(_ x: Int) -> ClosedRange<Int> {
    hasRows ? x * (x - 1) / 2...x * (x + 1) / 2 - 1 : x...x
  }

  /// The values to be decided one by one: all with x below the bound, and, as a guard, for a few x
  /// from there on the ends of the row and one between, with the place that each is at.
  func values(upTo bound: Int) -> [(value: Int, place: Place)] {
    let below = first..<max(first, row(bound).lowerBound)
    let beyond = (bound..<bound + Self.guardValues).flatMap { x -> [(value: Int, place: Place)] in
      let row = row(x)
      guard row.count > 1 else { return [(row.lowerBound, .end(0))] }
      let between = row.count > 2 ? [(value: row.lowerBound + 1, place: Place.between)] : []
      return [(row.lowerBound, .end(0))] + between + [(row.upperBound, .end(1))]
    }
    return below.map { ($0, .below) } + beyond.filter { $0.value >= first }
  }

  /// Where a value stands.
  enum Place: Hashable {
    /// Below the bound.
    case below
    /// At one of the `places`.
    case end(Int)
    /// Between the ends of a row.
    case between
  }
}
