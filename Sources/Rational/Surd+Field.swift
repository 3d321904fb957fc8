extension Surd: OrderedExactField {
  /// 0.
  public static var zero: Surd { Surd(Rational.zero) }
  /// 1.
  public static var one: Surd { Surd(Rational.one) }

  /// The image of an integer.
  public init(_ value: Integer) { self.init(Rational(value)) }
  /// The image of a machine word.
  public init(_ value: Int) { self.init(Rational(value)) }

  /// Whether the value is 0.
  @inlinable
  public var isZero: Bool {
    if case .rational(let value) = storage { value.isZero } else { false }
  }

  /// The sum.
  @inlinable
  public static func + (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a + b)
    }
    return merged(left, right)
  }

  /// The difference.
  @inlinable
  public static func - (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a - b)
    }
    return merged(left, -right)
  }

  /// The sum, term by term in the order of the radicands.
  @usableFromInline
  static func merged(_ left: Surd, _ right: Surd) -> Surd {
    let (a, b) = (left.allTerms, right.allTerms)
    var result: [Term] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].radicand == b[j].radicand {
        // A coefficient 0 is dropped at the end.
        let sum = a[i].coefficient + b[j].coefficient
        result.append(Term(radicand: a[i].radicand, coefficient: sum))
        i += 1
        j += 1
      } else if a[i].radicand < b[j].radicand {
        result.append(a[i])
        i += 1
      } else {
        result.append(b[j])
        j += 1
      }
    }
    result.append(contentsOf: a[i...])
    result.append(contentsOf: b[j...])
    return Surd(sorted: result)
  }

  /// The product.
  @inlinable
  public static func * (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a * b)
    }
    return product(left, right)
  }

  /// Term by term: √d √e = g √(de/g²) with g = gcd(d, e), and de/g² is square-free again.
  @usableFromInline
  static func product(_ left: Surd, _ right: Surd) -> Surd {
    guard case .sum(let a) = left.storage else { return right.scaled(by: left) }
    guard case .sum(let b) = right.storage else { return left.scaled(by: right) }
    var result: [Term] = []
    result.reserveCapacity(a.count * b.count)
    for x in a {
      for y in b {
        let g = Integer.gcd(x.radicand, y.radicand)
        let radicand = x.radicand.dividedExactly(by: g) * y.radicand.dividedExactly(by: g)
        var coefficient = x.coefficient * y.coefficient
        if g != 1 { coefficient *= Rational(g) }
        // The terms are kept in order as they come: find the first that is not below.
        var (place, end) = (0, result.count)
        while place < end {
          let middle = (place + end) / 2
          if result[middle].radicand < radicand { place = middle + 1 } else { end = middle }
        }
        if place < result.count, result[place].radicand == radicand {
          coefficient += result[place].coefficient
          result[place] = Term(radicand: radicand, coefficient: coefficient)
        } else {
          result.insert(Term(radicand: radicand, coefficient: coefficient), at: place)
        }
      }
    }
    return Surd(sorted: result)
  }

  /// The product with a rational value.
  private func scaled(by factor: Surd) -> Surd {
    guard let factor = factor.rational, !factor.isZero else { return .zero }
    return mapped { $0 * factor }
  }

  /// The value with each coefficient replaced by a non-zero image.
  private func mapped(_ image: (Rational) -> Rational) -> Surd {
    switch storage {
    case .rational(let value): return Surd(image(value))
    case .sum(let terms):
      return Surd(
        sorted: terms.map { Term(radicand: $0.radicand, coefficient: image($0.coefficient)) })
    }
  }

  /// The value with the opposite sign.
  @inlinable
  public static prefix func - (value: Surd) -> Surd {
    if case .rational(let number) = value.storage { return Surd(-number) }
    return value.negated
  }

  @usableFromInline
  var negated: Surd { mapped { -$0 } }

  /// The quotient.
  ///
  /// - Precondition: The divisor is not zero.
  @inlinable
  public static func / (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a / b)
    }
    return product(left, right.inverse)
  }

  /// Adds the right value to the left one.
  @inlinable
  public static func += (left: inout Surd, right: Surd) { left = left + right }
  /// Subtracts the right value from the left one.
  @inlinable
  public static func -= (left: inout Surd, right: Surd) { left = left - right }
  /// Multiplies the left value by the right one.
  @inlinable
  public static func *= (left: inout Surd, right: Surd) { left = left * right }
  /// Divides the left value by the right one, which is not zero.
  @inlinable
  public static func /= (left: inout Surd, right: Surd) { left = left / right }

  /// The reciprocal, by conjugation.
  ///
  /// With pairwise coprime p, q, … of which all radicands are products, √p ↦ -√p extends to a
  /// conjugation of the field. The value times its conjugate has no √p left; repeating this for each
  /// of them ends in Q.
  ///
  /// - Precondition: The value is not zero.
  public var inverse: Surd {
    precondition(!isZero, "zero has no reciprocal")
    var cofactor = Surd.one
    var norm = self
    while let root = norm.independentRoot {
      let conjugate = norm.conjugated(root)
      cofactor *= conjugate
      norm *= conjugate
    }
    // Each round removes a root for good, and without roots the norm is rational. It is not zero:
    // it is the product of the value with its conjugates.
    guard let value = norm.rational else { preconditionFailure("a norm is rational") }
    return cofactor * Surd(value.inverse)
  }

  /// A number above 1 that, unless the value is rational, every radicand is either coprime to or a multiple of.
  private var independentRoot: Integer? {
    guard case .sum(let terms) = storage, var root = terms.last?.radicand else { return nil }
    for term in terms {
      let common = Integer.gcd(root, term.radicand)
      if common > 1 { root = common }
    }
    return root
  }

  /// The image under √root ↦ -√root.
  private func conjugated(_ root: Integer) -> Surd {
    Surd(
      sorted: allTerms.map { term in
        Integer.gcd(root, term.radicand) == 1
          ? term : Term(radicand: term.radicand, coefficient: -term.coefficient)
      })
  }

  /// The value to an integer power; 0 to the power 0 is 1.
  ///
  /// - Precondition: The value is not zero when `exponent` is negative.
  public func power(_ exponent: Int) -> Surd {
    if let value = rational { return Surd(value.power(exponent)) }
    if exponent < 0 { return inverse.power(-exponent) }
    return raised(to: exponent)
  }
}
