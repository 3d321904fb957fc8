import Rational

/// The values of one size for which a statement is claimed to hold.
enum SizeRange: Hashable, Sendable {
  /// One value.
  case single(Int)
  /// Every value from there on.
  case from(Int)

  /// The first value of an open range.
  var start: Int? { if case .from(let first) = self { first } else { nil } }
}

/// One range for each size of a case; none without graphs.
typealias SizeRanges = [SizeRange]

/// What is known about the sign of a number at all sizes of their ranges and all positive symbols.
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
  /// How far beyond the first sizes the coefficients are tried; the values before are looked at singly.
  private static let steps = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

  /// The sign of a number everywhere, or nil when it is not the same everywhere or not found.
  func sign(_ value: KernelPolynomial, on ranges: SizeRanges) throws(Overflow) -> UniformSign? {
    let starts = ranges.map(\.start)
    guard starts.contains(where: { $0 != nil }) else { return try sign(value, beyond: starts) }
    for step in Self.steps {
      let beyond = starts.map { start in start.map { $0 + step } }
      guard var result = try sign(value, beyond: beyond) else { continue }
      for (size, start) in starts.enumerated() {
        guard let start else { continue }
        for number in start..<start + step {
          try work.spend(value.terms.count + squares.reduce(1) { $0 + $1.terms.count })
          var fixed = ranges
          fixed[size] = .single(number)
          let here = try fixing(size, at: number)
            .sign(value.replacing(size, by: Integer(number)), on: fixed)
          guard let here, let both = result.or(here) else { return nil }
          result = both
        }
      }
      return result
    }
    return nil
  }

  /// The sign of a number A + B s, s the last root in it, by those of A, B and A² - B² s².
  private func sign(
    _ value: KernelPolynomial, beyond starts: [Int?]
  ) throws(Overflow) -> UniformSign? {
    guard let root = roots.last(where: { value.contains($0) }) else {
      return try rootFreeSign(value, beyond: starts)
    }
    let parts = value.coefficients(of: root)
    let (a, b) = (parts[0] ?? KernelPolynomial(), parts[1] ?? KernelPolynomial())
    let square = squares[root - firstRoot]
    guard let signA = try sign(a, beyond: starts), let signB = try sign(b, beyond: starts),
      let signS = try sign(square, beyond: starts)
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
    guard let signOfGap = try sign(gap, beyond: starts) else { return nil }
    // With A ≥ 0 ≥ B s the sum has the sign of A² - B² s², otherwise the opposite one.
    return signA.isAtLeastZero ? signOfGap : signOfGap.negated
  }

  /// The sign of a sum of two numbers that are not negative.
  private static func sum(_ a: UniformSign, _ b: UniformSign) -> UniformSign {
    if a == .positive || b == .positive { return .positive }
    return a == .zero && b == .zero ? .zero : .nonnegative
  }

  /// By the signs of all coefficients in powers of the sizes less their starts and of the symbols.
  private func rootFreeSign(
    _ value: KernelPolynomial, beyond starts: [Int?]
  ) throws(Overflow) -> UniformSign? {
    try work.spend(1 + value.terms.count)
    if value.isZero { return .zero }
    var shifted = value
    for (size, start) in starts.enumerated() {
      if let start { shifted = try self.shifted(shifted, size, by: Integer(start)) }
    }
    var (positive, negative) = (false, false)
    // Whether a term without sizes has that sign: at the starts the others vanish.
    var isStrict = false
    for (monomial, coefficient) in shifted.terms {
      if coefficient.sign > 0 { positive = true } else { negative = true }
      if starts.indices.allSatisfy({ monomial.exponent(of: $0) == 0 }) { isStrict = true }
    }
    if positive && negative { return nil }
    if positive { return isStrict ? .positive : .nonnegative }
    return isStrict ? .negative : .nonpositive
  }

  /// The polynomial with a variable + start in place of that variable, by repeated Horner division.
  private func shifted(
    _ value: KernelPolynomial, _ variable: Int, by start: Integer
  ) throws(Overflow) -> KernelPolynomial {
    var result = KernelPolynomial()
    for (monomial, list) in value.byOtherVariables(than: variable) {
      try work.spend(list.count * list.count)
      var values = list
      for low in values.indices {
        for index in stride(from: values.count - 2, through: low, by: -1) {
          values[index] += start * values[index + 1]
        }
      }
      for (exponent, coefficient) in values.enumerated() where !coefficient.isZero {
        guard let whole = monomial.times(Monomial(variable, exponent: exponent)) else {
          throw .tooLarge
        }
        result.add(coefficient, whole)
      }
    }
    return result
  }
}

extension KernelPolynomial {
  /// For each monomial in the other variables the coefficients of the powers of one.
  fileprivate func byOtherVariables(than variable: Int) -> [Monomial: [Integer]] {
    var result: [Monomial: [Integer]] = [:]
    for (monomial, coefficient) in terms {
      let exponent = monomial.exponent(of: variable)
      var list = result[monomial.dropping(variable), default: []]
      while list.count <= exponent { list.append(0) }
      list[exponent] = coefficient
      result[monomial.dropping(variable)] = list
    }
    return result
  }
}
