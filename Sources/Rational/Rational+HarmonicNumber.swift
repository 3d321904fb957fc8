import CGMP

extension Rational {
  /// The harmonic number H_n = 1 + 1/2 + … + 1/n, which is 0 for n = 0.
  ///
  /// A prime p beyond √n divides p, 2p, … up to n, none of them twice, and their reciprocals add up to H_m / p with
  /// m = ⌊n/p⌋. All other numbers up to n divide one short integer L. Therefore
  ///
  ///     L H_n = Σ L/k + Σ L H_m / p
  ///
  /// over the numbers k without such a prime, where the terms are integers, and over these primes. That sum is taken
  /// by binary splitting, in which no divisors are looked for: different primes have none in common.
  ///
  /// - Precondition: `n` is not negative.
  /// - Complexity: A sieve of 2n bytes; n/6 divisions by words of L, which has some 3√n binary digits; binary splitting
  ///   of a fraction as long as the result, and its reduction.
  /// - Note: Haible and Papanikolaou, "Fast multiprecision evaluation of series of rational numbers", 1998, on binary
  ///   splitting.
  public static func harmonicNumber(_ n: Int) -> Rational {
    precondition(n >= 0, "a harmonic number of a negative number")
    let numbers = HarmonicSieve(n)
    let (top, bottom) = numbers.sumOverLargePrimes
    return Rational(numbers.sumOfOthers * bottom + top, numbers.common * bottom)
  }
}

/// The numbers up to n, by whether a large prime divides them: one that is odd and greater than √n.
private struct HarmonicSieve {
  private let n: Int
  private let largePrimes: [Int]
  /// Whether a number has a large prime; right for odd numbers.
  private var hasLargePrime: [Bool]
  /// A multiple of all numbers up to n without a large prime.
  let common: Integer

  init(_ n: Int) {
    self.n = n
    // At most 2^31.5, so that squares and multiples fit words.
    let limit = max(2, Int(exactly: Integer(n).squareRootFloor()) ?? 0)
    var isComposite = [Bool](repeating: false, count: n + 1)
    var common = Integer(1)
    for prime in 2...limit where prime > n || !isComposite[prime] {
      for multiple in stride(from: prime * prime, through: n, by: prime) {
        isComposite[multiple] = true
      }
      var power = prime
      while power <= n / prime { power *= prime }
      common *= Integer(power)
    }
    self.common = common
    largePrimes = stride(from: limit + 1, through: n, by: 1).filter { !isComposite[$0] }
    hasLargePrime = Array(repeating: false, count: n + 1)
    for prime in largePrimes {
      for multiple in stride(from: prime, through: n, by: 2 * prime) {
        hasLargePrime[multiple] = true
      }
    }
  }

  /// The sum of `common` / k over the numbers k without a large prime.
  var sumOfOthers: Integer {
    var quotient = GMPInteger()
    verify_mpz_init(&quotient)
    defer { verify_mpz_clear(&quotient) }
    return Integer { sum in
      common.read { common in
        for odd in stride(from: 1, through: n, by: 2) where !hasLargePrime[odd] {
          // With its products by 1, 2, 4, …, 2^a the odd number has the sum (2^(a+1) - 1) / (2^a odd).
          let exponent = Int.bitWidth - 1 - (n / odd).leadingZeroBitCount
          __gmpz_divexact_ui(&quotient, common, UInt(odd << exponent))
          __gmpz_addmul_ui(sum, &quotient, (2 << exponent) - 1)
        }
      }
    }
  }

  /// The sum of `common` / k over the numbers k with a large prime, as a quotient.
  var sumOverLargePrimes: (top: Integer, bottom: Integer) {
    // common · H_m for m from 0 on.
    var multiples = [Integer(0)]
    for m in stride(from: 1, through: n / (largePrimes.first ?? n + 1), by: 1) {
      multiples.append(multiples[m - 1] + common.dividedExactly(by: Integer(m)))
    }
    // Reciprocals of neighbours with one m are added in words as long as they fit.
    var sums: [(top: Integer, bottom: Integer)] = []
    var (top, bottom, m) = (0, 1, 0)
    for prime in largePrimes {
      if n / prime == m, let scaled = top.times(prime), let sum = scaled.plus(bottom),
        let product = bottom.times(prime)
      {
        (top, bottom) = (sum, product)
      } else {
        sums.append((multiples[m] * Integer(top), Integer(bottom)))
        (top, bottom, m) = (1, prime, n / prime)
      }
    }
    sums.append((multiples[m] * Integer(top), Integer(bottom)))
    while sums.count > 1 {
      let last = sums.count % 2 == 1 ? sums.last : nil
      sums = stride(from: 1, to: sums.count, by: 2).map { place in
        let (left, right) = (sums[place - 1], sums[place])
        return (left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
      }
      if let last { sums.append(last) }
    }
    return sums[0]
  }
}
