import TestSupport
import Testing

@testable import Rational

@Suite struct SurdSquareRootTests {
  @Test func `square factors are split off as by trial of all squares`() throws {
    for n in 1...3000 {
      // The greatest s whose square divides n leaves a square-free rest.
      let s = try #require((1...55).last { n % ($0 * $0) == 0 })
      let (square, rest) = try #require(Surd.squareAndRest(of: Integer(n)))
      #expect(square == Integer(s) && rest == Integer(n / (s * s)), "\(n)")
    }
  }

  @Test(arguments: Seeds.all)
  func `products of known primes are split as they were made`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let primes = [2, 3, 5, 7, 11, 101, 9973, 1_000_003]
    for _ in 0..<25 {
      var (square, rest) = (Integer(1), Integer(1))
      for prime in primes {
        let exponent = random.int(in: 0...4)
        square *= Integer(prime).power(exponent / 2)
        if exponent % 2 == 1 { rest *= Integer(prime) }
      }
      let split = try #require(Surd.squareAndRest(of: square * square * rest))
      #expect(split == (square, rest))
    }
  }

  @Test func `two large primes, or the square of one, are no obstacle`() throws {
    // 10⁹ + 7 and 10⁹ + 9 are prime.
    let (p, q) = (Integer(1_000_000_007), Integer(1_000_000_009))
    #expect(try #require(Surd.squareAndRest(of: p * q)) == (1, p * q))
    #expect(try #require(Surd.squareAndRest(of: p * p)) == (p, 1))
    #expect(try #require(Surd.squareAndRest(of: 12 * p * p)) == (2 * p, 3))
    let huge = (Integer(1) << 521) - 1
    #expect(try #require(Surd.squareAndRest(of: 75 * huge * huge)) == (5 * huge, 3))
  }

  @Test func `a radicand whose square factors may be hidden is refused`() {
    // A Mersenne prime that is too large to be known for one, and two that are too large to be found.
    let large = (Integer(1) << 521) - 1
    for n in [large, 3 * large, ((Integer(1) << 89) - 1) * ((Integer(1) << 107) - 1)] {
      #expect(throws: SquareRootError.tooLarge(Rational(n))) {
        try Surd.squareRoot(of: Rational(n))
      }
      #expect(throws: SquareRootError.tooLarge(Rational(1, n))) {
        try Surd.squareRoot(of: Rational(1, n))
      }
    }
  }

  @Test func `three primes beyond the trial divisors are found`() throws {
    let (p, q, r) = (Integer(2_000_003), Integer(2_000_029), Integer(2_000_039))
    #expect(try #require(Surd.squareAndRest(of: p * q * r)) == (1, p * q * r))
    #expect(try #require(Surd.squareAndRest(of: p * p * q)) == (p, q))
    #expect(try #require(Surd.squareAndRest(of: p * p * p)) == (p, p))
  }

  @Test func `primes are told from composite numbers`() {
    // Compared with trial division, and with strong pseudoprimes to several bases.
    for n in stride(from: 3, through: 20_001, by: 2) {
      let isPrime = !stride(from: 3, to: n, by: 2).prefix { $0 * $0 <= n }.contains { n % $0 == 0 }
      #expect(PrimeFactors.isPrime(Integer(n)) == isPrime, "\(n)")
    }
    for text in ["2047", "3215031751", "3825123056546413051", "318665857834031151167461"] {
      #expect(!PrimeFactors.isPrime(Integer(text)!), "\(text)")
    }
    // 10^24 - 257 is the largest prime below 10^24; 19 divides 10^24 - 11.
    #expect(PrimeFactors.isPrime(Integer("999999999999999999999743")!))
    #expect(!PrimeFactors.isPrime(Integer("999999999999999999999989")!))
  }

  @Test(arguments: Seeds.all)
  func `roots of rational numbers square to them`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.smallRational().magnitude * random.smallRational().magnitude
      let root = try Surd.squareRoot(of: value)
      #expect((root * root).rational == value)
      #expect(root.sign == value.sign)
      #expect(try Surd(value).squareRoot() == root)
      guard !value.isZero else { continue }
      #expect(throws: SquareRootError.negative(Surd(-value))) {
        try Surd.squareRoot(of: -value)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `squares of sums of two roots are taken apart`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let a = random.smallRational().magnitude
      let b = random.smallRational().magnitude
      let first = try Surd.squareRoot(of: a)
      let second = try Surd.squareRoot(of: b)
      for root in [first + second, first - second, second - first] {
        #expect(try (root * root).squareRoot() == (root.sign < 0 ? -root : root), "\(root)")
      }
    }
  }

  /// Sums of three and four roots; their squares have up to seven.
  @Test(arguments: Seeds.all)
  func `squares of longer sums are taken apart`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<30 {
      let count = random.int(in: 3...4)
      var sum = Surd.zero
      for _ in 0..<count {
        let part = try Surd.squareRoot(of: Rational(random.int(in: 1...30)))
        sum += random.int(in: 0...1) == 0 ? part : -part
      }
      #expect(try (sum * sum).squareRoot() == (sum.sign < 0 ? -sum : sum), "\(sum)")
    }
  }

  @Test func `known nested roots`() throws {
    // Bhaskara: √(10 + √24 + √40 + √60) = √2 + √3 + √5.
    #expect(
      try (10 + 2 * root(6) + 2 * root(10) + 2 * root(15)).squareRoot()
        == root(2) + root(3) + root(5))
    #expect(
      try (19 + 3 * root(2) + 6 * root(3) - root(10)).squareRoot() * 2
        == 3 - 2 * root(2) + root(3) + root(5) - root(6) + root(15) + root(30))
    #expect(try (5 + 2 * root(6)).squareRoot() == root(2) + root(3))
    #expect(try (5 - 2 * root(6)).squareRoot() == root(3) - root(2))
    #expect(try (3 + 2 * root(2)).squareRoot() == 1 + root(2))
    #expect(try (6 - 2 * root(5)).squareRoot() == root(5) - 1)
    // √(2+√3) = (√6+√2)/2
    #expect(try (2 + root(3)).squareRoot() == (root(6) + root(2)) / 2)
  }

  @Test func `roots outside sums of roots are refused`() {
    let cases = [
      1 + root(2), root(2), root(2) + root(3), 2 * root(6) - root(5), 4 + 3 * root(2), root(3) - 1,
      // 2 + √3 has a root, 2√2 + √3 has none.
      2 * root(2) + root(3), 2 * root(2) - root(3), 5 * root(5) + 2 * root(6),
    ]
    for value in cases {
      #expect(throws: SquareRootError.notInField(value)) { try value.squareRoot() }
    }
    for value in [1 - root(2), -root(2), root(2) - root(3), -3 - 2 * root(2)] {
      #expect(throws: SquareRootError.negative(value)) { try value.squareRoot() }
    }
  }

  @Test(arguments: Seeds.all)
  func `squares of sums of several roots are taken apart`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let radicands = [1, 2, 3, 5, 6, 15, 7]
      var root: Surd = 0
      for radicand in radicands where random.int(in: 0...1) == 1 {
        root += Surd(random.smallRational(), root: Integer(radicand))
      }
      let outer = Rational(random.int(in: 1...12))
      let square = Surd(outer) * root * root
      let expected = try Surd.squareRoot(of: outer) * root
      #expect(try square.squareRoot() == (expected.sign < 0 ? -expected : expected), "\(root)")
    }
  }

  /// That √(2 + √2) is none is seen from its norm, 2, whose root is not fixed; the others likewise.
  @Test func `roots of other numbers are told to be none`() throws {
    let (two, three, five) = (Surd(1, root: 2), Surd(1, root: 3), Surd(1, root: 5))
    // The norm of 3 + √7 is 2, whose root is fixed but not in the field.
    for value in [
      2 + two, 3 + Surd(1, root: 7), 4 + two * Surd(1, root: 7), 3 + two + three,
      10 + two + three + five, two, 1 + two, two * three,
    ] {
      #expect(throws: SquareRootError.notInField(value)) { try value.squareRoot() }
    }
    #expect(throws: SquareRootError.negative(1 - two)) { try (1 - two).squareRoot() }
  }
}
