import CGMP

/// An integer that does not fit a machine word, held by GMP.
///
/// The value is given once and never changes: that makes the class safe to use from several threads.
/// Only `Integer` refers to it, and only for values outside `Int`.
///
/// The limbs follow the object, whose header is their number with the sign, as GMP keeps it.
@usableFromInline
final class BigInteger: ManagedBuffer<Int32, mp_limb_t> {
  /// A copy of a GMP integer.
  static func copy(_ z: UnsafePointer<GMPInteger>) -> BigInteger {
    let z = z.pointee
    let count = Int(z._mp_size.magnitude)
    let object = BigInteger.create(minimumCapacity: count) { object in
      object.withUnsafeMutablePointerToElements { $0.initialize(from: z._mp_d, count: count) }
      return z._mp_size
    }
    return unsafeDowncast(object, to: BigInteger.self)
  }

  /// The value as a GMP integer, which is there for as long as the object and must not be written
  /// through.
  var z: GMPInteger {
    withUnsafeMutablePointers { size, limbs in
      GMPInteger(_mp_alloc: 0, _mp_size: size.pointee, _mp_d: limbs)
    }
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
