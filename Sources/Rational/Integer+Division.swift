import CGMP

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
      // Int.min / -1 is the one quotient of words that is none.
      if !overflows { return (Integer(quotient), Integer(a % b)) }
    }
    let room = verify_take_room()
    defer { verify_return_room() }
    let (quotient, remainder) = (verify_mpq_top(room), verify_mpq_bottom(room))
    read { x in divisor.read { __gmpz_tdiv_qr(quotient, remainder, x, $0) } }
    return (Integer(copying: quotient), Integer(copying: remainder))
  }

  /// The quotient rounded towards zero.
  ///
  /// - Precondition: The divisor is not zero.
  public static func / (left: Integer, right: Integer) -> Integer {
    left.quotientAndRemainder(dividingBy: right).quotient
  }

  /// The remainder of the division that rounds towards zero; it has the sign of the dividend.
  ///
  /// - Precondition: The divisor is not zero.
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
  @usableFromInline
  func dividedExactly(by divisor: Integer) -> Integer {
    precondition(!divisor.isZero, "division by zero")
    if divisor.word == 1 { return self }
    if let a = word, let b = divisor.word {
      let (quotient, overflows) = a.dividedReportingOverflow(by: b)
      if !overflows { return Integer(quotient) }
    }
    return Integer { q in read { x in divisor.read { __gmpz_divexact(q, x, $0) } } }
  }

  /// Whether a positive word divides the value.
  func isMultiple(of divisor: Int) -> Bool {
    if let word { return word % divisor == 0 }
    return read { __gmpz_divisible_ui_p($0, UInt(divisor)) } != 0
  }

  /// The greatest common divisor, not negative; that of 0 and 0 is 0.
  public static func gcd(_ left: Integer, _ right: Integer) -> Integer {
    if let a = left.word, let b = right.word {
      // Only Int.min with itself or with 0 has a common divisor beyond Int.
      if let common = Int(exactly: greatestCommonDivisor(a.magnitude, b.magnitude)) {
        return Integer(common)
      }
    }
    return Integer { result in left.read { x in right.read { LimbGCD.set(result, x, $0) } } }
  }

  /// The least common multiple, not negative; 0 when either is 0.
  public static func lcm(_ left: Integer, _ right: Integer) -> Integer {
    if left.isZero || right.isZero { return 0 }
    return (left.dividedExactly(by: gcd(left, right)) * right).magnitude
  }
}

extension Integer {
  /// The greatest integer whose square is not above the value.
  ///
  /// - Precondition: The value is not negative.
  public func squareRootFloor() -> Integer {
    precondition(sign >= 0, "a negative number has no square root")
    if let word {
      guard word > 0 else { return 0 }
      var (root, limb) = (mp_limb_t(0), mp_limb_t(word))
      _ = __gmpn_sqrtrem(&root, nil, &limb, 1)
      return Integer(Int(root))
    }
    return Integer { result in read { __gmpz_sqrt(result, $0) } }
  }

  /// The floor of √value · 2^digits, for a positive value with value · 4^digits below 2^126.
  static func squareRoot(_ value: Int, digits: Int) -> Int {
    let shifted = UInt128(value) << (2 * digits)
    return Int(
      verify_double_root(
        UInt64(truncatingIfNeeded: shifted >> 64), UInt64(truncatingIfNeeded: shifted)))
  }

  /// The non-negative square root of a square; nil for any other value.
  public func exactSquareRoot() -> Integer? {
    guard sign >= 0 else { return nil }
    let root = squareRootFloor()
    return root * root == self ? root : nil
  }

  /// `n` choose `k`; 0 for `k` above `n`.
  ///
  /// - Precondition: Neither is negative.
  public static func binomial(_ n: Int, _ k: Int) -> Integer {
    precondition(n >= 0 && k >= 0, "a binomial coefficient of negative numbers")
    return Integer { __gmpz_bin_uiui($0, UInt(n), UInt(k)) }
  }
}
