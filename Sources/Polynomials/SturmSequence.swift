import Rational

/// The Sturm sequence of a polynomial: counts its distinct real roots in intervals, exactly.
///
/// p₀ = p, p₁ = p', p_{k+1} = -(p_{k-1} mod p_k) up to positive factors. For a < b, neither a
/// multiple root, the number of distinct roots in (a, b] is V(a) - V(b) with V the number of sign
/// changes. The square-free part is taken first, so every point is allowed.
///
/// - Note: Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry, theorem 2.50.
public struct SturmSequence<F: OrderedExactField>: Sendable {
  /// Over Q the members are kept as primitive integer polynomials, which is much faster.
  private enum Members: Sendable {
    case integral([IntegerPolynomial])
    case general([Polynomial<F>])
  }

  private let members: Members

  /// The sequence of a polynomial.
  ///
  /// - Precondition: The polynomial is not zero.
  public init(_ polynomial: Polynomial<F>) {
    precondition(!polynomial.isZero, "the zero polynomial has every number as a root")
    if let rational = polynomial as? Polynomial<Rational> {
      members = .integral(Self.integral(IntegerPolynomial(rational)))
    } else {
      members = .general(Self.general(polynomial))
    }
  }

  private static func integral(_ polynomial: IntegerPolynomial) -> [IntegerPolynomial] {
    var sequence = [polynomial.squareFreePart]
    var next = sequence[0].derivative
    while !next.isZero {
      let remainder = sequence[sequence.count - 1].remainder(dividingBy: next)
      sequence.append(next)
      next = remainder.negated
    }
    return sequence
  }

  private static func general(_ polynomial: Polynomial<F>) -> [Polynomial<F>] {
    var sequence = [reduced(polynomial.squareFreePart)]
    var next = reduced(sequence[0].derivative)
    while !next.isZero {
      let remainder = sequence[sequence.count - 1].divided(by: next).remainder
      sequence.append(next)
      next = reduced(remainder.scaled(by: -F.one))
    }
    return sequence
  }

  /// A positive multiple with smaller numbers.
  private static func reduced(_ polynomial: Polynomial<F>) -> Polynomial<F> {
    guard !polynomial.isZero else { return polynomial }
    let scale = polynomial.leading.sign > 0 ? polynomial.leading : -polynomial.leading
    return polynomial.scaled(by: scale.inverse)
  }

  private func variations(at point: F) -> Int {
    switch members {
    case .general(let sequence):
      return Polynomial<F>.variations(sequence.lazy.map { $0.evaluate(at: point).sign })
    case .integral(let sequence):
      // Members are integral only when F is Rational.
      guard let point = point as? Rational else { return 0 }
      return Polynomial<F>.variations(sequence.lazy.map { $0.sign(at: point) })
    }
  }

  /// The sign changes at +∞ for `direction` 1, at -∞ for -1.
  private func variationsAtInfinity(_ direction: Int) -> Int {
    func sign(_ leading: Int, _ degree: Int) -> Int {
      direction < 0 && degree % 2 == 1 ? -leading : leading
    }
    switch members {
    case .general(let sequence):
      return Polynomial<F>.variations(sequence.lazy.map { sign($0.leading.sign, $0.degree) })
    case .integral(let sequence):
      return Polynomial<F>.variations(sequence.lazy.map { sign($0.leadingSign, $0.degree) })
    }
  }

  /// The number of distinct roots in (lower, upper].
  public func rootCount(above lower: F, upTo upper: F) -> Int {
    lower < upper ? variations(at: lower) - variations(at: upper) : 0
  }

  /// The number of distinct roots in (lower, ∞).
  public func rootCount(above lower: F) -> Int {
    variations(at: lower) - variationsAtInfinity(1)
  }

  /// The number of distinct real roots.
  public var rootCount: Int { variationsAtInfinity(-1) - variationsAtInfinity(1) }
}
