import Rational

/// A sum of roots as a fraction for each radicand, added and multiplied term by term: slow, without
/// a common denominator, words or places.
struct TermwiseSum: Equatable {
  var coefficients: [Integer: Rational]

  init(_ coefficients: [Integer: Rational]) {
    self.coefficients = coefficients.filter { !$0.value.isZero }
  }

  init(_ value: Surd) {
    self.init(Dictionary(uniqueKeysWithValues: value.terms.map { ($0.radicand, $0.coefficient) }))
  }

  static func + (left: TermwiseSum, right: TermwiseSum) -> TermwiseSum {
    TermwiseSum(left.coefficients.merging(right.coefficients) { $0 + $1 })
  }

  static func - (left: TermwiseSum, right: TermwiseSum) -> TermwiseSum {
    left + TermwiseSum(right.coefficients.mapValues { -$0 })
  }

  /// √d √e = g √(de/g²) with g = gcd(d, e).
  static func * (left: TermwiseSum, right: TermwiseSum) -> TermwiseSum {
    var result: [Integer: Rational] = [:]
    for (d, a) in left.coefficients {
      for (e, b) in right.coefficients {
        let g = Integer.gcd(d, e)
        result[d / g * (e / g), default: 0] += a * b * Rational(g)
      }
    }
    return TermwiseSum(result)
  }
}
