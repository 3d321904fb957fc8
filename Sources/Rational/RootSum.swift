/// Integer multiples of square roots over one denominator, in machine words or in integers of any
/// size.
///
/// In canonical form: radicands square-free, positive and increasing, no coefficient zero, the
/// denominator positive and without a factor in common with all coefficients. Then equality and
/// hashing are structural. Operations take and give canonical forms, and give nil when a number
/// does not fit.
@usableFromInline
struct RootSum<Number: CheckedInteger>: Hashable, Sendable {
  /// An integer multiple of a square root.
  @usableFromInline
  struct Term: Hashable, Sendable {
    let radicand: Number
    var coefficient: Number
  }

  let denominator: Number
  let terms: [Term]

  /// Terms over a denominator that are in canonical form.
  init(canonical terms: [Term], over denominator: Number) {
    (self.terms, self.denominator) = (terms, denominator)
  }

  /// Terms that are sorted by radicand, each radicand once: zeros are dropped, and what the
  /// coefficients and the denominator have in common is cancelled. It is a divisor of `bound`.
  init(sorted terms: [Term], over denominator: Number, commonFactorIn bound: Number) {
    var common = bound
    var isSparse = true
    for term in terms {
      if term.coefficient == 0 {
        isSparse = false
      } else if common != 1 {
        common = term.coefficient.commonDivisor(common)
      }
    }
    var terms = terms
    if !isSparse { terms.removeAll { $0.coefficient == 0 } }
    if common != 1 {
      for index in terms.indices {
        terms[index].coefficient = terms[index].coefficient.dividedExactly(by: common)
      }
    }
    self.init(canonical: terms, over: denominator.dividedExactly(by: common))
  }

  /// The value with the opposite sign.
  var negative: RootSum {
    RootSum(
      canonical: terms.map { Term(radicand: $0.radicand, coefficient: $0.coefficient.negative) },
      over: denominator)
  }

  /// The image under √root ↦ -√root, for a root that every radicand is coprime to or a multiple of.
  func conjugated(_ root: Number) -> RootSum {
    RootSum(
      canonical: terms.map { term in
        term.radicand.commonDivisor(root) == 1
          ? term : Term(radicand: term.radicand, coefficient: term.coefficient.negative)
      }, over: denominator)
  }

  /// The sum with another value, or the difference.
  ///
  /// With g = gcd(b, d) the denominator is bd/g. As with two fractions, a prime outside of g cannot
  /// divide it and all coefficients: it would divide those of one operand and its denominator.
  func sum(_ other: RootSum, isDifference: Bool) -> RootSum? {
    let g = denominator.commonDivisor(other.denominator)
    let scale = other.denominator.dividedExactly(by: g)
    let magnitude = denominator.dividedExactly(by: g)
    let otherScale = isDifference ? magnitude.negative : magnitude
    guard let common = denominator.times(scale) else { return nil }
    var result: [Term] = []
    result.reserveCapacity(terms.count + other.terms.count)
    let fits = merge(other) { radicand, left, right in
      guard let x = left.times(scale), let y = right.times(otherScale), let sum = x.plus(y) else {
        return false
      }
      result.append(Term(radicand: radicand, coefficient: sum))
      return true
    }
    return fits ? RootSum(sorted: result, over: common, commonFactorIn: g) : nil
  }

  /// Calls `body` with each radicand of either sum, in increasing order, and its two coefficients,
  /// while the result is true.
  @inline(__always)
  func merge(_ other: RootSum, _ body: (Number, Number, Number) -> Bool) -> Bool {
    var (i, j) = (0, 0)
    while i < terms.count || j < other.terms.count {
      let takesLeft =
        j == other.terms.count || i < terms.count && terms[i].radicand <= other.terms[j].radicand
      let takesRight =
        i == terms.count
        || j < other.terms.count && other.terms[j].radicand <= terms[i].radicand
      let radicand = takesLeft ? terms[i].radicand : other.terms[j].radicand
      guard
        body(
          radicand, takesLeft ? terms[i].coefficient : 0,
          takesRight ? other.terms[j].coefficient : 0)
      else { return false }
      i += takesLeft ? 1 : 0
      j += takesRight ? 1 : 0
    }
    return true
  }

  /// The product with a fraction in lowest terms that is not zero.
  func scaled(by numerator: Number, over bottom: Number) -> RootSum? {
    let g = numerator.commonDivisor(denominator)
    let h = terms.reduce(bottom) { $0 == 1 ? 1 : $1.coefficient.commonDivisor($0) }
    let factor = numerator.dividedExactly(by: g)
    guard
      let common = denominator.dividedExactly(by: g).times(bottom.dividedExactly(by: h))
    else { return nil }
    var result = terms
    for index in result.indices {
      let rest = result[index].coefficient.dividedExactly(by: h)
      guard let product = rest.times(factor) else { return nil }
      result[index].coefficient = product
    }
    return RootSum(canonical: result, over: common)
  }
}
