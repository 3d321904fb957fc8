import Polynomials
import Rational

/// A function of x for all large x: a sum of rational functions times square roots of polynomials.
///
/// The field Q(x)[√f₁, …, √f_k] with the f_i positive for large x. The basis are the square roots of
/// `n f` with n a square-free positive integer and f a square-free primitive polynomial with a
/// positive leading coefficient; distinct ones are linearly independent over Q(x), since distinct
/// square-free elements differ by more than a square. Terms are sparse and sorted, so zero is
/// decided by the terms.
///
/// Whatever decision is taken about a function (it is not zero, it is positive) holds for large x
/// only; how large is noted in the current `Horizon`.
public struct RootFunction: Sendable {
  /// `n f` under a square root.
  struct Radicand: Hashable, Sendable {
    /// Square-free and positive.
    let number: Integer
    /// Square-free, primitive, with a positive leading coefficient.
    let polynomial: Polynomial<Rational>

    static let one = Radicand(number: 1, polynomial: Polynomial(constant: 1))
    var isOne: Bool { self == .one }
  }

  /// A rational function times a square root.
  struct Term: Hashable, Sendable {
    let radicand: Radicand
    /// Not zero.
    let coefficient: RationalFunction
  }

  /// Sorted by radicand, no coefficient is zero.
  let terms: [Term]

  /// The sum of terms in any order.
  init(_ unsorted: [Term]) {
    var sums: [Radicand: RationalFunction] = [:]
    for term in unsorted { sums[term.radicand, default: .zero] += term.coefficient }
    terms = sums.filter { !$0.value.isZero }
      .map { Term(radicand: $0.key, coefficient: $0.value) }
      .sorted { $0.radicand < $1.radicand }
  }

  /// The image of a rational function.
  public init(_ value: RationalFunction) {
    terms = value.isZero ? [] : [Term(radicand: .one, coefficient: value)]
  }

  /// The function x.
  public static var x: RootFunction { RootFunction(.x) }

  /// The value as a rational function, nil when there are square roots in it.
  public var rational: RationalFunction? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].radicand.isOne ? terms[0].coefficient : nil
  }

  /// The value of a constant rational function, nil for any other.
  public var constant: Rational? { rational?.constant }

  /// Whether the function is a polynomial with an integer value at every integer.
  public var isIntegerValued: Bool { rational?.isIntegerValued ?? false }

  /// The value at a point, nil at a pole or where a square root is not available.
  public func value(at point: Rational) -> Surd? {
    var sum: Surd = 0
    for term in terms {
      let square = Rational(term.radicand.number) * term.radicand.polynomial.evaluate(at: point)
      guard let coefficient = term.coefficient.value(at: point),
        let root = try? Surd.squareRoot(of: square)
      else { return nil }
      sum += Surd(coefficient) * root
    }
    return sum
  }
}

extension RootFunction.Radicand: Comparable {
  /// By the number, then by the degree, then by the coefficients from the highest on.
  static func < (left: Self, right: Self) -> Bool {
    if left.number != right.number { return left.number < right.number }
    if left.polynomial.degree != right.polynomial.degree {
      return left.polynomial.degree < right.polynomial.degree
    }
    return left.polynomial.coefficients.reversed()
      .lexicographicallyPrecedes(right.polynomial.coefficients.reversed())
  }
}

extension RootFunction: Hashable {
  /// Whether the functions are equal for all x. That they are not is noted in the horizon.
  public static func == (left: RootFunction, right: RootFunction) -> Bool {
    left.terms == right.terms || (left - right).isZero
  }

  /// Hashes the terms.
  public func hash(into hasher: inout Hasher) { hasher.combine(terms) }
}

extension RootFunction: CustomStringConvertible {
  /// In x, as `(x) + (1/2)√(2(x + (-1)))`.
  public var description: String {
    if let rational { return rational.description }
    return terms.map { term in
      if term.radicand.isOne { return "\(term.coefficient)" }
      let number = term.radicand.number == 1 ? "" : "\(term.radicand.number)"
      let polynomial = term.radicand.polynomial.degree == 0 ? "" : "(\(term.radicand.polynomial))"
      return "(\(term.coefficient))√(\(number)\(polynomial))"
    }.joined(separator: " + ")
  }
}
