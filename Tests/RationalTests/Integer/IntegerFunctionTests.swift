import Rational
import TestSupport
import Testing

@Suite struct IntegerFunctionTests {
  @Test func `the greatest common divisor is the greatest of the common divisors`() {
    for a in -40...40 {
      for b in -40...40 {
        let common = (1...40).last { a % $0 == 0 && b % $0 == 0 }
        let expected = a == 0 && b == 0 ? 0 : common ?? 0
        #expect(Integer.gcd(Integer(a), Integer(b)) == Integer(expected), "\(a), \(b)")
      }
    }
  }

  @Test func `the greatest common divisor of edge values is Euclid's`() {
    for a in EdgeIntegers.all {
      for b in EdgeIntegers.all {
        #expect(Integer.gcd(a, b) == Euclid.gcd(a, b), "\(a), \(b)")
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `common factors are found, and lcm is the product over the gcd`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let a = random.integer()
      let b = random.integer()
      let factor = random.nonzeroInteger()
      let common = Integer.gcd(a * factor, b * factor)
      #expect(common == Integer.gcd(a, b) * factor.magnitude)
      #expect(Integer.lcm(a, b) * Integer.gcd(a, b) == (a * b).magnitude)
      #expect(Integer.lcm(a, b).sign >= 0)
    }
    #expect(Integer.lcm(0, 0) == 0)
    #expect(Integer.lcm(4, -6) == 12)
    #expect(Integer.gcd(Integer(Int.min), Integer(Int.min)) == Integer(1) << 63)
    #expect(Integer.gcd(Integer(Int.min), 6) == 2)
    #expect(Integer.gcd(0, Integer(Int.min)) == Integer(1) << 63)
  }

  @Test func `binomial coefficients are Pascal's triangle`() {
    var row: [Integer] = [1]
    for n in 0...120 {
      for (k, entry) in row.enumerated() { #expect(Integer.binomial(n, k) == entry) }
      #expect(Integer.binomial(n, n + 1) == 0)
      row = [1] + zip(row, row.dropFirst()).map { $0 + $1 } + [1]
    }
    #expect(Integer.binomial(0, 0) == 1)
    #expect(Integer.binomial(3, Int.max) == 0)
  }

  @Test func `powers are repeated products`() {
    for base in [0, 1, -1, 2, -2, 3, 10, Integer(Int.max), Integer(Int.min)] {
      var product = Integer(1)
      for exponent in 0...40 {
        #expect(base.power(exponent) == product, "\(base)^\(exponent)")
        product *= base
      }
    }
  }

  @Test func `powers of 0, 1 and -1 exist for every exponent`() {
    #expect(Integer(0).power(Int.max) == 0)
    #expect(Integer(1).power(Int.max) == 1)
    #expect(Integer(-1).power(Int.max) == -1)
    #expect(Integer(-1).power(Int.max - 1) == 1)
  }

  @Test func `the floor of small roots is found by counting`() {
    var root = 0
    for n in 0...5000 {
      if (root + 1) * (root + 1) <= n { root += 1 }
      #expect(Integer(n).squareRootFloor() == Integer(root))
      let isSquare = root * root == n
      #expect(Integer(n).exactSquareRoot() == (isSquare ? Integer(root) : nil))
    }
  }

  @Test(arguments: Seeds.all)
  func `roots of squares and of their neighbours are told apart`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for value in EdgeIntegers.all + (0..<100).map({ _ in random.integer() }) {
      let root = value.magnitude
      let square = root * root
      #expect(square.squareRootFloor() == root)
      #expect(square.exactSquareRoot() == root)
      guard root > 1 else { continue }
      #expect((square - 1).squareRootFloor() == root - 1)
      #expect((square + 1).squareRootFloor() == root)
      #expect((square - 1).exactSquareRoot() == nil)
      #expect((square + 1).exactSquareRoot() == nil)
      #expect((-square).exactSquareRoot() == nil)
    }
  }
}
