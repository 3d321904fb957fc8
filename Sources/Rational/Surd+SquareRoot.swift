/// Why a number has no square root that can be written down.
public enum SquareRootError: Error, Hashable, Sendable, CustomStringConvertible {
  case negative(Surd)
  /// The radicand was not split into a square and a square-free part within the bound.
  case tooLarge(Rational)
  /// The root is not a sum of square roots of rational numbers, or was not found to be one.
  case notInField(Surd)

  public var description: String {
    switch self {
    case .negative(let value): "\(value) is negative"
    case .tooLarge(let value): "\(value) is too large to split off its square factors"
    case .notInField(let value): "√(\(value)) is not a sum of square roots of rational numbers"
    }
  }
}

extension Surd {
  /// The non-negative square root of a rational number.
  ///
  /// - Throws: `negative`, or `tooLarge` when square factors might be hidden in a part without prime
  ///   factors up to `trialLimit`.
  /// - Complexity: At most `trialLimit` divisions; about n^(1/3) for a radicand n.
  public static func squareRoot(of value: Rational) throws(SquareRootError) -> Surd {
    guard value.sign >= 0 else { throw .negative(Surd(value)) }
    if value.isZero { return .zero }
    // √(p/q) = √(pq)/q
    guard let (root, rest) = squareAndRest(of: value.numerator * value.denominator) else {
      throw .tooLarge(value)
    }
    return Surd(
      sorted: [Term(radicand: rest, coefficient: Rational(root, value.denominator))])
  }

  /// The greatest trial divisor.
  static let trialLimit = 2_000_000

  /// Natural s and square-free m with n = s² m, or nil when they were not found.
  ///
  /// Without prime factors up to the cube root, what is left is 1, a prime, a product of two
  /// primes, or the square of one.
  static func squareAndRest(of n: Integer) -> (root: Integer, rest: Integer)? {
    var root: Integer = 1
    var squareFree: Integer = 1
    var rest = n
    var divisor = 2
    while divisor <= trialLimit {
      let prime = Integer(divisor)
      guard prime * prime * prime <= rest else { break }
      var exponent = 0
      while true {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: prime)
        guard remainder.isZero else { break }
        rest = quotient
        exponent += 1
      }
      root *= prime.power(exponent / 2)
      if exponent % 2 == 1 { squareFree *= prime }
      divisor += divisor == 2 ? 1 : 2
    }
    if let exact = rest.exactSquareRoot() { return (root * exact, squareFree) }
    guard Integer(divisor).power(3) > rest else { return nil }
    return (root, squareFree * rest)
  }

  /// The non-negative square root, where it is a sum of square roots of rational numbers.
  ///
  /// Besides rational values, a + b√d is recognised when a² - b²d is the square of a rational c: its
  /// root is √((a+c)/2) ± √((a-c)/2).
  ///
  /// - Throws: `negative`, `tooLarge`, or `notInField`.
  public func squareRoot() throws(SquareRootError) -> Surd {
    if let value = rational { return try Self.squareRoot(of: value) }
    guard sign > 0 else { throw .negative(self) }
    let terms = allTerms
    guard terms.count == 2, terms[0].radicand == 1 else { throw .notInField(self) }
    let (a, b) = (terms[0].coefficient, terms[1].coefficient)
    guard let c = (a * a - b * b * Rational(terms[1].radicand)).exactSquareRoot() else {
      throw .notInField(self)
    }
    let first = try Self.squareRoot(of: (a + c) * Rational(1, 2))
    let second = try Self.squareRoot(of: (a - c) * Rational(1, 2))
    return b.sign > 0 ? first + second : first - second
  }
}
