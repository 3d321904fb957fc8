import Rational

/// The values of the steps of a case of a uniform proof over one range of r, as text.
///
/// Also computes with such texts, so that whoever writes a proof out for another checker can give the
/// values in between. Nothing is believed here: the other checker looks at them for itself.
public struct UniformValues {
  /// The numbers r of vertices that are looked at together.
  public enum Vertices: Hashable, Sendable {
    case none
    case single(Int)
    case from(Int)

    fileprivate var range: VertexRange {
      switch self {
      case .none: .none
      case .single(let order): .single(order)
      case .from(let first): .from(first)
      }
    }
  }

  /// The value of a step: a number times `ratio` to the power L - L₀, or a matrix.
  public enum Value: Hashable, Sendable {
    case number(String, ratio: String)
    case matrix(UniformProof.Matrix)
  }

  /// The values of all steps.
  public private(set) var steps: [Value] = []
  private var replay: UniformReplay

  /// Replays a case on one range.
  ///
  /// - Throws: The first line that does not hold there.
  public init(_ entry: UniformProof.Case, on vertices: Vertices) throws(Rejection) {
    var replay = try UniformReplay(entry, on: vertices.range, SymbolWork())
    try replay.run()
    self.replay = replay
    for (given, value) in zip(entry.values, replay.values) {
      switch (given, value) {
      case (.matrix(let matrix)?, _): steps.append(.matrix(matrix))
      case (_, .matrix(let table)): steps.append(.matrix(text(table)))
      case (.number(let given)?, .number(_, let ratio)):
        steps.append(.number(given, ratio: text(ratio)))
      case (_, .number(let number, let ratio)):
        steps.append(.number(text(number), ratio: text(ratio)))
      }
    }
  }

  private func text(_ value: SymbolFraction) -> String {
    let (numerators, denominator) = Self.shortened([value.numerator], value.denominator)
    return replay.ring.text(SymbolFraction(numerator: numerators[0], denominator: denominator))
  }

  private func text(_ table: OrbitTable) -> UniformProof.Matrix {
    var table = table
    let sizes = table.numerators.map(\.count)
    let (numerators, denominator) = Self.shortened(
      table.numerators.flatMap { $0 }, table.denominator)
    var rest = numerators[...]
    table.numerators = sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    table.denominator = denominator
    return replay.text(table)
  }

  /// Without some factors that all numerators share with the denominator: r - k for small k, the
  /// others that occur for triangular graphs, symbols, and integers.
  ///
  /// Values need not be in lowest terms; short ones save the other checker time.
  private static func shortened(
    _ numerators: [SymbolPolynomial], _ denominator: SymbolPolynomial
  ) -> ([SymbolPolynomial], SymbolPolynomial) {
    func variable(_ index: Int) -> SymbolPolynomial { SymbolPolynomial([Monomial(index): 1]) }
    var factors = (-1...6).map { (0, variable(0) - SymbolPolynomial(Integer($0))) }
    // r² - 5r + 8 is the square of a row of the weightings times B, without its factor.
    factors.append(
      (0, SymbolPolynomial([Monomial(0, exponent: 2): 1, Monomial(0): -5, .one: 8])))
    factors += (1..<Monomial.variableLimit).filter { denominator.contains($0) }
      .map { ($0, variable($0)) }
    var (tops, bottom) = (numerators, denominator)
    for (index, factor) in factors {
      while let rest = bottom.quotient(by: factor, in: index) {
        let quotients = tops.compactMap { $0.quotient(by: factor, in: index) }
        guard quotients.count == tops.count else { break }
        (tops, bottom) = (quotients, rest)
      }
    }
    for prime in [2, 3, 5, 7, 11, 13] as [Integer] {
      while let rest = bottom.quotient(by: prime) {
        let quotients = tops.compactMap { $0.quotient(by: prime) }
        guard quotients.count == tops.count else { break }
        (tops, bottom) = (quotients, rest)
      }
    }
    return (tops, bottom)
  }

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

  /// The matrix sum.
  public mutating func sum(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> UniformProof.Matrix {
    text(try replay.sum(replay.table(left), replay.table(right)))
  }

  /// `M + c I` for a square matrix.
  public mutating func shifted(
    _ matrix: UniformProof.Matrix, by shift: String
  ) throws(Rejection) -> UniformProof.Matrix {
    let identity = OrbitTable.identity(matrix.rows)
    let scaled = try replay.scaled(identity, by: replay.fraction(shift))
    return text(try replay.sum(replay.table(matrix), scaled))
  }

  /// The sum of the diagonal.
  public mutating func trace(_ matrix: UniformProof.Matrix) throws(Rejection) -> String {
    text(try replay.trace(replay.table(matrix)))
  }

  /// For each block of rows their scalar product with those of another matrix.
  public mutating func rowProducts(
    _ left: UniformProof.Matrix, _ right: UniformProof.Matrix
  ) throws(Rejection) -> [String] {
    let products = try replay.product(replay.table(left), replay.table(right).transposed)
    return left.rows.enumerated().map { row, size in
      text(products.entry(row, row, size))
    }
  }

  public mutating func difference(_ x: String, _ y: String) throws(Rejection) -> String {
    text(try replay.sum(replay.fraction(x), -replay.fraction(y)))
  }

  /// `-x`, and `x y`.
  public mutating func negated(_ number: String) throws(Rejection) -> String {
    text(-(try replay.fraction(number)))
  }

  public mutating func product(_ x: String, _ y: String) throws(Rejection) -> String {
    text(try replay.product(replay.fraction(x), replay.fraction(y)))
  }

  /// The number of columns of a matrix.
  public func columns(of matrix: UniformProof.Matrix) -> String {
    text(replay.count(matrix.columns))
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

extension SymbolPolynomial {
  /// The exact quotient by a polynomial with leading coefficient 1 in one variable, if there is one.
  fileprivate func quotient(by divisor: SymbolPolynomial, in variable: Int) -> SymbolPolynomial? {
    guard !isZero else { return self }
    let parts = divisor.coefficients(of: variable)
    guard let degree = parts.keys.max(), degree > 0 else { return nil }
    var rest = coefficients(of: variable)
    var result = SymbolPolynomial()
    while let top = rest.keys.max(), top >= degree {
      guard let lead = rest.removeValue(forKey: top) else { return nil }
      if lead.isZero { continue }
      for (monomial, coefficient) in lead.terms {
        let shift = top > degree ? Monomial(variable, exponent: top - degree) : .one
        guard let product = monomial.times(shift) else { return nil }
        result.add(coefficient, product)
      }
      for (power, part) in parts where power < degree {
        // The other coefficients are integers.
        guard let integer = part.constant else { return nil }
        let place = top - degree + power
        rest[place] = (rest[place] ?? SymbolPolynomial()) - lead.scaled(by: integer)
      }
    }
    return rest.values.allSatisfy(\.isZero) ? result : nil
  }

  /// The exact quotient by an integer.
  fileprivate func quotient(by divisor: Integer) -> SymbolPolynomial? {
    var result: [Monomial: Integer] = [:]
    for (monomial, coefficient) in terms {
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
      guard remainder.isZero else { return nil }
      result[monomial] = quotient
    }
    return SymbolPolynomial(result)
  }
}
