import CGMP

extension Integer: SignedNumeric {
  public typealias Magnitude = Integer

  @inlinable
  public static var zero: Integer { Integer(0) }

  /// The value of any integer of the standard library.
  public init?(exactly source: some BinaryInteger) {
    if let word = Int(exactly: source) {
      self.init(word)
    } else if let value = Integer(String(source)) {
      self = value
    } else {
      return nil
    }
  }

  /// The absolute value.
  public var magnitude: Integer { sign < 0 ? -self : self }

  @inlinable
  public static func + (left: Integer, right: Integer) -> Integer {
    if case .word(let a) = left.storage, case .word(let b) = right.storage {
      let (sum, overflows) = a.addingReportingOverflow(b)
      if !overflows { return Integer(sum) }
    }
    return left.bigSum(right)
  }

  @inlinable
  public static func - (left: Integer, right: Integer) -> Integer {
    if case .word(let a) = left.storage, case .word(let b) = right.storage {
      let (difference, overflows) = a.subtractingReportingOverflow(b)
      if !overflows { return Integer(difference) }
    }
    return left.bigDifference(right)
  }

  @inlinable
  public static func * (left: Integer, right: Integer) -> Integer {
    if case .word(let a) = left.storage, case .word(let b) = right.storage {
      let (product, overflows) = a.multipliedReportingOverflow(by: b)
      if !overflows { return Integer(product) }
    }
    return left.bigProduct(right)
  }

  public static prefix func - (value: Integer) -> Integer { 0 - value }

  @inlinable
  public static func += (left: inout Integer, right: Integer) { left = left + right }
  @inlinable
  public static func -= (left: inout Integer, right: Integer) { left = left - right }
  @inlinable
  public static func *= (left: inout Integer, right: Integer) { left = left * right }

  @usableFromInline
  func bigSum(_ other: Integer) -> Integer {
    Integer { result in read { x in other.read { __gmpz_add(result, x, $0) } } }
  }

  @usableFromInline
  func bigDifference(_ other: Integer) -> Integer {
    Integer { result in read { x in other.read { __gmpz_sub(result, x, $0) } } }
  }

  @usableFromInline
  func bigProduct(_ other: Integer) -> Integer {
    Integer { result in read { x in other.read { __gmpz_mul(result, x, $0) } } }
  }
}

extension Integer {
  /// The quotient rounded towards zero and the remainder, which has the sign of the dividend.
  ///
  /// - Precondition: `divisor` is not zero.
  public func quotientAndRemainder(
    dividingBy divisor: Integer
  ) -> (quotient: Integer, remainder: Integer) {
    precondition(!divisor.isZero, "division by zero")
    if let a = word, let b = divisor.word {
      let (quotient, overflows) = a.dividedReportingOverflow(by: b)
      if !overflows { return (Integer(quotient), Integer(a % b)) }
    }
    let quotient = Integer { q in read { x in divisor.read { __gmpz_tdiv_q(q, x, $0) } } }
    return (quotient, self - quotient * divisor)
  }

  /// The quotient rounded towards zero. Precondition: the divisor is not zero.
  public static func / (left: Integer, right: Integer) -> Integer {
    left.quotientAndRemainder(dividingBy: right).quotient
  }

  /// The remainder, with the sign of the dividend. Precondition: the divisor is not zero.
  public static func % (left: Integer, right: Integer) -> Integer {
    left.quotientAndRemainder(dividingBy: right).remainder
  }

  /// The greatest integer not above the exact quotient.
  ///
  /// - Precondition: `divisor` is not zero.
  public func floorDivided(by divisor: Integer) -> Integer {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder.sign * divisor.sign < 0 ? quotient - 1 : quotient
  }

  /// The quotient of an exact division, faster than one with a remainder.
  ///
  /// - Precondition: `divisor` is not zero and divides the value.
  func dividedExactly(by divisor: Integer) -> Integer {
    precondition(!divisor.isZero, "division by zero")
    if let a = word, let b = divisor.word {
      let (quotient, overflows) = a.dividedReportingOverflow(by: b)
      if !overflows { return Integer(quotient) }
    }
    return Integer { q in read { x in divisor.read { __gmpz_divexact(q, x, $0) } } }
  }

  /// The value times 2^`count`. Precondition: `count` is not negative.
  public static func << (value: Integer, count: Int) -> Integer {
    precondition(count >= 0, "a shift is not negative")
    return Integer { result in value.read { __gmpz_mul_2exp(result, $0, UInt(count)) } }
  }

  /// The floor of the value divided by 2^`count`. Precondition: `count` is not negative.
  public static func >> (value: Integer, count: Int) -> Integer {
    precondition(count >= 0, "a shift is not negative")
    if let word = value.word { return Integer(word >> min(count, Int.bitWidth - 1)) }
    return Integer { result in value.read { __gmpz_fdiv_q_2exp(result, $0, UInt(count)) } }
  }

  /// The value to a power; 0 to the power 0 is 1.
  ///
  /// - Precondition: `exponent` is not negative.
  public func power(_ exponent: Int) -> Integer {
    precondition(exponent >= 0, "an integer has no power with a negative exponent")
    return Integer { result in read { __gmpz_pow_ui(result, $0, UInt(exponent)) } }
  }

  /// The greatest integer whose square is not above the value.
  ///
  /// - Precondition: The value is not negative.
  public func squareRootFloor() -> Integer {
    precondition(sign >= 0, "a negative number has no square root")
    return Integer { result in read { __gmpz_sqrt(result, $0) } }
  }

  /// The non-negative square root of a square; nil for any other value.
  public func exactSquareRoot() -> Integer? {
    guard sign >= 0 else { return nil }
    let root = squareRootFloor()
    return root * root == self ? root : nil
  }

  /// The greatest common divisor, not negative; that of 0 and 0 is 0.
  public static func gcd(_ left: Integer, _ right: Integer) -> Integer {
    if let a = left.word, let b = right.word, a != .min, b != .min {
      return Integer(Int(greatestCommonDivisor(a.magnitude, b.magnitude)))
    }
    return Integer { result in left.read { x in right.read { __gmpz_gcd(result, x, $0) } } }
  }

  /// The least common multiple, not negative; 0 when either is 0.
  public static func lcm(_ left: Integer, _ right: Integer) -> Integer {
    if left.isZero || right.isZero { return 0 }
    return (left.dividedExactly(by: gcd(left, right)) * right).magnitude
  }

  /// `n` choose `k`; 0 for `k` above `n`.
  ///
  /// - Precondition: Neither is negative.
  public static func binomial(_ n: Int, _ k: Int) -> Integer {
    precondition(n >= 0 && k >= 0, "a binomial coefficient of negative numbers")
    return Integer { __gmpz_bin_uiui($0, UInt(n), UInt(k)) }
  }
}

/// The greatest common divisor of two words, by Stein's binary algorithm.
@inlinable
func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
  if left == 0 { return right }
  if right == 0 { return left }
  let shift = (left | right).trailingZeroBitCount
  var a = left &>> UInt(left.trailingZeroBitCount)
  var b = right
  repeat {
    b &>>= UInt(b.trailingZeroBitCount)
    let (low, high) = (min(a, b), max(a, b))
    a = low
    b = high &- low
  } while b != 0
  return a &<< UInt(shift)
}
