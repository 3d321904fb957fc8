import CGMP

extension Rational: SignedNumeric {
  /// 0.
  public static var zero: Rational { Rational(words: 0, 1) }
  /// 1.
  public static var one: Rational { Rational(words: 1, 1) }

  /// The value of any integer of the standard library.
  public init?(exactly source: some BinaryInteger) {
    guard let value = Integer(exactly: source) else { return nil }
    self.init(value)
  }

  /// The sum.
  @inlinable
  public static func + (left: Rational, right: Rational) -> Rational {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage,
      let sum = wordSum(a, b, c, d)
    {
      return sum
    }
    return bigSum(left, right)
  }

  /// The difference.
  @inlinable
  public static func - (left: Rational, right: Rational) -> Rational {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage,
      let difference = wordSum(a, b, -c, d)
    {
      return difference
    }
    return bigDifference(left, right)
  }

  /// The product.
  @inlinable
  public static func * (left: Rational, right: Rational) -> Rational {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage,
      let product = wordProduct(a, b, c, d)
    {
      return product
    }
    return bigProduct(left, right)
  }

  /// The quotient. Precondition: the divisor is not zero.
  @inlinable
  public static func / (left: Rational, right: Rational) -> Rational {
    if case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage {
      precondition(c != 0, "division by zero")
      if let quotient = wordProduct(a, b, c < 0 ? -d : d, abs(c)) { return quotient }
    }
    return bigQuotient(left, right)
  }

  /// The value with the opposite sign.
  @inlinable
  public static prefix func - (value: Rational) -> Rational {
    // `words` never holds `Int.min`, so this does not overflow.
    if case .words(let a, let b) = value.storage { return Rational(words: -a, b) }
    return bigNegative(value)
  }

  /// Adds the right value to the left one.
  @inlinable
  public static func += (left: inout Rational, right: Rational) { left = left + right }
  /// Subtracts the right value from the left one.
  @inlinable
  public static func -= (left: inout Rational, right: Rational) { left = left - right }
  /// Multiplies the left value by the right one.
  @inlinable
  public static func *= (left: inout Rational, right: Rational) { left = left * right }
  /// Divides the left value by the right one, which is not zero.
  @inlinable
  public static func /= (left: inout Rational, right: Rational) { left = left / right }

  /// a/b + c/d in words, or nil when something does not fit.
  ///
  /// With g = gcd(b, d), the sum is t/(b/g · d) with t = a(d/g) + c(b/g), and the only factors that
  /// t can share with the denominator are those of g (Knuth, The Art of Computer Programming, 4.5.1).
  @inlinable
  static func wordSum(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    if b | d == 1 {
      let (t, overflows) = a.addingReportingOverflow(c)
      return overflows || t == .min ? nil : Rational(words: t, 1)
    }
    let g = Int(bitPattern: greatestCommonDivisor(UInt(bitPattern: b), UInt(bitPattern: d)))
    let (b1, d1) = g == 1 ? (b, d) : (b / g, d / g)
    let (x, xo) = a.multipliedReportingOverflow(by: d1)
    let (y, yo) = c.multipliedReportingOverflow(by: b1)
    let (t, to) = x.addingReportingOverflow(y)
    if xo || yo || to || t == .min { return nil }
    var (top, d2) = (t, d)
    if g != 1 {
      let size = UInt(bitPattern: g)
      let h = Int(bitPattern: greatestCommonDivisor(t.magnitude % size, size))
      if h != 1 { (top, d2) = (t / h, d / h) }
    }
    let (bottom, bottomOverflows) = b1.multipliedReportingOverflow(by: d2)
    return bottomOverflows ? nil : Rational(words: top, bottom)
  }

  /// a/b · c/d in words, or nil when something does not fit: common factors are cancelled crosswise
  /// first, and what is left is in lowest terms.
  ///
  /// It is long: a call costs less than what inlining it takes from the code around it.
  @inlinable @inline(never)
  static func wordProduct(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    if b | d == 1 {
      let (product, overflows) = a.multipliedReportingOverflow(by: c)
      return overflows || product == .min ? nil : Rational(words: product, 1)
    }
    if a == 0 || c == 0 { return Rational(words: 0, 1) }
    let (g, h) = greatestCommonDivisors(
      a.magnitude, UInt(bitPattern: d), c.magnitude, UInt(bitPattern: b))
    let (top, topOverflows) = exact(a, g).multipliedReportingOverflow(by: exact(c, h))
    let (bottom, bottomOverflows) = exact(b, h).multipliedReportingOverflow(by: exact(d, g))
    if topOverflows || bottomOverflows || top == .min { return nil }
    return Rational(words: top, bottom)
  }

  /// The quotient of an exact division.
  @inlinable
  static func exact(_ value: Int, _ divisor: UInt) -> Int {
    divisor == 1 ? value : value / Int(bitPattern: divisor)
  }

  // These release nothing that a caller can see: it need not count references to the operands.

  @usableFromInline @_effects(releasenone)
  static func bigSum(_ left: Rational, _ right: Rational) -> Rational {
    combined(left, right) { $0.setSum($1, $2, __gmpz_addmul) }
  }

  @usableFromInline @_effects(releasenone)
  static func bigDifference(_ left: Rational, _ right: Rational) -> Rational {
    combined(left, right) { $0.setSum($1, $2, __gmpz_submul) }
  }

  @usableFromInline @_effects(releasenone)
  static func bigProduct(_ left: Rational, _ right: Rational) -> Rational {
    combined(left, right) { $0.setProduct($1, $2) }
  }

  @usableFromInline @_effects(releasenone)
  static func bigQuotient(_ left: Rational, _ right: Rational) -> Rational {
    precondition(!right.isZero, "division by zero")
    return combined(left, right) { result, x, y in
      // The reciprocal is a matter of pointers.
      var inverse = GMPRational(_mp_num: y.pointee._mp_den, _mp_den: y.pointee._mp_num)
      if inverse._mp_den._mp_size < 0 {
        inverse._mp_num._mp_size.negate()
        inverse._mp_den._mp_size.negate()
      }
      result.setProduct(x, &inverse)
    }
  }

  /// What an operation on two fractions in lowest terms gives, in lowest terms as well.
  private static func combined(
    _ left: Rational, _ right: Rational,
    _ operation: (
      UnsafeMutablePointer<GMPRational>, UnsafePointer<GMPRational>, UnsafePointer<GMPRational>
    ) -> Void
  ) -> Rational {
    Rational(lowestTerms: { result in
      left.read { x in right.read { operation(result, x, $0) } }
    })
  }

  @usableFromInline @_effects(releasenone)
  static func bigNegative(_ value: Rational) -> Rational {
    Rational(lowestTerms: { result in value.read { __gmpq_neg(result, $0) } })
  }
}
