import CGMP

/// A fraction in lowest terms that two words do not hold, held by GMP.
///
/// The value is given once and never changes: that makes the class safe to use from several threads.
/// Only `Rational` refers to it, and only for values that are not `words`.
@usableFromInline
final class Fraction: @unchecked Sendable {
  /// Its limbs are there for as long as the object.
  let q: GMPRational

  /// Takes over the limbs of `q`, which is not used or cleared by anyone else from here on.
  init(adopting q: GMPRational) { self.q = q }

  deinit {
    var limbs = q
    __gmpq_clear(&limbs)
  }

  /// Reads the value. The pointer is valid during the call and must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPRational>) -> Result) -> Result {
    withExtendedLifetime(self) { withUnsafePointer(to: q, body) }
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
