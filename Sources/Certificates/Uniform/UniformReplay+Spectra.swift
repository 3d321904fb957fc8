import Rational

extension UniformReplay {
  /// The list of a step `spectrum`, checked.
  mutating func spectrum(
    _ pairs: [UniformProof.Weighted], _ matrix: KernelOrbitMatrix
  ) throws(Rejection) -> [Eigenvalue] {
    var spectrum: [Eigenvalue] = []
    for pair in pairs {
      spectrum.append(
        .init(value: try fraction(pair.value), multiplicity: try fraction(pair.multiplicity)))
    }
    try checkCounts(spectrum)
    try checkSpectrum(spectrum, of: matrix)
    return spectrum
  }

  /// Where eigenvalues coincide the traces see the sum of their multiplicities alone: each of them has to
  /// be a count.
  func checkCounts(_ spectrum: [Eigenvalue]) throws(Rejection) {
    for entry in spectrum where try !isCount(entry.multiplicity) {
      throw fails("multiplicities that are counts", ring.text(entry.multiplicity))
    }
  }

  /// Whether a number is an integer for all sizes, and not negative: a polynomial is an integer when it
  /// is for as many successive values of each variable as it has coefficients in it.
  func isCount(_ value: KernelFraction) throws(Rejection) -> Bool {
    guard try sign(value)?.isAtLeastZero == true, let divisor = value.denominator.constant else {
      return false
    }
    var values = [value.numerator]
    for size in ranges.indices {
      let degree = value.numerator.coefficients(of: size).keys.max() ?? 0
      try within { () throws(RadicalRing.Overflow) in
        try ring.work.spend(values.count * (degree + 1) * (1 + value.numerator.terms.count))
      }
      values = values.flatMap { value in
        (0...degree).map { value.replacing(size, by: Integer($0)) }
      }
    }
    return values.allSatisfy { $0.constant.map { ($0 % divisor).isZero } ?? false }
  }

  /// How many eigenvalues are positive, zero or negative; each of them has to be that everywhere or
  /// nowhere, unless there are none of it.
  func number(
    of kind: UniformProof.Operation, in spectrum: [Eigenvalue]
  ) throws(Rejection) -> KernelFraction {
    var total = KernelFraction.zero
    for entry in spectrum where try sign(entry.multiplicity) != .zero {
      let sign = try sign(entry.value)
      let (isCounted, isNot) =
        switch kind {
        case .positives: (sign == .positive, sign?.isAtMostZero == true)
        case .negatives: (sign == .negative, sign?.isAtLeastZero == true)
        default: (sign == .zero, sign == .positive || sign == .negative)
        }
      guard isCounted || isNot else {
        throw rejection(
          .step, expected: "eigenvalues that are so everywhere or nowhere",
          found: ring.text(entry.value))
      }
      if isCounted { total = try sum(total, entry.multiplicity) }
    }
    return total
  }

  /// The smallest or largest eigenvalue.
  func extreme(
    _ value: KernelFraction, of spectrum: [Eigenvalue], _ kind: UniformProof.Operation
  ) throws(Rejection) -> KernelFraction {
    var isAttained = false
    for entry in spectrum where try sign(entry.multiplicity) != .zero {
      let gap = try sum(entry.value, -value)
      guard let sign = try sign(gap),
        kind == .least ? sign.isAtLeastZero : sign.isAtMostZero
      else {
        throw rejection(
          .step, expected: kind == .least ? "no smaller eigenvalue" : "no larger eigenvalue",
          found: ring.text(entry.value))
      }
      let isPresent = try self.sign(entry.multiplicity) == .positive
      if sign == .zero && isPresent { isAttained = true }
    }
    guard isAttained else {
      throw rejection(
        .step, expected: "an eigenvalue that the matrix has everywhere", found: ring.text(value))
    }
    return value
  }

  /// Π v^m = Π b^e: every base, an eigenvalue or one that is claimed, has the same exponent on both
  /// sides, but for bases 1; or both sides have a power of 0.
  func checkDeterminant(
    _ step: Int, _ factors: [UniformProof.Pair]
  ) throws(Rejection) {
    var claimed: [Eigenvalue] = []
    for factor in factors {
      let exponent = try constant(factor.multiplicity)
      guard try isCount(exponent) else {
        throw fails("exponents that are counts", ring.text(exponent))
      }
      claimed.append(.init(value: try constant(factor.value), multiplicity: exponent))
    }
    let spectrum = try spectrum(step)
    if try isZero(claimed), try isZero(spectrum) { return }
    var powers: [(base: KernelFraction, exponent: KernelFraction)] = []
    for (index, entry) in (spectrum + claimed).enumerated() {
      let exponent = index < spectrum.count ? entry.multiplicity : -entry.multiplicity
      var place: Int?
      for index in powers.indices where try areEqual(powers[index].base, entry.value) {
        place = index
      }
      if let place {
        powers[place].exponent = try sum(powers[place].exponent, exponent)
      } else {
        powers.append((entry.value, exponent))
      }
    }
    for (base, exponent) in powers where try !areEqual(exponent, .zero) {
      guard try areEqual(base, .one) else {
        throw fails(
          "the same powers of \(ring.text(base)) on both sides",
          "exponents that differ by \(ring.text(exponent))")
      }
    }
  }

  /// Whether a product of powers is 0 everywhere: it has a base 0 with a positive exponent.
  private func isZero(_ powers: [Eigenvalue]) throws(Rejection) -> Bool {
    for power in powers {
      let (base, exponent) = (try sign(power.value), try sign(power.multiplicity))
      if base == .zero && exponent == .positive { return true }
    }
    return false
  }
}
