import CGMP

/// A fraction in lowest terms that two words do not hold, held by GMP.
///
/// The value is given once and never changes: that makes the class safe to use from several threads.
/// Only `Rational` refers to it, and only for values that are not `words`.
///
/// The limbs of both numbers follow the object, so that a result takes one allocation.
@usableFromInline
final class Fraction: ManagedBuffer<Fraction.Sizes, mp_limb_t> {
  /// How many limbs the numbers have, with the sign as GMP keeps it.
  @usableFromInline
  struct Sizes {
    let top: Int32
    let bottom: Int32
  }

  /// A copy of a GMP fraction.
  static func copy(_ q: UnsafePointer<GMPRational>) -> Fraction {
    let (top, bottom) = (q.pointee._mp_num, q.pointee._mp_den)
    let (first, second) = (Int(top._mp_size.magnitude), Int(bottom._mp_size))
    let object = Fraction.create(minimumCapacity: first + second) { object in
      object.withUnsafeMutablePointerToElements { limbs in
        limbs.initialize(from: top._mp_d, count: first)
        (limbs + first).initialize(from: bottom._mp_d, count: second)
      }
      return Sizes(top: top._mp_size, bottom: bottom._mp_size)
    }
    return unsafeDowncast(object, to: Fraction.self)
  }

  /// The value as a GMP fraction, which is there for as long as the object and must not be written
  /// through.
  var q: GMPRational {
    withUnsafeMutablePointers { sizes, limbs in
      let (top, bottom) = (sizes.pointee.top, sizes.pointee.bottom)
      return GMPRational(
        _mp_num: GMPInteger(_mp_alloc: 0, _mp_size: top, _mp_d: limbs),
        _mp_den: GMPInteger(_mp_alloc: 0, _mp_size: bottom, _mp_d: limbs + Int(top.magnitude)))
    }
  }

  /// Reads the value. The pointer is valid during the call and must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPRational>) -> Result) -> Result {
    withExtendedLifetime(self) { withUnsafePointer(to: q, body) }
  }

  /// At most how many bits the longer of the two numbers has.
  var bitsAtMost: Int {
    Int(max(header.top.magnitude, header.bottom.magnitude)) * MemoryLayout<mp_limb_t>.size * 8
  }

  /// A copy of the numerator.
  @usableFromInline
  var numerator: Integer { read { Integer(copying: verify_mpq_numerator($0)) } }

  /// A copy of the denominator.
  @usableFromInline
  var denominator: Integer { read { Integer(copying: verify_mpq_denominator($0)) } }

  /// The sign of the value, which is not zero.
  @usableFromInline
  var sign: Int { read { Int(verify_mpz_sign(verify_mpq_numerator($0))) } }

  /// The greatest integer not above the value.
  var floor: Integer {
    Integer { result in
      read { __gmpz_fdiv_q(result, verify_mpq_numerator($0), verify_mpq_denominator($0)) }
    }
  }

  /// Whether the denominator is 1.
  @usableFromInline
  var isInteger: Bool { read { __gmpz_cmp_ui(verify_mpq_denominator($0), 1) } == 0 }
}

extension Fraction: Hashable {
  @usableFromInline
  static func == (left: Fraction, right: Fraction) -> Bool {
    left === right || left.read { x in right.read { __gmpq_equal(x, $0) } } != 0
  }

  @usableFromInline
  func hash(into hasher: inout Hasher) {
    read { q in
      hasher.combine(limbsOf: verify_mpq_numerator(q))
      hasher.combine(limbsOf: verify_mpq_denominator(q))
    }
  }
}
