/// A sum of fractions that is reduced where that pays, not after every step.
///
/// Fractions are added over a common denominator in words while it fits. What was added so far then
/// becomes a leaf of a binary tree, in which numbers of about the same size meet, as in binary
/// splitting. Short denominators are multiplied; sums over long ones are in lowest terms.
struct FractionSum {
  /// The part in words, over a positive denominator.
  private var (top, bottom) = (0, 1)
  /// Finished subtrees with their heights, the higher ones first.
  private var subtrees: [(height: Int, value: Quotient)] = []

  /// A quotient that need not be in lowest terms, the denominator positive.
  private struct Quotient {
    var top: Integer
    var bottom: Integer
    var isReduced = false

    /// Shorter denominators are multiplied: finding what they have in common takes longer than what
    /// it would save.
    static let shortBits = 4096

    /// The value in lowest terms.
    var reduced: Rational {
      isReduced ? Rational(lowestTerms: top, bottom) : Rational(top, bottom)
    }

    static func + (left: Quotient, right: Quotient) -> Quotient {
      if left.bottom == right.bottom {
        return Quotient(top: left.top + right.top, bottom: left.bottom)
      }
      if min(left.bottom.bitWidth, right.bottom.bitWidth) < shortBits {
        return Quotient(
          top: left.top * right.bottom + right.top * left.bottom,
          bottom: left.bottom * right.bottom)
      }
      let sum = left.reduced + right.reduced
      return Quotient(top: sum.numerator, bottom: sum.denominator, isReduced: true)
    }
  }

  /// Adds a fraction.
  mutating func add(_ value: Rational) {
    if case .words(let a, let b) = value.storage {
      add(a, over: b)
    } else {
      push(Quotient(top: value.numerator, bottom: value.denominator))
    }
  }

  /// Adds a product.
  mutating func add(_ left: Rational, times right: Rational) {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage,
      let top = a.times(c), let bottom = b.times(d)
    {
      add(top, over: bottom)
    } else if !left.isZero, !right.isZero {
      push(
        Quotient(
          top: left.numerator * right.numerator, bottom: left.denominator * right.denominator))
    }
  }

  /// Adds a quotient of words, the denominator positive.
  private mutating func add(_ numerator: Int, over denominator: Int) {
    if addInWords(numerator, over: denominator) { return }
    flush()
    (top, bottom) = (numerator, denominator)
  }

  private mutating func addInWords(_ numerator: Int, over denominator: Int) -> Bool {
    if denominator == bottom {
      guard let sum = top.plus(numerator) else { return false }
      top = sum
      return true
    }
    let g = denominator.commonDivisor(bottom)
    let (scale, otherScale) = (denominator / g, bottom / g)
    guard let own = top.times(scale), let other = numerator.times(otherScale),
      let sum = own.plus(other), let common = bottom.times(scale)
    else { return false }
    (top, bottom) = (sum, common)
    return true
  }

  /// Moves the part in words to the tree.
  private mutating func flush() {
    if top != 0 { push(Quotient(top: Integer(top), bottom: Integer(bottom))) }
    (top, bottom) = (0, 1)
  }

  /// Adds a leaf: as in counting in binary digits, two subtrees of one height make one higher.
  private mutating func push(_ leaf: Quotient) {
    var (height, value) = (0, leaf)
    while let last = subtrees.last, last.height == height {
      subtrees.removeLast()
      value = last.value + value
      height += 1
    }
    subtrees.append((height, value))
  }

  /// The sum of all that was added, in lowest terms.
  var value: Rational {
    var sum = self
    if subtrees.isEmpty { return Rational(top, bottom) }
    sum.flush()
    let trees = sum.subtrees.map(\.value)
    let total = trees.dropLast().reversed().reduce(trees[trees.count - 1]) { $1 + $0 }
    return total.reduced
  }
}

extension Rational {
  /// The sum of fractions, 0 for none.
  ///
  /// - Complexity: One operation on words for each value while a common denominator fits; then as
  ///   many products as the values have, of integers as long as the result. One reduction.
  public static func sum(_ values: some Sequence<Rational>) -> Rational {
    var sum = FractionSum()
    for value in values { sum.add(value) }
    return sum.value
  }

  /// The sum of the products of the values at the same place, 0 for none.
  ///
  /// - Precondition: Both have as many values.
  /// - Complexity: That of a sum.
  public static func dotProduct(
    _ left: some Collection<Rational>, _ right: some Collection<Rational>
  ) -> Rational {
    precondition(left.count == right.count, "as many values on both sides")
    var sum = FractionSum()
    for (a, b) in zip(left, right) { sum.add(a, times: b) }
    return sum.value
  }
}
