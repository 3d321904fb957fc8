/// Splits integers without small factors into primes: for numbers of up to about twenty-four digits, and
/// larger ones with all but one factor small.
///
/// Factors are found by Pollard's method (Brent, 1980); that a factor is prime is decided by the test of
/// Miller and Rabin, which is exact below `primalityLimit`.
enum PrimeFactors {
  /// No composite number below passes the test for the first thirteen primes as bases
  /// (Sorenson and Webster, 2017).
  static let primalityLimit: Integer = 3_317_044_064_679 * 1_000_000_000_000 + 887_385_961_981

  private static let bases = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41]

  /// How many steps are made for one factor, falling with the size of the number so that the work grows no
  /// faster than that.
  private static func stepLimit(for n: Integer) -> Int {
    let size = 1 + n.bitLength / 256
    return (1 << 16) / (size * size)
  }

  /// The primes that divide an odd n > 1, with their exponents; nil when n was not split, or a factor is
  /// too large to be known for a prime.
  static func of(_ n: Integer) -> [Integer: Int]? {
    var found: [Integer: Int] = [:]
    var rest = [n]
    while let next = rest.popLast() {
      if next == 1 { continue }
      if let root = next.exactSquareRoot() {
        rest += [root, root]
      } else if next < primalityLimit, isPrime(next) {
        found[next, default: 0] += 1
      } else if let factor = factor(of: next) {
        rest += [factor, next.dividedExactly(by: factor)]
      } else {
        return nil
      }
    }
    return found
  }

  /// Whether an odd number below `primalityLimit` is prime.
  static func isPrime(_ n: Integer) -> Bool {
    guard n > 41 else { return bases.contains { Integer($0) == n } }
    var (odd, twos) = (n - 1, 0)
    while odd.isMultiple(of: 2) {
      odd = odd.dividedExactly(by: 2)
      twos += 1
    }
    return bases.allSatisfy { base in
      var power = self.power(Integer(base), odd, modulo: n)
      if power == 1 || power == n - 1 { return true }
      for _ in 1..<max(1, twos) {
        power = power * power % n
        if power == n - 1 { return true }
      }
      return false
    }
  }

  private static func power(_ base: Integer, _ exponent: Integer, modulo n: Integer) -> Integer {
    var (result, square, rest): (Integer, Integer, Integer) = (1, base % n, exponent)
    while !rest.isZero {
      let (half, bit) = rest.quotientAndRemainder(dividingBy: 2)
      if !bit.isZero { result = result * square % n }
      (square, rest) = (square * square % n, half)
    }
    return result
  }

  /// A proper factor of a composite number that is no square.
  private static func factor(of n: Integer) -> Integer? {
    let stepLimit = stepLimit(for: n)
    for constant in 1...4 {
      let shift = Integer(constant)
      var (slow, fast): (Integer, Integer) = (2, 2)
      var step = 0
      while step < stepLimit {
        // The differences of 64 steps have a factor in common with n as soon as one of them has.
        var product: Integer = 1
        let (slowBefore, fastBefore) = (slow, fast)
        for _ in 0..<64 {
          slow = (slow * slow + shift) % n
          fast = (fast * fast + shift) % n
          fast = (fast * fast + shift) % n
          product = product * (slow - fast).magnitude % n
        }
        step += 64
        if Integer.gcd(product, n) == 1 { continue }
        (slow, fast) = (slowBefore, fastBefore)
        for _ in 0..<64 {
          slow = (slow * slow + shift) % n
          fast = (fast * fast + shift) % n
          fast = (fast * fast + shift) % n
          let common = Integer.gcd((slow - fast).magnitude, n)
          if common == n { break }
          if common != 1 { return common }
        }
        break
      }
    }
    return nil
  }
}
