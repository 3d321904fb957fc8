/// Why a number has no square root that can be written down.
public enum SquareRootError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A negative number has no real root.
  case negative(Surd)
  /// The radicand was not split into a square and a square-free part within the bound.
  case tooLarge(Rational)
  /// The root was not found to be a sum of square roots of rational numbers.
  case notFound(Surd)

  /// The reason with the number in question, for people.
  public var description: String {
    switch self {
    case .negative(let value): "\(value) is negative"
    case .tooLarge(let value): "\(value) is too large to split off its square factors"
    case .notFound(let value):
      "√(\(value)) was not found to be a sum of square roots of rational numbers"
    }
  }
}

extension Surd {
  /// The non-negative square root of a rational number.
  ///
  /// - Throws: `negative`, or `tooLarge` when square factors might be hidden in a part without prime
  ///   factors up to `trialLimit`.
  /// - Complexity: A third of n^(1/3) divisions for the numerator n and for the denominator n, and
  ///   at most a third of `trialLimit`.
  public static func squareRoot(of value: Rational) throws(SquareRootError) -> Surd {
    guard value.sign >= 0 else { throw .negative(Surd(value)) }
    if value.isZero { return .zero }
    // √(p/q) with p = s² m and q = t² n is s √(mn) / (t n), and mn is square-free as p and q are
    // coprime.
    guard let (s, m) = squareAndRest(of: value.numerator),
      let (t, n) = squareAndRest(of: value.denominator)
    else { throw .tooLarge(value) }
    return Surd(Rational(s, t * n), root: m * n)
  }

  /// The greatest trial divisor. Its cube fits a word.
  static let trialLimit = 2_000_000

  /// The greatest trial divisor for a large number, falling with its size so that the work does not
  /// grow.
  private static func trialLimit(for n: Integer) -> Int {
    trialLimit / (1 + n.bitWidth / 1024)
  }

  /// Natural s and square-free m with n = s² m, or nil when they were not found.
  ///
  /// Without prime factors up to the cube root, what is left is 1, a prime, a product of two
  /// primes, or the square of one.
  static func squareAndRest(of n: Integer) -> (root: Integer, rest: Integer)? {
    var root: Integer = 1
    var squareFree: Integer = 1
    var rest = n
    let limit = trialLimit(for: n)
    var divisor = 2
    while divisor <= limit, isCube(of: divisor, atMost: rest) {
      var exponent = 0
      while rest.isMultiple(of: divisor) {
        rest = rest.dividedExactly(by: Integer(divisor))
        exponent += 1
      }
      if exponent > 0 {
        root *= Integer(divisor).power(exponent / 2)
        if exponent % 2 == 1 { squareFree *= Integer(divisor) }
      }
      // 2, 3, and then 6k - 1 and 6k + 1.
      divisor += divisor <= 3 ? divisor - 1 : (divisor % 6 == 5 ? 2 : 4)
    }
    if let exact = rest.exactSquareRoot() { return (root * exact, squareFree) }
    guard !isCube(of: divisor, atMost: rest) else { return nil }
    return (root, squareFree * rest)
  }

  private static func isCube(of divisor: Int, atMost n: Integer) -> Bool {
    n.word.map { divisor * divisor * divisor <= $0 } ?? true
  }

  /// The non-negative square root, where it is a sum of square roots of rational numbers.
  ///
  /// Choose an e with a + b√e the value, a and b in a field F of fewer roots. Suppose that the root y is
  /// such a sum, and let σ change the sign of √e. Then y·σ(y) is a c in F with c² = a² - b²e, and
  /// (y ± σ(y))² = 2 (a ± c), so that
  ///
  ///     y = √((a + c)/2) ± √((a - c)/2)
  ///
  /// with roots of numbers of F, which are found in the same way. What is found squares to the value.
  ///
  /// - Throws: `negative`, `tooLarge`, or `notFound`.
  public func squareRoot() throws(SquareRootError) -> Surd {
    if let value = rational { return try Self.squareRoot(of: value) }
    guard sign > 0 else { throw .negative(self) }
    let root = splittingRadicand
    var (a, rest) = (Surd.zero, Surd.zero)
    // What the radicands of c are made of.
    var factors: Integer = 1
    for (radicand, coefficient) in terms {
      let isMultiple = Integer.gcd(radicand, root) == root
      let term = Surd(coefficient, root: radicand)
      if isMultiple { rest += term } else { a += term }
      factors *= isMultiple ? radicand.dividedExactly(by: root) : radicand
    }
    let half = Surd(Rational(1, 2))
    let c = try found { () throws(SquareRootError) in try (a * a - rest * rest).squareRoot() }
    // Beyond these c is not in F, and there is no end to it.
    guard c.terms.allSatisfy({ Integer.gcd(factors, $0.radicand) == $0.radicand }) else {
      throw .notFound(self)
    }
    let first = try found { () throws(SquareRootError) in try ((a + c) * half).squareRoot() }
    let second = try found { () throws(SquareRootError) in try ((a - c) * half).squareRoot() }
    let result = rest.sign > 0 ? first + second : first - second
    guard result.sign > 0, result * result == self else { throw .notFound(self) }
    return result
  }

  /// A root that the root of this number is made of; where there is none, this number has none.
  private func found(
    _ part: () throws(SquareRootError) -> Surd
  ) throws(SquareRootError) -> Surd {
    do {
      return try part()
    } catch {
      if case .tooLarge = error { throw error }
      throw .notFound(self)
    }
  }

  /// A divisor of one of the radicands that each of them is coprime to or a multiple of.
  private var splittingRadicand: Integer {
    let radicands = terms.map(\.radicand).filter { $0 != 1 }
    return radicands.reduce(radicands.first ?? 1) { divisor, radicand in
      let common = Integer.gcd(divisor, radicand)
      return common == 1 ? divisor : common
    }
  }
}
