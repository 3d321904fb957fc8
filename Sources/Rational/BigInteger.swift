import CGMP

/// An integer that does not fit a machine word, held by GMP.
///
/// The value is given once and never changes: that makes the class safe to use from several threads.
/// Only `Integer` refers to it, and only for values outside `Int`.
@usableFromInline
final class BigInteger: @unchecked Sendable {
  /// Its limbs are there for as long as the object.
  let z: GMPInteger

  /// Takes over the limbs of `z`, which is not used or cleared by anyone else from here on.
  init(adopting z: GMPInteger) { self.z = z }

  deinit {
    var limbs = z
    verify_mpz_clear(&limbs)
  }
}

/// GMP's integer structure.
typealias GMPInteger = __mpz_struct

extension Hasher {
  /// Feeds the sign and the limbs of a GMP integer to the hasher.
  mutating func combine(limbsOf z: UnsafePointer<GMPInteger>) {
    combine(verify_mpz_sign(z))
    for index in 0..<verify_mpz_limbs(z) { combine(verify_mpz_limb(z, index)) }
  }
}
