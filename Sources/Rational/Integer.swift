import CGMP

/// An integer of any size.
///
/// Values that fit `Int` are held inline; larger ones by GMP. The form is canonical: a value that
/// fits a word is never held by GMP, so equality and hashing are structural.
@frozen
public struct Integer: Sendable {
  @usableFromInline
  enum Storage: Sendable {
    case word(Int)
    case big(BigInteger)
  }

  @usableFromInline var storage: Storage

  /// The integer with the value of a machine word.
  @inlinable
  public init(_ value: Int) { storage = .word(value) }

  /// The value that `fill` gives to an initialised GMP integer, in canonical form.
  init(_ fill: (UnsafeMutablePointer<GMPInteger>) -> Void) {
    let big = BigInteger(fill)
    storage = big.read {
      verify_mpz_fits_word($0) != 0 ? .word(Int(verify_mpz_word($0))) : .big(big)
    }
  }

  /// Calls `body` with the value as a GMP integer, which must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPInteger>) -> Result) -> Result {
    switch storage {
    case .big(let big): return big.read(body)
    case .word(let word):
      // A structure that points at one limb on the stack: what mpz_roinit_n makes.
      var limb = mp_limb_t(word.magnitude)
      return withUnsafeMutablePointer(to: &limb) { pointer in
        var value = GMPInteger(_mp_alloc: 0, _mp_size: Int32(word.signum()), _mp_d: pointer)
        return withUnsafePointer(to: &value, body)
      }
    }
  }

  /// The value as a machine word, or nil when it does not fit.
  @inlinable
  public var word: Int? {
    if case .word(let word) = storage { word } else { nil }
  }

  /// -1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .word(let word): word.signum()
    case .big(let big): Int(big.read { verify_mpz_sign($0) })
    }
  }

  @inlinable
  public var isZero: Bool { word == 0 }

  public var isEven: Bool {
    switch storage {
    case .word(let word): word & 1 == 0
    case .big(let big): big.read { verify_mpz_is_even($0) } != 0
    }
  }

  /// The number of binary digits of the magnitude; 0 for zero.
  public var bitWidth: Int {
    switch storage {
    case .word(let word): Int.bitWidth - word.magnitude.leadingZeroBitCount
    case .big(let big): big.read { Int(verify_mpz_bits($0)) }
    }
  }
}

extension Int {
  /// The value of an integer that fits a machine word.
  public init?(exactly value: Integer) {
    guard let word = value.word else { return nil }
    self = word
  }
}

extension Integer: Hashable {
  public static func == (left: Integer, right: Integer) -> Bool {
    switch (left.storage, right.storage) {
    case (.word(let a), .word(let b)): a == b
    case (.big(let a), .big(let b)): a === b || a.read { x in b.read { __gmpz_cmp(x, $0) } } == 0
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .word(let word): hasher.combine(word)
    case .big(let big):
      big.read { z in
        hasher.combine(verify_mpz_sign(z))
        for index in 0..<verify_mpz_limbs(z) { hasher.combine(verify_mpz_limb(z, index)) }
      }
    }
  }
}

extension Integer: Comparable {
  public static func < (left: Integer, right: Integer) -> Bool {
    switch (left.storage, right.storage) {
    case (.word(let a), .word(let b)): a < b
    // A big value is beyond every word, on the side of its sign.
    case (.word, .big): right.sign > 0
    case (.big, .word): left.sign < 0
    case (.big(let a), .big(let b)): a.read { x in b.read { __gmpz_cmp(x, $0) } } < 0
    }
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  @inlinable
  public init(integerLiteral value: Int) { self.init(value) }
}
