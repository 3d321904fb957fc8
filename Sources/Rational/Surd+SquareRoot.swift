/// Why a number has no square root that can be written down.
public enum SquareRootError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A negative number has no real root.
  case negative(Surd)
  /// The radicand was not split into a square and a square-free part within the bound.
  case tooLarge(Rational)
  /// The root is not a sum of square roots of rational numbers.
  case notInField(Surd)

  /// The reason with the number in question, for people.
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
  ///   factors up to `trialLimit` that was not split further.
  /// - Complexity: A third of n^(1/3) divisions for the numerator n and for the denominator n, and
  ///   at most a third of `trialLimit`; then what `PrimeFactors` takes.
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
    trialLimit / (1 + n.bitLength / 1024)
  }

  /// Natural s and square-free m with n = s² m, or nil when they were not found.
  ///
  /// Without prime factors up to the cube root, what is left is 1, a prime, a product of two
  /// primes, or the square of one. Beyond that what is left is split into primes, where that succeeds.
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
    if !isCube(of: divisor, atMost: rest) { return (root, squareFree * rest) }
    guard let primes = PrimeFactors.of(rest) else { return nil }
    for (prime, exponent) in primes {
      root *= prime.power(exponent / 2)
      if exponent % 2 == 1 { squareFree *= prime }
    }
    return (root, squareFree)
  }

  private static func isCube(of divisor: Int, atMost n: Integer) -> Bool {
    n.word.map { divisor * divisor * divisor <= $0 } ?? true
  }

  /// The non-negative square root, where it is a sum of square roots of rational numbers.
  ///
  /// Let σ change the sign of the roots whose radicands have a factor b that some have and others have
  /// not, so that a = p + s with σ(a) = p - s. If √a is such a sum, a = m c² for a rational m > 0 and a c
  /// in the field of a (Kummer theory: all quadratic extensions of that field inside of a field of square
  /// roots are of this kind). Then n² = p² - s² for n = m c σ(c), which is in that field and which σ
  /// leaves fixed, and (p + |n|)/2 is again m times a square there, or m b times one; so its root is such a
  /// sum, of a number with fewer independent roots. In the other direction √a = √((p + n)/2) ±
  /// √((p - n)/2). So that no root is found here shows that there is none.
  ///
  /// - Throws: `negative`, `tooLarge`, or `notInField`.
  /// - Complexity: For k independent radicands a root for each of about 2^k sums, each with numbers twice
  ///   as long as the one before.
  public func squareRoot() throws(SquareRootError) -> Surd {
    if let value = rational { return try Self.squareRoot(of: value) }
    guard sign > 0 else { throw .negative(self) }
    guard let factor = separatingFactor else { throw .notInField(self) }
    let moved = movedPart(by: factor)
    let fixed = self - moved
    let norm = fixed * fixed - moved * moved
    // With a = m c² the norm is a square.
    guard norm.sign >= 0 else { throw .notInField(self) }
    do throws(SquareRootError) {
      let n = try norm.squareRoot()
      let radicands = n.terms.map(\.radicand)
      let field = SquareClasses(of: terms.map(\.radicand), askedFor: radicands)
      guard n.movedPart(by: factor).isZero, radicands.allSatisfy(field.contains) else {
        throw .notInField(self)
      }
      let half = Surd(Rational(1, 2))
      let first = try ((fixed + n) * half).squareRoot()
      let second = try ((fixed - n) * half).squareRoot()
      return moved.sign > 0 ? first + second : first - second
    } catch {
      if case .tooLarge = error { throw error }
      throw .notInField(self)
    }
  }

  /// A factor greater than 1 of some radicand that every radicand has whole or not at all.
  private var separatingFactor: Integer? {
    let radicands = terms.map(\.radicand)
    guard var factor = radicands.first(where: { $0 != 1 }) else { return nil }
    var isShared = false
    repeat {
      isShared = false
      for radicand in radicands {
        let common = Integer.gcd(factor, radicand)
        if common != 1, common != factor { (factor, isShared) = (common, true) }
      }
    } while isShared
    return factor
  }

  /// The terms whose radicands have a factor.
  private func movedPart(by factor: Integer) -> Surd {
    terms.reduce(into: Surd(0)) { sum, term in
      if (term.radicand % factor).isZero {
        sum += Surd(term.coefficient, root: term.radicand)
      }
    }
  }
}
