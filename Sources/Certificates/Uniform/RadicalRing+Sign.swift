import Rational

/// Where a statement is claimed to hold: for which numbers r of vertices.
enum VertexRange: Hashable, Sendable {
  /// There is no r in it.
  case none
  /// For one r.
  case single(Int)
  /// For every r from there on.
  case from(Int)
}

/// What is known about the sign of a number at every r of a range and all positive symbols.
enum UniformSign: Hashable, Sendable {
  case negative, nonpositive, zero, nonnegative, positive

  var isAtLeastZero: Bool { self == .zero || self == .nonnegative || self == .positive }
  var isAtMostZero: Bool { self == .zero || self == .nonpositive || self == .negative }

  var negated: UniformSign {
    switch self {
    case .negative: .positive
    case .nonpositive: .nonnegative
    case .zero: .zero
    case .nonnegative: .nonpositive
    case .positive: .negative
    }
  }

  /// What is known when this holds at some places and `other` at all others.
  func or(_ other: UniformSign) -> UniformSign? {
    if self == other { return self }
    if isAtLeastZero && other.isAtLeastZero { return .nonnegative }
    if isAtMostZero && other.isAtMostZero { return .nonpositive }
    return nil
  }
}

extension RadicalRing {
  /// How far beyond the first r the coefficients are tried; the values before are looked at singly.
  private static let steps = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

  /// The sign of a number everywhere, or nil when it is not the same everywhere or not found.
  func sign(_ value: KernelPolynomial, on range: VertexRange) throws(Overflow) -> UniformSign? {
    guard case .from(let first) = range else { return try sign(value, beyond: nil) }
    for step in Self.steps {
      let start = first + step
      guard var result = try sign(value, beyond: start) else { continue }
      for r in first..<start {
        try work.spend(value.terms.count + squares.reduce(1) { $0 + $1.terms.count })
        let here = try fixing(r).sign(value.replacing(0, by: Integer(r)), beyond: nil)
        guard let here, let both = result.or(here) else { return nil }
        result = both
      }
      return result
    }
    return nil
  }

  /// The sign of a number A + B s, s the last root in it, by those of A, B and A² - B² s².
  private func sign(
    _ value: KernelPolynomial, beyond start: Int?
  ) throws(Overflow) -> UniformSign? {
    guard let root = roots.last(where: { value.contains($0) }) else {
      return try rootFreeSign(value, beyond: start)
    }
    let parts = value.coefficients(of: root)
    let (a, b) = (parts[0] ?? KernelPolynomial(), parts[1] ?? KernelPolynomial())
    let square = squares[root - firstRoot]
    guard let signA = try sign(a, beyond: start), let signB = try sign(b, beyond: start),
      let signS = try sign(square, beyond: start)
    else { return nil }
    if signS == .zero { return signA }
    // The term B s.
    let isStrict = signS == .positive
    let term: UniformSign =
      switch signB {
      case .positive: isStrict ? .positive : .nonnegative
      case .negative: isStrict ? .negative : .nonpositive
      default: signB
      }
    if signA.isAtLeastZero && term.isAtLeastZero { return Self.sum(signA, term) }
    if signA.isAtMostZero && term.isAtMostZero {
      return Self.sum(signA.negated, term.negated).negated
    }
    let gap = try product(a, a) - product(product(b, b), square)
    guard let signOfGap = try sign(gap, beyond: start) else { return nil }
    // With A ≥ 0 ≥ B s the sum has the sign of A² - B² s², otherwise the opposite one.
    return signA.isAtLeastZero ? signOfGap : signOfGap.negated
  }

  /// The sign of a sum of two numbers that are not negative.
  private static func sum(_ a: UniformSign, _ b: UniformSign) -> UniformSign {
    if a == .positive || b == .positive { return .positive }
    return a == .zero && b == .zero ? .zero : .nonnegative
  }

  /// By the signs of all coefficients in powers of r - start and of the symbols.
  private func rootFreeSign(
    _ value: KernelPolynomial, beyond start: Int?
  ) throws(Overflow) -> UniformSign? {
    try work.spend(1 + value.terms.count)
    if value.isZero { return .zero }
    var (positive, negative) = (false, false)
    // Whether a term without r - start has that sign: at r = start the others vanish.
    var isStrict = false
    for coefficients in value.byOtherVariables(than: 0) {
      if start != nil { try work.spend(coefficients.count * coefficients.count) }
      let shifted = start.map { Self.shifted(coefficients, by: Integer($0)) } ?? coefficients
      for (power, coefficient) in shifted.enumerated() where !coefficient.isZero {
        if coefficient.sign > 0 { positive = true } else { negative = true }
        if power == 0 { isStrict = true }
      }
    }
    if positive && negative { return nil }
    if positive { return isStrict ? .positive : .nonnegative }
    return isStrict ? .negative : .nonpositive
  }

  /// The coefficients in powers of t of a polynomial in r = t + start, by repeated Horner division.
  private static func shifted(_ coefficients: [Integer], by start: Integer) -> [Integer] {
    var values = coefficients
    for low in values.indices {
      for index in stride(from: values.count - 2, through: low, by: -1) {
        values[index] += start * values[index + 1]
      }
    }
    return values
  }
}

extension KernelPolynomial {
  /// For each monomial in the other variables the coefficients of the powers of one.
  fileprivate func byOtherVariables(than variable: Int) -> [[Integer]] {
    var result: [Monomial: [Integer]] = [:]
    for (monomial, coefficient) in terms {
      let exponent = monomial.exponent(of: variable)
      var list = result[monomial.dropping(variable), default: []]
      while list.count <= exponent { list.append(0) }
      list[exponent] = coefficient
      result[monomial.dropping(variable)] = list
    }
    return Array(result.values)
  }
}
