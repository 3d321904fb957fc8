/// An element of a field Q(√d₁, …, √d_k): a sum of rational multiples of square roots.
///
/// The basis are the square roots of square-free positive integers, which are linearly independent
/// over Q (Besicovitch 1940); 1 is the root of 1. Terms are sparse, sorted by radicand and without
/// zero coefficients, so zero, equality and hashing are structural. A rational value has no terms
/// behind a reference and costs what a `Rational` costs.
@frozen
public struct Surd: Sendable {
  @usableFromInline
  enum Storage: Hashable, Sendable {
    case rational(Rational)
    /// Sorted by radicand, no zero coefficient, at least one radicand above 1.
    case sum([Term])
  }

  /// A rational multiple of a square root.
  @usableFromInline
  struct Term: Hashable, Sendable {
    /// Square-free and positive.
    let radicand: Integer
    /// Not zero.
    let coefficient: Rational
  }

  @usableFromInline var storage: Storage

  /// The image of a rational number.
  @inlinable
  public init(_ value: Rational) { storage = .rational(value) }

  /// Terms that are sorted by radicand, each radicand once; zero coefficients are dropped.
  init(sorted terms: [Term]) {
    let isSparse = terms.allSatisfy { !$0.coefficient.isZero }
    let present = isSparse ? terms : terms.filter { !$0.coefficient.isZero }
    switch present.count {
    case 0: storage = .rational(0)
    case 1 where present[0].radicand == 1: storage = .rational(present[0].coefficient)
    default: storage = .sum(present)
    }
  }

  /// The terms in order, a rational value being one term with radicand 1, and zero none.
  var allTerms: [Term] {
    switch storage {
    case .rational(let value): value.isZero ? [] : [Term(radicand: 1, coefficient: value)]
    case .sum(let terms): terms
    }
  }

  /// Square-free radicands with their coefficients, by increasing radicand; none for zero.
  public var terms: [(radicand: Integer, coefficient: Rational)] {
    allTerms.map { ($0.radicand, $0.coefficient) }
  }

  /// The value when it is rational.
  public var rational: Rational? {
    if case .rational(let value) = storage { value } else { nil }
  }

  /// Whether the value is rational.
  public var isRational: Bool { rational != nil }
}

extension Surd: Hashable {}

extension Surd: ExpressibleByIntegerLiteral {
  /// The value of a literal that fits a machine word.
  public init(integerLiteral value: Int) { self.init(Rational(value)) }
}
