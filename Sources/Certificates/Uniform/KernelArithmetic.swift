import Rational

/// The values of the steps of a case of a uniform proof over one range of each size, as text.
///
/// Also computes with such texts, so that whoever writes a proof out for another checker can give the
/// values in between. Nothing is believed here: the other checker looks at them for itself.
public struct KernelArithmetic {
  /// The values of a size that are looked at together.
  public enum Range: Hashable, Sendable {
    case single(Int)
    case from(Int)

    fileprivate var range: SizeRange {
      switch self {
      case .single(let value): .single(value)
      case .from(let first): .from(first)
      }
    }
  }

  /// The value of a step: a number times `ratio` to the power L - L₀, a matrix, or eigenvalues.
  public enum Value: Hashable, Sendable {
    case number(String, ratio: String)
    case matrix(UniformProof.Matrix)
    case spectrum([UniformProof.Weighted])
  }

  /// The values of all steps.
  public private(set) var steps: [Value] = []
  private var replay: UniformReplay
  /// Polynomials that are looked for in denominators.
  private var factors: [KernelPolynomial] = []

  /// Replays a case on one range of each size.
  ///
  /// - Precondition: There are as many ranges as sizes.
  /// - Throws: The first line that does not hold there.
  public init(_ entry: UniformProof.Case, on ranges: [Range]) throws(Rejection) {
    precondition(entry.sizes.count == ranges.count)
    var replay = try UniformReplay(entry, on: ranges.map(\.range), SymbolWork())
    try replay.run()
    self.replay = replay
    // They are factors in r: without one the first variable is another.
    factors = try (replay.ranges.isEmpty ? [] : Self.commonFactors) + eigenvalues()
    for (given, value) in zip(entry.values, replay.values) {
      switch (given, value) {
      case (.matrix(let matrix)?, _): steps.append(.matrix(matrix))
      case (_, .matrix(let table)): steps.append(.matrix(text(table)))
      case (.number(let given)?, .number(_, let ratio)):
        steps.append(.number(given, ratio: text(ratio)))
      case (_, .number(let number, let ratio)):
        steps.append(.number(text(number), ratio: text(ratio)))
      case (_, .spectrum(let pairs)):
        steps.append(
          .spectrum(
            pairs.map { .init(value: text($0.value), multiplicity: text($0.multiplicity)) }))
      }
    }
  }

  private func text(_ value: KernelFraction) -> String {
    let (numerators, denominator) = shortened([value.numerator], value.denominator)
    return replay.ring.text(KernelFraction(numerator: numerators[0], denominator: denominator))
  }

  private func text(_ table: KernelOrbitMatrix) -> UniformProof.Matrix {
    var table = table
    let sizes = table.numerators.map(\.count)
    let (numerators, denominator) = shortened(
      table.numerators.flatMap { $0 }, table.denominator)
    var rest = numerators[...]
    table.numerators = sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    table.denominator = denominator
    return replay.text(table)
  }

  // MARK: Denominators

  /// Factors that are frequent for triangular graphs: r - k for small k, and r² - 5r + 8, the square of
  /// a row of the weightings times B without its factor.
  private static let commonFactors: [KernelPolynomial] =
    (-1...6).map { KernelPolynomial([Monomial(0): 1, .one: Integer(-$0)]) } + [
      KernelPolynomial([Monomial(0, exponent: 2): 1, Monomial(0): -5, .one: 8])
    ]

  /// What the eigenvalues of the inverted matrices have beside common factors, for matrices over the
  /// edges of the complete graph: the denominators of inverses are made of them.
  ///
  /// The eigenvalues of the triangular graph and of its complement are those of Definition 5.
  private func eigenvalues() throws(Rejection) -> [KernelPolynomial] {
    guard let range = replay.ranges.first else { return [] }
    let order = replay.variable(0, range)
    func less(_ shift: Integer) -> KernelPolynomial { order - KernelPolynomial(shift) }
    var result: [KernelPolynomial] = []
    for step in replay.entry.program.steps where [.inverse, .ridge].contains(step.operation) {
      let system = try replay.system(step)
      let edges = [UniformProof.Index(2)]
      guard system.rows == edges, system.columns == edges else { continue }
      let entries = system.block(0, 0)
      let product = { (x: KernelPolynomial, y: KernelPolynomial) throws(Rejection) in
        try replay.within { () throws(RadicalRing.Overflow) in try replay.ring.product(x, y) }
      }
      let all = try product(less(2), less(3))
      for eigenvalue in [
        try entries[2].scaled(by: 2) + product(entries[1], less(2)).scaled(by: 4)
          + product(entries[0], all),
        try entries[2] + product(entries[1], less(4)) - product(entries[0], less(3)),
        entries[2] - entries[1].scaled(by: 2) + entries[0],
      ] {
        let rest = parts(of: eigenvalue, Self.commonFactors + symbols).rest
        if rest.constant == nil, !result.contains(rest) { result.append(rest) }
      }
    }
    return result
  }

  private var symbols: [KernelPolynomial] {
    (replay.ranges.count..<replay.ring.firstRoot).map { KernelPolynomial([Monomial($0): 1]) }
  }

  /// The powers of some factors in a polynomial, and what is left, without a common integer factor.
  private func parts(
    of value: KernelPolynomial, _ factors: [KernelPolynomial]
  ) -> (content: Integer, powers: [(factor: KernelPolynomial, power: Int)], rest: KernelPolynomial)
  {
    var (content, rest): (Integer, _) = (1, value)
    var powers: [(factor: KernelPolynomial, power: Int)] = []
    for factor in factors {
      var power = 0
      while rest.constant == nil, let quotient = rest.quotient(by: factor) {
        (rest, power) = (quotient, power + 1)
      }
      if power > 0 { powers.append((factor, power)) }
    }
    for prime in Self.primes {
      while !rest.isZero, let quotient = rest.quotient(by: KernelPolynomial(prime)) {
        (rest, content) = (quotient, content * prime)
      }
    }
    return (content, powers, rest)
  }

  private static let primes: [Integer] = [2, 3, 5, 7, 11, 13]

  /// Without some factors that all numerators share with the denominator.
  ///
  /// Values need not be in lowest terms; short ones save the other checker time.
  private func shortened(
    _ numerators: [KernelPolynomial], _ denominator: KernelPolynomial
  ) -> ([KernelPolynomial], KernelPolynomial) {
    var (tops, bottom) = (numerators, denominator)
    for factor in factors + symbols + Self.primes.map({ KernelPolynomial($0) }) {
      while bottom.constant != 1, let rest = bottom.quotient(by: factor) {
        let quotients = tops.compactMap { $0.quotient(by: factor) }
        guard quotients.count == tops.count else { break }
        (tops, bottom) = (quotients, rest)
      }
    }
    return (tops, bottom)
  }

  /// A denominator as a product, as far as factors of it are known: `2*(r - 1)^2*(r^2 - 5*r + 8)`.
  ///
  /// Whoever computes with fractions finds the common denominator of two more easily then.
  public func factored(_ denominator: String) -> String {
    guard
      let value = replay.ring.polynomial(Substring(denominator), replay.ranges)
    else { return denominator }
    let (content, powers, rest) = parts(of: value, factors + symbols)
    var product = powers.map { factor, power in
      "(\(replay.ring.text(factor)))" + (power == 1 ? "" : "^\(power)")
    }
    if rest != .one { product.append("(\(replay.ring.text(rest)))") }
    if content != 1 { product.insert("\(content)", at: 0) }
    let isProduct = product.count > 1 || powers.contains { $0.power > 1 }
    return isProduct ? product.joined(separator: "*") : denominator
  }

  // MARK: Arithmetic

  /// The sign of `x - y` everywhere on the range: -1, 0 or 1; nil when it is not the same everywhere.
  public mutating func sign(_ x: String, minus y: String = "0") throws(Rejection) -> Int? {
    let difference = try replay.sum(replay.fraction(x), -replay.fraction(y))
    return switch try replay.sign(difference) {
    case .positive: 1
    case .zero: 0
    case .negative: -1
    default: nil
    }
  }

  /// The matrix product.
  public mutating func product(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> UniformProof.Matrix {
    text(try replay.product(replay.table(left), replay.table(right)))
  }

  /// `M + c I` for a square matrix.
  public mutating func shifted(
    _ matrix: UniformProof.Matrix, by shift: String
  ) throws(Rejection) -> UniformProof.Matrix {
    let identity = KernelOrbitMatrix.identity(matrix.rows)
    let scaled = try replay.scaled(identity, by: replay.fraction(shift))
    return text(try replay.sum(replay.table(matrix), scaled))
  }

  /// For each block of rows their scalar product with those of another matrix.
  public mutating func rowProducts(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> [String] {
    let products = try replay.product(replay.table(left), replay.table(right).transposed)
    return left.rows.indices.map { text(products.diagonal($0)) }
  }

  /// `-x`, and `x y`.
  public mutating func negated(_ number: String) throws(Rejection) -> String {
    text(-(try replay.fraction(number)))
  }

  public mutating func product(_ x: String, _ y: String) throws(Rejection) -> String {
    text(try replay.product(replay.fraction(x), replay.fraction(y)))
  }

  /// The number of columns of a matrix.
  public func columns(of matrix: UniformProof.Matrix) throws(Rejection) -> String {
    text(try replay.count(matrix.columns))
  }
}

extension UniformProof.Matrix {
  /// Rows and columns exchanged.
  public var transposed: UniformProof.Matrix {
    UniformProof.Matrix(
      rows: columns, columns: rows,
      blocks: columns.indices.flatMap { column in
        rows.indices.map { blocks[$0 * columns.count + column] }
      }, denominator: denominator)
  }
}

extension Rejection {
  /// A step that whoever writes a proof out did not expect.
  public static func export(_ place: String, expected: String, found: String) -> Rejection {
    Rejection(.shape, place, expected: expected, found: found)
  }
}

extension UniformReplay {
  /// The matrix that an inverse or the solution of a ridge problem is the inverse of.
  fileprivate func system(_ step: UniformProof.Step) throws(Rejection) -> KernelOrbitMatrix {
    let matrix = try matrix(step.operands[0])
    guard step.operation == .ridge else { return matrix }
    let shift = try product(constant(step.operands[1]), count(matrix.columns))
    return try sum(
      product(matrix, matrix.transposed), scaled(.identity(matrix.rows), by: shift))
  }
}

extension KernelPolynomial {
  /// The exact quotient, if there is one, by a polynomial that is not zero.
  fileprivate func quotient(by divisor: KernelPolynomial) -> KernelPolynomial? {
    guard let (monomial, scale) = divisor.leading else { return nil }
    var (rest, result) = (self, KernelPolynomial())
    while let (top, coefficient) = rest.leading {
      let (factor, remainder) = coefficient.quotientAndRemainder(dividingBy: scale)
      guard remainder.isZero, let step = top.divided(by: monomial) else { return nil }
      result.add(factor, step)
      for (other, value) in divisor.terms {
        guard let product = other.times(step) else { return nil }
        rest.add(-(factor * value), product)
      }
    }
    return result
  }

  private var leading: (monomial: Monomial, coefficient: Integer)? {
    terms.max { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Monomial {
  fileprivate func divided(by other: Monomial) -> Monomial? {
    var result: Monomial? = .one
    for variable in 0..<Self.variableLimit {
      let exponent = exponent(of: variable) - other.exponent(of: variable)
      guard exponent >= 0 else { return nil }
      if exponent > 0 { result = result?.times(Monomial(variable, exponent: exponent)) }
    }
    return result
  }
}
