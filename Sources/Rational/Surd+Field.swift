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
    return merged(left, right, isDifference: false)
  }

  /// The difference.
  @inlinable
  public static func - (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a - b)
    }
    return merged(left, right, isDifference: true)
  }

  @usableFromInline
  static func merged(_ left: Surd, _ right: Surd, isDifference: Bool) -> Surd {
    if let a = left.words, let b = right.words, let sum = a.sum(b, isDifference: isDifference) {
      return Surd(sum)
    }
    return Surd(unbounded(left.integers.sum(right.integers, isDifference: isDifference)))
  }

  /// What was computed in integers, which always fit.
  private static func unbounded(_ sum: RootSum<Integer>?) -> RootSum<Integer> {
    guard let sum else { preconditionFailure("integers have no bounds") }
    return sum
  }

  /// The product.
  @inlinable
  public static func * (left: Surd, right: Surd) -> Surd {
    if case .rational(let a) = left.storage, case .rational(let b) = right.storage {
      return Surd(a * b)
    }
    return product(left, right)
  }

  @usableFromInline
  static func product(_ left: Surd, _ right: Surd) -> Surd {
    if case .rational(let factor) = left.storage { return right.scaled(by: factor) }
    if case .rational(let factor) = right.storage { return left.scaled(by: factor) }
    if let a = left.words, let b = right.words, let product = a.product(b) { return Surd(product) }
    return Surd(left.integers.product(right.integers))
  }

  /// The product of a value that is not rational with one that is.
  private func scaled(by factor: Rational) -> Surd {
    if factor.isZero { return .zero }
    if case .words(let top, let bottom) = factor.storage,
      let sum = words?.scaled(by: top, over: bottom)
    {
      return Surd(sum)
    }
    return Surd(
      Self.unbounded(integers.scaled(by: factor.numerator, over: factor.denominator)))
  }

  /// The value with the opposite sign.
  @inlinable
  public static prefix func - (value: Surd) -> Surd {
    if case .rational(let number) = value.storage { return Surd(-number) }
    return value.negated
  }

  @usableFromInline
  var negated: Surd {
    switch storage {
    case .rational(let value): Surd(-value)
    case .words(let sum): Surd(sum.negative)
    case .big(let sum): Surd(sum.negative)
    }
  }

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
    while let root = Surd.independentRoot(of: CollectionOfOne(norm)) {
      let conjugate = norm.conjugated(root)
      cofactor *= conjugate
      norm *= conjugate
    }
    // Each round removes a root for good, and without roots the norm is rational. It is not zero:
    // it is the product of the value with its conjugates.
    guard let value = norm.rational else { preconditionFailure("a norm is rational") }
    return cofactor * Surd(value.inverse)
  }

  /// The value to an integer power; 0 to the power 0 is 1.
  ///
  /// - Precondition: The value is not zero when `exponent` is negative.
  public func power(_ exponent: Int) -> Surd {
    rational.map { Surd($0.power(exponent)) } ?? powerBySquaring(exponent)
  }
}
