import Rational

/// The replay of one case of a uniform proof over one range of each size.
struct UniformReplay {
  let entry: UniformProof.Case
  let ranges: SizeRanges
  let ring: RadicalRing
  let counts: SetCounts
  /// What each step gives.
  var values: [Denoted] = []
  /// Denominators that have been found to be positive.
  private var positive: Set<KernelPolynomial> = [.one]
  /// The step or the line that is looked at.
  private(set) var place = ""

  /// A number `value · ratio^(L - L₀)`, a matrix, or the eigenvalues of one.
  enum Denoted {
    case number(KernelFraction, ratio: KernelFraction)
    case matrix(KernelOrbitMatrix)
    case spectrum([Eigenvalue])

    /// What it is, for messages.
    var kind: String {
      switch self {
      case .number: "a number"
      case .matrix: "a matrix"
      case .spectrum: "a spectrum"
      }
    }
  }

  /// An eigenvalue with its multiplicity.
  struct Eigenvalue {
    let value: KernelFraction
    let multiplicity: KernelFraction
  }

  init(
    _ entry: UniformProof.Case, on ranges: SizeRanges, _ work: SymbolWork
  ) throws(Rejection) {
    self.entry = entry
    self.ranges = ranges
    let names = entry.sizes.map(\.name) + entry.program.symbols + entry.roots.map(\.name)
    guard names.count <= Monomial.variableLimit, Set(names).count == names.count else {
      throw Rejection(
        .limit, "the head of a case",
        expected: "at most \(Monomial.variableLimit) different names of sizes, symbols and roots",
        found: names.joined(separator: ", "))
    }
    let firstRoot = ranges.count + entry.program.symbols.count
    let bare = RadicalRing(names: Array(names[..<firstRoot]), firstRoot: firstRoot, squares: [])
    var squares: [KernelPolynomial] = []
    for root in entry.roots {
      guard let square = bare.polynomial(Substring(root.square), ranges) else {
        throw Rejection(
          .value, "root \(root.name)", expected: "a polynomial in sizes and symbols",
          found: root.square)
      }
      squares.append(square)
    }
    ring = RadicalRing(names: names, firstRoot: firstRoot, squares: squares, work: work)
    counts = SetCounts(ring)
    // A case without steps is not for nothing either.
    try within { () throws(RadicalRing.Overflow) in try work.spend(1000) }
    for (root, square) in zip(entry.roots, squares) {
      place = "root \(root.name)"
      guard let sign = try self.sign(square), sign.isAtLeastZero else {
        throw rejection(.value, expected: "a square that is never negative", found: root.square)
      }
    }
  }

  /// Replays every step and looks at what is shown.
  mutating func run() throws(Rejection) {
    for (index, step) in entry.program.steps.enumerated() {
      place = "a\(index + 1) = \(step)"
      values.append(try value(of: step, given: entry.values[index]))
    }
    for show in entry.program.shows {
      place = "show \(show)"
      try check(show)
    }
  }

  func rejection(_ rule: Rejection.Rule, expected: String, found: String) -> Rejection {
    Rejection(rule, place, expected: expected, found: found)
  }

  // MARK: Arithmetic within the limits

  /// An operation of the ring; a polynomial that grows too large is a rejection.
  func within<Result>(
    _ body: () throws(RadicalRing.Overflow) -> Result
  ) throws(Rejection) -> Result {
    do {
      return try body()
    } catch .smallSet(let set, let elements) {
      throw rejection(
        .step, expected: "at least \(elements) elements, for two subsets beside one another",
        found: set.isEmpty ? "fewer vertices for some size" : "fewer, for some size, in \(set)")
    } catch {
      throw rejection(
        .limit,
        expected:
          "at most \(RadicalRing.termLimit) terms, exponents up to 127, coefficients of at most "
          + "\(RadicalRing.bitLimit) bits, and \(SymbolWork.limit) products of them",
        found: "larger polynomials, or more")
    }
  }

  func sign(_ value: KernelPolynomial) throws(Rejection) -> UniformSign? {
    try within { () throws(RadicalRing.Overflow) in try ring.sign(value, on: ranges) }
  }

  /// The sign of a fraction: its denominator is positive.
  func sign(_ value: KernelFraction) throws(Rejection) -> UniformSign? {
    try sign(value.numerator)
  }

  func product(_ a: KernelFraction, _ b: KernelFraction) throws(Rejection) -> KernelFraction {
    try within { () throws(RadicalRing.Overflow) in try ring.product(a, b) }
  }

  func sum(_ a: KernelFraction, _ b: KernelFraction) throws(Rejection) -> KernelFraction {
    try within { () throws(RadicalRing.Overflow) in try ring.sum(a, b) }
  }

  func areEqual(_ a: KernelFraction, _ b: KernelFraction) throws(Rejection) -> Bool {
    try within { () throws(RadicalRing.Overflow) in try ring.areEqual(a, b) }
  }

  func product(_ a: KernelOrbitMatrix, _ b: KernelOrbitMatrix) throws(Rejection)
    -> KernelOrbitMatrix
  {
    guard a.columns == b.rows else {
      throw rejection(
        .step, expected: "rows on the right that stand for the columns on the left",
        found: "\(a.columns) and \(b.rows)")
    }
    return try within { () throws(RadicalRing.Overflow) in try ring.product(a, b, counts) }
  }

  func sum(_ a: KernelOrbitMatrix, _ b: KernelOrbitMatrix) throws(Rejection) -> KernelOrbitMatrix {
    guard a.rows == b.rows, a.columns == b.columns else {
      throw rejection(.step, expected: "two matrices of one shape", found: "two shapes")
    }
    return try within { () throws(RadicalRing.Overflow) in try ring.sum(a, b) }
  }

  func scaled(_ matrix: KernelOrbitMatrix, by factor: KernelFraction) throws(Rejection)
    -> KernelOrbitMatrix
  {
    try within { () throws(RadicalRing.Overflow) in try ring.scaled(matrix, by: factor) }
  }

  func areEqual(_ a: KernelOrbitMatrix, _ b: KernelOrbitMatrix) throws(Rejection) -> Bool {
    try within { () throws(RadicalRing.Overflow) in try ring.areEqual(a, b, counts) }
  }

  func trace(_ matrix: KernelOrbitMatrix) throws(Rejection) -> KernelFraction {
    guard matrix.rows == matrix.columns else {
      throw rejection(.step, expected: "a square matrix", found: "another shape")
    }
    return try within { () throws(RadicalRing.Overflow) in try ring.trace(matrix, counts) }
  }

  func count(_ types: [UniformProof.Index]) throws(Rejection) -> KernelFraction {
    try within { () throws(RadicalRing.Overflow) in try ring.count(types, counts) }
  }

  /// The orbits of the places in a block, those that occur.
  func orbits(
    _ rows: UniformProof.Index, _ columns: UniformProof.Index
  ) throws(Rejection) -> [Meeting.Orbit] {
    try within { () throws(RadicalRing.Overflow) in try counts.orbits(rows, columns) }
  }

  /// Sees to it that the base sets of a shape are known, and large enough for it.
  func define(
    _ rows: [UniformProof.Index], _ columns: [UniformProof.Index]
  ) throws(Rejection) {
    for part in (rows + columns).flatMap(\.parts) where !counts.knows(part.set) {
      let size = try size(of: part.set)
      let isSize = try within { () throws(RadicalRing.Overflow) in
        try counts.define(part.set, size, on: ranges)
      }
      guard isSize else {
        throw rejection(
          .step, expected: "a number of elements that is nowhere negative", found: ring.text(size))
      }
    }
    for row in rows {
      for column in columns { _ = try orbits(row, column) }
    }
  }

  /// The number of elements of a base set, a polynomial in the sizes with integer coefficients.
  private func size(of set: UniformProof.BaseSet) throws(Rejection) -> KernelPolynomial {
    switch set {
    case .vertices:
      guard let range = ranges.first else {
        throw rejection(.step, expected: "\"for r in\" before matrices", found: "no range")
      }
      return variable(0, range)
    case .step(let step, _):
      guard step < values.count else {
        throw rejection(.step, expected: "an earlier step for \(set)", found: "a later one")
      }
      let value = try constant(step)
      guard let size = value.integral,
        size.terms.keys.allSatisfy({ monomial in
          (ranges.count..<ring.names.count).allSatisfy { monomial.exponent(of: $0) == 0 }
        })
      else {
        throw rejection(
          .step, expected: "a polynomial in the sizes with integer coefficients for \(set)",
          found: ring.text(value))
      }
      return size
    }
  }

  /// A size of the case as a number.
  func variable(_ index: Int, _ range: SizeRange) -> KernelPolynomial {
    switch range {
    case .single(let value): KernelPolynomial(Integer(value))
    case .from: KernelPolynomial([Monomial(index): 1])
    }
  }

  /// The reciprocal of a number that is nowhere zero, with a denominator without roots.
  mutating func reciprocal(_ value: KernelFraction) throws(Rejection) -> KernelFraction {
    var (top, bottom) = (value.denominator, value.numerator)
    for root in ring.roots.reversed() where bottom.contains(root) {
      let parts = bottom.coefficients(of: root)
      let s = KernelPolynomial([Monomial(root): 1])
      // With A + B s times A - B s the root is gone, and with B s times s.
      let factor = try within { () throws(RadicalRing.Overflow) in
        parts[0].map { a in a - (bottom - a) } ?? s
      }
      (top, bottom) = try within { () throws(RadicalRing.Overflow) in
        (try ring.product(top, factor), try ring.product(bottom, factor))
      }
    }
    switch try sign(bottom) {
    case .positive: break
    case .negative: (top, bottom) = (-top, -bottom)
    default:
      throw rejection(
        .step, expected: "a divisor of one sign, nowhere zero", found: ring.text(value))
    }
    positive.insert(bottom)
    return KernelFraction(numerator: top, denominator: bottom)
  }

  // MARK: Values as they are written

  mutating func fraction(_ text: String) throws(Rejection) -> KernelFraction {
    guard var value = ring.fraction(text, ranges) else {
      throw rejection(
        .value, expected: "P or (P)/(Q) in the sizes, symbols and roots of the case", found: text)
    }
    guard !positive.contains(value.denominator) else { return value }
    switch try sign(value.denominator) {
    case .positive: break
    case .negative:
      value = KernelFraction(numerator: -value.numerator, denominator: -value.denominator)
    default:
      throw rejection(.value, expected: "a denominator that is nowhere zero", found: text)
    }
    positive.insert(value.denominator)
    return value
  }

  mutating func table(_ matrix: UniformProof.Matrix) throws(Rejection) -> KernelOrbitMatrix {
    try define(matrix.rows, matrix.columns)
    // The denominator is read as that of 1/Q.
    let one = try fraction(matrix.denominator.map { "(1)/(\($0))" } ?? "1")
    var numerators: [[KernelPolynomial]] = []
    for block in matrix.blocks {
      var entries: [KernelPolynomial] = []
      for text in block {
        let entry = try fraction(text)
        guard entry.denominator == .one else {
          throw rejection(.value, expected: "one denominator for all entries", found: text)
        }
        entries.append(try product(entry, KernelFraction(numerator: one.numerator)).numerator)
      }
      numerators.append(entries)
    }
    return KernelOrbitMatrix(
      rows: matrix.rows, columns: matrix.columns, numerators: numerators,
      denominator: one.denominator)
  }

  func text(_ matrix: KernelOrbitMatrix) -> UniformProof.Matrix {
    .init(
      rows: matrix.rows, columns: matrix.columns,
      blocks: matrix.numerators.map { $0.map { ring.text($0) } },
      denominator: matrix.denominator == .one ? nil : ring.text(matrix.denominator))
  }
}
