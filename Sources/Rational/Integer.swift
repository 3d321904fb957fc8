import CGMP

/// An integer of any size.
///
/// Values that fit `Int` are held inline; larger ones by GMP. The form is canonical: a value that
/// fits a word is never held by GMP, so equality and hashing are structural.
///
/// - Note: What an integer takes is memory in proportion to its digits; one that the memory of the
///   machine cannot hold ends the program.
@frozen
public struct Integer: Sendable {
  // Unchecked: a large integer never changes, which the standard library's buffers cannot say.
  @usableFromInline
  enum Storage: @unchecked Sendable {
    case word(Int)
    case big(BigInteger)
  }

  @usableFromInline var storage: Storage

  /// The integer with the value of a machine word.
  @inlinable
  public init(_ value: Int) { storage = .word(value) }

  /// The value that `fill` gives to an initialised GMP integer, in canonical form. It must not make
  /// another integer or fraction.
  init(_ fill: (UnsafeMutablePointer<GMPInteger>) -> Void) {
    let room = verify_mpq_top(verify_take_room())
    defer { verify_return_room() }
    fill(room)
    self.init(copying: room)
  }

  /// The value of a GMP integer, in canonical form.
  init(copying z: UnsafePointer<GMPInteger>) {
    if verify_mpz_fits_word(z) != 0 {
      storage = .word(Int(verify_mpz_word(z)))
    } else {
      storage = .big(BigInteger.copy(z))
    }
  }

  /// Calls `body` with the value as a GMP integer, which must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPInteger>) -> Result) -> Result {
    withExtendedLifetime(self) {
      var limb = mp_limb_t(0)
      return withUnsafeMutablePointer(to: &limb) { limb in
        var value = structure(limb)
        return withUnsafePointer(to: &value, body)
      }
    }
  }

  /// The value as a GMP integer, with room for the limb of a word.
  private func structure(_ limb: UnsafeMutablePointer<mp_limb_t>) -> GMPInteger {
    switch storage {
    case .big(let big): return big.z
    case .word(let word):
      // A structure that points at one limb on the stack: what mpz_roinit_n makes.
      limb.pointee = mp_limb_t(word.magnitude)
      return GMPInteger(_mp_alloc: 0, _mp_size: Int32(word.signum()), _mp_d: limb)
    }
  }

  /// The value as a machine word, or nil when it does not fit.
  @inlinable
  public var word: Int? {
    if case .word(let word) = storage { word } else { nil }
  }

  /// -1, 0 or 1.
  @inlinable
  public var sign: Int {
    if case .word(let word) = storage { word.signum() } else { bigSign }
  }

  @usableFromInline
  var bigSign: Int { read { Int(verify_mpz_sign($0)) } }

  /// Whether the value is 0.
  @inlinable
  public var isZero: Bool { word == 0 }

  /// Whether 2 divides the value.
  public var isEven: Bool {
    if let word { word & 1 == 0 } else { read { verify_mpz_is_even($0) } != 0 }
  }

  /// The number of binary digits of the magnitude; 0 for zero.
  public var bitLength: Int {
    if let word { return Int.bitWidth - word.magnitude.leadingZeroBitCount }
    return read { Int(verify_mpz_bits($0)) }
  }
}

extension Integer: Hashable {
  /// Whether the values are equal.
  @inlinable
  public static func == (left: Integer, right: Integer) -> Bool {
    switch (left.storage, right.storage) {
    case (.word(let a), .word(let b)): a == b
    case (.big, .big): left.bigOrder(right) == 0
    default: false
    }
  }

  /// Feeds the value to `hasher`.
  public func hash(into hasher: inout Hasher) {
    if let word { hasher.combine(word) } else { read { hasher.combine(limbsOf: $0) } }
  }
}

extension Integer: Comparable {
  /// Whether the left value is the smaller one.
  @inlinable
  public static func < (left: Integer, right: Integer) -> Bool {
    if case .word(let a) = left.storage, case .word(let b) = right.storage { return a < b }
    return left.bigOrder(right) < 0
  }

  /// The sign of the difference of the values.
  @usableFromInline @_effects(releasenone)
  func bigOrder(_ other: Integer) -> Int {
    read { x in other.read { Int(__gmpz_cmp(x, $0)).signum() } }
  }
}
