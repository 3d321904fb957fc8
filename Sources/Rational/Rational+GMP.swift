import CGMP

/// GMP's structure of a fraction.
typealias GMPRational = __mpq_struct

extension UnsafeMutablePointer<GMPRational> {
  /// Sets both numbers of an initialised fraction.
  func set(_ numerator: Integer, over denominator: Integer) {
    numerator.read { __gmpz_set(verify_mpq_top(self), $0) }
    denominator.read { __gmpz_set(verify_mpq_bottom(self), $0) }
  }
}

extension Rational {
  /// The fraction that `fill` gives to two initialised GMP integers: in lowest terms, the
  /// denominator positive. It must not make another fraction.
  init(lowestTerms fill: (UnsafeMutablePointer<GMPRational>) -> Void) {
    let room = verify_take_room()
    defer { verify_return_room() }
    fill(room)
    self.init(copying: room)
  }

  /// The value of a GMP fraction in lowest terms, in canonical form.
  init(copying q: UnsafePointer<GMPRational>) {
    let (top, bottom) = (verify_mpq_numerator(q), verify_mpq_denominator(q))
    if verify_mpz_fits_word(bottom) != 0, verify_mpz_fits_word(top) != 0,
      verify_mpz_word(top) != .min
    {
      storage = .words(Int(verify_mpz_word(top)), Int(verify_mpz_word(bottom)))
    } else {
      storage = .big(Fraction.copy(q))
    }
  }

  /// Calls `body` with the value as a GMP fraction, which must not be written through.
  func read<Result>(_ body: (UnsafePointer<GMPRational>) -> Result) -> Result {
    withExtendedLifetime(self) {
      // Words become structures that point at limbs on the stack: what mpz_roinit_n makes.
      var limbs = (mp_limb_t(0), mp_limb_t(0))
      return withUnsafeMutableBytes(of: &limbs) { limbs in
        var value = structure(limbs.assumingMemoryBound(to: mp_limb_t.self))
        return withUnsafePointer(to: &value, body)
      }
    }
  }

  /// The value as a GMP fraction, with room for the limbs of words.
  private func structure(_ limbs: UnsafeMutableBufferPointer<mp_limb_t>) -> GMPRational {
    switch storage {
    case .big(let fraction): return fraction.q
    case .words(let top, let bottom):
      (limbs[0], limbs[1]) = (mp_limb_t(top.magnitude), mp_limb_t(bottom.magnitude))
      let first = limbs.baseAddress
      return GMPRational(
        _mp_num: GMPInteger(
          _mp_alloc: 0, _mp_size: Int32(truncatingIfNeeded: top.signum()), _mp_d: first),
        _mp_den: GMPInteger(_mp_alloc: 0, _mp_size: 1, _mp_d: first?.successor()))
    }
  }
}
