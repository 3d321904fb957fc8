import Rational

extension IntegerPolynomial {
  /// A greatest common divisor, with a positive leading coefficient.
  ///
  /// - Complexity: For larger degrees, the product of the degrees for each sixty binary digits of the
  ///   result, and of its coefficients; a divisor of degree 0 is known from one modulus.
  static func gcd(_ left: IntegerPolynomial, _ right: IntegerPolynomial) -> IntegerPolynomial {
    if min(left.degree, right.degree) > 3 { return gcdByModuli(left, right) }
    return gcdByRemainders(left, right)
  }

  /// Euclid's algorithm with primitive remainders, whose coefficients grow on the way.
  static func gcdByRemainders(
    _ left: IntegerPolynomial, _ right: IntegerPolynomial
  ) -> IntegerPolynomial {
    var (a, b) = (left, right)
    while !b.isZero { (a, b) = (b, a.remainder(dividingBy: b)) }
    return a.leadingSign < 0 ? a.negated : a
  }

  /// Modulo numbers that leave the leading coefficients units, a common divisor of the integer
  /// polynomials divides what Euclid's algorithm ends with, which so has at least its degree. A common
  /// divisor of that degree is therefore a greatest one, and where the degree is 0 there is no other.
  ///
  /// - Note: Brown, "On Euclid's algorithm and the computation of polynomial greatest common divisors",
  ///   1971.
  static func gcdByModuli(
    _ left: IntegerPolynomial, _ right: IntegerPolynomial
  ) -> IntegerPolynomial {
    guard let first = left.coefficients.last, let second = right.coefficients.last else {
      return gcdByRemainders(left, right)
    }
    // A multiple of the leading coefficient of the result.
    let leading = Integer.gcd(first, second)
    var known = ChineseRemainders(count: 0)
    var moduli = WordModuli()
    var (degree, last) = (Int.max, [Integer]())
    while true {
      let modulus = moduli.next(coprimeTo: known.product * first * second)
      guard
        let image = modulus.monicGCD(
          left.coefficients.map(modulus.residue), right.coefficients.map(modulus.residue))
      else { continue }
      if image.count == 1 { return IntegerPolynomial([1]) }
      // A degree that is too large, for one modulus or all those before.
      if image.count - 1 > degree { continue }
      if image.count - 1 < degree {
        degree = image.count - 1
        known = ChineseRemainders(count: image.count)
      }
      let factor = modulus.residue(leading)
      known.insert(image.map { modulus.product($0, factor) }, modulo: modulus)
      let lifted = known.integers
      if lifted == last {
        let candidate = IntegerPolynomial(lifted)
        if left.quotient(dividingBy: candidate) != nil,
          right.quotient(dividingBy: candidate) != nil
        {
          return candidate.leadingSign < 0 ? candidate.negated : candidate
        }
      }
      last = lifted
    }
  }

  /// The quotient of a division that leaves no remainder; nil for another one.
  ///
  /// By Gauss's lemma the quotient of primitive polynomials has integer coefficients.
  ///
  /// - Precondition: The divisor is not zero.
  func quotient(dividingBy divisor: IntegerPolynomial) -> IntegerPolynomial? {
    guard let lead = divisor.coefficients.last else {
      preconditionFailure("division by the zero polynomial")
    }
    guard degree >= divisor.degree else { return isZero ? self : nil }
    var rest = coefficients
    var quotient = Array(repeating: Integer(0), count: degree - divisor.degree + 1)
    for place in quotient.indices.reversed() {
      let (factor, left) = rest[place + divisor.degree].quotientAndRemainder(dividingBy: lead)
      guard left.isZero else { return nil }
      quotient[place] = factor
      guard !factor.isZero else { continue }
      for (index, coefficient) in divisor.coefficients.enumerated() {
        rest[place + index] -= factor * coefficient
      }
    }
    return rest.allSatisfy(\.isZero) ? IntegerPolynomial(quotient) : nil
  }

  /// The product of the distinct irreducible factors, with the sign of the leading coefficient.
  var squareFreePart: IntegerPolynomial {
    guard degree > 0 else { return self }
    guard let part = quotient(dividingBy: .gcd(self, derivative)) else {
      preconditionFailure("a common divisor divides")
    }
    return part
  }
}

extension WordModulus {
  /// What Euclid's algorithm ends with for two polynomials, of x⁰ first, with units as leading
  /// coefficients; its own is 1. Nil when another leading coefficient on the way has no inverse.
  fileprivate func monicGCD(_ left: [UInt64], _ right: [UInt64]) -> [UInt64]? {
    var (a, b) = (left, right)
    while let lead = b.last {
      guard let inverse = inverse(lead) else { return nil }
      for index in b.indices { b[index] = product(b[index], inverse) }
      let degree = b.count - 1
      while a.count > degree, let top = a.popLast() {
        let offset = a.count - degree
        for index in 0..<degree where top != 0 {
          a[offset + index] = difference(a[offset + index], product(top, b[index]))
        }
      }
      while a.last == 0 { a.removeLast() }
      (a, b) = (b, a)
    }
    return a
  }
}
