import CGMP

/// An integer that does not fit a machine word, held by GMP.
///
/// The value is given once and never changes: that makes the class safe to use from several threads.
/// Only `Integer` refers to it, and only for values outside `Int`.
@usableFromInline
final class BigInteger: @unchecked Sendable {
  private let z: GMPInteger

  /// Takes over the limbs of `z`, which is not used or cleared by anyone else from here on.
  init(adopting z: GMPInteger) { self.z = z }

  deinit {
    var limbs = z
    verify_mpz_clear(&limbs)
  }

  /// Reads the value. The pointer is valid during the call and must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPInteger>) -> Result) -> Result {
    withExtendedLifetime(self) { withUnsafePointer(to: z, body) }
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
