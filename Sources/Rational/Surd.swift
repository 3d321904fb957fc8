/// An element of a field Q(√d₁, …, √d_k): a sum of rational multiples of square roots.
///
/// The basis are the square roots of square-free positive integers, which are linearly independent
/// over Q (Besicovitch 1940); 1 is the root of 1. Terms are sparse, sorted by radicand, with integer
/// coefficients over one denominator in lowest terms, so zero, equality and hashing are structural.
/// A rational value costs what a `Rational` costs; a sum costs word arithmetic while its numbers
/// fit words.
@frozen
public struct Surd: Sendable {
  /// One number is held in one way: the first case that it fits.
  @usableFromInline
  enum Storage: Hashable, Sendable {
    case rational(Rational)
    case words(RootSum<Int>)
    indirect case big(RootSum<Integer>)
  }

  @usableFromInline var storage: Storage

  /// The image of a rational number.
  @inlinable
  public init(_ value: Rational) { storage = .rational(value) }

  /// The value of a sum of words.
  init(_ sum: RootSum<Int>) {
    let terms = sum.terms
    if terms.isEmpty {
      storage = .rational(0)
    } else if terms.count == 1, terms[0].radicand == 1 {
      storage = .rational(Rational(words: terms[0].coefficient, sum.denominator))
    } else {
      storage = .words(sum)
    }
  }

  /// The value of a sum of integers.
  init(_ sum: RootSum<Integer>) {
    let terms = sum.terms
    if let words = RootSum<Int>(exactly: sum) {
      self = Surd(words)
    } else if terms.count == 1, terms[0].radicand == 1 {
      storage = .rational(Rational(lowestTerms: terms[0].coefficient, sum.denominator))
    } else {
      storage = .big(sum)
    }
  }

  /// A multiple, not zero, of the square root of a square-free positive integer.
  init(_ coefficient: Rational, root radicand: Integer) {
    if radicand == 1 {
      self.init(coefficient)
    } else if let word = radicand.word, case .words(let top, let bottom) = coefficient.storage {
      self.init(RootSum<Int>(canonical: [.init(radicand: word, coefficient: top)], over: bottom))
    } else {
      self.init(
        RootSum<Integer>(
          canonical: [.init(radicand: radicand, coefficient: coefficient.numerator)],
          over: coefficient.denominator))
    }
  }

  /// The value as a sum of words, if it fits.
  var words: RootSum<Int>? {
    switch storage {
    case .rational(let value):
      guard case .words(let top, let bottom) = value.storage else { return nil }
      let terms = top == 0 ? [] : [RootSum<Int>.Term(radicand: 1, coefficient: top)]
      return RootSum(canonical: terms, over: bottom)
    case .words(let sum): return sum
    case .big: return nil
    }
  }

  /// The value as a sum of integers.
  var integers: RootSum<Integer> {
    switch storage {
    case .rational(let value):
      let term = RootSum<Integer>.Term(radicand: 1, coefficient: value.numerator)
      return RootSum(canonical: value.isZero ? [] : [term], over: value.denominator)
    case .words(let sum): return RootSum<Integer>(sum)
    case .big(let sum): return sum
    }
  }

  /// Square-free radicands with their coefficients, by increasing radicand; none for zero.
  public var terms: [(radicand: Integer, coefficient: Rational)] {
    let sum = integers
    return sum.terms.map { ($0.radicand, Rational($0.coefficient, sum.denominator)) }
  }

  /// The value when it is rational.
  public var rational: Rational? {
    if case .rational(let value) = storage { value } else { nil }
  }

  /// Whether the value is a fraction of two machine words.
  @inlinable
  public var isFractionOfWords: Bool {
    if case .rational(let value) = storage, case .words = value.storage { true } else { false }
  }

  /// At most how many bits the longest of the integers has that the value is made of.
  ///
  /// - Complexity: Constant for rational values, linear in the number of terms otherwise; no number is
  ///   copied.
  public var bitsAtMost: Int {
    switch storage {
    case .rational(let value): value.bitsAtMost
    case .words: Int.bitWidth
    case .big(let sum):
      sum.terms.reduce(sum.denominator.bitLength) {
        max($0, $1.coefficient.bitLength, $1.radicand.bitLength)
      }
    }
  }

  /// How many square roots the value is a sum of, that of 1 among them.
  public var rootCount: Int {
    switch storage {
    case .rational(let value): value.isZero ? 0 : 1
    case .words(let sum): sum.terms.count
    case .big(let sum): sum.terms.count
    }
  }

  /// Whether the value is rational.
  public var isRational: Bool { rational != nil }
}

extension Surd: Hashable {}

extension Surd: ExpressibleByIntegerLiteral {
  /// The value of a literal of any length.
  @inlinable
  public init(integerLiteral value: StaticBigInt) { self.init(Rational(integerLiteral: value)) }
}

extension RootSum where Number == Int {
  /// The sum in words, or nil when one of its numbers does not fit.
  init?(exactly sum: RootSum<Integer>) {
    guard let denominator = sum.denominator.word else { return nil }
    var terms: [Term] = []
    terms.reserveCapacity(sum.terms.count)
    for term in sum.terms {
      guard let radicand = term.radicand.word, let coefficient = term.coefficient.word,
        coefficient != .min
      else { return nil }
      terms.append(Term(radicand: radicand, coefficient: coefficient))
    }
    self.init(canonical: terms, over: denominator)
  }
}

extension RootSum where Number == Integer {
  init(_ sum: RootSum<Int>) {
    self.init(
      canonical: sum.terms.map {
        Term(radicand: Integer($0.radicand), coefficient: Integer($0.coefficient))
      }, over: Integer(sum.denominator))
  }
}
