extension Surd: OrderedExactField {
  public static var zero: Surd { Surd(Rational.zero) }
  public static var one: Surd { Surd(Rational.one) }

  public init(_ value: Integer) { self.init(Rational(value)) }
  public init(_ value: Int) { self.init(Rational(value)) }

  @inlinable
  public var isZero: Bool {
    if case .rational(let value) = storage { value.isZero } else { false }
  }

  @inlinable
  public static func + (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a + b)
    }
    return merged(left, right) { $0 }
  }

  @inlinable
  public static func - (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a - b)
    }
    return merged(left, right) { -$0 }
  }

  /// The sum of the left terms and the images of the right ones.
  @usableFromInline
  static func merged(_ left: Surd, _ right: Surd, _ image: (Rational) -> Rational) -> Surd {
    let (a, b) = (left.allTerms, right.allTerms)
    var result: [Term] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i].radicand < b[j].radicand {
        result.append(a[i])
        i += 1
      } else if i == a.count || b[j].radicand < a[i].radicand {
        result.append(Term(radicand: b[j].radicand, coefficient: image(b[j].coefficient)))
        j += 1
      } else {
        let sum = a[i].coefficient + image(b[j].coefficient)
        result.append(Term(radicand: a[i].radicand, coefficient: sum))
        i += 1
        j += 1
      }
    }
    return Surd(sorted: result)
  }

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
    if left.isZero || right.isZero { return .zero }
    var sums: [Integer: Rational] = [:]
    for a in left.allTerms {
      for b in right.allTerms {
        let g = Integer.gcd(a.radicand, b.radicand)
        let radicand = a.radicand.dividedExactly(by: g) * b.radicand.dividedExactly(by: g)
        sums[radicand, default: 0] += a.coefficient * b.coefficient * Rational(g)
      }
    }
    return Surd(
      sorted: sums.map { Term(radicand: $0.key, coefficient: $0.value) }
        .sorted { $0.radicand < $1.radicand })
  }

  public static prefix func - (value: Surd) -> Surd { .zero - value }

  @inlinable
  public static func / (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a / b)
    }
    return product(left, right.inverse)
  }

  @inlinable
  public static func += (left: inout Surd, right: Surd) { left = left + right }
  @inlinable
  public static func -= (left: inout Surd, right: Surd) { left = left - right }
  @inlinable
  public static func *= (left: inout Surd, right: Surd) { left = left * right }
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
    while norm.rational == nil {
      guard let root = norm.independentRoot else { break }
      let conjugate = norm.conjugated(root)
      cofactor *= conjugate
      norm *= conjugate
    }
    // The loop ends with a rational norm: each round removes a root for good.
    let scale = norm.rational?.inverse ?? 0
    return cofactor * Surd(scale)
  }

  /// A number above 1 that every radicand is either coprime to or a multiple of.
  private var independentRoot: Integer? {
    guard var root = allTerms.last?.radicand, root > 1 else { return nil }
    for term in allTerms {
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
    var (result, square, rest) = (Surd.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }
}
