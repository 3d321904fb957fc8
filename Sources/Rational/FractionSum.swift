/// A sum of fractions that is reduced where that pays, not after every step.
///
/// Fractions are added over a common denominator in words while it fits. What was added so far then
/// becomes a leaf of a binary tree, in which numbers of about the same size meet, as in binary
/// splitting. Short denominators are multiplied; sums over long ones are in lowest terms.
@usableFromInline
struct FractionSum: ~Copyable {
  /// The part in words, over a positive denominator.
  private var (top, bottom) = (0, 1)
  /// Finished subtrees with their heights, the higher ones first.
  private var subtrees: [(height: Int, sum: UnreducedSum)] = []
  /// Sums that are not in use, for the room that they have.
  private var spares: [UnreducedSum] = []

  /// Nothing.
  @usableFromInline
  init() {}

  /// Adds a fraction.
  @usableFromInline
  mutating func add(_ value: Rational) {
    if case .words(let a, let b) = value.storage {
      add(a, over: b)
    } else {
      push { $0.set(value) }
    }
  }

  /// Adds a product.
  @usableFromInline
  mutating func add(_ left: Rational, times right: Rational) {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage,
      let top = a.times(c), let bottom = b.times(d)
    {
      add(top, over: bottom)
    } else if !left.isZero, !right.isZero {
      push { $0.set(left, times: right) }
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
    let g = bottom.commonDivisor(denominator)
    let (scale, otherScale) = (denominator / g, bottom / g)
    guard let own = top.times(scale), let other = numerator.times(otherScale),
      let sum = own.plus(other), let common = bottom.times(scale)
    else { return false }
    (top, bottom) = (sum, common)
    return true
  }

  /// Moves the part in words to the tree.
  private mutating func flush() {
    let (numerator, denominator) = (top, bottom)
    if numerator != 0 { push { $0.set(numerator, over: denominator) } }
    (top, bottom) = (0, 1)
  }

  /// Adds a leaf: as in counting in binary digits, two subtrees of one height make one higher.
  private mutating func push(_ set: (UnreducedSum) -> Void) {
    let leaf = spares.popLast() ?? UnreducedSum()
    set(leaf)
    var (height, sum) = (0, leaf)
    while let last = subtrees.last, last.height == height {
      subtrees.removeLast()
      last.sum.add(sum)
      spares.append(sum)
      (height, sum) = (height + 1, last.sum)
    }
    subtrees.append((height, sum))
  }

  /// The sum of all that was added, in lowest terms.
  @usableFromInline
  consuming func value() -> Rational {
    if subtrees.isEmpty { return Rational(top, bottom) }
    flush()
    var total = subtrees.removeLast().sum
    while let (_, sum) = subtrees.popLast() {
      sum.add(total)
      total = sum
    }
    return total.value
  }
}

extension Rational {
  /// The sum of fractions, 0 for none.
  ///
  /// - Complexity: One operation on words for each value while a common denominator fits; then as
  ///   many products as the values have, of integers as long as the result. One reduction.
  @inlinable
  public static func sum(_ values: some Sequence<Rational>) -> Rational {
    var sum = FractionSum()
    for value in values { sum.add(value) }
    return sum.value()
  }

  /// The sum of the products of the values at the same place, 0 for none.
  ///
  /// - Precondition: Both have as many values.
  /// - Complexity: That of a sum.
  @inlinable
  public static func dotProduct(
    _ left: some Collection<Rational>, _ right: some Collection<Rational>
  ) -> Rational {
    precondition(left.count == right.count, "as many values on both sides")
    var sum = FractionSum()
    for (a, b) in zip(left, right) { sum.add(a, times: b) }
    return sum.value()
  }
}
