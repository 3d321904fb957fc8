import CGMP

/// GMP's structure of a fraction.
typealias GMPRational = __mpq_struct

extension UnsafeMutablePointer<GMPRational> {
  /// Sets both numbers of an initialised fraction.
  func set(_ numerator: Integer, over denominator: Integer) {
    numerator.read { __gmpz_set(verify_mpq_top(self), $0) }
    denominator.read { __gmpz_set(verify_mpq_bottom(self), $0) }
  }

  /// Brings a quotient into lowest terms, the denominator positive; it is not 0.
  ///
  /// - Parameter factor: An initialised integer, with any value.
  func reduce(_ factor: UnsafeMutablePointer<GMPInteger>) {
    let (top, bottom) = (verify_mpq_top(self), verify_mpq_bottom(self))
    LimbGCD.set(factor, top, bottom)
    if !factor.isOne {
      __gmpz_divexact(top, top, factor)
      __gmpz_divexact(bottom, bottom, factor)
    }
    if verify_mpz_sign(bottom) < 0 {
      __gmpz_neg(top, top)
      __gmpz_neg(bottom, bottom)
    }
  }

  /// Sets an initialised fraction to a/b + c/d or, with `__gmpz_submul`, a/b - c/d. All are in lowest terms.
  ///
  /// With g = gcd(b, d), what t = a(d/g) + c(b/g) shares with the denominator (b/g)d it shares with g (Knuth, The Art of
  /// Computer Programming, 4.5.1).
  func setSum(
    _ x: UnsafePointer<GMPRational>, _ y: UnsafePointer<GMPRational>,
    _ accumulate: (
      UnsafeMutablePointer<GMPInteger>, UnsafePointer<GMPInteger>, UnsafePointer<GMPInteger>
    ) -> Void
  ) {
    let (top, bottom) = (verify_mpq_top(self), verify_mpq_bottom(self))
    let (a, b) = (verify_mpq_numerator(x), verify_mpq_denominator(x))
    let (c, d) = (verify_mpq_numerator(y), verify_mpq_denominator(y))
    LimbGCD.set(bottom, b, d)
    if bottom.isOne {
      __gmpz_mul(top, a, d)
      accumulate(top, c, b)
      __gmpz_mul(bottom, b, d)
      return
    }
    let (g, b1, d1) = (verify_room_factor(0), verify_room_factor(1), verify_room_factor(2))
    __gmpz_swap(g, bottom)
    __gmpz_divexact(b1, b, g)
    __gmpz_divexact(d1, d, g)
    __gmpz_mul(top, a, d1)
    accumulate(top, c, b1)
    LimbGCD.set(g, g, top)
    if g.isOne {
      __gmpz_mul(bottom, b1, d)
    } else {
      __gmpz_divexact(top, top, g)
      __gmpz_divexact(d1, d, g)
      __gmpz_mul(bottom, b1, d1)
    }
  }

  /// Sets an initialised fraction to the product of two in lowest terms.
  func setProduct(_ x: UnsafePointer<GMPRational>, _ y: UnsafePointer<GMPRational>) {
    let (a, b) = (verify_mpq_numerator(x), verify_mpq_denominator(x))
    let (c, d) = (verify_mpq_numerator(y), verify_mpq_denominator(y))
    let (g, h) = (verify_room_factor(0), verify_room_factor(1))
    LimbGCD.set(g, a, d)
    LimbGCD.set(h, c, b)
    setProduct(verify_mpq_top(self), a, g, c, h)
    setProduct(verify_mpq_bottom(self), b, h, d, g)
  }

  /// Sets an integer to (x/g)(y/h), both exact.
  private func setProduct(
    _ result: UnsafeMutablePointer<GMPInteger>, _ x: UnsafePointer<GMPInteger>,
    _ g: UnsafePointer<GMPInteger>, _ y: UnsafePointer<GMPInteger>, _ h: UnsafePointer<GMPInteger>
  ) {
    let part = verify_room_factor(2)
    switch (g.isOne, h.isOne) {
    case (true, true): __gmpz_mul(result, x, y)
    case (false, true):
      __gmpz_divexact(part, x, g)
      __gmpz_mul(result, part, y)
    case (true, false):
      __gmpz_divexact(part, y, h)
      __gmpz_mul(result, x, part)
    case (false, false):
      __gmpz_divexact(part, x, g)
      __gmpz_divexact(result, y, h)
      __gmpz_mul(result, result, part)
    }
  }
}

extension UnsafePointer<GMPInteger> {
  fileprivate var isOne: Bool { pointee._mp_size == 1 && pointee._mp_d[0] == 1 }
}

extension UnsafeMutablePointer<GMPInteger> {
  fileprivate var isOne: Bool { UnsafePointer(self).isOne }
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
