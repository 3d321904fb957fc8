import Rational

/// An element of Q(√2, √3, √5, √7) as its sixteen coefficients, multiplied densely and compared by
/// squaring down the tower of fields: slow, without enclosures, and with nothing of `Surd`.
struct Tower: Equatable {
  static let primes: [Int] = [2, 3, 5, 7]

  /// The coefficient of the root of the product of those primes whose bit is set in the index.
  var coefficients: [Rational]

  init(coefficients: [Rational]) { self.coefficients = coefficients }

  /// The value of a surd; nil when a radicand has other prime factors.
  init?(_ value: Surd) {
    coefficients = [Rational](repeating: 0, count: 1 << Self.primes.count)
    for term in value.terms {
      let index = coefficients.indices.first { Self.radicand($0) == term.radicand }
      guard let index else { return nil }
      coefficients[index] += term.coefficient
    }
  }

  static func radicand(_ index: Int) -> Integer {
    primes.enumerated().reduce(1) { product, prime in
      index >> prime.offset & 1 == 1 ? product * Integer(prime.element) : product
    }
  }

  static func + (left: Tower, right: Tower) -> Tower {
    Tower(coefficients: zip(left.coefficients, right.coefficients).map { $0 + $1 })
  }

  static func - (left: Tower, right: Tower) -> Tower {
    Tower(coefficients: zip(left.coefficients, right.coefficients).map { $0 - $1 })
  }

  /// √s √t = √(st): primes in both leave the root.
  static func * (left: Tower, right: Tower) -> Tower {
    var result = left.coefficients.map { _ in Rational(0) }
    for (i, a) in left.coefficients.enumerated() {
      for (j, b) in right.coefficients.enumerated() {
        result[i ^ j] += a * b * Rational(radicand(i & j))
      }
    }
    return Tower(coefficients: result)
  }

  /// With x = a + b√p, a and b in the field without √p: where their signs differ, that of a²- pb²
  /// decides.
  var sign: Int {
    guard coefficients.count > 1 else { return coefficients[0].sign }
    let half = coefficients.count / 2
    let p = Self.radicand(half)
    let a = Tower(coefficients: Array(coefficients[..<half]))
    let b = Tower(coefficients: Array(coefficients[half...]))
    let (x, y) = (a.sign, b.sign)
    if x == y || y == 0 { return x }
    if x == 0 { return y }
    let scaled = Tower(coefficients: (b * b).coefficients.map { $0 * Rational(p) })
    return (a * a - scaled).sign > 0 ? x : y
  }
}
