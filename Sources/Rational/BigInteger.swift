import CGMP

/// An integer that does not fit a machine word, held by GMP.
///
/// The value is set once, before the object is shared, and never changes: that makes the class safe
/// to use from several threads. Only `Integer` refers to it, and only for values outside `Int`.
@usableFromInline
final class BigInteger: @unchecked Sendable {
  private var z = GMPInteger()

  /// Calls `fill` with an initialised GMP integer to be given its value.
  init(_ fill: (UnsafeMutablePointer<GMPInteger>) -> Void) {
    withUnsafeMutablePointer(to: &z) {
      verify_mpz_init($0)
      fill($0)
    }
  }

  deinit {
    withUnsafeMutablePointer(to: &z) { verify_mpz_clear($0) }
  }

  /// Reads the value. The pointer is valid during the call and must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPInteger>) -> Result) -> Result {
    withUnsafePointer(to: z, body)
  }
}

/// GMP's integer structure.
typealias GMPInteger = __mpz_struct
