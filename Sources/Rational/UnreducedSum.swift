import CGMP

/// A sum of fractions that is changed in place: a quotient that need not be in lowest terms, the
/// denominator positive. It has one owner.
final class UnreducedSum {
  private let q: UnsafeMutablePointer<GMPRational>
  private let top: UnsafeMutablePointer<GMPInteger>
  private let bottom: UnsafeMutablePointer<GMPInteger>
  private var room = GMPInteger()
  private var isReduced = false

  /// Shorter denominators are multiplied: finding what they have in common takes longer than what it
  /// would save.
  private static let shortBits = 4096

  /// No value yet.
  init() {
    q = .allocate(capacity: 1)
    q.initialize(to: GMPRational())
    (top, bottom) = (verify_mpq_top(q), verify_mpq_bottom(q))
    verify_mpz_init(top)
    verify_mpz_init(bottom)
    verify_mpz_init(&room)
  }

  deinit {
    __gmpq_clear(q)
    verify_mpz_clear(&room)
    q.deallocate()
  }

  /// Becomes a quotient of words, the denominator positive.
  func set(_ numerator: Int, over denominator: Int) {
    verify_mpz_set_word(top, Int64(numerator))
    verify_mpz_set_word(bottom, Int64(denominator))
    isReduced = false
  }

  /// Becomes a fraction.
  func set(_ value: Rational) {
    value.read { __gmpq_set(q, $0) }
    isReduced = true
  }

  /// Becomes a product.
  func set(_ left: Rational, times right: Rational) {
    left.read { x in
      right.read { y in
        __gmpz_mul(top, verify_mpq_numerator(x), verify_mpq_numerator(y))
        __gmpz_mul(bottom, verify_mpq_denominator(x), verify_mpq_denominator(y))
      }
    }
    isReduced = false
  }

  /// Adds another sum, which may be brought into lowest terms.
  func add(_ other: UnreducedSum) {
    if __gmpz_cmp(bottom, other.bottom) == 0 {
      __gmpz_add(top, top, other.top)
      isReduced = false
    } else if min(verify_mpz_bits(bottom), verify_mpz_bits(other.bottom)) < Self.shortBits {
      __gmpz_mul(&room, top, other.bottom)
      __gmpz_addmul(&room, other.top, bottom)
      __gmpz_swap(&room, top)
      __gmpz_mul(bottom, bottom, other.bottom)
      isReduced = false
    } else {
      reduce()
      other.reduce()
      __gmpq_add(q, q, other.q)
    }
  }

  /// Brings the quotient into lowest terms.
  private func reduce() {
    if !isReduced { q.reduce(&room) }
    isReduced = true
  }

  /// The value in lowest terms.
  var value: Rational {
    reduce()
    return Rational(copying: q)
  }
}
