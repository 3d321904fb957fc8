import Rational

/// The Sturm sequence of a polynomial: counts its distinct real roots in intervals, exactly.
///
/// p₀ = p, p₁ = p', p_{k+1} = -(p_{k-1} mod p_k) up to positive factors. For a < b, neither a
/// multiple root, the number of distinct roots in (a, b] is V(a) - V(b) with V the number of sign
/// changes. The square-free part is taken first, so every point is allowed.
///
/// - Note: Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry, theorem 2.50.
public struct SturmSequence<F: OrderedExactField>: Sendable {
  private let sequence: [Polynomial<F>]

  /// - Precondition: The polynomial is not zero.
  public init(_ polynomial: Polynomial<F>) {
    precondition(!polynomial.isZero, "the zero polynomial has every number as a root")
    var sequence = [Self.reduced(polynomial.squareFreePart)]
    var next = Self.reduced(sequence[0].derivative)
    while !next.isZero {
      sequence.append(next)
      let remainder = sequence[sequence.count - 2].divided(by: next).remainder
      next = Self.reduced(remainder.scaled(by: F(-1)))
    }
    self.sequence = sequence
  }

  /// A positive multiple with smaller numbers.
  private static func reduced(_ polynomial: Polynomial<F>) -> Polynomial<F> {
    guard !polynomial.isZero else { return polynomial }
    let scale = polynomial.leading.sign > 0 ? polynomial.leading : -polynomial.leading
    return polynomial.scaled(by: scale.inverse)
  }

  private func variations(at point: F) -> Int {
    Polynomial<F>.variations(sequence.lazy.map { $0.evaluate(at: point).sign })
  }

  private var variationsAtInfinity: Int {
    Polynomial<F>.variations(sequence.lazy.map { $0.leading.sign })
  }

  private var variationsAtMinusInfinity: Int {
    Polynomial<F>.variations(
      sequence.lazy.map { $0.degree % 2 == 0 ? $0.leading.sign : -$0.leading.sign })
  }

  /// The number of distinct roots in (lower, upper].
  public func rootCount(above lower: F, upTo upper: F) -> Int {
    lower < upper ? variations(at: lower) - variations(at: upper) : 0
  }

  /// The number of distinct roots in (lower, ∞).
  public func rootCount(above lower: F) -> Int {
    variations(at: lower) - variationsAtInfinity
  }

  /// The number of distinct real roots.
  public var rootCount: Int { variationsAtMinusInfinity - variationsAtInfinity }
}

extension Polynomial where F: OrderedExactField {
  /// Whether the value is positive at `bound` and everywhere above it.
  ///
  /// With x = bound + u, positive coefficients decide most cases; otherwise roots are counted.
  public func isPositive(onAndAbove bound: F) -> Bool {
    let shifted = shifted(by: bound)
    guard let constant = shifted.coefficients.first, constant.sign > 0, leading.sign > 0 else {
      return false
    }
    if shifted.coefficients.allSatisfy({ $0.sign >= 0 }) { return true }
    return SturmSequence(shifted).rootCount(above: .zero) == 0
  }

  /// Whether the value is nowhere negative from `bound` on.
  ///
  /// A root of odd multiplicity above the bound is a sign change. The odd part of the square-free
  /// factorisation has exactly those roots.
  public func isNonNegative(onAndAbove bound: F) -> Bool {
    if isZero { return true }
    let shifted = shifted(by: bound)
    if shifted.coefficients.allSatisfy({ $0.sign >= 0 }) { return true }
    guard leading.sign > 0 else { return false }
    return SturmSequence(shifted.oddPart).rootCount(above: .zero) == 0
  }

  /// The product of the irreducible factors of odd multiplicity, by Yun's algorithm.
  private var oddPart: Polynomial {
    var odd = Polynomial(constant: .one)
    var c = Polynomial.gcd(self, derivative)
    var w = divided(by: c).quotient
    var multiplicity = 1
    while w.degree > 0 {
      let y = Polynomial.gcd(w, c)
      let factor = w.divided(by: y).quotient
      if multiplicity % 2 == 1 { odd = odd * factor }
      (w, c) = (y, c.divided(by: y).quotient)
      multiplicity += 1
    }
    return odd
  }
}
