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

/// Statements that are affine in K for a given r = triangular_root(K).
struct TriangularRows {
  let claim: Claim
  /// K
  let name: String

  /// Whether the statement has the triangular root of the parameter itself.
  func occur(in form: Claim.Form) -> Bool {
    func occurs(_ expression: Expression) -> Bool {
      isRoot(expression) || expression.children.contains(where: occurs)
    }
    return (form.propositions.flatMap(\.expressions) + claim.definitions.map(\.expression))
      .contains(where: occurs)
  }

  private func isRoot(_ expression: Expression) -> Bool {
    if case .call("triangular_root", let arguments, _) = expression,
      case .name(name, _)? = arguments.first
    {
      true
    } else {
      false
    }
  }

  /// - Throws: `NotUniform` unless what is decided at both ends of a row holds on the whole row.
  func check(_ propositions: [Proposition]) throws(NotUniform) {
    for proposition in propositions {
      switch proposition {
      case .relation(let left, let relation, let right, _):
        try check(left, relation, right)
      case .lossComparison(let comparison):
        // The numbers of classes are affine, and what is a graph depends on r alone.
        try require(1, [comparison.left, comparison.right])
        try require(0, [comparison.layers])
      default: try require(0, proposition.expressions)
      }
    }
  }

  /// A hypothesis is to be true, or false, on whole rows: that of a comparison is decided by both
  /// ends when it is an inequality.
  func check(_ condition: Condition) throws(NotUniform) {
    switch condition {
    case .both(let left, let right), .either(let left, let right):
      try check(left)
      try check(right)
    case .relation(let left, let relation, let right):
      let isInequality = relation != .equal && relation != .notEqual
      try require(isInequality ? 1 : 0, [left, right])
    }
  }

  private func check(
    _ left: Expression, _ relation: Relation, _ right: Expression
  ) throws(NotUniform) {
    // The difference may vanish between the ends.
    try require(relation == .notEqual ? 0 : 1, [left, right])
  }

  private func require(_ greatest: Int, _ expressions: [Expression]) throws(NotUniform) {
    for expression in expressions {
      guard let degree = degree(expression), degree <= greatest else {
        throw NotUniform("\(expression) is not affine in \(name) between two triangular numbers")
      }
    }
  }

  /// 0 for a formula that depends on K through its root only, 1 for one that is affine in K for a
  /// given root, nil for any other.
  ///
  /// - Parameter isCount: Whether the coefficients of K are to be integers, as in a number of classes:
  ///   then it is an integer on the whole row when it is at the ends.
  private func degree(_ expression: Expression, isCount: Bool = false) -> Int? {
    if isRoot(expression) { return 0 }
    func greatest(_ parts: [Expression], isCount: Bool = isCount) -> Int? {
      parts.reduce(0) { found, part in
        guard let found, let next = degree(part, isCount: isCount) else { return nil }
        return max(found, next)
      }
    }
    switch expression {
    case .name(name, _): return 1
    case .name(let other, _):
      guard let definition = claim.definitions.first(where: { $0.name == other }) else { return 0 }
      return degree(definition.expression, isCount: isCount)
    case .negated(let operand, _): return degree(operand, isCount: isCount)
    case .binary(.plus, let left, let right, _), .binary(.minus, let left, let right, _):
      return greatest([left, right])
    case .binary(.times, let left, let right, _) where isFactor(left, isCount: isCount):
      return degree(right, isCount: isCount)
    case .binary(.times, let left, let right, _), .binary(.divided, let left, let right, _):
      // A divisor has no K, and where it stands alone no integer is needed.
      guard degree(right) == 0 else { return nil }
      return !isCount || degree(left) == 0 ? degree(left) : nil
    case .call("collapse", let arguments, _): return greatest(arguments, isCount: true)
    case .call("join", let arguments, _): return greatest(arguments)
    default: return greatest(expression.children, isCount: false) == 0 ? 0 : nil
    }
  }

  /// Whether a formula affine in K stays so when it is multiplied by this one.
  private func isFactor(_ expression: Expression, isCount: Bool) -> Bool {
    guard isCount else { return degree(expression) == 0 }
    if case .number(let factor, _) = expression { return factor.isInteger }
    return false
  }
}
