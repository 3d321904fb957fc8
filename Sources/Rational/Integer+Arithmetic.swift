import CGMP

extension Integer: SignedNumeric {
  /// The type of `magnitude`.
  public typealias Magnitude = Integer

  /// 0.
  @inlinable
  public static var zero: Integer { Integer(0) }

  /// The absolute value.
  public var magnitude: Integer { sign < 0 ? -self : self }

  /// The sum.
  @inlinable
  public static func + (left: Integer, right: Integer) -> Integer {
    if case .word(let a) = left.storage, case .word(let b) = right.storage {
      let (sum, overflows) = a.addingReportingOverflow(b)
      if !overflows { return Integer(sum) }
    }
    return left.bigSum(right)
  }

  /// The difference.
  @inlinable
  public static func - (left: Integer, right: Integer) -> Integer {
    if case .word(let a) = left.storage, case .word(let b) = right.storage {
      let (difference, overflows) = a.subtractingReportingOverflow(b)
      if !overflows { return Integer(difference) }
    }
    return left.bigDifference(right)
  }

  /// The product.
  @inlinable
  public static func * (left: Integer, right: Integer) -> Integer {
    if case .word(let a) = left.storage, case .word(let b) = right.storage {
      let (product, overflows) = a.multipliedReportingOverflow(by: b)
      if !overflows { return Integer(product) }
    }
    return left.bigProduct(right)
  }

  /// The value with the opposite sign.
  @inlinable
  public static prefix func - (value: Integer) -> Integer { 0 - value }

  /// Adds the right value to the left one.
  @inlinable
  public static func += (left: inout Integer, right: Integer) { left = left + right }
  /// Subtracts the right value from the left one.
  @inlinable
  public static func -= (left: inout Integer, right: Integer) { left = left - right }
  /// Multiplies the left value by the right one.
  @inlinable
  public static func *= (left: inout Integer, right: Integer) { left = left * right }

  // These release nothing that a caller can see: it need not count references to the operands.

  @usableFromInline @_effects(releasenone)
  func bigSum(_ other: Integer) -> Integer {
    Integer { result in read { x in other.read { __gmpz_add(result, x, $0) } } }
  }

  @usableFromInline @_effects(releasenone)
  func bigDifference(_ other: Integer) -> Integer {
    Integer { result in read { x in other.read { __gmpz_sub(result, x, $0) } } }
  }

  @usableFromInline @_effects(releasenone)
  func bigProduct(_ other: Integer) -> Integer {
    Integer { result in read { x in other.read { __gmpz_mul(result, x, $0) } } }
  }

  /// The most binary digits that a shift or a power may have: beyond them GMP would give up with
  /// the program.
  public static var bitLimit: Int { 1 << 36 }

  /// The value to a power; 0 to the power 0 is 1.
  ///
  /// - Precondition: `exponent` is not negative, and the result has at most `bitLimit` binary
  ///   digits.
  public func power(_ exponent: Int) -> Integer {
    precondition(exponent >= 0, "an integer has no power with a negative exponent")
    if let word, let result = Self.wordPower(word, exponent) { return Integer(result) }
    precondition(
      exponent <= Self.bitLimit / bitLength, "an integer beyond the limit of its size")
    return Integer { result in read { __gmpz_pow_ui(result, $0, UInt(exponent)) } }
  }

  /// A power by repeated squaring, or nil when it does not fit.
  private static func wordPower(_ base: Int, _ exponent: Int) -> Int? {
    if base.magnitude <= 1 {
      return exponent == 0 ? 1 : exponent & 1 == 1 ? base : base.magnitude == 1 ? 1 : 0
    }
    // The least magnitude that is left is 2.
    if exponent >= Int.bitWidth { return nil }
    var result = 1
    for _ in 0..<exponent {
      let (product, overflows) = result.multipliedReportingOverflow(by: base)
      if overflows { return nil }
      result = product
    }
    return result
  }
}
